"""Rows after judgement: each with its record, its state and its findings."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum

from planning_kit.records import Record
from planning_kit.validate.finding import Finding, Level
from planning_kit.validate.incoming import PlaceIn, RowIn


class State(StrEnum):
    """What becomes of a row."""

    ACCEPTED = "accepted"
    FLAGGED = "flagged"
    REFUSED = "refused"
    ELSEWHERE = "elsewhere"


@dataclass
class CheckedRow:
    """A row and the judgement on it.

    ``record`` is ``None`` only where the row cannot be read. ``same_as`` is the place of
    an earlier row of the file that says the same under the same key: such a row is
    accepted and counted, but there is nothing more to store.
    """

    raw: RowIn
    record: Record | None = None
    findings: list[Finding] = field(default_factory=list)
    is_elsewhere: bool = False
    same_as: PlaceIn | None = None

    @property
    def state(self) -> State:
        """Refused, elsewhere (a sound row of another area), flagged or accepted."""
        levels = {finding.level for finding in self.findings}
        if self.record is None or Level.REFUSE in levels:
            return State.REFUSED
        if self.is_elsewhere:
            return State.ELSEWHERE
        return State.FLAGGED if Level.FLAG in levels else State.ACCEPTED

    @property
    def is_kept(self) -> bool:
        """Whether the row becomes a fact of the plan area."""
        return self.state in (State.ACCEPTED, State.FLAGGED)


@dataclass
class Checked:
    """A whole file, judged. ``findings`` are all of them, the file's own first."""

    rows: list[CheckedRow]
    sources: list[CheckedRow]
    remarks: list[Finding] = field(default_factory=list)

    @property
    def findings(self) -> list[Finding]:
        """Return every finding: about the file, then row by row."""
        in_rows = [finding for row in (*self.sources, *self.rows) for finding in row.findings]
        return [*self.remarks, *in_rows]

    @property
    def all_accepted(self) -> bool:
        """Whether no row was refused."""
        return all(row.state is not State.REFUSED for row in (*self.sources, *self.rows))

    def counts(self) -> dict[str, dict[str, int]]:
        """Return, per record name, how many rows were read and how many are in each state."""
        tallies: dict[str, Counter[str]] = {}
        for row in (*self.sources, *self.rows):
            tally = tallies.setdefault(row.raw.record, Counter())
            tally.update(("read", str(row.state)))
        keys = ("read", *(str(state) for state in State))
        return {name: {key: tally[key] for key in keys} for name, tally in tallies.items()}
