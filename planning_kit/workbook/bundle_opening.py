"""Opening a bundle: every file against its fingerprint before a single one is believed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from planning_kit.collect.safe_zip import SafeZip
from planning_kit.errors import KitError
from planning_kit.workbook.bundle_json import BadJsonError, read_json, read_lines
from planning_kit.workbook.bundle_locking import WrongPassphraseError, can_unlock, unlock
from planning_kit.workbook.bundle_manifest import NAME, Manifest, read_manifest
from planning_kit.workbook.bundle_refusals import OF_ZIP, bad_content, refused

LOCKED = "locked.bin"
MOST_BYTES = 300 * 1024 * 1024

Ask = Callable[[], str | None]
"""Asks for the passphrase when one is needed; ``None`` where nobody can say it."""


@dataclass(frozen=True)
class OpenedBundle:
    """A bundle that is whole: its manifest, and its files by name."""

    file: str
    manifest: Manifest
    parts: SafeZip

    @property
    def names(self) -> list[str]:
        """The names of the files."""
        return [name for name in self.parts.names if name != NAME]

    def read(self, name: str) -> bytes:
        """Return a file. Raises ``KeyError`` for one that is not there."""
        return self.parts.read(name)

    def json(self, name: str) -> Any:
        """Return the content of a JSON file; raises ``bundle.bad-content``."""
        try:
            return read_json(self.read(name))
        except (BadJsonError, KeyError) as error:
            raise bad_content(self.file, name, 1, "JSON") from error

    def lines(self, name: str) -> Iterator[tuple[int, Any]]:
        """Yield (number, content) of a file of JSON lines; raises ``bundle.bad-content``."""
        number = 0
        try:
            for number, content in read_lines(self.read(name)):
                yield number, content
        except BadJsonError as error:
            raise bad_content(self.file, name, number + 1, "JSON") from error


def open_bundle(path: str | Path, ask: Ask | None = None) -> OpenedBundle:
    """Open a bundle and see that it is whole; one that is locked with what ``ask`` answers.

    Raises ``KitError``: ``bundle.broken``, ``…unsafe``, ``…too-big``, ``…no-manifest``,
    ``…newer``, ``…unknown-kind``, ``…tampered``, ``…locked``, ``…wrong-passphrase``; ``OSError``
    where the file cannot be read.
    """
    file = Path(path)
    if file.stat().st_size > MOST_BYTES:
        raise refused("bundle.too-big", file.name)
    bundle = _checked(file.read_bytes(), file.name)
    if bundle.manifest.locked is None:
        return bundle
    if not can_unlock(bundle.manifest.locked) or LOCKED not in bundle.names:
        raise refused("bundle.newer", file.name, version=bundle.manifest.kit)
    passphrase = ask() if ask is not None else None
    if not passphrase:
        raise refused("bundle.locked", file.name)
    try:
        inside = unlock(
            bundle.read(LOCKED), passphrase, dict(bundle.manifest.locked), about(bundle.manifest)
        )
    except WrongPassphraseError as error:
        raise refused("bundle.wrong-passphrase", file.name) from error
    opened = _checked(inside, file.name)
    if opened.manifest.locked is not None or about(opened.manifest) != about(bundle.manifest):
        raise refused("bundle.tampered", file.name, part=NAME)
    return opened


def about(manifest: Manifest) -> bytes:
    """Return what a locked bundle says openly, bound to what is locked in it."""
    said = [str(manifest.kind), manifest.made_at, manifest.kit, *manifest.area_ids]
    return "\n".join(said).encode("utf-8")


def _checked(data: bytes, file: str) -> OpenedBundle:
    try:
        parts = SafeZip(data, file)
        if NAME not in parts.names:
            raise refused("bundle.no-manifest", file)
        manifest = read_manifest(parts.read(NAME), file)
        _refuse_tampered(parts, manifest, file)
    except KitError as error:
        if error.code not in OF_ZIP:
            raise
        raise refused(OF_ZIP[error.code], file) from error
    return OpenedBundle(file, manifest, SafeZip(data, file))


def _refuse_tampered(parts: SafeZip, manifest: Manifest, file: str) -> None:
    named = set(parts.names) - {NAME}
    for name in sorted(named ^ manifest.files.keys()):
        raise refused("bundle.tampered", file, part=name)
    for name, fingerprint in manifest.files.items():
        if hashlib.sha256(parts.read(name)).hexdigest() != fingerprint:
            raise refused("bundle.tampered", file, part=name)
