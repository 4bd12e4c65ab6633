"""Pair by pair: how many prefer which of two options."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
import pandas as pd

from planning_kit.deliberate.ballots import (
    checked_options,
    counted_ballots,
    either,
    known_options,
    one_poll,
)
from planning_kit.errors import KitError
from planning_kit.language import N_

PAIRS = ("option", "against", "wins", "losses", "equal", "voters")
"""Columns, one row per ordered pair of different options: ``wins`` how many prefer ``option``
to ``against`` · ``losses`` the other way · ``equal`` no preference · ``voters`` all three. All
int64; a pair that nobody compared has zeros."""


def pair_matrix(
    marks: pd.DataFrame | None = None,
    totals: pd.DataFrame | None = None,
    *,
    options: Sequence[str],
) -> pd.DataFrame:
    """Return ``PAIRS`` from ballots or from totals, options in the order given.

    Parameters
    ----------
    marks:
        Columns of ``ballot_mark``: ``option_code``, ``against_code`` and ``preferred`` (one of
        the two, blank = equal).
    totals:
        Columns of ``pair_total``: ``votes_for``, ``votes_against``, ``votes_equal``.

    Raises ``KitError``: ``deliberate.pair-with-itself``, ``deliberate.preferred-elsewhere``,
    ``deliberate.pair-twice``, ``deliberate.votes-wrong`` and those of ``counted_ballots``.
    """
    either(marks, totals)
    counts = np.zeros((len(options), len(options)), dtype="int64")
    level = np.zeros_like(counts)
    at = {one: i for i, one in enumerate(options)}
    if marks is not None and not marks.empty:
        counted = counted_ballots(marks, options)
        known_options(counted["against_code"], options)
        for ballot, one, other, preferred in _rows(counted, ("ballot_no", *_PAIR, "preferred")):
            _refuse_itself(one, other)
            if preferred is None or preferred != preferred:
                level[at[one], at[other]] += 1
            elif preferred in (one, other):
                loser = other if preferred == one else one
                counts[at[preferred], at[loser]] += 1
            else:
                raise _elsewhere(ballot, one, other)
    if totals is not None and not totals.empty:
        _checked_totals(totals, options)
        for one, other, *votes in _rows(totals, (*_PAIR, *_VOTES)):
            _refuse_itself(one, other)
            won, lost, equal = (_votes(one, other, given) for given in votes)
            counts[at[one], at[other]] += won
            counts[at[other], at[one]] += lost
            level[at[one], at[other]] += equal
    return _table(options, counts, level + level.T)


def pair_matrix_of_orders(
    orders: Iterable[tuple[Sequence[str], int]], *, options: Sequence[str]
) -> pd.DataFrame:
    """Return ``PAIRS`` from orders of preference: (options, best first; how many voters).

    An option that an order leaves out stands below all it names; two left out are equal.
    """
    checked_options(options)
    at = {one: i for i, one in enumerate(options)}
    counts = np.zeros((len(options), len(options)), dtype="int64")
    level = np.zeros_like(counts)
    for order, voters in orders:
        known_options(order, options)
        rank = np.full(len(options), len(options))
        for place, one in enumerate(order):
            rank[at[one]] = place
        counts += voters * (rank[:, None] < rank[None, :])
        level += voters * (rank[:, None] == rank[None, :])
    return _table(options, counts, level)


def people_in_pairs(totals: pd.DataFrame) -> int:
    """Return how many people compared the pair that most compared; columns of ``pair_total``."""
    votes = totals.reindex(columns=list(_VOTES)).apply(pd.to_numeric).fillna(0).sum(axis=1)
    pair = [tuple(sorted(map(str, one))) for one in _rows(totals, _PAIR)]
    by_pair = votes.groupby(pd.Series(pair, index=totals.index)).sum()
    return int(by_pair.max()) if len(by_pair) else 0


_PAIR = ("option_code", "against_code")
_VOTES = ("votes_for", "votes_against", "votes_equal")


def _rows(frame: pd.DataFrame, names: Sequence[str]) -> Iterable[tuple]:
    columns = [frame[name] if name in frame else [None] * len(frame) for name in names]
    return zip(*columns, strict=True)


def _table(options: Sequence[str], counts: np.ndarray, level: np.ndarray) -> pd.DataFrame:
    pairs = [(i, j) for i in range(len(options)) for j in range(len(options)) if i != j]
    rows = [
        (
            options[i],
            options[j],
            int(counts[i, j]),
            int(counts[j, i]),
            int(level[i, j]),
            int(counts[i, j] + counts[j, i] + level[i, j]),
        )
        for i, j in pairs
    ]
    table = pd.DataFrame(rows, columns=list(PAIRS))
    return table.astype(dict.fromkeys(PAIRS[2:], "int64"))


def _checked_totals(totals: pd.DataFrame, options: Sequence[str]) -> None:
    checked_options(options)
    one_poll(totals)
    known_options([*totals["option_code"], *totals["against_code"]], options)
    village = totals["village_code"] if "village_code" in totals else [None] * len(totals)
    seen: set[tuple[object, ...]] = set()
    for one, other, where in zip(*(totals[name] for name in _PAIR), village, strict=True):
        key = (*sorted((str(one), str(other))), str(where))
        if key in seen:
            raise KitError(
                "deliberate.pair-twice",
                N_("The pair {option} and {against} stands twice for one village. Keep one."),
                option=str(one),
                against=str(other),
            )
        seen.add(key)


def _votes(one: str, other: str, given: float | None) -> int:
    if given is None or given != given:
        return 0
    if given < 0 or given % 1:
        raise KitError(
            "deliberate.votes-wrong",
            N_("{option}: {votes} is no number of votes. Votes are counted 0, 1, 2 …"),
            option=f"{one} – {other}",
            votes=f"{given:g}",
        )
    return int(given)


def _refuse_itself(one: str, other: str) -> None:
    if one == other:
        raise KitError(
            "deliberate.pair-with-itself",
            N_("{option} is compared with itself. Say which two options were compared."),
            option=one,
        )


def _elsewhere(ballot: object, one: str, other: str) -> KitError:
    return KitError(
        "deliberate.preferred-elsewhere",
        N_(
            "Ballot {ballot} compares {option} and {against} but prefers something else. Look "
            "at the paper; leave it blank where both are equal."
        ),
        ballot=str(ballot),
        option=one,
        against=other,
    )
