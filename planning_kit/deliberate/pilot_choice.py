"""Candidates for pilot by agreed criteria: the weighted mean of what scorers gave, with reasons.

Advice to the councils, which decide. What was not scored is never taken for a low score, nor
averaged away: a candidate that lacks a criterion has no place. Money never enters.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

import pandas as pd

from planning_kit.deliberate.pilot_cells import CELLS, PilotCell, cells_of
from planning_kit.deliberate.ranking import Ranking, ranked
from planning_kit.deliberate.reason import Reason, reason
from planning_kit.errors import KitError
from planning_kit.language import N_

METHOD = "pilot_weighted_mean"
_FEW = 2
_APART = 2
"""Steps between the lowest and the highest score from which scorers are said to differ."""

_TOGETHER = N_("Together {value} of at most 4.")
_BEST_WORST = N_("Most on {high}; least on {low}.")
_BEST = N_("Most on {high}.")
_WORST = N_("Least on {low}.")
_LEVEL = N_("The same on every criterion.")
_BELOW = N_("{gap} below place {above}.")
_DIFFER = N_("The scorers are two steps or more apart on {criteria}: hear both sides.")
_FEWER = N_("Not every scorer gave a score on {criteria}.")
_UNSCORED = N_("No place yet: nobody has scored it.")
_LACKS = N_("No place yet: nobody has scored it on {criteria}.")
_ALL_EQUAL = N_("Every candidate has the same result: these scores set no order.")


@dataclass(frozen=True)
class PilotChoice:
    """The computed order of the candidates and what stands behind it.

    ``ranking``: its ``order`` has ``ORDER`` and one column a criterion (the mean, NaN where
    nobody scored). ``cells``: one a candidate and criterion. ``scorers`` as they write
    themselves. ``weights`` in percent. ``strange``: criteria that scores name and the list lacks.
    """

    ranking: Ranking
    cells: Mapping[tuple[str, str], PilotCell]
    scorers: tuple[str, ...]
    weights: Mapping[str, Fraction]
    strange: tuple[str, ...] = ()

    def lacking(self, option: str) -> tuple[str, ...]:
        """Return the criteria that count and on which nobody has scored ``option``."""
        return tuple(one for one in counting(self.weights) if not self.cells[option, one].by_scorer)

    def missing(self, option: str) -> tuple[tuple[str, str], ...]:
        """Return (scorer, criterion) of every score that others gave and this scorer did not."""
        return tuple(
            (scorer, one)
            for scorer in self.scorers
            for one in counting(self.weights)
            if scorer not in self.cells[option, one].by_scorer
        )

    def apart(self, option: str) -> tuple[str, ...]:
        """Return the criteria on which the scorers are two steps or more apart."""
        return tuple(one for one in self.weights if self.cells[option, one].spread >= _APART)

    def table(self) -> pd.DataFrame:
        """Return ``CELLS``: one row a candidate and criterion."""
        rows = [(*key, *cell.figures()) for key, cell in self.cells.items()]
        return pd.DataFrame(rows, columns=list(CELLS))


def counting(weights: Mapping[str, Fraction]) -> tuple[str, ...]:
    """Return the criteria that count: those of more than 0 %."""
    return tuple(one for one, weight in weights.items() if weight)


def pilot_choice(
    scores: pd.DataFrame, *, candidates: Sequence[str], weights: Mapping[str, Fraction]
) -> PilotChoice:
    """Return the order of the candidates by the weighted mean of the scorers' means.

    Parameters
    ----------
    scores:
        Columns of ``pilot_score``: ``tambon_code``, ``criterion``, ``scored_by``, ``score`` 1–4.
        Rows of other tambons, such as candidates withdrawn, do not count.
    candidates:
        Tambon codes that stand for choice.
    weights:
        Percent per criterion, together 100, as ``agreed_weights`` returns them.

    The value is 1 to 4. A candidate that nobody scored on a criterion of more than 0 % has no
    value and no place. Raises ``KitError``: ``deliberate.no-candidates``,
    ``deliberate.pilot-score``.
    """
    if not candidates:
        raise KitError(
            "deliberate.no-candidates",
            N_("There is no candidate to put in order. Write down at least one."),
        )
    cells, scorers, strange = cells_of(scores, candidates, tuple(weights))
    values = {one: _value(one, cells, weights) for one in candidates}
    bare = PilotChoice(Ranking(pd.DataFrame(), [], METHOD, 0), cells, scorers, weights, strange)
    columns = {name: {one: cells[one, name].figures()[0] for one in candidates} for name in weights}

    def because(option: str) -> list[Reason]:
        return _because(option, bare, values)

    found = ranked(values, method=METHOD, voters=len(scorers), columns=columns, because=because)
    why = dict(found.why)
    for one in candidates:
        if values[one] is None:
            lacking = bare.lacking(one)
            none = len(lacking) == len(counting(weights))
            why[one] = [reason(_UNSCORED) if none else reason(_LACKS, criteria=lacking)]
    return replace(bare, ranking=replace(found, why=why))


def _value(
    option: str, cells: Mapping[tuple[str, str], PilotCell], weights: Mapping[str, Fraction]
) -> Fraction | None:
    whole = Fraction(0)
    for name in counting(weights):
        mean = cells[option, name].mean
        if mean is None:
            return None
        whole += weights[name] * mean
    return whole / 100


def _because(
    option: str, choice: PilotChoice, values: Mapping[str, Fraction | None]
) -> list[Reason]:
    own = values[option]
    assert own is not None, "only the placed have reasons for their place"
    said = [reason(_TOGETHER, value=float(own)), *_high_and_low(option, choice)]
    known = {value for value in values.values() if value is not None}
    before = [value for value in known if value > own]
    if before:
        gap, above = min(before) - own, _place(min(before), values)
        said.append(reason(_BELOW, gap=float(gap), above=above))
    if apart := choice.apart(option):
        said.append(reason(_DIFFER, criteria=apart))
    if fewer := tuple(dict.fromkeys(name for _scorer, name in choice.missing(option))):
        said.append(reason(_FEWER, criteria=fewer))
    if len(known) == 1 and len(values) > 1 and None not in values.values():
        said.append(reason(_ALL_EQUAL))
    return said


def _place(value: Fraction, values: Mapping[str, Fraction | None]) -> int:
    return 1 + sum(other is not None and other > value for other in values.values())


def _high_and_low(option: str, choice: PilotChoice) -> list[Reason]:
    means: dict[str, Any] = {
        one: choice.cells[option, one].mean for one in counting(choice.weights)
    }
    high, low = max(means.values()), min(means.values())
    if high == low:
        return [reason(_LEVEL)] if len(means) > 1 else []
    at = {end: tuple(one for one, mean in means.items() if mean == end) for end in (high, low)}
    # A list of nearly all criteria tells nobody what stands out.
    told = {"high": at[high], "low": at[low]}
    short = {end: names for end, names in told.items() if len(names) <= _FEW}
    message = {2: _BEST_WORST, 1: _BEST if "high" in short else _WORST}.get(len(short))
    return [reason(message, **short)] if message else []
