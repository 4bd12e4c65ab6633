"""What was read from a file, before anyone judges it: every row with its sheet and row number."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Literal, NamedTuple

from planning_kit.collect.limits import MOST_RECORDS
from planning_kit.collect.refusals import too_many_rows
from planning_kit.errors import KitError
from planning_kit.records import Record


@dataclass(frozen=True, order=True)
class Place:
    """Where a row stands in its file; ``row`` counts from 1 as the person sees it there."""

    sheet: str
    row: int


@dataclass
class RawRow:
    """One row as it was written, under the field names of its record.

    ``values`` holds raw cells (text, number, yes–no, date, ``None``; a converted land area
    is a ``Decimal`` of square wah). ``columns`` gives, per field, the heading in the file.
    ``natural_id`` is the row's own id in a foreign file. ``troubles`` holds what went
    wrong while a value was looked up; the raw value is kept beside it. ``doubts`` holds what
    people must look at in a value that was read all the same. ``kind`` is set where
    an area's own questions widen the record type (``records.extended``). ``written`` gives the
    cells of the file, as text, of values that a mapping converted.
    """

    record: str
    place: Place
    values: dict[str, Any]
    columns: dict[str, str]
    natural_id: str | None = None
    troubles: dict[str, KitError] = field(default_factory=dict)
    doubts: dict[str, KitError] = field(default_factory=dict)
    kind: type[Record] | None = None
    written: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Remark:
    """Something worth telling that belongs to no single value."""

    code: str
    message_id: str
    values: dict[str, object] = field(default_factory=dict)
    place: Place | None = None


class LeftOut(NamedTuple):
    """A row of the file that gives no record, and why (a message id)."""

    place: Place
    reason: str


@dataclass(frozen=True)
class StatedTotal:
    """A figure that a list of the file states, and what the rows it sums up come to.

    ``how`` is what was worked out of ``rows`` rows: their ``sum``, their number (``count``) or
    the number of different values (``distinct``). ``stated`` is ``None`` where ``written`` is
    no number; ``entry`` is empty where the figure is about all rows.
    """

    place: Place
    entry: str
    column: str
    how: Literal["sum", "count", "distinct"]
    stated: Decimal | None
    written: str
    found: Decimal
    rows: int


@dataclass
class StatedList:
    """A list of stated totals (``name``) of the rows of ``table``.

    ``unlisted`` are the entries the list lacks, with the number of their rows.
    """

    name: str
    table: str
    totals: list[StatedTotal] = field(default_factory=list)
    unlisted: list[tuple[str, int]] = field(default_factory=list)


@dataclass
class Collected:
    """A file, read: its rows, its sources, what was left out and what is worth telling.

    ``fingerprint`` is the SHA-256 of the file's bytes. ``is_foreign`` tells a table read by
    a mapping from the kit's own template: rows of other tambons are expected only there.
    ``stated`` are lists of totals that the file states of its own rows.
    """

    fingerprint: str
    file_name: str
    sources: list[RawRow] = field(default_factory=list)
    rows: list[RawRow] = field(default_factory=list)
    notes: list[Remark] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    stated: list[StatedList] = field(default_factory=list)
    is_foreign: bool = False

    def take(self, row: RawRow, *, as_source: bool = False) -> None:
        """Add a row to the others or to the sources.

        Raises ``KitError`` ``collect.too-many-rows`` beyond ``limits.MOST_RECORDS`` of them.
        """
        target = self.sources if as_source else self.rows
        if len(target) >= MOST_RECORDS:
            raise too_many_rows(self.file_name, MOST_RECORDS)
        target.append(row)
