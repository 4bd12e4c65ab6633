"""How firm the first place of a choice of pilots is: other weights, or one scorer left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

import numpy as np
import pandas as pd

from planning_kit.deliberate.pilot_cells import scorer_key
from planning_kit.deliberate.pilot_choice import PilotChoice, counting, pilot_choice
from planning_kit.deliberate.ranking import Ranking
from planning_kit.deliberate.reason import Reason, reason
from planning_kit.deliberate.robust import (
    FIRMNESS,
    LEFT_OUT,
    Robustness,
    over_weightings,
    without_each,
)
from planning_kit.deliberate.weights import plausible_weightings
from planning_kit.errors import KitError
from planning_kit.language import N_

FACET = "scored_by"
_FINE_FROM = 7
"""From this many criteria on, steps of 10 % would leave hardly any weighting."""

_ALWAYS = N_("In every one of {n} plausible weightings, {options} comes first.")
_SOMETIMES = N_("In {count} of {n} plausible weightings, {options} comes first.")
_WITHOUT = N_("Without the scores of {scorer}, {entered} would come first and {left} not.")
_WITHOUT_MORE = N_("Without the scores of {scorer}, {entered} would share the first place.")
_WITHOUT_LESS = N_("Without the scores of {scorer}, {left} would no longer be first.")
_TOO_FEW = N_("Without these scores a candidate has no place.")
_ANY = N_("Whichever of {n} scorers is left out, the first place stays the same.")


def pilot_step(criteria: int) -> int:
    """Return by how many percent plausible weightings differ, and what each criterion gets."""
    return 10 if criteria < _FINE_FROM else 5


def pilot_firmness(
    scores: pd.DataFrame, *, candidates: Sequence[str], weights: Mapping[str, Fraction]
) -> Robustness:
    """Return how firm the first place is; arguments and errors as ``pilot_choice``.

    ``weightings`` are all in steps of ``pilot_step`` % that leave no criterion which counts
    below one step; empty with fewer than two such criteria or candidates with a place.
    ``without`` leaves each scorer out in turn, where all candidates that have a place keep one.
    """
    choice = pilot_choice(scores, candidates=candidates, weights=weights)
    names = list(counting(weights))
    judged = choice.ranking.order.loc[choice.ranking.order["place"].notna()]
    judged = judged.reset_index(drop=True)
    weightings, firm = pd.DataFrame(columns=names), pd.DataFrame(columns=list(FIRMNESS))
    if len(judged) > 1 and len(names) > 1:
        step = pilot_step(len(names))
        grid = plausible_weightings(step, step, names)
        means = judged[names].to_numpy(dtype="float64")
        weightings, firm = over_weightings(
            judged, grid, np.round(grid.to_numpy() / 100 @ means.T, 9), 1
        )
    return Robustness(weightings, _without_each(scores, choice, candidates, weights), firm, 1)


def pilot_firm_reasons(firm: Robustness) -> list[Reason]:
    """Return the findings as sentences: who comes first how often, then the scorers left out."""
    said, n = [], len(firm.weightings)
    rows = firm.options.to_dict("records") if n else []
    counts = [(str(row["option"]), round(row["share"] * n)) for row in rows]
    if always := tuple(option for option, count in counts if count == n):
        said.append(reason(_ALWAYS, n=n, options=always))
    for option, count in sorted(counts, key=lambda one: -one[1]):
        if 0 < count < n:
            said.append(reason(_SOMETIMES, n=n, count=count, options=(option,)))
    changed = firm.without.loc[~firm.without["same_set"].astype(bool)]
    if len(firm.without) and changed.empty:
        said.append(reason(_ANY, n=len(firm.without)))
    for row in changed.to_dict("records"):
        both = bool(row["entered"]) and bool(row["left"])
        one = _WITHOUT_MORE if row["entered"] else _WITHOUT_LESS
        values = {name: row[name] for name in ("entered", "left")}
        said.append(reason(_WITHOUT if both else one, scorer=row["group"], **values))
    return said


def departs(adopted: Sequence[str], ranking: Ranking) -> bool:
    """Tell whether candidates adopted depart from the computed order.

    Those that share a place may stand in either order; one without a place, or one taken
    before another that stands higher, is a departure.
    """
    places = [ranking.place_of(one) for one in adopted]
    if any(place != place for place in places) or places != sorted(places):
        return True
    order = ranking.order
    passed_over = order.loc[~order["option"].isin(adopted), "place"].min()
    return bool(places and passed_over < max(places))


def _without_each(
    scores: pd.DataFrame,
    choice: PilotChoice,
    candidates: Sequence[str],
    weights: Mapping[str, Fraction],
) -> pd.DataFrame:
    placed = set(choice.ranking.order.loc[choice.ranking.order["place"].notna(), "option"])
    if len(placed) < 2 or len(choice.scorers) < 2:
        return pd.DataFrame(columns=list(LEFT_OUT))
    spelled = {scorer_key(one): one for one in choice.scorers}
    own = scores.loc[scores["tambon_code"].isin(list(candidates))]
    own = own.assign(scored_by=[spelled[scorer_key(one)] for one in own["scored_by"]])

    def again(frame: pd.DataFrame) -> Ranking:
        found = pilot_choice(frame, candidates=candidates, weights=weights).ranking
        lost = found.order.loc[found.order["place"].isna(), "option"]
        if placed & set(lost):
            # That a scorer was the only one to judge something says nothing of firmness.
            raise KitError("deliberate.no-votes", _TOO_FEW)
        return found

    return without_each(own, again, (FACET,), top=1)
