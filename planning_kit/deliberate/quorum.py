"""A council meeting: is it quorate, and did a motion carry? For council meetings only.

Community Organization Council Act B.E. 2551, section 20: half of the members or more must be
present, the majority decides, and at equal votes the chair has one more vote, the casting vote.
A village forum or hearing has no quorum.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from planning_kit.deliberate.reason import Reason, reason
from planning_kit.errors import KitError
from planning_kit.language import N_

_MET = N_("{present} of {members} members are present; {needed} are needed, so it may decide.")
_NOT_MET = N_(
    "{present} of {members} members are present; {needed} are needed, so it may not decide."
)
_CARRIED = N_("Carried: {votes_for} for, {votes_against} against.")
_LOST = N_("Not carried: {votes_for} for, {votes_against} against.")
_BY_CHAIR_FOR = N_(
    "{votes_for} for and {votes_against} against; the chair’s casting vote carried it."
)
_BY_CHAIR_AGAINST = N_(
    "{votes_for} for and {votes_against} against; the chair’s casting vote was against it."
)
_EVEN = N_("{votes_for} for and {votes_against} against: the chair has the casting vote.")


@dataclass(frozen=True)
class Quorum:
    """Whether a council meeting may decide. ``needed``: half of the members, rounded up."""

    is_met: bool
    present: int
    members: int
    needed: int

    def reasons(self) -> list[Reason]:
        """Return the finding as a sentence."""
        counts = {"present": self.present, "members": self.members, "needed": self.needed}
        return [reason(_MET if self.is_met else _NOT_MET, **counts)]


@dataclass(frozen=True)
class Motion:
    """What a vote decided. ``is_carried`` is ``None`` while the casting vote is awaited."""

    is_carried: bool | None
    by_casting_vote: bool
    votes_for: int
    votes_against: int
    votes_abstain: int

    def reasons(self) -> list[Reason]:
        """Return the finding as a sentence."""
        counts = {"votes_for": self.votes_for, "votes_against": self.votes_against}
        if self.is_carried is None:
            return [reason(_EVEN, **counts)]
        if self.by_casting_vote:
            return [reason(_BY_CHAIR_FOR if self.is_carried else _BY_CHAIR_AGAINST, **counts)]
        return [reason(_CARRIED if self.is_carried else _LOST, **counts)]


def quorum(present: Any, members: Any) -> Quorum:
    """Return whether ``present`` × 2 ≥ ``members``.

    Raises ``KitError``: ``deliberate.count-missing`` (blank, below 0 or not whole; no members),
    ``deliberate.present-above-members``.
    """
    there, whole = _count(present), _count(members)
    if whole == 0:
        raise _missing()
    if there > whole:
        raise KitError(
            "deliberate.present-above-members",
            N_("{present} members are present but the council has {members}. Check both."),
            present=there,
            members=whole,
        )
    return Quorum(there * 2 >= whole, there, whole, (whole + 1) // 2)


def quorum_met(present: Any, members: Any) -> bool:
    """Return ``quorum(present, members).is_met``."""
    return quorum(present, members).is_met


def motion(
    votes_for: Any,
    votes_against: Any,
    votes_abstain: Any = 0,
    *,
    present: Any = None,
    chair_votes_for: bool | None = None,
) -> Motion:
    """Return what a vote decided; ``chair_votes_for`` is the casting vote at equal votes.

    Raises ``KitError``: ``deliberate.count-missing``; ``deliberate.more-votes-than-present``
    where ``present`` is given; ``deliberate.casting-vote-not-due`` for a casting vote without
    equal votes.
    """
    yes, no, none = _count(votes_for), _count(votes_against), _count(votes_abstain)
    if present is not None and present == present and yes + no + none > _count(present):
        raise KitError(
            "deliberate.more-votes-than-present",
            N_("{votes} votes were counted but {present} members are present. Count again."),
            votes=yes + no + none,
            present=_count(present),
        )
    if yes == no:
        return Motion(chair_votes_for, chair_votes_for is not None, yes, no, none)
    if chair_votes_for is not None:
        raise KitError(
            "deliberate.casting-vote-not-due",
            N_(
                "{votes_for} for and {votes_against} against are not equal: no casting vote is due."
            ),
            votes_for=yes,
            votes_against=no,
        )
    return Motion(yes > no, False, yes, no, none)


def _count(given: Any) -> int:
    if given is None or given != given or given < 0 or given % 1:
        raise _missing()
    return int(given)


def _missing() -> KitError:
    return KitError(
        "deliberate.count-missing",
        N_("Members, people present and votes must be whole numbers. Enter what is missing."),
    )
