"""What must be said of an import beside its counts: mended rows, shared villages, files held back."""

from __future__ import annotations

from collections import Counter

from planning_kit import thai
from planning_kit.language import N_
from planning_kit.store import Store
from planning_kit.validate import Checked, State
from planning_kit.workbook.comparing import Change
from planning_kit.workbook.corrections import place_of_correction, place_of_origin
from planning_kit.workbook.plan_areas import Notice
from planning_kit.workbook.provenance import Provenance
from planning_kit.workbook.routing import note
from planning_kit.workbook.target import Target

_SHARED = N_(
    "Villages {codes} lie in several plan areas ({ids}); their rows went to {id} only, so they are "
    "counted once"
)
_NOT_TAKEN = N_(
    "These rows come from “{file}”, of which nothing was imported yet; import that file too, with "
    "--accept-good, or its good rows are missing"
)
_MENDED_SINCE = N_("This row was mended since: it came in on {date} from “{file}”")
_MENDED_CHANGED = N_(
    "This row changes what came in mended on {date} from “{file}”; check that this file is not an "
    "older copy"
)


def of_shared_villages(target: Target) -> list[Notice]:
    """Return one notice for each set of plan areas that hold the same villages of the file."""
    together: dict[tuple[str, ...], list[str]] = {}
    for code, ids in target.shared.items():
        together.setdefault(ids, []).append(code)
    return [
        (_SHARED, {"codes": ", ".join(sorted(codes)), "ids": ", ".join(sorted(ids)), "id": ids[0]})
        for ids, codes in together.items()
    ]


def of_files_not_taken(store: Store, checked: Checked, provenance: Provenance) -> list[Notice]:
    """Return one notice for each file whose bad rows come in mended before its good ones did."""
    files: dict[str, str] = {}
    for row in (*checked.sources, *checked.rows):
        if provenance.is_carried(row):
            origin = provenance.origin(row)
            files[origin.fingerprint] = origin.file_name
    return [
        (_NOT_TAKEN, {"file": name})
        for fingerprint, name in files.items()
        if not store.imports(fingerprint=fingerprint)
    ]


def mended_from(changes: list[Change], provenance: Provenance) -> dict[str, int]:
    """Return how many rows came in mended, by the name of the file that held them first."""
    rows = {
        id(change.row): provenance.origin(change.row).file_name
        for change in changes
        if change.revision is not None and provenance.is_carried(change.row)
    }
    return dict(Counter(rows.values()))


def note_mended_since(
    store: Store, checked: Checked, changes: list[Change], provenance: Provenance
) -> None:
    """Remark on rows of a file that came in mended since, by another file.

    What the old file says of them is not taken. A row of a further file that changes what
    came in mended is taken, and remarked on: that file may be an old copy.
    """
    corrections = store.corrections()
    if not corrections:
        return
    mended = {place_of_correction(one): one.import_id for one in corrections}
    records = {one.record_id: one.import_id for one in corrections}
    changed = {
        id(change.row): records.get(change.revision.record_id)
        for change in changes
        if change.revision is not None and change.kind == "changed"
    }
    batches = {batch.import_id: batch for batch in store.imports()}
    for row in (*checked.sources, *checked.rows):
        if provenance.is_carried(row) or row.state is State.ELSEWHERE:
            continue
        place = place_of_origin(row.raw.record, provenance.origin(row))
        found = (
            ("workbook.mended-since", _MENDED_SINCE, mended.get(place)),
            ("workbook.mended-changed", _MENDED_CHANGED, changed.get(id(row))),
        )
        for code, sentence, import_id in found:
            batch = batches.get(import_id) if import_id is not None else None
            if batch is not None:
                day = thai.format_date(batch.when.astimezone().date())
                note(row, code, sentence, date=day, file=batch.file_name)
