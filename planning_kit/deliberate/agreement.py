"""How far the voters agree with one another: Kendall's coefficient of concordance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from planning_kit.deliberate.ballots import counted_ballots, number_of_ballots
from planning_kit.deliberate.criteria_sums import checked_marks
from planning_kit.deliberate.reason import Reason, reason
from planning_kit.language import N_

_FEWEST_VOTERS = 2
_BANDS = (
    (0.2, "very_weak", N_("The voters hardly agree on an order: many see it differently.")),
    (0.4, "weak", N_("The voters agree a little: the order is open to talk.")),
    (0.6, "moderate", N_("The voters agree in part.")),
    (0.8, "strong", N_("The voters agree well.")),
    (1.01, "very_strong", N_("The voters agree almost fully.")),
)
_CANNOT_SAY = N_("Whether the voters agree cannot be said: it needs two ballots that rank them.")


@dataclass(frozen=True)
class Agreement:
    """Agreement between voters.

    ``w``: Kendall's W with the correction for ties, 0 (none) to 1 (all alike), NaN where it
    cannot be said. ``voters``: ballots used, those that judged every option. ``left_out``:
    ballots that did not. ``band``: ``very_weak`` below 0.2, ``weak``, ``moderate``,
    ``strong``, ``very_strong`` from 0.8, or ``unknown``; the bands are this kit's own words.
    """

    w: float
    voters: int
    options: int
    left_out: int
    band: str

    def reasons(self) -> list[Reason]:
        """Return the finding as a sentence."""
        for _limit, band, message in _BANDS:
            if band == self.band:
                return [reason(message, w=self.w, voters=self.voters)]
        return [reason(_CANNOT_SAY)]


def kendalls_w(values: np.ndarray) -> float:
    """Return Kendall's W of a table with a row per voter and a column per option.

    Greater values rank higher; equal ones share the mean rank. With m voters, n options, rank
    sums R and T the sum of t³ − t over all ties of t: W = 12 Σ(R − mean R)² ÷ (m²(n³ − n) − mT)
    (Kendall and Babington Smith 1939; Siegel 1956, with the correction for ties). NaN for fewer
    than two voters or options, or where every voter finds all options equal.
    """
    voters, options = values.shape
    if voters < _FEWEST_VOTERS or options < _FEWEST_VOTERS:
        return float("nan")
    ranks = pd.DataFrame(values).rank(axis=1).to_numpy()
    sums = ranks.sum(axis=0)
    spread = float(((sums - sums.mean()) ** 2).sum())
    ties = 0
    for row in values:
        counts = np.unique(row, return_counts=True)[1]
        ties += int((counts**3 - counts).sum())
    most = voters**2 * (options**3 - options) - voters * ties
    return 12 * spread / most if most else float("nan")


def agreement_of_marks(marks: pd.DataFrame, *, options: Sequence[str]) -> Agreement:
    """Return the agreement of ballots by four criteria: each ranks by its own product.

    Only ballots that give all four marks to every option are used. Raises as
    ``counted_ballots`` and ``checked_marks``.
    """
    counted = counted_ballots(marks, options)
    product = checked_marks(counted).prod(axis=1, skipna=False)
    return _agreement(counted.assign(judged=product), options)


def agreement_of_votes(
    marks: pd.DataFrame, *, options: Sequence[str], field: str = "dots"
) -> Agreement:
    """Return the agreement of ballots with dots or ticks; an option not marked has none."""
    counted = counted_ballots(marks, options)
    given = counted[field].map(lambda one: 0.0 if one is None or one != one else float(one))
    return _agreement(counted.assign(judged=given), options, blank=0.0)


def _agreement(
    marks: pd.DataFrame, options: Sequence[str], blank: float | None = None
) -> Agreement:
    table = marks.pivot(index="ballot_no", columns="option_code", values="judged")
    table = table.reindex(columns=list(options)).astype("float64")
    if blank is not None:
        table = table.fillna(blank)
    whole = table.dropna()
    w = kendalls_w(whole.to_numpy())
    left_out = number_of_ballots(marks) - len(whole)
    return Agreement(w, len(whole), len(options), left_out, _band(w))


def _band(w: float) -> str:
    return next((band for limit, band, _message in _BANDS if w < limit), "unknown")
