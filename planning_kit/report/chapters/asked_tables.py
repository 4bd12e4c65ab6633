"""Money asked against money found, by whatever the projects of many tambons are grouped by."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from planning_kit.charts.values import Form
from planning_kit.language import _
from planning_kit.records.plain_rows import framed
from planning_kit.report.chapters.level_projects import AskedProject
from planning_kit.report.table import Column, Table


def money_table(
    projects: Sequence[AskedProject],
    groups: Iterable[tuple[str, Callable[[AskedProject], bool]]],
    heading: str,
    caption: str,
) -> Table:
    """Return one row a group (its words, and which projects are in it), and all together.

    Asked by fiscal year and in all, found so far, and how many projects found any money.
    """
    years = sorted({year for one in projects for year in one.asked})
    rows = [_row(words, [one for one in projects if holds(one)], years) for words, holds in groups]
    rows.append(_row(_("Together"), list(projects), years))
    undated = any(one.undated for one in projects)
    columns = [
        Column("group", heading),
        Column("tambons", _("Tambons"), Form.INT),
        Column("projects", _("Projects"), Form.INT),
        Column("asked", _("Asked in all (baht)"), Form.INT),
        Column("found", _("Found so far (baht)"), Form.INT),
        Column("with_money", _("Projects with money"), Form.INT),
        *(Column(f"y{year}", _("F.Y. {year} (baht)", year=year), Form.INT) for year in years),
        *([Column("undated", _("No year stated (baht)"), Form.INT)] if undated else []),
    ]
    types = {column.name: "number" for column in columns} | {"group": "text"}
    return Table(framed(rows, types), columns, caption=caption, totals=1, wide=True)


def _row(words: str, projects: list[AskedProject], years: Sequence[int]) -> dict[str, Any]:
    known = [one.found for one in projects if one.found is not None]
    return {
        "group": words,
        "tambons": len({one.plan_area for one in projects}),
        "projects": len(projects),
        **{f"y{year}": _added(one.asked.get(year) for one in projects) for year in years},
        "undated": _added(one.undated or None for one in projects),
        "asked": sum(one.asked_in_all for one in projects),
        "found": sum(known) if known else None,
        "with_money": sum(amount > 0 for amount in known),
    }


def _added(amounts: Iterable[float | None]) -> float | None:
    told = [amount for amount in amounts if amount is not None]
    return sum(told) if told else None
