"""The items of a project form, put together from the records that state them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from planning_kit.language import _
from planning_kit.plan.chosen import money_lines
from planning_kit.records.plain_rows import Row, added, codes, plain_rows
from planning_kit.report.chapters.plan_names import PlanNames, paragraphs
from planning_kit.report.chapters.wording import baht, number
from planning_kit.thai import format_date, format_months

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

_ACTIVITY = ("project_code", "activity_no", "name", "fiscal_year_be", "months", "amount",
             "output", "responsible")  # fmt: skip
_EVIDENCE = ("problem_code", "statement", "figure", "n", "as_of")


class ProjectItems:
    """Writes the longer items of a project; ``None`` where nothing is stated."""

    def __init__(self, workbook: Workbook, names: PlanNames) -> None:
        self.names = names
        self._activities = plain_rows(workbook.frame("activity"), _ACTIVITY)
        self._lines = money_lines(workbook.frame("budget_line"))
        self._evidence = plain_rows(workbook.frame("problem_evidence"), _EVIDENCE)

    def owner(self, project: Row) -> str | None:
        """Return who answers for it, and the lead agency."""
        lead = project["lead_agency"]
        said = _("Lead agency: {agency}", agency=self.names.taxon("agency", lead)) if lead else None
        return paragraphs([project["owner"], said])

    def period(self, project: Row) -> str | None:
        """Return the fiscal years, "2571–2573"."""
        told = [f"{int(project[name])}" for name in ("start_be", "end_be") if project[name]]
        if not told:
            return None
        return _("Fiscal years {years}", years="–".join(dict.fromkeys(told)))

    def rationale(self, project: Row) -> str | None:
        """Return the reasons given, then each problem with the figures that speak for it."""
        told = [project["rationale"]]
        for code in codes(project["problem_codes"]):
            told.append(_("Problem {problem}", problem=self.names.coded("problem", code)))
            told += [_figure(row) for row in self._evidence if row["problem_code"] == code]
        return paragraphs(told)

    def beneficiaries(self, project: Row) -> str | None:
        """Return how many benefit; ``None`` where that is not stated."""
        if project["beneficiaries"] is None:
            return None
        unit = project["beneficiary_unit"] or ""
        counted = f"{number(project['beneficiaries'])} {unit}".strip()
        return _("Who benefits: {counted}", counted=counted)

    def place(self, project: Row) -> str | None:
        """Return the place and the villages."""
        return paragraphs(
            [project["place"], ", ".join(self.names.villages(project["village_codes"]))]
        )

    def activities(self, code: str) -> str | None:
        """Return an activity a line: year, months, money, output, who."""
        own = [row for row in self._activities if row["project_code"] == code]
        own.sort(key=lambda row: (row["fiscal_year_be"] or 0, row["activity_no"] or 0))
        return paragraphs(_activity(row) for row in own)

    def budget(self, code: str) -> str | None:
        """Return the money of each year by source, and the whole."""
        own = [row for row in self._lines if row["project_code"] == code]
        years = sorted({row["fiscal_year_be"] for row in own if row["fiscal_year_be"]})
        told = [
            f"{int(year)}: {self._sources(row for row in own if row['fiscal_year_be'] == year)}"
            for year in years
        ]
        if own:
            whole = added(row["amount"] for row in own)
            told.append(_("All years: {baht}", baht=baht(whole)))
        return paragraphs(told)

    def indicators(self, project: Row) -> str | None:
        """Return the indicators with their codes."""
        return paragraphs(self.names.listed("indicator", project["indicator_codes"]))

    def _sources(self, lines: Iterable[Row]) -> str:
        money: dict[str | None, list[float | None]] = {}
        for line in lines:
            money.setdefault(line["funding_source"], []).append(line["amount"])
        return " · ".join(
            f"{self.names.taxon('funding_source', source)} {baht(added(amounts))}"
            for source, amounts in money.items()
        )


def _figure(row: Row) -> str:
    about = []
    if row["n"] is not None:
        about.append(f"n = {number(row['n'])}")
    if row["as_of"]:
        about.append(_("as of {date}", date=format_date(row["as_of"], "short")))
    said = row["statement"] or row["figure"]
    return f"– {said}" + (f" ({', '.join(about)})" if about else "")


def _activity(row: Row) -> str:
    when = [f"{int(row['fiscal_year_be'])}"] if row["fiscal_year_be"] else []
    if months := codes(row["months"]):
        when.append(format_months(int(month) for month in months))
    parts = [f"{number(row['activity_no'])}. {row['name']}", " ".join(when)]
    parts += [baht(row["amount"])] if row["amount"] is not None else []
    parts += [text for text in (row["output"], row["responsible"]) if text]
    return " · ".join(part for part in parts if part)
