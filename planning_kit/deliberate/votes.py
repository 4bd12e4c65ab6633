"""Votes that are counted one by one: dots, raised hands, approvals; from ballots or totals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from planning_kit.deliberate.ballot_limits import (
    refuse_many_approvals,
    refuse_many_dots,
    refuse_over_budget,
)
from planning_kit.deliberate.ballots import counted_ballots, either, number_of_ballots
from planning_kit.deliberate.ranking import Ranking, ranked
from planning_kit.deliberate.reason import Reason, reason
from planning_kit.deliberate.vote_totals import people_in_totals, votes_in_totals
from planning_kit.language import N_

_DOTS = N_("{votes} dots from {voters} people.")
_HANDS = N_("{votes} raised hands among {voters} people.")
_APPROVALS = N_("{votes} of {voters} people approve it.")


def dots(
    marks: pd.DataFrame | None = None,
    totals: pd.DataFrame | None = None,
    *,
    options: Sequence[str],
    each: int | None = None,
    tie_policy: str | None = None,
) -> Ranking:
    """Return the order by dots or stickers. ``each``: how many one person may place.

    The order has, after ``ORDER`` (``value`` is the dots): ``share`` of all dots (0–1) and,
    from ballots, ``people`` who gave it any.

    Raises ``KitError``: ``deliberate.too-many-dots``, ``deliberate.dots-wrong``,
    ``deliberate.more-votes-than-voters`` and those of ``counted_ballots``/``votes_in_totals``.
    """
    either(marks, totals)
    hall = _in_hall(totals, options, each)
    if marks is not None and not marks.empty:
        counted = counted_ballots(marks, options)
        given = refuse_many_dots(counted, each)
        return _order("dots", _DOTS, given, counted, options, tie_policy, hall)
    return _voted("dots", _DOTS, *hall, tie_policy, {})


def hands(
    marks: pd.DataFrame | None = None,
    totals: pd.DataFrame | None = None,
    *,
    options: Sequence[str],
    tie_policy: str | None = None,
) -> Ranking:
    """Return the order by raised hands, one a person and option; columns as ``approvals``."""
    either(marks, totals)
    hall = _in_hall(totals, options, 1)
    if marks is not None and not marks.empty:
        counted = counted_ballots(marks, options)
        return _order("hands", _HANDS, approved(counted), counted, options, tie_policy, hall)
    return _voted("hands", _HANDS, *hall, tie_policy, {})


def approvals(
    marks: pd.DataFrame | None = None,
    totals: pd.DataFrame | None = None,
    *,
    options: Sequence[str],
    most: int | None = None,
    costs: Mapping[str, float] | None = None,
    budget: float | None = None,
    tie_policy: str | None = None,
) -> Ranking:
    """Return the order by how many people tick an option.

    ``most``: ticks one ballot may have. With ``costs`` and ``budget`` (baht) a ballot may not
    tick more than the budget buys. The order has, after ``ORDER`` (``value`` is the votes):
    ``share`` of people (0–1) and, from ballots, ``people``.

    Raises ``KitError``: ``deliberate.too-many-approvals``, ``deliberate.ballot-over-budget``,
    ``deliberate.more-votes-than-voters`` and those of ``counted_ballots``/``votes_in_totals``.
    """
    either(marks, totals)
    hall = _in_hall(totals, options, 1)
    if marks is not None and not marks.empty:
        counted = counted_ballots(marks, options)
        refuse_many_approvals(counted, approved(counted), most)
        refuse_over_budget(counted, approved(counted), costs, budget)
        given = approved(counted)
        return _order("approval", _APPROVALS, given, counted, options, tie_policy, hall)
    return _voted("approval", _APPROVALS, *hall, tie_policy, {})


def approved(marks: pd.DataFrame) -> pd.Series:
    """Return 1.0 where the mark is a tick, else 0.0; a blank is no tick."""
    ticks = [one is not None and one == one and bool(one) for one in marks["approved"]]
    return pd.Series(ticks, index=marks.index).astype("float64")


def approval_ballots(marks: pd.DataFrame, options: Sequence[str]) -> list[tuple[str, ...]]:
    """Return what each ballot ticks, in the order of ``options``; () for a blank ballot.

    The shape that ``equal_shares`` wants. Raises as ``counted_ballots``.
    """
    counted = counted_ballots(marks, options)
    ticked = approved(counted) > 0
    rank = {one: at for at, one in enumerate(options)}
    found: dict[str, list[str]] = {str(ballot): [] for ballot in counted["ballot_no"]}
    chosen = counted.loc[ticked]
    for ballot, option in zip(chosen["ballot_no"], chosen["option_code"], strict=True):
        found[str(ballot)].append(str(option))
    return [tuple(sorted(own, key=rank.__getitem__)) for own in found.values()]


_Hall = tuple[dict[str, int], int]


def _in_hall(totals: pd.DataFrame | None, options: Sequence[str], most_each: int | None) -> _Hall:
    """Return the votes counted in the hall, and how many people stand behind them."""
    if totals is None or totals.empty:
        return dict.fromkeys(options, 0), 0
    return votes_in_totals(totals, options, most_each=most_each), people_in_totals(totals)


def _order(
    method: str,
    message: str,
    given: pd.Series,
    marks: pd.DataFrame,
    options: Sequence[str],
    tie_policy: str | None,
    hall: _Hall,
) -> Ranking:
    in_hall, people_in_hall = hall
    votes = given.groupby(marks["option_code"].to_numpy()).sum()
    people = (given > 0).groupby(marks["option_code"].to_numpy()).sum()
    counts = {one: int(votes.get(one, 0)) + in_hall[one] for one in options}
    from_people = {one: float(people.get(one, 0)) for one in options}
    voters = number_of_ballots(marks) + people_in_hall
    return _voted(method, message, counts, voters, tie_policy, {"people": from_people})


def _voted(
    method: str,
    message: str,
    counts: Mapping[str, int],
    voters: int,
    tie_policy: str | None,
    columns: dict[str, dict[str, float]],
) -> Ranking:
    whole = sum(counts.values()) if method == "dots" else voters
    share = {one: count / whole if whole else float("nan") for one, count in counts.items()}

    def because(option: str) -> list[Reason]:
        return [reason(message, votes=counts[option], voters=voters)]

    return ranked(
        counts,
        method=method,
        voters=voters,
        tie_policy=tie_policy,
        columns={"share": share, **columns},
        because=because,
    )
