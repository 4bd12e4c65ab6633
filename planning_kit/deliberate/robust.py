"""How firm the first places are: other plausible weights, a village or a group left out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from planning_kit.deliberate.ballots import number_of_ballots
from planning_kit.deliberate.moved import moved
from planning_kit.deliberate.ranking import Ranking
from planning_kit.deliberate.reason import Reason, reason
from planning_kit.deliberate.score import criteria_scores
from planning_kit.deliberate.weights import CRITERIA, plausible_weightings
from planning_kit.errors import KitError
from planning_kit.language import N_

LEFT_OUT = ("facet", "group", "ballots", "same_set", "same_order", "entered", "left")
"""Columns: ``facet`` (``village_code``, ``sex``, ``age_group``, ``is_landless``) · ``group``
left out, as text · ``ballots`` of that group, NaN where 1–4 or not known · ``same_set``,
``same_order`` of the first places · ``entered``, ``left`` tuples of codes."""
WEIGHTINGS = (*CRITERIA, "same_set", "same_order", "entered", "left")
"""Columns: the four weights in percent, then as in ``LEFT_OUT``."""
FIRMNESS = ("option", "place", "best", "worst", "share")
"""Columns: ``option`` · ``place`` as counted with the weights given · ``best``, ``worst`` place
over all weightings · ``share`` of weightings that have it among the first, 0–1."""
FACETS = ("village_code", "sex", "age_group", "is_landless")
_FEWEST = 5

_WEIGHTS_SAID = N_(
    "Of {n} plausible weightings, {same} keep the same first {top}, and {order} keep them in "
    "the same order."
)
_FIRM = N_("Whichever village is left out, the first {top} stay the same.")
_WITHOUT = N_("Without {group}, {entered} would come among the first {top} and {left} drop out.")
_WITHOUT_MORE = N_("Without {group}, {entered} would come among the first {top} as well.")
_WITHOUT_LESS = N_("Without {group}, {left} would drop out of the first {top}.")

Ranker = Callable[[pd.DataFrame], Ranking]


@dataclass(frozen=True)
class Robustness:
    """How firm the first ``top`` places are.

    ``weightings``: ``WEIGHTINGS``, empty for votes without criteria. ``without``: ``LEFT_OUT``.
    ``options``: ``FIRMNESS``, in the order counted; empty without weightings.
    """

    weightings: pd.DataFrame
    without: pd.DataFrame
    options: pd.DataFrame
    top: int

    def reasons(self) -> list[Reason]:
        """Return the findings as sentences, the weightings first."""
        said = []
        if len(self.weightings):
            same = int(self.weightings["same_set"].sum())
            order = int(self.weightings["same_order"].sum())
            n = len(self.weightings)
            said.append(reason(_WEIGHTS_SAID, n=n, same=same, order=order, top=self.top))
        changed = self.without.loc[~self.without["same_set"].astype(bool)]
        villages = self.without.loc[self.without["facet"] == "village_code"]
        if len(villages) and villages["same_set"].all():
            said.append(reason(_FIRM, top=self.top))
        for row in changed.to_dict("records"):
            values = {name: row[name] for name in ("facet", "group", "entered", "left")}
            both = bool(row["entered"]) and bool(row["left"])
            one = _WITHOUT_MORE if row["entered"] else _WITHOUT_LESS
            said.append(reason(_WITHOUT if both else one, top=self.top, **values))
        return said


def criteria_robustness(
    marks: pd.DataFrame | None = None,
    totals: pd.DataFrame | None = None,
    *,
    options: Sequence[str],
    weights: Mapping[str, Any] | None = None,
    by: str = "product",
    top: int = 5,
    facets: Sequence[str] = FACETS,
) -> Robustness:
    """Return how firm an order by four criteria is.

    The weightings are all of 10–70 % a criterion in steps of 10 (84). By the sum they weigh the
    means; by the product each mean is raised to four times its share, which with equal weights
    is the plain product. Ballots or totals as in ``criteria_scores``, whose errors it raises.
    """

    def again(frame: pd.DataFrame) -> Ranking:
        on_paper = marks is not None and not marks.empty
        return criteria_scores(
            frame if on_paper else None,
            totals if on_paper else frame,
            options=options,
            weights=weights,
            by=by,
        )

    frame = marks if marks is not None and not marks.empty else totals
    usual = again(pd.DataFrame() if frame is None else frame)
    assert frame is not None
    weightings, firm = _over_weightings(usual, by, top)
    return Robustness(weightings, without_each(frame, again, facets, top), firm, top)


def votes_robustness(
    frame: pd.DataFrame, ranker: Ranker, *, top: int = 5, facets: Sequence[str] = FACETS
) -> Robustness:
    """Return how firm any other order is when a village or group is left out.

    ``frame``: marks or totals of one poll; ``ranker`` orders such a frame, e.g.
    ``lambda frame: dots(frame, options=codes)``.
    """
    none = pd.DataFrame(columns=list(WEIGHTINGS))
    firm = pd.DataFrame(columns=list(FIRMNESS))
    return Robustness(none, without_each(frame, ranker, facets, top), firm, top)


def without_each(
    frame: pd.DataFrame, ranker: Ranker, facets: Sequence[str] = FACETS, top: int = 5
) -> pd.DataFrame:
    """Return ``LEFT_OUT``: what the first places become without each village and group.

    A group that is everybody is not left out: nothing would remain.
    """
    usual = ranker(frame)
    rows = []
    for facet in (one for one in facets if one in frame):
        for group in sorted(frame[facet].dropna().unique(), key=str):
            inside = (frame[facet] == group).to_numpy(dtype=bool)
            rest = frame.loc[~inside]
            try:
                change = moved(usual, ranker(rest), top)
            except KitError as error:
                if error.code != "deliberate.no-votes":
                    raise
                continue
            rows.append((facet, _code(group), _ballots(frame.loc[inside]), *change))
    table = pd.DataFrame(rows, columns=list(LEFT_OUT))
    return table.astype({"ballots": "float64", "same_set": "bool", "same_order": "bool"})


def _code(group: object) -> str:
    return {"True": "yes", "False": "no"}.get(str(group), str(group))


def _ballots(inside: pd.DataFrame) -> float:
    if "ballot_no" not in inside:
        return float("nan")
    count = number_of_ballots(inside)
    return float(count) if count >= _FEWEST else float("nan")


def _over_weightings(usual: Ranking, by: str, top: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    judged = usual.order.loc[usual.order["place"].notna()].reset_index(drop=True)
    grid = plausible_weightings()
    means = judged[list(CRITERIA)].to_numpy(dtype="float64")
    shares = grid.to_numpy() / 100
    # Logarithms turn the weighted product into a sum; rounding makes equal values equal.
    values = np.round(shares @ (means if by == "sum" else 4 * np.log(means)).T, 9)
    return over_weightings(judged, grid, values, top)


def over_weightings(
    judged: pd.DataFrame, grid: pd.DataFrame, values: np.ndarray, top: int
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return how the first ``top`` places change over weightings, and ``FIRMNESS``.

    ``judged``: ``option``, ``place`` of those that have one, in order. ``grid``: one row a
    weighting, one column a criterion; it comes back with ``same_set``, ``same_order``,
    ``entered``, ``left``. ``values``: what each option has in each weighting, equal where equal.
    """
    places = (values[:, None, :] > values[:, :, None]).sum(axis=2) + 1
    inside, now = places <= top, (judged["place"] <= top).to_numpy()
    codes = judged["option"].to_numpy(dtype="object")
    entered = [tuple(codes[row & ~now]) for row in inside]
    left = [tuple(codes[~row & now]) for row in inside]
    same_set = (inside == now).all(axis=1)
    same_places = ((places == judged["place"].to_numpy()) | ~now).all(axis=1)
    weightings = grid.assign(
        same_set=same_set,
        same_order=same_set & same_places,
        entered=pd.Series(entered, dtype="object"),
        left=pd.Series(left, dtype="object"),
    )
    firm = judged[["option", "place"]].assign(
        best=places.min(axis=0).astype("float64"),
        worst=places.max(axis=0).astype("float64"),
        share=inside.mean(axis=0),
    )
    return weightings, firm
