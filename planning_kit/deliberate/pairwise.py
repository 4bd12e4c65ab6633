"""What pair-by-pair votes say: Copeland, Borda, a winner over all others, and cycles.

Copeland counts the opponents an option beats (half for a draw); Borda counts the voters behind
it in all its pairs (half where they see both as equal). Both names stay out of sight: a
participant sees only the order and its reasons.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
import pandas as pd

from planning_kit.deliberate.ranking import Ranking, ranked
from planning_kit.deliberate.reason import Reason, reason
from planning_kit.deliberate.ties import code_order
from planning_kit.language import N_

_COPELAND = N_("Beats {won} of the other {others}, draws with {drawn}, loses to {lost}.")
_BORDA = N_("In all its comparisons together {points} votes are for it, of {most} possible.")
_BEATS_ALL = N_("It beats every other option, one by one.")
_IN_A_CYCLE = N_("It stands in a circle: {path}; each beats the next, so none is the best of them.")


@dataclass(frozen=True)
class Cycle:
    """Options that beat one another in a circle.

    ``members``: all that hang together so, by code. ``path``: one shortest circle through the
    first of them; each beats the next and the last beats the first.
    """

    members: tuple[str, ...]
    path: tuple[str, ...]


def copeland(pairs: pd.DataFrame, tie_policy: str | None = None) -> Ranking:
    """Return the order by how many opponents an option beats, half for a draw.

    ``pairs``: ``PAIRS``. A pair that nobody compared counts for neither side. The order has,
    after ``ORDER``: ``won``, ``drawn``, ``lost`` (opponents, float64).
    """
    options = _options(pairs)
    compared = pairs.loc[pairs["voters"] > 0]
    sides = {
        "won": compared["wins"] > compared["losses"],
        "drawn": compared["wins"] == compared["losses"],
        "lost": compared["wins"] < compared["losses"],
    }
    columns = {name: _per_option(options, compared["option"], side) for name, side in sides.items()}
    values = {
        one: Fraction(int(columns["won"][one])) + Fraction(int(columns["drawn"][one]), 2)
        for one in options
    }
    circles, best = cycles(pairs), condorcet_winner(pairs)

    def because(option: str) -> list[Reason]:
        counts = {name: int(own[option]) for name, own in columns.items()}
        said = [reason(_COPELAND, others=sum(counts.values()), **counts)]
        if option == best:
            said.append(reason(_BEATS_ALL))
        return said + [reason(_IN_A_CYCLE, path=one.path) for one in circles if option in one.path]

    return ranked(
        values,
        method="pairwise_copeland",
        voters=_voters(pairs),
        tie_policy=tie_policy,
        columns=columns,
        because=because,
    )


def borda(pairs: pd.DataFrame, tie_policy: str | None = None) -> Ranking:
    """Return the order by all votes for an option in its pairs, half a vote where equal.

    Of complete orders of preference this is the Borda count (n−1 for a first place … 0 for a
    last). The order has, after ``ORDER``: ``most`` (votes it could have got) and ``share``
    (value ÷ most, NaN where nobody compared it).
    """
    options = _options(pairs)
    doubled = 2 * pairs["wins"] + pairs["equal"]
    sums = _per_option(options, pairs["option"], doubled)
    most = _per_option(options, pairs["option"], pairs["voters"])
    values = {one: Fraction(int(sums[one]), 2) for one in options}
    share = {one: float(values[one]) / most[one] if most[one] else np.nan for one in options}

    def because(option: str) -> list[Reason]:
        return [reason(_BORDA, points=float(values[option]), most=int(most[option]))]

    return ranked(
        values,
        method="pairwise_borda",
        voters=_voters(pairs),
        tie_policy=tie_policy,
        columns={"most": most, "share": share},
        because=because,
    )


def condorcet_winner(pairs: pd.DataFrame) -> str | None:
    """Return the option that beats every other, one by one; ``None`` where there is none."""
    options = _options(pairs)
    beaten = pairs.loc[pairs["wins"] > pairs["losses"]].groupby("option").size()
    winners = [one for one in options if int(beaten.get(one, 0)) == len(options) - 1]
    return winners[0] if len(winners) == 1 and len(options) > 1 else None


def cycles(pairs: pd.DataFrame) -> list[Cycle]:
    """Return every group of options that beat one another in a circle, the largest first.

    The groups are the strongly connected components of “beats” with more than one member.
    """
    options = _options(pairs)
    at = {one: i for i, one in enumerate(options)}
    beats = np.zeros((len(options), len(options)), dtype=bool)
    won = pairs.loc[pairs["wins"] > pairs["losses"]]
    for one, other in zip(won["option"], won["against"], strict=True):
        beats[at[one], at[other]] = True
    reach = beats.copy()
    for through in range(len(options)):
        reach |= np.outer(reach[:, through], reach[through, :])
    both = reach & reach.T
    groups = {tuple(np.flatnonzero(both[i])) for i in range(len(options)) if both[i].any()}
    found = [_cycle([options[i] for i in group], beats, at) for group in groups]
    return sorted(found, key=lambda one: (-len(one.members), [code_order(m) for m in one.members]))


def _cycle(group: list[str], beats: np.ndarray, at: dict[str, int]) -> Cycle:
    members = sorted(group, key=code_order)
    start = members[0]
    came_from: dict[str, str] = {}
    waiting = deque([start])
    while waiting:
        one = waiting.popleft()
        for other in members:
            if beats[at[one], at[other]]:
                if other == start:
                    path = [one]
                    while path[-1] != start:
                        path.append(came_from[path[-1]])
                    return Cycle(tuple(members), tuple(reversed(path)))
                if other not in came_from:
                    came_from[other] = one
                    waiting.append(other)
    raise AssertionError("options of one component reach themselves")


def _options(pairs: pd.DataFrame) -> list[str]:
    return list(dict.fromkeys([*pairs["option"], *pairs["against"]]))


def _per_option(options: list[str], names: pd.Series, values: pd.Series) -> dict[str, float]:
    sums = values.groupby(names.to_numpy()).sum()
    return {one: float(sums.get(one, 0)) for one in options}


def _voters(pairs: pd.DataFrame) -> int:
    return int(pairs["voters"].max()) if len(pairs) else 0
