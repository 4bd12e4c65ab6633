"""What sources disagree on: published figures side by side, answers of households counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

import pandas as pd

from planning_kit.charts.values import is_missing
from planning_kit.language import _
from planning_kit.records.reference import Measure
from planning_kit.report.chapters.comparison import area_title
from planning_kit.report.chapters.household_differences import household_differences
from planning_kit.report.chapters.wording import label
from planning_kit.report.section import Section
from planning_kit.report.table import Column, Table
from planning_kit.thai.numbers import NOT_STATED, format_number

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

_BUDGET = ("yield_kg", "revenue", "cost_total")
_WHAT = ["area_code", "what", "year_be"]


def disagreements(workbook: Workbook) -> Section | None:
    """Return what sources say different things of; ``None`` where they agree.

    Public figures (what others published of an area, reference crop budgets) stand side by
    side. Of households only the number is told, by answer and pair of sources.
    """
    told = [*_of_figures(workbook), *_of_households(workbook)]
    if not told:
        return None
    return Section(
        "quality-differences",
        _("Where sources disagree"),
        sentences=[sentence for sentence, _table, _note in told],
        tables=[table for _sentence, table, _note in told],
        notes=[note for _sentence, _table, note in told],
    )


def _of_households(workbook: Workbook) -> Iterator[tuple[str, Table, str]]:
    table = household_differences(workbook)
    if table is not None:
        yield (
            _(
                "On {n} answers two sources say different things of the same households. What came "
                "in last is used and the other stays in the history; ask the households again.",
                n=len(table.frame),
            ),
            table,
            _("A source that corrects itself, and a row that was mended, is not counted here."),
        )


def _of_figures(workbook: Workbook) -> Iterator[tuple[str, Table, str]]:
    figures = pd.concat([_figures(workbook), _budgets(workbook)], ignore_index=True)
    titles = {source.source_code: source.title for source in workbook.sources()}
    rows = [
        _side_by_side(dict(zip(_WHAT, key, strict=True)), part, titles)
        for key, part in figures.groupby(_WHAT, sort=True)
        if part["source_code"].nunique() > 1 and not _all_agree(part["value"])
    ]
    if not rows:
        return
    columns = [
        Column("what", _("Figure")),
        Column("area", _("Area")),
        Column("year_be", _("Year (B.E.)"), "year_be"),
        Column("low", _("One says")),
        Column("low_source", _("Source")),
        Column("high", _("Another says")),
        Column("high_source", _("Source")),
        Column("apart", _("Apart by"), "percent", 1),
    ]
    frame = pd.DataFrame(rows).sort_values("apart", ascending=False, kind="stable")
    yield (
        _(
            "On {n} published figures two sources do not agree. Both are kept and shown; "
            "the meeting should ask which to use before it relies on one.",
            n=len(rows),
        ),
        Table(frame, columns, caption=_("Two sources, one fact")),
        _("“Apart by” is the difference as a share of the smaller figure."),
    )


def _figures(workbook: Workbook) -> pd.DataFrame:
    rows = workbook.frame("reference_figure")
    said = [_measure(*pair) for pair in zip(rows["measure"], rows["detail"], strict=True)]
    return _plain(rows.assign(what=pd.Series(said, index=rows.index, dtype="object")), "value")


def _budgets(workbook: Workbook) -> pd.DataFrame:
    rows = workbook.frame("crop_budget")
    parts = [
        _plain(rows.assign(what=rows["product"] + f": {label('crop_budget', name)}"), name)
        for name in _BUDGET
    ]
    return pd.concat(parts, ignore_index=True)


def _plain(rows: pd.DataFrame, value: str) -> pd.DataFrame:
    plain = rows[[*_WHAT, "source_code", value]].rename(columns={value: "value"})
    return plain[plain["value"].notna()]


def _measure(measure: object, detail: object) -> str:
    words = str(Measure.of(str(measure)).words)
    return words if is_missing(detail) else f"{words}: {detail}"


def _all_agree(values: Iterable[float]) -> bool:
    """Tell whether the figures are equal as far as the roughest of them is stated."""
    exact = [Decimal(str(value)).normalize() for value in values]
    places = min(max(0, -int(value.as_tuple().exponent)) for value in exact)
    return max(exact) - min(exact) <= Decimal(1).scaleb(-places) / 2


def _side_by_side(
    what: dict[str, object], part: pd.DataFrame, titles: dict[str | None, str | None]
) -> dict[str, object]:
    ordered = part.sort_values(["value", "source_code"], kind="stable")
    low, high = ordered.iloc[0], ordered.iloc[-1]
    least = abs(float(low["value"]))
    return {
        "what": what["what"],
        "area": area_title(str(what["area_code"])),
        "year_be": what["year_be"],
        "low": format_number(float(low["value"])),
        "low_source": titles.get(low["source_code"]) or NOT_STATED,
        "high": format_number(float(high["value"])),
        "high_source": titles.get(high["source_code"]) or NOT_STATED,
        "apart": (float(high["value"]) - float(low["value"])) / least if least else float("nan"),
    }
