"""The money of a project: amounts by fiscal year and source in a grid, with totals."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from planning_kit.errors import KitError
from planning_kit.faces.project_tool import ProjectTool
from planning_kit.faces.redrawn import Chapter
from planning_kit.faces.step_parts import Part, button, choice, group, option, say, sheet
from planning_kit.faces.step_parts import text as box
from planning_kit.faces.step_records import Paper
from planning_kit.faces.step_tool import Deed
from planning_kit.language import N_, _
from planning_kit.records import taxon_label
from planning_kit.thai import format_baht, format_number
from planning_kit.tool_titles import title_of
from planning_kit.workbook import Workbook

_PLAN = "plan"
Line = tuple[str, str, int]
"""A row of the grid: source, item, number of the activity (0 for none)."""


class BudgetEditor(ProjectTool):
    """A grid of boxes, a row for each source and item, a column for each year of the plan."""

    def __init__(self, *given: Any, **more: Any) -> None:
        super().__init__(*given, **more)
        self._shown: dict[str, dict[Line, None]] = {}

    def parts(self) -> list[Part]:
        """Return the project, its grid, what does not add up, and a list to add a source."""
        parts, project = self.chooser(), self.project
        if project is None:
            return parts
        heads = [_("Source of money (baht)"), *map(str, self._columns()), _("Total")]
        said = [one for paper in self.lines() for one in self.said("", paper, "amount", "")]
        return [
            *parts,
            sheet(
                _("Budget of {project}", project=self.project_code), heads, self._rows(), said=said
            ),
            self._add_source(),
            *self._cost(project),
        ]

    def deeds(self) -> dict[str, Deed]:
        """Return what the boxes do."""
        return super().deeds() | {
            "amount": self._write,
            "source": self._begin,
            "cost": self._write_cost,
            "sum": self._write_sum,
        }

    def lines(self) -> list[Paper]:
        """Return the lines of the plan's own money of the project."""
        return [one for one in self.own("budget_line") if (one.value("kind") or _PLAN) == _PLAN]

    # --- the grid --------------------------------------------------------------------------
    def _columns(self) -> list[int]:
        """The years of the plan, and any year outside it that has money all the same."""
        others = {int(one.value("fiscal_year_be") or 0) for one in self.lines()} - {0}
        return sorted({*self.years, *others})

    def _keys(self) -> list[Line]:
        """Return the rows by source; each keeps its place, and stays when it is emptied."""
        shown = self._shown.setdefault(self.project_code, {})
        for paper in self.lines():
            shown.setdefault(line_of(paper))
        sources = list(dict.fromkeys(key[0] for key in shown))
        return sorted(shown, key=lambda key: sources.index(key[0]))

    def _rows(self) -> list[Part]:
        rows, listed = [], self.workbook.taxonomy("funding_source")
        keys = self._keys()
        for source in dict.fromkeys(key[0] for key in keys):
            own = [one for one in self.lines() if line_of(one)[0] == source]
            rows.append(self._sums(str(taxon_label(listed, source)), own))
            rows += [self._row(key) for key in keys if key[0] == source]
        return [*rows, self._sums(_("All sources"), self.lines())]

    def _sums(self, text: str, lines: list[Paper]) -> Part:
        cells = [{"text": _added(one for one in lines if _year(one) == year)}
                 for year in self._columns()]  # fmt: skip
        return {"text": text, "strong": True, "cells": [*cells, {"text": _added(lines)}]}

    def _row(self, key: Line) -> Part:
        cells: list[Part] = []
        for year in self._columns():
            papers = self._in_cell(key, year)
            if len(papers) > 1:
                cells.append({"text": _added(papers)})
                continue
            value = _shown(papers[0]) if papers else ""
            wrong = bool(papers and papers[0].said.get("amount"))
            id_ = f"amount|{key[0]}|{key[2]}|{year}|{key[1]}"
            cells.append({"id": id_, "value": value, "wrong": wrong})
        own = [one for one in self.lines() if line_of(one) == key]
        text = key[1] or (_("activity {no}", no=key[2]) if key[2] else _("in all"))
        return {"text": text, "cells": [*cells, {"text": _added(own)}]}

    def _in_cell(self, key: Line, year: int) -> list[Paper]:
        return [one for one in self.lines() if line_of(one) == key and _year(one) == year]

    def _add_source(self) -> Part:
        listed = self.workbook.taxonomy("funding_source")
        options = [option("", _("– choose –"))]
        options += [option(str(code), str(taxon_label(listed, code))) for code in listed["code"]]
        return choice("source", _("Add a source of money"), options, "", said=self.said("source"))

    # --- what people do ------------------------------------------------------------------------
    def _write(self, source: str, activity: str, year: str, *rest: str) -> None:
        # Whatever stands in the name of an item, the amount comes last.
        *item, amount = rest
        key = (source, "|".join(item), int(activity))
        papers = self._in_cell(key, int(year))
        if papers and not str(amount).strip():
            # An amount must be stated; a line without one is no line.
            self.desk.take_out(papers[0], _("emptied in the grid of money"))
        elif str(amount).strip():
            paper = papers[0] if papers else self._new_line(key, int(year))
            paper.answer(amount=amount)

    def _new_line(self, key: Line, year: int) -> Paper:
        source, item, activity = key
        return self.desk.begin(
            "budget_line",
            (self.project_code, self.next_number("budget_line")),
            fiscal_year_be=year,
            funding_source=source,
            item=item or None,
            activity_no=activity or None,
        )

    def _begin(self, source: str | None) -> None:
        if source is None:
            return
        if (source, "", 0) in self._keys():
            raise KitError("faces.source-there", N_("This source is in the grid already"))
        self._shown[self.project_code][source, "", 0] = None

    # --- cost and sum ----------------------------------------------------------------------------
    def _cost(self, project: Paper) -> list[Part]:
        whole = _sum(self.lines())
        label = _("Total cost written in the project (baht)")
        parts = [box("cost", label, project.text("total_cost"),
                     said=self.said("cost", project, "total_cost"))]  # fmt: skip
        cost = project.values.get("total_cost")
        if cost is not None and Decimal(str(cost)) != whole:
            told = _("The project says {cost}, but its lines add up to {whole}: {difference} apart.",
                     cost=format_baht(cost), whole=format_baht(whole),
                     difference=format_baht(abs(Decimal(str(cost)) - whole)))  # fmt: skip
            parts += [say(told, "error"), button("sum", _("Write the sum as the total cost"))]
        elif cost is None and whole:
            parts.append(button("sum", _("Write the sum as the total cost")))
        elif whole:
            parts.append(say(_("Cost and lines agree."), "total"))
        return [group("", parts, css="card", name="cost")]

    def _write_cost(self, cost: str) -> None:
        if self.project is not None:
            self.project.answer(total_cost=cost)

    def _write_sum(self, _pressed: bool) -> None:
        if self.project is not None:
            self.project.answer(total_cost=_sum(self.lines()))


