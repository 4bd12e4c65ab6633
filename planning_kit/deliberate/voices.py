"""Whose voice puts an option elsewhere: women, youth, the landless, a village, beside everyone.

A group is heard from five ballots on; fewer would show how single people voted. Only places are
given, never votes, so that no hidden group can be found by subtraction.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pandas as pd

from planning_kit.deliberate.ballots import number_of_ballots
from planning_kit.deliberate.moved import moved
from planning_kit.deliberate.ranking import Ranking
from planning_kit.deliberate.reason import Reason, reason
from planning_kit.language import N_

FEWEST_BALLOTS = 5
GROUPS = (
    ("sex", "female"), ("sex", "male"), ("age_group", "under_25"), ("age_group", "age_60_up"),
    ("is_landless", "yes"),
)  # fmt: skip
HEARD = ("facet", "group", "ballots", "hidden", "same_set", "rises", "falls", "first")
"""Columns: ``facet`` field of the ballot · ``group`` its code (``yes`` for true) · ``ballots``
float64, NaN where hidden · ``hidden`` where 1–4 ballots · ``same_set`` the same first places as
everyone (False where hidden) · ``rises``, ``falls`` tuples of codes among the first only for the
group / only for everyone · ``first`` tuple, the group's first place."""
PLACES = ("option", "facet", "group", "place", "place_all", "hidden")
"""Columns: ``option`` · ``facet``, ``group`` · ``place`` for the group (NaN where hidden) ·
``place_all`` for everyone · ``hidden``."""

_SAME = N_("{group} ({ballots} ballots) put the same options first.")
_DIFFERS = N_(
    "{group} ({ballots} ballots) see it differently: {rises} come among their first {top}, "
    "{falls} do not."
)
_MORE = N_("{group} ({ballots} ballots) put {rises} among their first {top} as well.")
_LESS = N_("{group} ({ballots} ballots) do not put {falls} among their first {top}.")
_TOO_FEW = N_("Fewer than 5 ballots come from {group}; their order is not shown.")


@dataclass(frozen=True)
class Voices:
    """Each group beside everyone. ``heard``: ``HEARD``; ``places``: ``PLACES``, tidy."""

    heard: pd.DataFrame
    places: pd.DataFrame
    top: int

    def reasons(self) -> list[Reason]:
        """Return one sentence a group, those that differ first, the hidden last."""
        rows = sorted(
            self.heard.to_dict("records"), key=lambda row: (row["hidden"], row["same_set"])
        )
        return [self._said(row) for row in rows]

    def _said(self, row: dict) -> Reason:
        who = {"facet": row["facet"], "group": row["group"]}
        if row["hidden"]:
            return reason(_TOO_FEW, **who)
        who["ballots"] = int(row["ballots"])
        if row["same_set"]:
            return reason(_SAME, **who)
        both = bool(row["rises"]) and bool(row["falls"])
        message = _DIFFERS if both else _MORE if row["rises"] else _LESS
        return reason(message, **who, rises=row["rises"], falls=row["falls"], top=self.top)


def voices(
    marks: pd.DataFrame,
    ranker: Callable[[pd.DataFrame], Ranking],
    *,
    top: int = 5,
    groups: Sequence[tuple[str, str]] = GROUPS,
    villages: bool = True,
) -> Voices:
    """Return how each group of ballots orders the options, beside everyone.

    Parameters
    ----------
    marks:
        Columns of ``ballot_mark``; ``village_code``, ``sex``, ``age_group``, ``is_landless`` say
        who voted, as far as the ballot asks.
    ranker:
        Orders such a frame, e.g. ``lambda marks: criteria_scores(marks, options=codes)``.

    Groups without a ballot do not appear. Raises whatever ``ranker`` raises for all ballots.
    """
    everyone = ranker(marks)
    asked = [*groups, *(("village_code", code) for code in _villages(marks, villages))]
    found = [(facet, group, _of(marks, facet, group)) for facet, group in asked]
    found = [(facet, group, own) for facet, group, own in found if len(own)]
    heard, places = [], []
    for facet, group, own in found:
        hidden = number_of_ballots(own) < FEWEST_BALLOTS
        ranking = None if hidden else ranker(own)
        heard.append((facet, group, *_heard(everyone, ranking, own, top)))
        for option, place in zip(everyone.order["option"], everyone.order["place"], strict=True):
            mine = ranking.place_of(option) if ranking is not None else float("nan")
            places.append((option, facet, group, mine, place, hidden))
    return Voices(
        pd.DataFrame(heard, columns=list(HEARD)).astype(
            {"ballots": "float64", "hidden": "bool", "same_set": "bool"}
        ),
        pd.DataFrame(places, columns=list(PLACES)).astype(
            {"place": "float64", "place_all": "float64", "hidden": "bool"}
        ),
        top,
    )


def _heard(everyone: Ranking, ranking: Ranking | None, own: pd.DataFrame, top: int) -> tuple:
    if ranking is None:
        return (float("nan"), True, False, (), (), ())
    change = moved(everyone, ranking, top)
    ballots = float(number_of_ballots(own))
    return (ballots, False, change.same_set, change.entered, change.left, ranking.top(1))


def _villages(marks: pd.DataFrame, wanted: bool) -> list[str]:
    if not wanted or "village_code" not in marks:
        return []
    return sorted(str(code) for code in marks["village_code"].dropna().unique())


def _of(marks: pd.DataFrame, facet: str, group: str) -> pd.DataFrame:
    if facet not in marks:
        return marks.iloc[0:0]
    value: object = {"yes": True, "no": False}.get(group, group)
    return marks.loc[[one == value and one is not None for one in marks[facet]]]
