"""What a learner saved in the practice data: the records that were not there when it began."""

from __future__ import annotations

from planning_kit.records import record_type
from planning_kit.workbook import Workbook
from planning_kit.workbook.freezing import plain_value


def rows_since(
    record: str, own: Workbook, beginning: Workbook, *, is_new: bool = False
) -> list[dict[str, object]]:
    """Return the records of a type saved in ``own`` since the ``beginning``: field → plain value.

    A record that was there and was changed is among them, unless only what ``is_new`` is asked.
    """
    there = beginning.stored(record)
    before = {one.revision.revision_id for one in there}
    known = {one.record_id for one in there} if is_new else set()
    names = [spec.name for spec in record_type(record).fields()]
    return [
        {
            name: plain_value(value)
            for name in names
            if (value := getattr(one.record, name)) is not None
        }
        for one in own.stored(record)
        if one.revision.revision_id not in before and one.record_id not in known
    ]
