"""The old container of Office files (.xls, and what a password wraps): its streams by name.

Layout after [MS-CFB], Compound File Binary File Format, version 3 and 4.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from planning_kit.collect import refusals

OLE_MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEADER_FAT = struct.Struct("<109I")
_LAST_REGULAR = 0xFFFFFFFA
_ENTRY = 128
_STREAM, _STORAGE, _ROOT = 2, 1, 5


class OleContainer:
    """Raises ``KitError`` ``collect.broken-file`` when made of bytes that are no container."""

    def __init__(self, data: bytes, file: str) -> None:
        self._data, self._file = data, file
        if len(data) < 512 or not data.startswith(OLE_MARK):
            raise refusals.broken(file)
        shift, small_shift = struct.unpack_from("<HH", data, 30)
        if shift not in (9, 12) or small_shift != 6:
            raise refusals.broken(file)
        self._size = 1 << shift
        directory, self._small_under = struct.unpack_from("<I4xI", data, 48)
        first_small, _n, first_fat, _m = struct.unpack_from("<4I", data, 60)
        self._fat = self._sectors_of_fat(first_fat)
        self._small_fat = _numbers(b"".join(self._chain(first_small)))
        self._entries: dict[str, tuple[int, int, int]] = {}
        self._read_directory(b"".join(self._chain(directory)))

    @property
    def names(self) -> set[str]:
        """Return the names of all streams and storages."""
        return set(self._entries)

    def stream(self, name: str) -> bytes:
        """Return the bytes of a stream; raises ``KeyError`` where there is none."""
        _kind, first, size = self._entries[name]
        if size >= self._small_under:
            return b"".join(self._chain(first))[:size]
        root = next((entry for entry in self._entries.values() if entry[0] == _ROOT), None)
        if root is None:
            raise refusals.broken(self._file)
        small = b"".join(self._chain(root[1]))
        chain = _follow(first, self._small_fat, self._file)
        return b"".join(small[64 * at : 64 * at + 64] for at in chain)[:size]

    def _sector(self, at: int) -> bytes:
        start = (at + 1) * self._size
        sector = self._data[start : start + self._size]
        if not sector:
            raise refusals.broken(self._file)
        return sector

    def _chain(self, first: int) -> Iterator[bytes]:
        for at in _follow(first, self._fat, self._file):
            yield self._sector(at)

    def _sectors_of_fat(self, more: int) -> list[int]:
        listed = [at for at in _HEADER_FAT.unpack_from(self._data, 76) if at < _LAST_REGULAR]
        seen: set[int] = set()
        while more < _LAST_REGULAR:
            if more in seen:
                raise refusals.broken(self._file)
            seen.add(more)
            *here, more = _numbers(self._sector(more).ljust(self._size, b"\xff"))
            listed += [at for at in here if at < _LAST_REGULAR]
        # No sector is listed twice in an honest file; then the list is as long as the file.
        if len(set(listed)) != len(listed):
            raise refusals.broken(self._file)
        return _numbers(b"".join(self._sector(at).ljust(self._size, b"\xff") for at in listed))

    def _read_directory(self, content: bytes) -> None:
        for at in range(0, len(content) - _ENTRY + 1, _ENTRY):
            entry = content[at : at + _ENTRY]
            length, kind = struct.unpack_from("<HB", entry, 64)
            first, size = struct.unpack_from("<II", entry, 116)
            if kind in (_STREAM, _STORAGE, _ROOT) and 2 <= length <= 64:
                name = entry[: length - 2].decode("utf-16-le", "replace")
                self._entries.setdefault(name, (kind, first, size))


def _numbers(content: bytes) -> list[int]:
    count = len(content) // 4
    return list(struct.unpack_from(f"<{count}I", content))


def _follow(first: int, table: list[int], file: str) -> Iterator[int]:
    at, steps = first, 0
    while at < _LAST_REGULAR:
        if at >= len(table) or steps > len(table):
            raise refusals.broken(file)
        yield at
        at, steps = table[at], steps + 1
