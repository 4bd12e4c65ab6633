"""Writing a bundle: every file, its fingerprint, and the .zip, which appears whole or not at all."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import os
import tempfile
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from planning_kit.collect.limits import MOST_UNPACKED_BYTES
from planning_kit.errors import KitError
from planning_kit.language import N_
from planning_kit.workbook import bundle_readme
from planning_kit.workbook.bundle_locking import lock
from planning_kit.workbook.bundle_manifest import NAME, Manifest
from planning_kit.workbook.bundle_opening import LOCKED, MOST_BYTES, about

_TOO_BIG = N_(
    "The bundle would be bigger than {most} MB, and no computer would open it. Attach fewer or "
    "smaller files, or copy the whole store with: planning-kit backup"
)
# What is packed already is only stored; packing a photo again takes time and gains nothing.
_PACKED = (".xlsx", ".bin", ".png", ".jpg")


def write_bundle(
    path: str | Path, manifest: Manifest, parts: Mapping[str, bytes], passphrase: str | None = None
) -> Manifest:
    """Write the .zip and return its manifest, with the fingerprint of the whole.

    With a ``passphrase`` all parts are locked; README.txt and bundle.json stay readable. A file
    that was there is replaced only by a whole one. Raises ``KitError`` ``bundle.too-big-to-make``
    and ``bundle.short-passphrase``; ``OSError`` where the file cannot be written.
    """
    names = [*parts, bundle_readme.NAME, NAME]
    whole = {**parts, bundle_readme.NAME: bundle_readme.readme(manifest, names)}
    inside = replace(manifest, files=_fingerprints(whole))
    made = inside
    data = _packed(inside, whole)
    if passphrase is not None:
        locked, how = lock(data, passphrase, about(manifest))
        shown = replace(manifest, locked=how)
        outside = {
            bundle_readme.NAME: bundle_readme.readme(shown, [LOCKED, bundle_readme.NAME, NAME]),
            LOCKED: locked,
        }
        made = replace(shown, files=_fingerprints(outside))
        data = _packed(made, outside)
    if sum(map(len, whole.values())) > MOST_UNPACKED_BYTES or len(data) > MOST_BYTES:
        raise KitError("bundle.too-big-to-make", _TOO_BIG, most=MOST_BYTES // 1024 // 1024)
    _put_in_place(Path(path), data)
    return made


def _fingerprints(parts: Mapping[str, bytes]) -> dict[str, str]:
    return {name: hashlib.sha256(content).hexdigest() for name, content in parts.items()}


def _packed(manifest: Manifest, parts: Mapping[str, bytes]) -> bytes:
    made = dt.datetime.fromisoformat(manifest.made_at).timetuple()[:6]
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in {**_readable_first(parts), NAME: manifest.as_file()}.items():
            entry = zipfile.ZipInfo(name, made)
            entry.external_attr = 0o644 << 16
            is_packed = name.endswith(_PACKED) or name.startswith("files/")
            entry.compress_type = zipfile.ZIP_STORED if is_packed else zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return buffer.getvalue()


def _readable_first(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the parts in the order in which a person looks at them."""
    first = (bundle_readme.NAME, "report.html", "tables.xlsx")
    return {
        **{name: parts[name] for name in first if name in parts},
        **{name: parts[name] for name in sorted(parts) if name not in first},
    }


def _put_in_place(path: Path, data: bytes) -> None:
    part: Path | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".part-", suffix=path.suffix, dir=path.parent)
        part = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        # A full disk names no file, and the part is none that anybody asked for.
        error.filename, error.filename2 = str(path), None
        raise
    finally:
        if part is not None:
            part.unlink(missing_ok=True)
