"""Where a part of the plan comes from: the meeting that said it, or the decision that adopted it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from planning_kit.language import Words, _
from planning_kit.records.plain_rows import Row, plain_rows
from planning_kit.report.chapters.plan_frames import latest_decision
from planning_kit.report.chapters.wording import answer, number
from planning_kit.thai import format_date

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

_FORUM = ("forum_code", "kind", "title", "date", "present")
_VOTES = ("decision_code", "votes_for", "votes_against", "votes_abstain")
_PRESENT = Words("ผู้ร่วม", "present")


def forum_lines(workbook: Workbook, forum_codes: Iterable[object]) -> list[str]:
    """Return an evidence line for each meeting named: kind, title, date and n present."""
    forums = {row["forum_code"]: row for row in plain_rows(workbook.frame("forum"), _FORUM)}
    named = dict.fromkeys(code for code in forum_codes if code in forums)
    return [_("Source: {sources}", sources=_forum(forums[code])) for code in named]


def decision_lines(workbook: Workbook, *about: str) -> list[str]:
    """Return the evidence line of the latest decision on a subject, or that there is none."""
    decision = latest_decision(workbook, *about)
    if decision is None:
        return [_("Not yet adopted by a meeting; as written in the workbook.")]
    forums = {row["forum_code"]: row for row in plain_rows(workbook.frame("forum"), _FORUM)}
    rows = plain_rows(workbook.frame("decision"), _VOTES)
    votes = next(row for row in rows if row["decision_code"] == decision["decision_code"])
    parts = [_("Decision {code}", code=decision["decision_code"])]
    if decision["date"]:
        parts.append(format_date(decision["date"], "short"))
    if forum := forums.get(decision["forum_code"]):
        parts.append(_forum(forum, with_date=False))
    return [" · ".join([*parts, *_voted(votes)])]


def _forum(forum: Row, *, with_date: bool = True) -> str:
    parts = [answer("forum", "kind", forum["kind"]), forum["title"]]
    if with_date and forum["date"]:
        parts.append(format_date(forum["date"], "short"))
    if forum["present"] is not None:
        parts.append(_("n = {n} {of}", n=number(forum["present"]), of=str(_PRESENT)))
    return ", ".join(part for part in parts if part)


def _voted(votes: Row) -> list[str]:
    if votes["votes_for"] is None:
        return []
    return [
        _(
            "{yes} for, {no} against, {abstain} abstained",
            yes=number(votes["votes_for"]),
            no=number(votes["votes_against"]),
            abstain=number(votes["votes_abstain"]),
        )
    ]
