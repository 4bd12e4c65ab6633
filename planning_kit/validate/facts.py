"""What will stand once a file is taken in: its kept rows, and what was kept before."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from planning_kit.records import Record
from planning_kit.validate.checked import CheckedRow
from planning_kit.validate.finding import Finding

Held = Mapping[str, Sequence[Record]]
Marks = Iterator[tuple[CheckedRow | None, Finding]]
"""Findings with the row each belongs to; ``None`` where it is the whole file."""

PLAN_LOOKED_BACK_AT = (
    "plan_period",
    "taxon",
    "forum",
    "attendance",
    "problem",
    "tree_node",
    "swot_item",
    "pilot_weight",
    "poll",
    "ballot_mark",
    "vote_total",
    "pair_total",
    "project",
    "activity",
    "budget_line",
    "project_status",
    "project_progress",
    "indicator_value",
)
LOOKED_BACK_AT = (
    "source",
    "village",
    "household",
    "production",
    "household_account",
    "group",
    "natural_resource",
    "capital",
    "crop_budget",
    "reference_figure",
    *PLAN_LOOKED_BACK_AT,
)
"""The record types whose earlier records a new file is compared with."""


@dataclass(frozen=True, eq=False)
class Fact:
    """One record; ``row`` is its row of the file, ``None`` where it was kept before.

    ``record`` is of any type: the rules that ask for a type know its fields.
    """

    record: Any
    row: CheckedRow | None = None


class Facts:
    """Kept rows in order of sheet and row, whatever the order they come in; then the held.

    A record kept before gives way to a row of the file with the same natural key, and one
    without a natural key is not taken in: nobody could tell it from a row of the file.
    ``mended`` are the places (sheet, row) of rows that were sent back and came in again.
    """

    def __init__(
        self,
        rows: Iterable[CheckedRow],
        held: Held | None = None,
        mended: Collection[tuple[str, int]] = (),
    ) -> None:
        self._mended = frozenset(mended)
        self._by_name: dict[str, list[Fact]] = {}
        self._before: dict[tuple[object, ...], Record] = {}
        here: set[tuple[object, ...]] = set()
        for row in sorted(rows, key=in_file_order):
            if row.record is not None and row.is_kept and row.same_as is None:
                self._by_name.setdefault(row.raw.record, []).append(Fact(row.record, row))
                here.add((row.raw.record, row.record.natural_key()))
        for name, records in (held or {}).items():
            for record in records:
                key = (name, record.natural_key())
                # A figure about a province is kept in each of its plan areas, and counts once.
                if key[1] is None or key in self._before:
                    continue
                self._before[key] = record
                if key not in here:
                    self._by_name.setdefault(name, []).append(Fact(record))

    def of(self, name: str) -> list[Fact]:
        """Return every fact of a record type, those of the file first."""
        return self._by_name.get(name, [])

    def new(self, name: str) -> Iterator[tuple[Any, CheckedRow]]:
        """Yield the records of the file with their rows."""
        for fact in self.of(name):
            if fact.row is not None:
                yield fact.record, fact.row

    def before(self, name: str, record: Record) -> Any:
        """Return what was kept before under the same natural key, or ``None``."""
        return self._before.get((name, record.natural_key()))

    def is_mended(self, row: CheckedRow) -> bool:
        """Tell whether a row was sent back to people and came in again."""
        return in_file_order(row) in self._mended

    def source_title(self, code: str | None) -> str:
        """Return the title of a source; its code where it has none."""
        for fact in self.of("source"):
            if fact.record.source_code == code:
                return str(fact.record.title or code)
        return code or "–"


def in_file_order(row: CheckedRow) -> tuple[str, int]:
    """Return what sorts rows by sheet and number."""
    return row.raw.place.sheet, row.raw.place.row
