"""Who may do what in the hall: the one table, for the hall's pages and the light ones."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class Role(StrEnum):
    """What a visitor is here as."""

    FACILITATOR = "facilitator"
    RECORDER = "recorder"
    PARTICIPANT = "participant"
    VIEWER = "viewer"


class Action(StrEnum):
    """What pages and sockets let a visitor do."""

    SEE_PROGRESS = "see-progress"
    OPEN_APP = "open-app"
    MAKE_REPORT = "make-report"
    MAKE_WORKBOOK = "make-workbook"
    OPEN_ROOM = "open-room"
    BEGIN_AGAIN = "begin-again"
    SETTLE_VERSIONS = "settle-versions"
    GIVE_CODES = "give-codes"
    RUN_VOTES = "run-votes"
    SEE_TURNOUT = "see-turnout"
    SEE_RESULT = "see-result"
    ADD_CARD = "add-card"
    CAST_VOTE = "cast-vote"
    TYPE_BALLOTS = "type-ballots"
    ANSWER_QUIZ = "answer-quiz"
    SEE_CLASS = "see-class"
    TYPE_ANSWERS = "type-answers"
    TAKE_IN_BUNDLE = "take-in-bundle"
    MARK_PLAN = "mark-plan"
    TAKE_AWAY_BUNDLE = "take-away-bundle"


_MAY: Mapping[Role, frozenset[Action]] = {
    Role.FACILITATOR: frozenset(Action),
    Role.RECORDER: frozenset(
        {
            Action.SEE_PROGRESS,
            Action.OPEN_APP,
            Action.SEE_TURNOUT,
            Action.SEE_RESULT,
            Action.ADD_CARD,
            Action.CAST_VOTE,
            Action.TYPE_BALLOTS,
            Action.ANSWER_QUIZ,
            Action.BEGIN_AGAIN,
        }
    ),
    Role.PARTICIPANT: frozenset(
        {Action.SEE_RESULT, Action.ADD_CARD, Action.CAST_VOTE, Action.ANSWER_QUIZ}
    ),
    Role.VIEWER: frozenset({Action.SEE_PROGRESS, Action.SEE_TURNOUT, Action.SEE_RESULT}),
}


# A real plan must not come to lie among invented ones, nor an invented one among real ones.
_NOT_IN_PRACTICE = frozenset({Action.MAKE_WORKBOOK, Action.TAKE_IN_BUNDLE, Action.TAKE_AWAY_BUNDLE})
_IN_PRACTICE_ONLY = frozenset({Action.BEGIN_AGAIN})


def may(role: Role, action: Action, *, practice: bool = False) -> bool:
    """Tell whether a visitor in ``role`` may do ``action``, in practice or with real workbooks."""
    return action in _MAY[role] and action not in (
        _NOT_IN_PRACTICE if practice else _IN_PRACTICE_ONLY
    )
