"""Where each row of a file first came from: this file, or one that was sent back to be mended."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from planning_kit.collect import Collected, Place, RawRow
from planning_kit.collect.row_origin import RowOrigin
from planning_kit.validate import CheckedRow


class Provenance:
    """The origin of every row of a file, refused ones included.

    Counted over the whole file before any row is judged, so that what a row is known by does
    not hang on which of its neighbours were refused.
    """

    def __init__(
        self, collected: Collected, carried: Mapping[Place, RowOrigin] | None = None
    ) -> None:
        self.fingerprint = collected.fingerprint
        self._origins: dict[int, RowOrigin] = {}
        self._parts: dict[int, int] = {}
        self._carried: set[int] = set()
        self._mended = frozenset((at.sheet, at.row) for at in carried or {})
        in_place: Counter[tuple[str, Place]] = Counter()
        with_id: Counter[tuple[object, ...]] = Counter()
        for raw in (*collected.sources, *collected.rows):
            at = (raw.record, raw.place)
            self._parts[id(raw)] = part = in_place[at]
            in_place[at] += 1
            brought = (carried or {}).get(raw.place)
            if brought is not None:
                self._carried.add(id(raw))
                self._origins[id(raw)] = brought
                continue
            if raw.natural_id is not None:
                # An id that stands twice in a file is no id: each row keeps a record of its own.
                own = (raw.record, raw.values.get("source_code"), raw.natural_id)
                part = with_id[own]
                with_id[own] += 1
            self._origins[id(raw)] = _origin(collected, raw, part)

    def origin(self, row: CheckedRow) -> RowOrigin:
        """Return where a row first came from."""
        return self._origins[id(row.raw)]

    @property
    def mended(self) -> frozenset[tuple[str, int]]:
        """The places (sheet, row) in this file of the rows that were sent back before."""
        return self._mended

    def part(self, row: CheckedRow) -> int:
        """Return which of several records of one type its row of this file gives, from 0."""
        return self._parts[id(row.raw)]

    def is_carried(self, row: CheckedRow) -> bool:
        """Tell whether a row was sent back before and says where it came from."""
        return id(row.raw) in self._carried


def _origin(collected: Collected, raw: RawRow, part: int) -> RowOrigin:
    place = raw.place
    return RowOrigin(
        collected.fingerprint, collected.file_name, place.sheet, place.row, raw.natural_id, part
    )
