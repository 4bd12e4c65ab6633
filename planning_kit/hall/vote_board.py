"""The votes of a workbook as the facilitator sees them; runs in a thread beside the loop."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from planning_kit.hall.hands_page import COUNTED_ALOUD
from planning_kit.language import N_, _
from planning_kit.records import Forum, Poll
from planning_kit.records.poll_choices import PollAbout, PollMethod
from planning_kit.workbook import Workbook, open_workbook
from planning_kit.workbook.saving import Level, save_answers
from planning_kit.workbook.voting import close_vote, turnout
from planning_kit.workbook.voting_paper import (
    MOST_OPTIONS,
    MOST_OPTIONS_ELSE,
    ON_PHONES,
    Option,
    can_be_on_phones,
    named_options,
)

ASKED = ("title", "method", "eligible", "dots_each", "max_approvals", "budget", "forum_code")
"""What the facilitator is asked of a vote, besides its options."""
_ONLY_FOR = {
    "dots_each": (PollMethod.DOTS,),
    "max_approvals": (PollMethod.APPROVAL,),
    "budget": (PollMethod.APPROVAL,),
}
_CODE = re.compile(r"V(\d{1,6})")
_MOST_TRIES = 20
_TOO_MANY = N_("Choose at most {most} options for this way of voting; phones are small.")
_WHY = "a vote opened in the hall"


@dataclass(frozen=True)
class VoteLine:
    """A vote in a line: ``ballots`` lie in its box; ``eligible`` may vote, where stated.

    ``is_aloud``: raised hands or stickers can be added to it.
    """

    code: str
    title: str
    way: str
    is_open: bool
    is_closed: bool
    ballots: int
    eligible: int | None
    is_aloud: bool
    when: dt.datetime


@dataclass(frozen=True)
class Board:
    """All votes by code, and what a new one can be about."""

    title: str
    practice: bool
    votes: Sequence[VoteLine]
    options: Mapping[str, Sequence[Option]]
    forums: Sequence[tuple[str, str]]


def board(area: str, plan_start: int, store_url: str) -> Board:
    """Return the votes of a workbook; raises ``KitError`` as ``open_workbook``."""
    with open_workbook(area, plan_start, store=store_url) as workbook:
        options = {str(a): list(named_options(workbook, a).values()) for a in PollAbout}
        return Board(
            workbook.title(), workbook.is_practice, vote_lines(workbook), options, forums(workbook)
        )


def forums(workbook: Workbook) -> list[tuple[str, str]]:
    """Return code and title of every meeting, the latest first."""
    found = sorted(workbook.records(Forum), key=lambda one: str(one.date), reverse=True)
    return [(str(one.forum_code), str(one.title)) for one in found]


def forums_at(area: str, plan_start: int, store_url: str) -> list[tuple[str, str]]:
    """Return the meetings alone."""
    with open_workbook(area, plan_start, store=store_url) as workbook:
        return forums(workbook)


def lines_at(area: str, plan_start: int, store_url: str) -> list[VoteLine]:
    """Return the votes alone, as often as a wall asks for them."""
    with open_workbook(area, plan_start, store=store_url) as workbook:
        return vote_lines(workbook)


def vote_lines(workbook: Workbook) -> list[VoteLine]:
    """Return every vote in order of its code."""
    boxed = turnout(workbook)
    sealed = workbook.store.sealed_boxes(workbook.area_id)
    found = []
    for stored in workbook.stored(Poll):
        poll: Any = stored.record
        code = str(poll.poll_code)
        is_open = poll.is_closed is False and (code in sealed or can_be_on_phones(poll))
        found.append(
            VoteLine(
                code,
                str(poll.title),
                str(poll.method.words),
                is_open,
                poll.is_closed is True,
                boxed.get(code, 0),
                poll.eligible,
                poll.method in COUNTED_ALOUD,
                stored.revision.when,
            )
        )
    return sorted(found, key=lambda one: one.code)


def open_vote(
    area: str, plan_start: int, store_url: str, asked: Mapping[str, str], options: Sequence[str]
) -> tuple[str, dict[str, str]]:
    """Save a new open vote; return its code, or "" and what is wrong, by field.

    ``asked`` holds texts of ``ASKED`` and ``about``; ``options`` the codes chosen.
    """
    method = asked.get("method", "")
    most = MOST_OPTIONS.get(method, MOST_OPTIONS_ELSE)
    if len(options) > most:
        return "", {"option_codes": _(_TOO_MANY, most=most)}
    answers = _answers(asked, method, options)
    with open_workbook(area, plan_start, store=store_url) as workbook:
        codes = (_CODE.fullmatch(str(one.poll_code)) for one in workbook.records(Poll))
        number = max((int(found[1]) for found in codes if found), default=0)
        for at in range(number + 1, number + _MOST_TRIES):
            code = f"V{at:02d}"
            saving = save_answers(
                workbook, Poll, {**answers, "poll_code": code}, who="facilitator", why=_WHY
            )
            refused = {f.field: f.say() for f in saving.findings if f.level is Level.REFUSE}
            if saving.is_saved:
                return code, {}
            # Refused as a whole, the code once belonged to a vote that was withdrawn: the next.
            if refused and "" not in refused:
                break
    return "", refused


def _answers(asked: Mapping[str, str], method: str, options: Sequence[str]) -> dict[str, Any]:
    answers: dict[str, Any] = {name: asked.get(name, "") for name in (*ASKED, "about")}
    for name, methods in _ONLY_FOR.items():
        if method not in methods:
            answers[name] = ""
    return {
        **answers,
        "method": method if method in ON_PHONES else "",
        "option_codes": ",".join(options),
        "date": dt.datetime.now().astimezone().date(),
        "is_closed": False,
    }


def close(area: str, plan_start: int, store_url: str, code: str) -> int:
    """Close a vote and return how many ballots phones gave; raises as ``close_vote``."""
    with open_workbook(area, plan_start, store=store_url) as workbook:
        return close_vote(workbook, code, who="facilitator")