def line_of(paper: Paper) -> Line:
    """Return the row of the grid in which a line stands."""
    source, item = paper.value("funding_source"), paper.value("item")
    return str(source or ""), str(item or ""), int(paper.value("activity_no") or 0)


def _year(paper: Paper) -> int:
    return int(paper.value("fiscal_year_be") or 0)


def _sum(papers: Iterable[Paper]) -> Decimal:
    """Add up what is saved; what is typed and refused is no amount yet."""
    stated = [one.values.get("amount") for one in papers if one.over is not None]
    return sum((Decimal(str(amount)) for amount in stated if amount is not None), Decimal(0))


def _added(papers: Iterable[Paper]) -> str:
    whole = _sum(papers)
    return format_number(whole) if whole else ""


def _shown(paper: Paper) -> str:
    if "amount" in paper.typed:
        return str(paper.typed["amount"])
    return "" if paper.values.get("amount") is None else format_number(paper.values["amount"])


def budget_editor(
    workbook: Workbook, *chapters: Chapter, who: str | None = None, why: str | None = None
) -> BudgetEditor:
    """Return the grid of a project's money by fiscal year and source.

    ``chapters`` are the sections of the page that are redrawn after saving, such as
    ``kit.five_year_budget``; ``who``, ``why`` are kept with each revision.
    """
    return BudgetEditor(
        workbook,
        chapters,
        title=title_of("budget_editor"),
        who=_("recorder") if who is None else who,
        why=_("typed into the grid of money") if why is None else why,
    )
