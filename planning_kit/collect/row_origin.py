"""Where a row first came from: what lets a mended row find its place again."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass
from typing import Any

_FINGERPRINT = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class RowOrigin:
    """The place of a row in the first file that held it.

    ``fingerprint`` is the SHA-256 of that file, ``own_id`` the row's own id in it. Where one
    row of a file gives several records of one type, ``part`` counts them from 0.
    """

    fingerprint: str
    file_name: str
    sheet: str
    row: int
    own_id: str | None = None
    part: int = 0

    def key(self, source_code: object) -> tuple[object, ...]:
        """Return what a record without a natural key is known by.

        Its own id within its source; where it has none, its place in its file.
        """
        place = (self.fingerprint, self.sheet, self.row)
        known = place if self.own_id is None else ("id", source_code, self.own_id)
        return (*known, self.part) if self.part else known

    def without_id(self) -> RowOrigin:
        """Return the place alone, for a row of somebody who did not agree to be known."""
        return RowOrigin(self.fingerprint, self.file_name, self.sheet, self.row, None, self.part)

    def written(self) -> str:
        """Return the text of the hidden cell."""
        return json.dumps(list(asdict(self).values()))

    def as_json(self) -> dict[str, Any]:
        """Return the origin as JSON can hold it."""
        return asdict(self)


def read_origin(text: object) -> RowOrigin | None:
    """Read what ``RowOrigin.written`` wrote; ``None`` where somebody changed it."""
    try:
        fingerprint, file_name, sheet, row, own_id, part = json.loads(str(text))
    except (ValueError, TypeError):
        return None
    is_text = isinstance(file_name, str) and isinstance(sheet, str)
    is_id = own_id is None or isinstance(own_id, str)
    is_count = all(type(number) is int for number in (row, part)) and part >= 0
    if not (is_text and is_id and is_count and _FINGERPRINT.fullmatch(str(fingerprint))):
        return None
    return RowOrigin(fingerprint, file_name, sheet, row, own_id, part)
