"""What fills the places of a paper: the council, the meeting, the plan. No person's name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from planning_kit.errors import KitError
from planning_kit.language import N_, _
from planning_kit.records.plain_rows import Row, plain_rows
from planning_kit.report.chapters.wording import answer
from planning_kit.report.documents.document import BLANK
from planning_kit.thai import format_date

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

_FORUM = (
    "forum_code",
    "kind",
    "title",
    "date",
    "place",
    "purpose",
    "agenda",
    "convener",
    "minutes",
    "resolution",
    "present",
    "men",
    "women",
    "other_sex",
    "members",
    "members_present",
    "votes_for",
    "votes_against",
    "votes_abstain",
    "chair_voted_to_break_tie",
)


def meeting_of(workbook: Workbook, code: str) -> Row:
    """Return a meeting. Raises ``KitError`` ``report.no-such-meeting`` where there is none."""
    rows = plain_rows(workbook.frame("forum"), _FORUM)
    for row in rows:
        if row["forum_code"] == code:
            return row
    known = ", ".join(sorted(row["forum_code"] for row in rows)) or "–"
    raise KitError(
        "report.no-such-meeting",
        N_("There is no meeting {code} in this workbook; it has {known}."),
        code=code,
        known=known,
    )


def places(workbook: Workbook, meeting: Row | None) -> dict[str, str]:
    """Return every place of the wordings, a dotted line where the records say nothing."""
    period = workbook.period
    filled: dict[str, str | None] = {
        "council": workbook.plan_area.council,
        "area": workbook.title(),
        "start": str(period.plan_start_be or ""),
        "end": str(period.plan_end_be or ""),
        "plan": _(
            "tambon agricultural development plan B.E. {start}–{end} of {area}",
            start=period.plan_start_be,
            end=period.plan_end_be,
            area=workbook.title(),
        ),
    }
    return _lined(filled | _endorsed(workbook) | _met(meeting or {}))


def _met(meeting: Mapping[str, object]) -> dict[str, str | None]:
    names = ("title", "place", "purpose", "convener")
    said: dict[str, str | None] = {
        name: str(meeting[name]) if meeting.get(name) else None for name in names
    }
    kind, day = meeting.get("kind"), meeting.get("date")
    said["kind"] = answer("forum", "kind", kind) if kind else None
    said["date"] = format_date(day) if day else None  # type: ignore[arg-type]
    return said


def _endorsed(workbook: Workbook) -> dict[str, str | None]:
    rows = plain_rows(workbook.frame("endorsement"), ("version", "date", "fingerprint"))
    if not rows:
        return {"endorsed": None, "fingerprint": None}
    last = max(rows, key=lambda row: row["version"] or 0)
    day = format_date(last["date"]) if last["date"] else None
    return {"endorsed": day, "fingerprint": last["fingerprint"]}


def _lined(filled: Mapping[str, str | None]) -> dict[str, str]:
    return {name: " ".join(value.split()) if value else BLANK for name, value in filled.items()}
