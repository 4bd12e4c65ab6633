"""The activities of a project as rows to paint: one name, a record for each of its years."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from html import escape

import pandas as pd

from planning_kit.faces.step_records import Paper
from planning_kit.language import _
from planning_kit.plan.season import season_clashes
from planning_kit.records.plain_rows import codes, plain_rows
from planning_kit.thai import format_months

MONTHS_OF = {1: (10, 11, 12), 2: (1, 2, 3), 3: (4, 5, 6), 4: (7, 8, 9)}
"""The quarters of the fiscal year and their months."""
_PX = 86
"""A picture shrinks to nine tenths of its size on paper and no further: it scrolls then."""
_DRAWN = ("project_code", "activity_no", "name", "fiscal_year_be", "months", "works_in_season")


@dataclass(frozen=True)
class Row:
    """One activity over the years; ``number`` is that of its first record."""

    number: int
    name: str
    papers: tuple[Paper, ...]

    def months(self, year: int, but: Paper | None = None) -> set[int]:
        """Return the months at work in a year, leaving out those of one record."""
        own = [one for one in self.papers if one is not but and year_of(one) == year]
        return {int(month) for one in own for month in one.value("months") or ()}

    def paper_of(self, year: int, wanted: Collection[int]) -> Paper | None:
        """Return the record to paint in: the one at work in these months, else the first."""
        own = [one for one in self.papers if year_of(one) == year]
        at_work = [one for one in own if {*map(int, one.value("months") or ())} & {*wanted}]
        return next(iter([*at_work, *own]), None)

    @property
    def is_meant(self) -> bool:
        """Whether the work is meant for harvest time."""
        return all(one.value("works_in_season") is True for one in self.papers)

    def without_months(self) -> list[str]:
        """Say in which years the activity stands without its months."""
        years = [str(year_of(one)) for one in self.papers if not one.value("months")]
        return (
            [_("In {years} the months are not stated yet.", years=", ".join(years))]
            if years
            else []
        )

    def years_outside(self, years: Collection[int]) -> list[int]:
        """Return the years of the activity that are not in the plan."""
        return sorted({year for one in self.papers if (year := year_of(one)) not in years})


def row_of(rows: Sequence[Row], number: int, name: str) -> Row | None:
    """Return the row that a part of the page meant: by number, else by the name it had."""
    by_number = (row for row in rows for one in row.papers if one.value("activity_no") == number)
    by_name = (row for row in rows if row.name == name)
    return next(by_number, None) or next(by_name, None)


def year_of(paper: Paper) -> int:
    """Return the fiscal year of an activity (B.E.), 0 where none can be read."""
    year = paper.value("fiscal_year_be")
    return int(year) if str(year).isdigit() else 0


def activity_rows(papers: Sequence[Paper]) -> list[Row]:
    """Return the rows of a project in the order of their first record."""
    by_name: dict[str, list[Paper]] = {}
    for paper in papers:
        by_name.setdefault(str(paper.value("name") or ""), []).append(paper)
    return [
        Row(int(own[0].value("activity_no")), name, tuple(own)) for name, own in by_name.items()
    ]


def activity_frame(papers: Sequence[Paper]) -> pd.DataFrame:
    """Return activities as the plan's checks and the picture read them."""
    rows = [{name: paper.value(name) for name in _DRAWN} for paper in papers]
    return pd.DataFrame(rows, columns=list(_DRAWN), dtype="object")


def warnings_of(papers: Sequence[Paper], busy: pd.DataFrame) -> list[str]:
    """Say in which busy months the work falls, unless it is meant so."""
    clashes = season_clashes(activity_frame(papers), busy)
    by_year = zip(plain_rows(clashes, clashes.columns), strict=False)
    return list(
        dict.fromkeys(
            _(
                "Falls in {months}, when people are busy with {work}. Move it to a quieter month, "
                "or mark that it belongs in the season.",
                months=format_months(int(month) for month in codes(row["months"])),
                work=", ".join(codes(row["busy_with"])),
            )
            for (row,) in by_year
            if row["is_warning"]
        )
    )


def drawn_gantt(
    project: Paper | None, papers: Sequence[Paper], years: Sequence[int], busy: Collection[int]
) -> list[tuple[str, str]]:
    """Return the picture of a project's work as one section; its anchor is ``gantt-drawn``."""
    # Matplotlib takes a second to load: only where a picture is asked for.
    from planning_kit.charts.gantt import gantt
    from planning_kit.charts.svg import to_svg

    if project is None:
        return []
    frame = activity_frame(papers)
    frame["project_name"] = project.value("name")
    alt = escape(_("The activities of the project over the years of the plan"))
    pictures = [
        f'<div class="picture-box wide" style="--least:{one.get_figwidth() * _PX:.0f}px" '
        f'tabindex="0">{to_svg(one, prefix=f"gantt-{at}", alt=alt)}</div>'
        for at, one in enumerate(gantt(frame, years=years, harvest_months=busy))
    ]
    html = f'<section id="gantt-drawn"><figure>{"".join(pictures)}</figure></section>'
    return [("gantt-drawn", html)]
