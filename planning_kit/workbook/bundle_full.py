"""A full bundle: every revision and paper of some plan areas, as lines, and read back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from planning_kit import __version__
from planning_kit.records import LocalQuestion, PlanArea, Record, record_type, record_types
from planning_kit.store import (
    PAPERS,
    BadLineError,
    KeptFile,
    Store,
    Whole,
    line_of,
    paper_line,
    paper_row,
    row_of,
)
from planning_kit.workbook.bundle_json import lines_of
from planning_kit.workbook.bundle_opening import OpenedBundle
from planning_kit.workbook.bundle_refusals import bad_content, refused
from planning_kit.workbook.local_questions import scopes_of
from planning_kit.workbook.paper_checks import wrong_paper
from planning_kit.workbook.plan_areas import id_of

REVISIONS, BESIDE, FILES = "revisions", "papers", "files"
_ENDING = ".jsonl"
_LIST = f"{FILES}/list.jsonl"
_AS_KEPT = "as_kept"
# What ``collect.photo`` keeps, and how such a file begins.
_BEGINNINGS = {
    "image/jpeg": b"\xff\xd8\xff",
    "image/png": b"\x89PNG\r\n",
    "application/pdf": b"%PDF-",
}
# Amphoe and province codes, where questions of the wider area are kept.
_WIDER = (2, 4)


def full_parts(store: Store, plan_areas: list[PlanArea]) -> dict[str, bytes]:
    """Return the files from which another store can be made equal to this one."""
    ids = [id_of(one) for one in plan_areas]
    wider = {scope for one in plan_areas for scope in scopes_of(one)} - set(ids)
    whole = store.whole(ids, sorted(wider))
    parts = {
        f"{REVISIONS}/{name}{_ENDING}": lines_of(_line(name, row) for row in rows)
        for name, rows in whole.revisions.items()
    }
    parts |= {
        f"{BESIDE}/{name}{_ENDING}": lines_of(paper_line(PAPERS[name], row) for row in rows)
        for name, rows in whole.papers.items()
    }
    if whole.files:
        listed = ({"fingerprint": f.fingerprint, "media_type": f.media_type} for f in whole.files)
        parts[_LIST] = lines_of(listed)
        parts |= {f"{FILES}/{file.fingerprint}": file.content for file in whole.files}
    return parts


def read_whole(bundle: OpenedBundle) -> tuple[Whole, int]:
    """Return what a full bundle holds, and how many records are outside today’s bounds.

    Every line must be one that a kit wrote. A record that its declaration refuses is let in
    only where the kit that exported it said so, or was of another version, whose bounds may
    have been wider: a back-up must come in again. Raises ``KitError`` ``bundle.bad-content``
    or ``bundle.newer``.
    """
    revisions: dict[str, list[dict[str, Any]]] = {}
    odd = 0
    for name in _named(bundle, REVISIONS, {kind.noun.name for kind in record_types()}):
        rows = list(_revisions_of(bundle, name))
        odd += sum(1 for _row, is_odd in rows if is_odd)
        revisions[name] = [row for row, _is_odd in rows]
    papers = {name: list(_papers_of(bundle, name)) for name in _named(bundle, BESIDE, set(PAPERS))}
    return Whole(revisions, papers, list(_files_of(bundle))), odd


def _line(name: str, row: Mapping[str, Any]) -> dict[str, Any]:
    line = line_of(name, row)
    return line if _is_valid(name, row) else {**line, _AS_KEPT: True}


def _is_valid(name: str, row: Mapping[str, Any]) -> bool:
    if row["is_deleted"]:
        return True
    kind = record_type(name)
    stated = {spec.name: row[spec.name] for spec in kind.fields() if row[spec.name] is not None}
    try:
        kind.model_validate(stated)
    except ValidationError:
        return False
    return True


def _named(bundle: OpenedBundle, folder: str, known: set[str]) -> list[str]:
    """Return which of the known tables a folder holds; refuse what only a newer kit knows."""
    start = f"{folder}/"
    inside = [name.removeprefix(start) for name in bundle.names if name.startswith(start)]
    found = [name.removesuffix(_ENDING) for name in inside]
    if set(found) - known:
        raise refused("bundle.newer", bundle.file, version=bundle.manifest.kit)
    return sorted(found)


def _revisions_of(bundle: OpenedBundle, name: str) -> Iterator[tuple[dict[str, Any], bool]]:
    part, kind = f"{REVISIONS}/{name}{_ENDING}", record_type(name)
    fields = {spec.name for spec in kind.fields()}
    is_other_kit = bundle.manifest.kit != __version__
    for number, line in bundle.lines(part):
        said = dict(line) if isinstance(line, dict) else {}
        is_odd = said.pop(_AS_KEPT, False) is True or is_other_kit
        values = said.get("values")
        if is_other_kit and isinstance(values, dict) and values.keys() - fields:
            raise refused("bundle.newer", bundle.file, version=bundle.manifest.kit)
        try:
            row = row_of(name, said)
        except BadLineError as error:
            raise bad_content(bundle.file, part, number, error, kind.noun.title) from error
        _refuse_elsewhere(bundle, part, number, row["area_id"], kind)
        is_valid = _is_valid(name, row)
        if not (is_valid or is_odd):
            raise bad_content(bundle.file, part, number, row["record_id"], kind.noun.title)
        yield row, not is_valid


def _refuse_elsewhere(
    bundle: OpenedBundle, part: str, number: int, area_id: str, kind: type[Record]
) -> None:
    """Refuse what belongs to a plan area that the bundle does not name."""
    is_wider = kind is LocalQuestion and len(area_id) in _WIDER and area_id.isdigit()
    if area_id not in bundle.manifest.area_ids and not is_wider:
        raise bad_content(bundle.file, part, number, "area_id", kind.noun.title)


def _papers_of(bundle: OpenedBundle, name: str) -> Iterator[dict[str, Any]]:
    part, table = f"{BESIDE}/{name}{_ENDING}", PAPERS[name]
    own = {*bundle.manifest.area_ids, ""}
    for number, line in bundle.lines(part):
        try:
            row = paper_row(table, line)
        except BadLineError as error:
            raise bad_content(bundle.file, part, number, error) from error
        if row.get("area_id", "") not in own:
            raise bad_content(bundle.file, part, number, "area_id")
        if (column := wrong_paper(name, row)) is not None:
            raise bad_content(bundle.file, part, number, column)
        yield row


def _files_of(bundle: OpenedBundle) -> Iterator[KeptFile]:
    for number, line in bundle.lines(_LIST) if _LIST in bundle.names else ():
        said = line if isinstance(line, dict) else {}
        name = f"{FILES}/{said.get('fingerprint')}"
        media_type = said.get("media_type")
        if name not in bundle.names or media_type not in _BEGINNINGS:
            raise bad_content(bundle.file, _LIST, number, "fingerprint")
        file = KeptFile(bundle.read(name), media_type)
        if not file.content.startswith(_BEGINNINGS[media_type]):
            raise bad_content(bundle.file, _LIST, number, "media_type")
        if file.fingerprint != said["fingerprint"]:
            raise refused("bundle.tampered", bundle.file, part=name)
        yield file
