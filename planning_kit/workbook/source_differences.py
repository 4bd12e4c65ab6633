"""Where two sources say different things of the same households, counted by answer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations
from uuid import UUID

from planning_kit.records import Record
from planning_kit.store import WITHDRAWN, Revision, Store, told_by_several
from planning_kit.validate.differing_fields import differing_fields
from planning_kit.validate.disagreement import OF_A_HOUSEHOLD
from planning_kit.workbook.reasons import WHY


@dataclass(frozen=True)
class SourceDifference:
    """One answer that two sources told differently, of how many households.

    ``first`` and ``second`` are codes of sources, in order of code.
    """

    record: str
    field: str
    first: str
    second: str
    households: int


def source_differences(store: Store, plan_area_id: str) -> list[SourceDifference]:
    """Return what sources disagree on, by record, field and pair of sources; most first.

    Of each source its last word counts. A row that was mended, or corrected by hand, stands
    for the source that it corrects and is no second source.
    """
    households: dict[tuple[str, str, str, str], set[str]] = defaultdict(set)
    for name in OF_A_HOUSEHOLD:
        by_record: dict[UUID, list[Revision]] = defaultdict(list)
        for revision in told_by_several(store, name, plan_area_id):
            by_record[revision.record_id].append(revision)
        for revisions in by_record.values():
            told = _last_words(revisions)
            for first, second in combinations(sorted(told), 2):
                for spec in differing_fields(told[first], told[second]):
                    code = str(getattr(told[first], "household_id", ""))
                    households[name, spec.name, first, second].add(code)
    found = [SourceDifference(*key, len(codes)) for key, codes in households.items()]
    return sorted(found, key=lambda one: (-one.households, one.record, one.field, one.first))


def _last_words(revisions: Iterable[Revision]) -> dict[str, Record]:
    """Return the last that each source said of a record."""
    told: dict[str, Record] = {}
    source_of: dict[UUID, str] = {}
    for one in revisions:
        code = getattr(one.record, "source_code", None)
        if one.record is None or code is None:
            continue
        source_of[one.revision_id] = code
        if one.state == WITHDRAWN:
            continue
        if one.why != WHY and code not in told and one.parent_id is not None:
            # A correction that names another source says that the first was a mistake.
            told.pop(source_of.get(one.parent_id, ""), None)
        told[code] = one.record
    return told
