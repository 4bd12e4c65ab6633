"""What validate asks of rows that come in; any reader that gives these shapes will do.

Rooms side by side do not import one another, so the shapes are said here again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
    def is_foreign(self) -> bool:
        """Whether it is somebody else's table, which may cover other tambons."""
