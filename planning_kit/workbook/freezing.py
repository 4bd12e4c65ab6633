"""The plan as one text: what an endorsement freezes and takes the fingerprint of.

The text is JSON with sorted keys, so that the same plan gives the same text on every
laptop. It holds what people agreed, never a household row and no field that is not public;
what happens after the endorsement (progress, answers, lessons) is not part of it.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import unicodedata
from collections.abc import Iterable
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from planning_kit.records import Attendance, Forum, Privacy, Record, record_types

if TYPE_CHECKING:
    from planning_kit.workbook.workbook import Workbook

FORMAT = 1
_AFTERWARDS = frozenset(
    {
        "endorsement",
        "project_status",
        "lesson",
        "attachment",
        "model_score",
        "proposal_step",
        "proposal_origin",
        "project_progress",
        "contact",
        "todo",
        "joint_action",
        "partnership_check",
        "dataset_holding",
        "request_answer",
        "training_need",
    }
)
_FOLLOWED_UP = {
    "pledge": frozenset({"state", "answered_on", "answer"}),
    "proposal": frozenset({"state", "sent_on", "answer", "answered_on"}),
}
# What became of money and targets is told every quarter; amounts and targets are the plan's.
TOLD_LATER = {"indicator_value": ("actual",), "budget_line": ("ordinance", "spent")}
"""The rows that are no part of the plan: record type → values of its field ``kind``."""
_ALSO = ("plan_area", "plan_period", "source")


def frozen_types() -> tuple[type[Record], ...]:
    """Return the record types that an endorsement covers."""
    return tuple(
        kind
        for kind in record_types()
        if kind.noun.name in _ALSO
        or (kind.noun.book == "plan" and kind.noun.name not in _AFTERWARDS)
    )


def plan_content(workbook: Workbook, until: dt.date | None = None) -> str:
    """Return the plan as it stands now, as one text.

    ``until`` the day of the endorsing meeting: a meeting held later to follow the plan up,
    and who came to it, does not turn an endorsed plan into a draft.
    """
    with workbook.store.at_one_moment():
        records = {kind: list(workbook.records(kind)) for kind in frozen_types()}
    later = {
        forum.forum_code
        for forum in records.get(Forum, ())
        if until is not None and isinstance(forum, Forum) and forum.date and forum.date > until
    }
    held = {
        kind.noun.name: _rows(kind, (one for one in listed if not _is_later(one, later)))
        for kind, listed in records.items()
    }
    return text_of(
        {
            "format": FORMAT,
            "plan_area": workbook.area_id,
            "plan_start_be": workbook.period.plan_start_be,
            "records": {name: rows for name, rows in held.items() if rows},
        }
    )


def text_of(content: dict[str, Any]) -> str:
    """Return content as the text that is kept: sorted, NFC, one line."""
    said = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return unicodedata.normalize("NFC", said)


def fingerprint_of(text: str) -> str:
    """Return the SHA-256 of a plan's text."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _is_later(record: Record, later: set[str | None]) -> bool:
    return isinstance(record, (Forum, Attendance)) and record.forum_code in later


def _rows(kind: type[Record], records: Iterable[Record]) -> list[dict[str, Any]]:
    rows = [_public(kind, record) for record in records if _is_covered(record)]
    return sorted((row for row in rows if row), key=lambda row: json.dumps(row, sort_keys=True))


def _is_covered(record: Record) -> bool:
    return getattr(record, "kind", None) not in TOLD_LATER.get(record.noun.name, ())


def _public(kind: type[Record], record: Record) -> dict[str, Any]:
    later = _FOLLOWED_UP.get(kind.noun.name, frozenset())
    return {
        spec.name: plain_value(value)
        for spec in kind.fields()
        if spec.privacy is Privacy.PUBLIC
        and spec.name not in later
        and (value := getattr(record, spec.name)) is not None
    }


def plain_value(value: Any) -> Any:
    """Return a value as JSON holds it; an amount as text, in one form only."""
    if isinstance(value, (bool, int)):
        return value
    if isinstance(value, Decimal):
        # 5000, 5000.0 and 5E+3 are one amount and must give one text.
        return format(value.normalize(), "f")
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, (tuple, list)):
        return [plain_value(item) for item in value]
    return str(getattr(value, "value", value))
