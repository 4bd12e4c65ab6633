"""Votes counted in the room and written down as totals per option and village."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from planning_kit.deliberate.ballots import counted_ballots
from planning_kit.deliberate.criteria_sums import checked_totals
from planning_kit.errors import KitError
from planning_kit.language import N_

BY_VILLAGE = ("option", "village", "votes", "voters", "hidden")
"""Columns: ``option`` code · ``village`` code, "" where not stated · ``votes`` float64 ·
``voters`` float64, people or ballots there · ``hidden`` where 1–4 ballots come from the village,
and of one more village where it alone would be hidden (``votes``, ``voters`` are then NaN). Hands raised in public are never hidden."""
_FEWEST = 5


def votes_in_totals(
    totals: pd.DataFrame, options: Sequence[str], *, most_each: int | None
) -> dict[str, int]:
    """Return the votes of every option over all rows; 0 where no row names it.

    Raises ``KitError``: those of ``checked_totals``; ``deliberate.votes-wrong`` for a count
    below 0 or not whole; ``deliberate.more-votes-than-voters`` where a row holds more votes than
    its voters could give (``most_each`` a person; ``None`` checks nothing).
    """
    checked_totals(totals, options)
    counts = dict.fromkeys(options, 0)
    for row in totals.to_dict("records"):
        votes, voters = row.get("votes"), row.get("voters")
        option = str(row["option_code"])
        if votes is None or votes != votes:
            continue
        if votes < 0 or votes % 1:
            raise KitError(
                "deliberate.votes-wrong",
                N_("{option}: {votes} is no number of votes. Votes are counted 0, 1, 2 …"),
                option=option,
                votes=f"{votes:g}",
            )
        if most_each and voters is not None and voters == voters and votes > voters * most_each:
            raise KitError(
                "deliberate.more-votes-than-voters",
                N_("{option}: {votes} votes from {voters} people is too many. Count again."),
                option=option,
                votes=int(votes),
                voters=int(voters),
            )
        counts[option] += int(votes)
    return counts


def people_in_totals(totals: pd.DataFrame) -> int:
    """Return how many people could vote: the most stated per village and group, added up."""
    if "voters" not in totals:
        return 0
    key = [name for name in ("village_code", "group") if name in totals]
    voters = pd.to_numeric(totals["voters"])
    if not key:
        return int(voters.fillna(0).max())
    parts = [totals[name].astype("object").where(totals[name].notna(), "") for name in key]
    return int(voters.groupby([part.to_numpy() for part in parts]).max().fillna(0).sum())


def votes_by_village(
    marks: pd.DataFrame | None = None,
    totals: pd.DataFrame | None = None,
    *,
    options: Sequence[str],
    field: str = "approved",
) -> pd.DataFrame:
    """Return ``BY_VILLAGE``, options in the order given, villages by code.

    ``field``: ``approved`` or ``dots``, what is counted on ballots.
    """
    if marks is not None and not marks.empty:
        counted = counted_ballots(marks, options)
        village = _filled(counted, "village_code")
        given = pd.to_numeric(counted[field].map(lambda one: 0 if one is None else one))
        table = _tidy(counted.assign(village=village, given=given.fillna(0)), options)
        people = counted.groupby(village.to_numpy())["ballot_no"].nunique()
        few = _too_few(people)
    else:
        totals = pd.DataFrame() if totals is None else totals
        checked_totals(totals, options)
        village = _filled(totals, "village_code")
        given = pd.to_numeric(totals["votes"])
        table = _tidy(totals.assign(village=village, given=given), options)
        people = pd.Series(
            {str(one): people_in_totals(totals.loc[village == one]) for one in set(village)}
        )
        few = set()
    table["voters"] = table["village"].map(people).astype("float64")
    table["hidden"] = table["village"].isin(few)
    table[["votes", "voters"]] = table[["votes", "voters"]].mask(table["hidden"], float("nan"))
    return table[list(BY_VILLAGE)]


def _too_few(people: pd.Series) -> set[str]:
    few = {str(one) for one, n in people.items() if n < _FEWEST}
    if len(few) == 1 and len(people) > 1:
        # One gap alone is found by taking the others from the whole.
        few.add(str(people.drop(list(few)).idxmin()))
    return few


def _filled(frame: pd.DataFrame, name: str) -> pd.Series:
    if name not in frame:
        return pd.Series("", index=frame.index, dtype="object")
    return frame[name].astype("object").where(frame[name].notna(), "").astype(str)


def _tidy(frame: pd.DataFrame, options: Sequence[str]) -> pd.DataFrame:
    sums = frame.groupby(["option_code", "village"])["given"].sum(min_count=1)
    villages = sorted(frame["village"].unique())
    rows = [(one, at, sums.get((one, at), float("nan"))) for one in options for at in villages]
    table = pd.DataFrame(rows, columns=["option", "village", "votes"])
    return table.astype({"votes": "float64"})
