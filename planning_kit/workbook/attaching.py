"""Attaching photos, maps and papers to a workbook, and reading them back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from planning_kit.collect.photo import read_photo
from planning_kit.records import Attachment
from planning_kit.store import KeptFile, Revision, record_uuid
from planning_kit.workbook.without_persons import record_without_persons

if TYPE_CHECKING:
    from planning_kit.workbook.workbook import Workbook


def attach(
    workbook: Workbook,
    path: str | Path,
    *,
    kind: str,
    caption: str,
    who: str,
    why: str = "",
    **about: Any,
) -> Attachment:
    """Keep a picture or PDF in the workbook, and the record that says what it shows.

    ``kind`` is an ``AttachmentKind``; ``about`` fills further fields of ``Attachment``
    (``about``, ``about_code``, ``taken_on``, ``credit``). The same file attached twice is
    kept once; its caption is then the new one. Raises what ``read_photo`` and the store raise.
    """
    photo = read_photo(path)
    file = KeptFile(photo.content, photo.media_type)
    record = Attachment(
        fingerprint=file.fingerprint,
        kind=kind,
        file_name=photo.file_name,
        caption=caption,
        media_type=photo.media_type,
        **about,
    )
    name = record.noun.name
    key = record_uuid(workbook.area_id, name, record.natural_key())
    heads = workbook.store.heads(name, [key]).get(key, [])
    parent = heads[0].revision_id if heads else None
    revision = Revision(name, key, workbook.area_id, record, who, why, parent_id=parent)
    workbook.store.write([revision], files=[file])
    return record


def attached(workbook: Workbook, *kinds: str) -> list[tuple[Attachment, KeptFile]]:
    """Return the attachments of some kinds (all without any) whose bytes are kept here.

    Names and numbers of persons in their captions are hidden.
    """
    found = []
    for record in workbook.records(Attachment):
        if kinds and str(record.kind) not in kinds:
            continue
        file = workbook.store.kept_file(str(record.fingerprint))
        if file is not None:
            found.append((record_without_persons(record), file))
    return found
