"""How a meeting of the plan is named, so that every chapter names it alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planning_kit.language import _
from planning_kit.records.plain_rows import Row, plain_rows
from planning_kit.report.chapters.wording import answer, persons
from planning_kit.thai import format_date

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

FORUM = (
    "forum_code",
    "kind",
    "title",
    "date",
    "place",
    "invited",
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
    "agenda",
    "minutes",
    "resolution",
)
"""What the chapters read of a meeting; people are counted there, never named."""


def held(workbook: Workbook) -> list[Row]:
    """Return the meetings by date, then code, as rows of ``FORUM``."""
    rows = plain_rows(workbook.frame("forum"), FORUM)
    return sorted(rows, key=lambda row: (str(row["date"] or "9"), str(row["forum_code"])))


def by_code(workbook: Workbook) -> dict[str, Row]:
    """Return the meetings by their code."""
    return {row["forum_code"]: row for row in held(workbook)}


def meeting_line(meeting: Row | None) -> str:
    """Say "council meeting, 20 Nov 2026, 42 persons present"; "" without a meeting."""
    if meeting is None:
        return ""
    parts = [answer("forum", "kind", meeting["kind"])]
    if meeting["date"] is not None:
        parts.append(format_date(meeting["date"], "short"))
    if meeting["present"] is not None:
        parts.append(_("{persons} present", persons=persons(meeting["present"])))
    return " · ".join(parts)


def listed(text: str | None) -> list[str]:
    """Return the lines of a long text that say something."""
    return [line.strip() for line in (text or "").splitlines() if line.strip()]
