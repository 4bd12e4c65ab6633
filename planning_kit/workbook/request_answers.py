"""Answers of agencies that lie above the tambon, laid over the requests of plans handed over."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID

from planning_kit.records import Pledge, RequestAnswer
from planning_kit.records.plan_choices import PledgeState
from planning_kit.store import Store, record_uuid

OPEN = (None, PledgeState.NOT_ASKED, PledgeState.ASKED)
"""The states of a request that nobody has answered yet."""


def request_id(area_id: str, pledge: Pledge) -> UUID:
    """Return the id of a request: the one its own workbook gives it, on every laptop."""
    return record_uuid(area_id, Pledge.noun.name, pledge.natural_key())


def answers_in(store: Store, handed: Iterable[RequestAnswer] = ()) -> Mapping[str, RequestAnswer]:
    """Return request id -> the answer that counts: of several levels, the one dated last.

    ``handed`` are answers that came with the plans of places above the tambon.
    """
    found: dict[str, RequestAnswer] = {}
    own = (one.record for one in store.latest(RequestAnswer.noun.name))
    for answer in (*handed, *own):
        if isinstance(answer, RequestAnswer):
            before = found.get(str(answer.request_id))
            if before is None or _day(before) <= _day(answer):
                found[str(answer.request_id)] = answer
    return found


def with_answer(pledge: Pledge, answer: RequestAnswer | None) -> Pledge:
    """Return the request with the answer, unless its own workbook tells a later one."""
    if answer is None or not counts(pledge, answer):
        return pledge
    told = {name: getattr(answer, name) for name in ("state", "answered_on", "answer")}
    return pledge.model_copy(update=told)


def counts(pledge: Pledge, answer: RequestAnswer) -> bool:
    """Tell whether an answer is newer than what the request itself says."""
    if pledge.state in OPEN:
        return True
    own, came = pledge.answered_on, answer.answered_on
    return own is None or came is None or own <= came


def differs(pledge: Pledge, answer: RequestAnswer) -> bool:
    """Tell whether the request was answered, but otherwise."""
    return pledge.state not in OPEN and pledge.state != answer.state


def _day(answer: RequestAnswer) -> date:
    return answer.answered_on or date.min
