"""A packed file (.zip, .xlsx, .ods) unpacked without trusting what it says of itself."""

from __future__ import annotations

import io
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterable
from pathlib import PurePosixPath

from planning_kit.collect import refusals
from planning_kit.collect.limits import (
    MOST_PARTS,
    MOST_TIMES_BIGGER,
    MOST_UNPACKED_BYTES,
    RATIO_COUNTS_FROM,
)

ZIP_MARK = b"PK\x03\x04"
_LOCAL_HEADER = struct.Struct("<4s5H3I2H")
_IS_ENCRYPTED = 0x1
_PACKED_ENDINGS = frozenset(
    (".zip", ".xlsx", ".xlsm", ".xlsb", ".ods", ".docx", ".7z", ".rar", ".gz", ".tgz", ".jar")
)
_DRIVE = re.compile(r"^[A-Za-z]:")


class SafeZip:
    """The parts of a packed file by name; nothing is unpacked until it is asked for.

    Raises ``KitError`` when made: ``collect.broken-file``, ``collect.encrypted``,
    ``collect.unpacks-too-big``, or ``collect.unsafe-file`` for two parts of one name, names
    that point outside, links, and parts that lie over one another.
    """

    def __init__(self, data: bytes, file: str) -> None:
        self._data, self.file = data, file
        self._unpacked = 0
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                infos = archive.infolist()
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, IndexError) as error:
            raise refusals.broken(file) from error
        except (struct.error, EOFError, UnicodeDecodeError) as error:
            raise refusals.broken(file) from error
        self._refuse_tricks(infos)
        named = {_plain(info): info for info in infos}
        self._infos = {name: info for name, info in named.items() if not name.endswith("/")}

    @property
    def names(self) -> list[str]:
        """Return the names of the parts, folders left out, in their order in the file."""
        return list(self._infos)

    def holds_packed_files(self) -> bool:
        """Tell whether a part is itself a packed file."""
        endings = {PurePosixPath(name).suffix.casefold() for name in self._infos}
        return not endings.isdisjoint(_PACKED_ENDINGS)

    def read(self, name: str) -> bytes:
        """Return one part, unpacked.

        Raises ``KitError`` ``collect.broken-file`` or ``collect.unpacks-too-big``; what a
        part says of its own size is checked, not believed.
        """
        info = self._infos[name]
        at = info.header_offset
        try:
            header = _LOCAL_HEADER.unpack_from(self._data, at)
        except struct.error as error:
            raise refusals.broken(self.file) from error
        if header[0] != ZIP_MARK:
            raise refusals.broken(self.file)
        start = at + _LOCAL_HEADER.size + header[9] + header[10]
        packed = self._data[start : start + info.compress_size]
        content = self._inflated(info, packed)
        if len(content) != info.file_size or zlib.crc32(content) != info.CRC:
            raise refusals.broken(self.file)
        self._unpacked += len(content)
        if self._unpacked > MOST_UNPACKED_BYTES:
            raise refusals.unpacks_too_big(self.file)
        return content

    def _inflated(self, info: zipfile.ZipInfo, packed: bytes) -> bytes:
        if info.compress_type == zipfile.ZIP_STORED:
            return packed
        if info.compress_type != zipfile.ZIP_DEFLATED:
            raise refusals.broken(self.file)
        inflater = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            # One byte more than it says it has shows the lie.
            content = inflater.decompress(packed, info.file_size + 1)
        except zlib.error as error:
            raise refusals.broken(self.file) from error
        if not inflater.eof and len(content) > info.file_size:
            raise refusals.unpacks_too_big(self.file)
        return content

    def _refuse_tricks(self, infos: list[zipfile.ZipInfo]) -> None:
        if len(infos) > MOST_PARTS:
            raise refusals.unpacks_too_big(self.file)
        seen: set[str] = set()
        for info in infos:
            name = _plain(info)
            if name.casefold() in seen or _points_outside(name) or _is_link(info):
                raise refusals.hostile(self.file)
            seen.add(name.casefold())
            if info.flag_bits & _IS_ENCRYPTED:
                raise refusals.encrypted(self.file)
            grows = info.file_size > MOST_TIMES_BIGGER * max(info.compress_size, 1)
            if grows and info.file_size > RATIO_COUNTS_FROM:
                raise refusals.unpacks_too_big(self.file)
        if sum(info.file_size for info in infos) > MOST_UNPACKED_BYTES:
            raise refusals.unpacks_too_big(self.file)
        self._refuse_overlaps(infos)

    def _refuse_overlaps(self, infos: list[zipfile.ZipInfo]) -> None:
        end = 0
        for info in sorted(infos, key=lambda one: one.header_offset):
            if info.header_offset < end:
                raise refusals.hostile(self.file)
            end = info.header_offset + _LOCAL_HEADER.size + info.compress_size


def repacked(parts: Iterable[tuple[str, bytes]]) -> bytes:
    """Return a plain packed file of parts that were read safely.

    Other readers get this copy, so they see no part, size or name that was not checked.
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, content in parts:
            archive.writestr(zipfile.ZipInfo(name), content)
    return buffer.getvalue()


def _plain(info: zipfile.ZipInfo) -> str:
    # Some programs on Windows write the folders of the name with a backslash.
    return info.orig_filename.replace("\\", "/")


def _points_outside(name: str) -> bool:
    outside = not name or "\0" in name or name.startswith("/") or ".." in name.split("/")
    return outside or _DRIVE.match(name) is not None


def _is_link(info: zipfile.ZipInfo) -> bool:
    return stat.S_ISLNK(info.external_attr >> 16)
