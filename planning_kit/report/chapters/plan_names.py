"""What the codes of a plan are called: problems, projects, agencies, channels and their steps."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from planning_kit import areas
from planning_kit.charts.values import is_missing
from planning_kit.records import record_type, taxon_label
from planning_kit.records.channel_declared import Channel, declared_channels
from planning_kit.records.plain_rows import codes, plain_rows
from planning_kit.report.chapters.village_names import village_names
from planning_kit.thai.numbers import NOT_STATED

if TYPE_CHECKING:
    import pandas as pd

    from planning_kit.workbook import Workbook
    from planning_kit.workbook.handed_plans import HandedPlan

_NAMED: dict[str, tuple[str, str | None]] = {
    "problem": ("problem_code", "statement"),
    "project": ("project_code", "name"),
    "strategy": ("strategy_code", "name"),
    "indicator": ("indicator_code", "name"),
    "pilot_candidate": ("tambon_code", None),
}


class PlanNames:
    """Says every code of one workbook in words, in the language in use.

    A code that no record explains is said as it is; what is not stated is "–".
    """

    def __init__(self, workbook: Workbook | HandedPlan) -> None:
        self._workbook = workbook
        self._names: dict[str, dict[str, str]] = {}
        self._lists: dict[str, pd.DataFrame] = {}

    @cached_property
    def channels(self) -> dict[str, Channel]:
        """The declared channels by their code."""
        return declared_channels()

    def bare(self, record: str, code: object) -> str:
        """Return the name alone, without its code."""
        if is_missing(code):
            return NOT_STATED
        return self._of(record).get(str(code)) or str(code)

    def coded(self, record: str, code: object) -> str:
        """Return "PJ03 ขุดลอกคลอง", so that a reader can trace it through the plan."""
        if is_missing(code):
            return NOT_STATED
        name = self._of(record).get(str(code))
        return f"{code} {name}" if name else str(code)

    def listed(self, record: str, cell: object) -> list[str]:
        """Return every code of a cell with its name."""
        return [self.coded(record, code) for code in codes(cell)]

    def links(self, *records: str) -> dict[str, str]:
        """Return code -> anchor of every problem, project, issue or indicator named."""
        return {code: f"{record}-{code}" for record in records for code in self._of(record)}

    def taxon(self, taxonomy: str, code: object) -> str:
        """Return what an entry of a list is called."""
        if is_missing(code):
            return NOT_STATED
        if taxonomy not in self._lists:
            self._lists[taxonomy] = self._workbook.taxonomy(taxonomy)
        return taxon_label(self._lists[taxonomy], str(code))

    def taxa(self, taxonomy: str, cell: object) -> list[str]:
        """Return what every entry of a cell is called."""
        return [self.taxon(taxonomy, code) for code in codes(cell)]

    def agencies(self) -> dict[str, str]:
        """Return code -> name of every agency in the list of the area."""
        found = self._workbook.taxonomy("agency")["code"]
        return {str(code): self.taxon("agency", code) for code in found}

    def channel(self, code: object) -> str:
        """Return what a channel is called."""
        if is_missing(code):
            return NOT_STATED
        found = self.channels.get(str(code))
        return str(found.words) if found else str(code)

    def status(self, channel: object, code: object) -> str:
        """Return what a step is called on the ladder of its channel, else on any ladder."""
        if is_missing(code):
            return NOT_STATED
        own = self.channels.get(str(channel))
        for ladder in (*([own] if own else []), *self.channels.values()):
            if (step := ladder.status(str(code))) is not None:
                return str(step.words)
        return str(code)

    def villages(self, cell: object) -> list[str]:
        """Return the names of the villages of a cell."""
        found = codes(cell)
        names = village_names(self._workbook.frame("village"), found)
        return [names.get(code, code) for code in found]

    def _of(self, record: str) -> dict[str, str]:
        if record not in self._names:
            code, name = _NAMED[record]
            fields = (code, name) if name else (code,)
            rows = plain_rows(self._workbook.frame(record_type(record)), fields)
            self._names[record] = {
                row[code]: (row[name] if name else areas.short_title(row[code])) or ""
                for row in rows
            }
        return self._names[record]


def paragraphs(cells: Iterable[str | None]) -> str | None:
    """Return texts one a line, ``None`` where none says anything."""
    told = [cell for cell in cells if cell]
    return "\n".join(told) or None
