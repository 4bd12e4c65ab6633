"""What stands behind a mean score: the sum of the marks and how many there are."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from planning_kit.deliberate.ballots import checked_options, known_options, one_poll
from planning_kit.deliberate.weights import CRITERIA, CRITERION_WORDS, HIGHEST, LOWEST
from planning_kit.errors import KitError
from planning_kit.language import N_


def sums_of_marks(
    marks: pd.DataFrame, options: Sequence[str]
) -> dict[str, tuple[tuple[int, int], ...]]:
    """Return for each option (sum of marks, number of marks) per criterion, from ballots.

    ``marks`` must be settled: each ballot once. Raises ``KitError``
    ``deliberate.score-out-of-range`` for a mark that is not 1, 2, 3 or 4.
    """
    by_option = checked_marks(marks).groupby(marks["option_code"].to_numpy())
    sums = by_option.sum().to_dict("index")
    counts = by_option.count().to_dict("index")
    return {
        one: tuple(
            (int(sums[one][name]), int(counts[one][name])) if one in sums else (0, 0)
            for name in CRITERIA
        )
        for one in options
    }


def checked_marks(marks: pd.DataFrame) -> pd.DataFrame:
    """Return the four columns of marks as float64, NaN for blank; raises as ``sums_of_marks``."""
    scores = pd.DataFrame(
        {name: pd.to_numeric(marks[name], errors="coerce") if name in marks
         else pd.Series(float("nan"), index=marks.index) for name in CRITERIA}
    ).astype("float64")  # fmt: skip
    wrong = scores.notna() & ~scores.isin(range(LOWEST, HIGHEST + 1))
    for name in CRITERIA:
        if wrong[name].any():
            at = wrong.index[wrong[name]][0]
            raise KitError(
                "deliberate.score-out-of-range",
                N_(
                    "Ballot {ballot}, {option}: “{criterion}” is {score}. Scores are 1, 2, 3 "
                    "or 4; look at the paper."
                ),
                ballot=str(marks.loc[at, "ballot_no"]),
                option=str(marks.loc[at, "option_code"]),
                criterion=CRITERION_WORDS[name],
                score=f"{scores.loc[at, name]:g}",
            )
    return scores


def sums_of_totals(
    totals: pd.DataFrame, options: Sequence[str]
) -> dict[str, tuple[tuple[int, int], ...]]:
    """Return for each option (sum of marks, number of voters) per criterion, from totals.

    ``totals``: columns of ``vote_total``, one row per option and village (or group). A blank
    sum adds neither marks nor voters.

    Raises ``KitError``: ``deliberate.sum-without-voters`` or ``deliberate.sum-out-of-range``
    where a sum is below 1 or above 4 times the voters; ``deliberate.total-twice``; those of
    ``one_poll`` and ``known_options``.
    """
    checked_totals(totals, options)
    found = {one: [[0, 0] for _name in CRITERIA] for one in options}
    for row in totals.to_dict("records"):
        for at, name in enumerate(CRITERIA):
            given = row.get(f"{name}_sum")
            if given is None or given != given:
                continue
            voters = _voters(row)
            if not LOWEST * voters <= given <= HIGHEST * voters:
                raise KitError(
                    "deliberate.sum-out-of-range",
                    N_(
                        "{option}: the sum of “{criterion}” is {sum}, but {voters} voters can "
                        "only reach {least} to {most}. Add up again."
                    ),
                    option=str(row["option_code"]),
                    criterion=CRITERION_WORDS[name],
                    sum=f"{given:g}",
                    voters=voters,
                    least=LOWEST * voters,
                    most=HIGHEST * voters,
                )
            found[str(row["option_code"])][at][0] += int(given)
            found[str(row["option_code"])][at][1] += voters
    return {one: tuple((part[0], part[1]) for part in parts) for one, parts in found.items()}


def checked_totals(totals: pd.DataFrame, options: Sequence[str]) -> None:
    """Raise ``KitError`` for totals of no or several polls, unknown options, a row given twice."""
    checked_options(options)
    one_poll(totals)
    known_options(totals["option_code"], options)
    key = [name for name in ("option_code", "village_code", "group") if name in totals]
    twice = totals.loc[totals.duplicated(key)]
    if len(twice):
        raise KitError(
            "deliberate.total-twice",
            N_("The total of {option} stands twice for the same village and group. Keep one."),
            option=str(twice["option_code"].iloc[0]),
        )


def _voters(row: dict) -> int:
    voters = row.get("voters")
    if voters is None or voters != voters or voters < 1:
        raise KitError(
            "deliberate.sum-without-voters",
            N_("{option}: a sum of scores is given but not how many people scored. Enter voters."),
            option=str(row["option_code"]),
        )
    return int(voters)
