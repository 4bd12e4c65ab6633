"""Voting in the room: ballots go into a box, and become records when the vote is closed."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from typing import Any

from planning_kit.errors import KitError
from planning_kit.language import N_
from planning_kit.records import BallotMark, Poll
from planning_kit.workbook.saving import Typed, save_rows
from planning_kit.workbook.workbook import Workbook

_PREFIX = "M"
_WHY = "votes from phones"
_WHY_CLOSED = "the vote was closed"


def cast(
    workbook: Workbook, poll_code: str, ballots: Mapping[str, Sequence[Mapping[str, Any]]]
) -> None:
    """Put ballots that were judged by their paper into the box of a vote, by token.

    A token's earlier ballot gives way. When this returns, the ballots are on the disk. Raises
    ``KitError`` ``store.box-sealed`` once the vote is closed.
    """
    workbook.store.put_in_box(workbook.area_id, poll_code, ballots)


def turnout(workbook: Workbook) -> dict[str, int]:
    """Return how many ballots lie in the box of each vote, by poll code."""
    return workbook.store.boxed(workbook.area_id)


def close_vote(workbook: Workbook, poll_code: str, *, who: str) -> int:
    """Close a vote and make its ballots records; return how many there were.

    The ballots are numbered by lot and saved in the order of their numbers, all with the same
    day and author; then the box is emptied, and nothing ties a phone to its ballot. A closing
    that was cut off is taken up again by closing once more. Raises ``KitError``
    ``voting.no-such-vote``; ``voting.ballots-refused`` where a ballot does not fit the vote any
    more: the box is then kept.
    """
    found = [
        (stored, poll)
        for stored in workbook.stored(Poll)
        if isinstance(poll := stored.record, Poll) and poll.poll_code == poll_code
    ]
    if not found:
        raise KitError("voting.no-such-vote", N_("There is no vote {code} here."), code=poll_code)
    prefix = _free_prefix(workbook, poll_code)
    boxed = workbook.store.seal_box(
        workbook.area_id, poll_code, lambda count: _by_lot(prefix, count)
    )
    rows = [
        Typed({**mark, "poll_code": poll_code, "ballot_no": ballot.number})
        for ballot in boxed
        for mark in ballot.marks
    ]
    saved = save_rows(workbook, BallotMark, rows, who=who, why=_WHY)
    refused = [one for one in saved if not one.is_saved]
    if refused:
        reasons = [finding.say() for one in refused for finding in one.findings]
        raise KitError(
            "voting.ballots-refused",
            N_(
                "The vote takes no more ballots, but {n} marks do not fit it any more: {why} All "
                "ballots are kept; correct the vote and close it again."
            ),
            n=len(refused),
            why=reasons[0] if reasons else "",
        )
    stored, poll = found[0]
    if poll.is_closed is not True:
        workbook.save(
            poll.with_changes(is_closed=True), who=who, why=_WHY_CLOSED, over=stored.revision
        )
    workbook.store.empty_box(workbook.area_id, poll_code)
    return len(boxed)


def _by_lot(prefix: str, count: int) -> list[str]:
    numbers = [f"{prefix}{at:03d}" for at in range(1, count + 1)]
    secrets.SystemRandom().shuffle(numbers)
    return numbers


def _free_prefix(workbook: Workbook, poll_code: str) -> str:
    """Return letters with which no paper ballot of the vote begins."""
    taken = {str(m.ballot_no) for m in workbook.records(BallotMark) if m.poll_code == poll_code}
    prefix = _PREFIX
    while any(number.startswith(prefix) for number in taken):
        prefix += _PREFIX
    return prefix
