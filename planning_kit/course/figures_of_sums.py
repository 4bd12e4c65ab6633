"""Figures that nobody wrote down: what a household's year comes to, how many make a quorum."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from planning_kit.deliberate.quorum import quorum
from planning_kit.records import Forum, HouseholdAccount, Record
from planning_kit.records.account import EXPENSE_FIELDS, INCOME_FIELDS


def of_account(account: Record, what: str) -> Decimal:
    """Return baht of an account's year: ``in``, ``out``, ``left`` (in − out), ``after_debts``.

    ``after_debts`` is what is left less what was paid back in the year. Raises ``LookupError``
    where the account does not state what is added: a total of a part would be taken for a whole.
    """
    if not isinstance(account, HouseholdAccount):
        raise LookupError("not an account")
    return _OF_ACCOUNT[what](account)


def quorum_needed(meeting: Record) -> int:
    """Return how many members make a quorum of a council meeting, as ``deliberate.quorum`` counts.

    Raises ``LookupError`` where the meeting has no members.
    """
    if not isinstance(meeting, Forum) or not meeting.members:
        raise LookupError("not a meeting of a council")
    return quorum(0, meeting.members).needed


def _added(account: HouseholdAccount, names: tuple[str, ...]) -> Decimal:
    stated = [getattr(account, name) for name in names]
    if any(one is None for one in stated):
        raise LookupError("not all of it is stated")
    return sum(map(Decimal, stated), Decimal(0))


def _in(account: HouseholdAccount) -> Decimal:
    return _added(account, INCOME_FIELDS)


def _out(account: HouseholdAccount) -> Decimal:
    return _added(account, EXPENSE_FIELDS)


def _left(account: HouseholdAccount) -> Decimal:
    return _in(account) - _out(account)


def _after_debts(account: HouseholdAccount) -> Decimal:
    return _left(account) - _added(account, ("debt_payment",))


_OF_ACCOUNT: Mapping[str, Callable[[HouseholdAccount], Decimal]] = {
    "in": _in, "out": _out, "left": _left, "after_debts": _after_debts,
}  # fmt: skip
