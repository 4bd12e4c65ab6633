"""What validate asks of rows that come in; any reader that gives these shapes will do.

Rooms side by side do not import one another, so the shapes are said here again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, Protocol

from planning_kit.errors import KitError
from planning_kit.records import Record


class PlaceIn(Protocol):
    """Sheet and row of the file, counted from 1."""

    @property
    def sheet(self) -> str:
        """Name of the sheet, or of the file where it has none."""

    @property
    def row(self) -> int:
        """Number of the row as a person sees it."""


class RowIn(Protocol):
    """One raw row, under the field names of its record."""

    @property
    def record(self) -> str:
        """Name of the record type."""

    @property
    def place(self) -> PlaceIn:
        """Where the row stands."""

    @property
    def values(self) -> dict[str, Any]:
        """Raw cells by field name."""

    @property
    def columns(self) -> dict[str, str]:
        """Headings in the file by field name."""

    @property
    def natural_id(self) -> str | None:
        """The row's own id in its source."""

    @property
    def kind(self) -> type[Record] | None:
        """The record type where an area's own questions widen it."""

    @property
    def troubles(self) -> dict[str, KitError]:
        """What went wrong while a value was looked up, by field name."""

    @property
    def doubts(self) -> dict[str, KitError]:
        """What people must look at in a value that was read all the same, by field name."""

    @property
    def written(self) -> dict[str, str]:
        """The cells of the file of values that were converted, as text, by field name."""


class RemarkIn(Protocol):
    """A remark of the reader about the whole file or a place in it."""

    @property
    def code(self) -> str:
        """Stable short name."""

    @property
    def message_id(self) -> str:
        """English sentence with places."""

    @property
    def values(self) -> Mapping[str, object]:
        """What fills the places."""

    @property
    def place(self) -> PlaceIn | None:
        """Where, if it is one place."""


class StatedTotalIn(Protocol):
    """A figure that a list of the file states, beside what its rows come to."""

    @property
    def place(self) -> PlaceIn:
        """Where the list states it."""

    @property
    def entry(self) -> str:
        """What it is about; empty where it is about all rows."""

    @property
    def column(self) -> str:
        """The column that states it."""

    @property
    def how(self) -> str:
        """What was worked out of the rows: their sum, count or distinct values."""

    @property
    def stated(self) -> Decimal | None:
        """The figure, ``None`` where it is no number."""

    @property
    def written(self) -> str:
        """The figure as written."""

    @property
    def found(self) -> Decimal:
        """What the rows come to."""

    @property
    def rows(self) -> int:
        """How many rows those are."""


class StatedListIn(Protocol):
    """A list of stated totals of the rows of a table."""

    @property
    def name(self) -> str:
        """Name of the list."""

    @property
    def table(self) -> str:
        """Name of the table whose rows it sums up."""

    @property
    def totals(self) -> Sequence[StatedTotalIn]:
        """Every figure it states."""

    @property
    def unlisted(self) -> Sequence[tuple[str, int]]:
        """Entries of rows that it lacks, with the number of their rows."""


class CollectedIn(Protocol):
    """A file, read."""

    @property
    def file_name(self) -> str:
        """Name of the file."""

    @property
    def sources(self) -> Sequence[RowIn]:
        """Rows that declare sources."""

    @property
    def rows(self) -> Sequence[RowIn]:
        """All other rows."""

    @property
    def notes(self) -> Sequence[RemarkIn]:
        """The reader's remarks."""

    @property
    def stated(self) -> Sequence[StatedListIn]:
        """Lists of totals that the file states of its rows."""

    @property
    def is_foreign(self) -> bool:
        """Whether it is somebody else's table, which may cover other tambons."""
