"""Rows that go back to people as an Excel to mend: fresh from an import, or kept since one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from planning_kit.collect.as_written import as_written
from planning_kit.collect.refused_book import RowToMend, write_refused_book
from planning_kit.collect.row_origin import RowOrigin
from planning_kit.errors import KitError
from planning_kit.language import N_, current_language
from planning_kit.records import Record, record_type
from planning_kit.store import KeptFinding
from planning_kit.validate import Checked, CheckedRow, Finding, Level, State
from planning_kit.workbook.provenance import Provenance
from planning_kit.workbook.withheld import Withheld, bare_findings

_TELLING = (str(Level.REFUSE), str(Level.FLAG))


@dataclass(frozen=True)
class SentBack:
    """A row that may go back to people, with what was found in it."""

    record: str
    origin: RowOrigin
    values: Mapping[str, Any] = field(repr=False)
    findings: Sequence[Finding | KeptFinding]
    is_refused: bool
    kind: type[Record] | None = None

    def to_mend(self, language: str) -> RowToMend:
        """Return the row with its findings in words, by field."""
        said: dict[str, list[str]] = {}
        fields = (self.kind or record_type(self.record)).model_fields
        for finding in self.findings:
            if str(finding.level) in _TELLING:
                name = finding.field if finding.field in fields else ""
                said.setdefault(name, []).append(finding.say(language))
        return RowToMend(self.record, self.origin, self.values, said, self.is_refused, self.kind)


@dataclass(frozen=True)
class MendingRows:
    """All that a workbook to mend is made of. ``rows`` hold refused and flagged ones."""

    rows: Sequence[SentBack] = ()
    sources: Sequence[Mapping[str, Any]] = field(default=(), repr=False)

    def chosen(self, *, flagged: bool = False) -> list[SentBack]:
        """Return the refused rows, with ``flagged`` also those kept but to be checked."""
        return [row for row in self.rows if row.is_refused or flagged]

    def write(self, path: str | Path, *, flagged: bool = False, language: str | None = None) -> int:
        """Write the rows to an .xlsx file and return how many there are.

        Raises ``KitError`` ``workbook.nothing-to-mend`` (no file is made then) and
        ``collect.cannot-write``.
        """
        language = language or current_language()
        chosen = [row.to_mend(language) for row in self.chosen(flagged=flagged)]
        if not chosen:
            raise KitError(
                "workbook.nothing-to-mend",
                N_("There are no rows to mend, so “{file}” was not written"),
                file=Path(path).name,
            )
        write_refused_book(path, chosen, sources=self.sources, language=language)
        return len(chosen)


def rows_to_mend(checked: Checked, provenance: Provenance) -> MendingRows:
    """Return the rows of a checked file that are refused or flagged."""
    withheld = Withheld(checked)
    only = only_source(checked)
    rows = [
        _sent_back(row, provenance, withheld, only)
        for row in (*checked.sources, *checked.rows)
        if row.state in (State.REFUSED, State.FLAGGED)
    ]
    sources = [row.raw.values for row in checked.sources if row.is_kept]
    return MendingRows(rows, sources)


def only_source(checked: Checked) -> str | None:
    """Return the code of the source of a file, where it states just one."""
    codes = {row.raw.values.get("source_code") for row in checked.sources}
    return str(next(iter(codes))) if len(codes) == 1 and None not in codes else None


def values_as_written(row: CheckedRow, only: str | None) -> dict[str, Any]:
    """Return the raw values of a row such that they read the same in another file.

    A blank source is the one there is, as the template promises; beside other sources
    nobody could tell any more which was meant.
    """
    kind = row.raw.kind or record_type(row.raw.record)
    values = {
        name: as_written(kind.field(name), value)
        for name, value in row.raw.values.items()
        if name in kind.model_fields
    }
    if "source_code" in kind.model_fields and values.get("source_code") is None:
        values["source_code"] = only
    return values


def _sent_back(
    row: CheckedRow, provenance: Provenance, withheld: Withheld, only: str | None
) -> SentBack:
    origin = provenance.origin(row)
    is_refused = row.state is State.REFUSED
    if withheld.holds(row):
        said = bare_findings(row)
        return SentBack(row.raw.record, origin.without_id(), {}, said, is_refused)
    values = values_as_written(row, only)
    said = tuple(row.findings)
    return SentBack(row.raw.record, origin, values, said, is_refused, row.raw.kind)
