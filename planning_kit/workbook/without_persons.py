"""What people wrote, as it may be printed: names and numbers of persons hidden.

The import has asked to take them out; whoever does not is still printed by no report. The
records themselves are left as they were written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from planning_kit.records import Record
from planning_kit.thai.persons import hide_persons

if TYPE_CHECKING:
    import pandas as pd

    from planning_kit.store import Store

R = TypeVar("R", bound=Record)


def without_persons(kind: type[Record], frame: pd.DataFrame) -> pd.DataFrame:
    """Return a frame of ``kind`` with persons hidden in its free text; other columns as given."""
    hidden = {}
    for spec in kind.fields():
        if not spec.may_hold_persons or spec.name not in frame:
            continue
        column = frame[spec.name]
        # Columns repeat themselves: each different text is looked at once.
        changed = {
            text: said
            for text in column.dropna().unique()
            if isinstance(text, str) and (said := hide_persons(text)) != text
        }
        if changed:
            hidden[spec.name] = column.replace(changed)
    return frame.assign(**hidden) if hidden else frame


def printed_frame(store: Store, kind: type[Record], plan_area_id: str) -> pd.DataFrame:
    """Return the latest records of a plan area as they may be printed.

    They are read once while nothing is written; what the caller does to its frame stays there.
    """
    # Should somebody save just now, the frame may be newer than the number it is kept under;
    # the next caller then reads again.
    printed = store.remembered(
        ("printed", kind, plan_area_id),
        lambda _at: without_persons(kind, store.frame(kind, plan_area_id)),
    )
    return printed.copy(deep=False)


def record_without_persons(record: R) -> R:
    """Return a record with persons hidden in its free text; the same one where there are none."""
    said = {
        spec.name: hide_persons(text)
        for spec in type(record).fields()
        if spec.may_hold_persons and isinstance(text := getattr(record, spec.name), str)
    }
    changed = {name: text for name, text in said.items() if text != getattr(record, name)}
    return record.with_changes(**changed) if changed else record
