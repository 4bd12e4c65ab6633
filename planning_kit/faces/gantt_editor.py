"""Who does what when: the activities of a project, painted over the quarters of the plan's years."""

from __future__ import annotations

from typing import Any

from planning_kit.errors import KitError
from planning_kit.faces.gantt_rows import (
    MONTHS_OF,
    Row,
    activity_rows,
    drawn_gantt,
    row_of,
    warnings_of,
)
from planning_kit.faces.project_tool import ProjectTool
from planning_kit.faces.redrawn import Chapter
from planning_kit.faces.step_parts import Part, button, group, option, picks, say, strip
from planning_kit.faces.step_parts import text as box
from planning_kit.faces.step_records import Paper
from planning_kit.faces.step_tool import Deed
from planning_kit.language import N_, _
from planning_kit.plan.season import FISCAL_MONTHS, busy_months
from planning_kit.profile.harvest_time import MANY, harvest_time
from planning_kit.thai import MONTHS_SHORT
from planning_kit.tool_titles import title_of
from planning_kit.workbook import Workbook

_CARRIED = ("area_code", "responsible", "works_in_season")
_OWN = ("amount", "output")


class GanttEditor(ProjectTool):
    """A strip of quarters or months for every activity; what is touched is painted and saved."""

    def __init__(self, *given: Any, **more: Any) -> None:
        super().__init__(*given, **more)
        self._names: dict[int, str] = {}

    year: int | None = None
    draws_itself = True

    def parts(self) -> list[Part]:
        """Return the project, the years, and a strip for each of its activities."""
        parts, project = self.chooser(), self.project
        if project is None:
            return parts
        views = [option(None, _("The whole plan, by quarter"))]
        views += [option(year, _("{year}, by month", year=year)) for year in self.years]
        label = _("What is shown?")
        parts.append(picks("year", label, views, self.year, stays=True))
        parts.append(say(_("Quarter 1 is October to December. Touch to paint; orange marks "
                           "months in which people are busy.")))  # fmt: skip
        busy = self.busy
        rows = activity_rows(self.own("activity"))
        self._names |= {row.number: row.name for row in rows}
        parts += [self._row(row, busy) for row in rows]
        name = box("add", _("New activity"), "", said=self.said("add"))
        return [*parts, name]

    def deeds(self) -> dict[str, Deed]:
        """Return what painting does."""
        return super().deeds() | {
            "year": self._choose_year,
            "paint": self._paint,
            "add": self._add,
            "name": self._rename,
            "season": self._mean_season,
            "gone": self._take_out,
        }

    @property
    def busy(self) -> set[int]:
        """The months in which nobody has time, as the meeting drew them or households said."""
        return {int(month) for month in self._busy_table()["month"]}

    def _busy_table(self) -> Any:
        entries, production = (self.workbook.frame(n) for n in ("calendar_entry", "production"))
        return busy_months(entries, harvest_time(entries, production), min_share=MANY)

    # --- a strip ---------------------------------------------------------------------------
    def _row(self, row: Row, busy: set[int]) -> Part:
        years = self.years if self.year is None else [self.year]
        groups = [one for year in years for one in self._groups(row, year, busy)]
        no = row.number
        said = [one for paper in row.papers for one in self.said("", paper, "months", "")]
        wrong = self.said(f"name|{no}", row.papers[0], "name")
        parts = [
            box(f"name|{no}", _("Activity {no}", no=no), row.name, lines=2, said=wrong),
            strip(f"strip|{no}", "", groups, said=said),
        ]
        warnings = warnings_of(row.papers, self._busy_table())
        parts += [say(sentence, "flag") for sentence in warnings]
        parts += [say(sentence) for sentence in row.without_months()]
        outside = row.years_outside(self.years)
        if outside:
            told = _("Outside the plan: {years}", years=", ".join(map(str, outside)))
            parts.append(say(told, "flag"))
        deeds = [button(f"gone|{no}", _("Take the activity out"))]
        if warnings or row.is_meant:
            meant = [option(True, _("It belongs in this season: no warning"))]
            deeds.insert(0, picks(f"season|{no}", "", meant, row.is_meant or None))
        parts.append(group("", deeds, css="row", name=f"deeds {no}"))
        parts += [say(text, "error") for _tone, text in self.said(f"gone|{no}")]
        return group("", parts, css="card", name=f"activity {no}")

    def _groups(self, row: Row, year: int, busy: set[int]) -> list[Part]:
        months = row.months(year)
        if self.year is None:
            cells = [
                self._cell(row, year, str(q), span, months, busy) for q, span in MONTHS_OF.items()
            ]
            return [{"head": str(year), "cells": cells}]
        return [
            {
                "head": _("Quarter {number}", number=q),
                "cells": [
                    self._cell(row, year, str(MONTHS_SHORT[m - 1]), (m,), months, busy)
                    for m in span
                ],
            }
            for q, span in MONTHS_OF.items()
        ]

    @staticmethod
    def _cell(
        row: Row, year: int, text: str, span: tuple[int, ...], months: set[int], busy: set[int]
    ) -> Part:
        painted = months & set(span)
        return {
            "id": f"paint|{row.number}|{year}|{'-'.join(map(str, span))}",
            "text": text,
            "on": bool(painted),
            "part": 0 < len(painted) < len(span),
            "busy": 2 * len(busy & set(span)) > len(span),
        }

    # --- what people do ------------------------------------------------------------------------
    def choose_project(self, code: str | None) -> None:
        """Look at another project."""
        super().choose_project(code)
        self._names = {}

    def _choose_year(self, year: int | None) -> None:
        self.year = int(year) if year else None

    def _find(self, number: str) -> Row:
        rows = activity_rows(self.own("activity"))
        found = row_of(rows, int(number), self._names.get(int(number), ""))
        if found is None:
            raise KitError(
                "faces.no-such-activity", N_("This activity was taken out meanwhile; add it anew")
            )
        return found

    def _paint(self, number: str, year: str, span: str, is_on: bool) -> None:
        row, wanted = self._find(number), {int(month) for month in span.split("-")}
        months = row.months(int(year))
        months = months | wanted if is_on else months - wanted
        paper = row.paper_of(int(year), wanted) or self._further_year(row, int(year))
        others = row.months(int(year), but=paper)
        own = months - others
        if own or len(row.papers) == 1 or any(paper.value(name) is not None for name in _OWN):
            paper.answer(months=tuple(month for month in FISCAL_MONTHS if month in own) or None)
        else:
            self.desk.take_out(paper, _("no longer planned in this year"))

    def _further_year(self, row: Row, year: int) -> Paper:
        """Begin the activity in one more year: one record each, under the same name."""
        first = row.papers[0]
        empty = first.value("months") in (None, ()) and all(first.value(n) is None for n in _OWN)
        if empty and len(row.papers) == 1:
            first.answer(fiscal_year_be=year)
            return first
        carried = {name: first.value(name) for name in _CARRIED}
        key = (self.project_code, self.next_number("activity"))
        return self.desk.begin("activity", key, name=row.name, fiscal_year_be=year, **carried)

    def _add(self, name: str) -> None:
        project = self.project
        if project is None or not str(name).strip():
            return
        start = project.value("start_be")
        year = int(start) if start in self.years else self.years[0]
        key = (self.project_code, self.next_number("activity"))
        self.desk.begin("activity", key).answer(name=name, fiscal_year_be=year)

    def _rename(self, number: str, name: str) -> None:
        for paper in self._find(number).papers:
            paper.answer(name=name)

    def _mean_season(self, number: str, is_meant: bool | None) -> None:
        for paper in self._find(number).papers:
            paper.answer(works_in_season=is_meant or None)

    def _take_out(self, number: str, _pressed: bool) -> None:
        for paper in self._find(number).papers:
            self.desk.take_out(paper, _("taken out of the plan of work"))

    def drawn(self) -> list[tuple[str, str]]:
        """Return the picture of the project over the years of the plan."""
        busy = self._busy_table()
        harvest = {int(month) for month in busy.loc[busy["kind"] == "harvest", "month"]}
        return drawn_gantt(self.project, self.own("activity"), self.years, harvest)


def gantt_editor(
    workbook: Workbook, *chapters: Chapter, who: str | None = None, why: str | None = None
) -> GanttEditor:
    """Return the tool that paints the activities of a project over the plan's years.

    ``chapters`` are the sections of the page that are redrawn after saving, such as
    ``kit.action_plan``; ``who``, ``why`` are kept with each revision.
    """
    return GanttEditor(
        workbook,
        chapters,
        title=title_of("gantt_editor"),
        who=_("recorder") if who is None else who,
        why=_("painted in the plan of work") if why is None else why,
    )
