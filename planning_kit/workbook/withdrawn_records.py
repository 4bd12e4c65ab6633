"""What was withdrawn from a plan area, as a list for people."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from planning_kit.language import Words
from planning_kit.records import Record, record_type
from planning_kit.store import Revision, Store, withdrawn
from planning_kit.workbook.reasons import reason


@dataclass(frozen=True)
class WithdrawnRecord:
    """One record that was withdrawn; ``key`` is its id where its type has no natural key."""

    title: Words
    key: str
    when: dt.datetime
    who: str
    why: Words


def withdrawn_records(
    store: Store, plan_area_id: str, names: Iterable[str]
) -> list[WithdrawnRecord]:
    """Return what was withdrawn of some record types, type by type, the last first."""
    return [
        WithdrawnRecord(
            record_type(name).noun.title,
            (key_text(one.record) if one.record else "") or str(one.record_id),
            one.when,
            one.who,
            reason(one),
        )
        for name in names
        for one in withdrawn(store, name, plan_area_id)
    ]


def key_text(record: Record) -> str:
    """Return the natural key of a record as a sentence shows it; ``""`` where it has none."""
    return " · ".join(str(part) for part in record.natural_key() or () if part is not None)


def counted(revisions: Iterable[Revision]) -> Words:
    """Return of which types how many records there are: “Households 1, Production 3”."""
    ids = {(one.record_type, one.record_id) for one in revisions}
    numbers = sorted(Counter(name for name, _id in ids).items())
    titles = [(record_type(name).noun.title, n) for name, n in numbers]
    return Words(
        ", ".join(f"{title.th} {n}" for title, n in titles),
        ", ".join(f"{title.en} {n}" for title, n in titles),
    )
