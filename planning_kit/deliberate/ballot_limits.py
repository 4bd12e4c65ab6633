"""What one ballot may hold: so many dots, so many ticks, no more than the budget buys."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from planning_kit.deliberate.ballots import named
from planning_kit.errors import KitError
from planning_kit.language import N_


def refuse_many_dots(marks: pd.DataFrame, each: int | None) -> pd.Series:
    """Return the dots of every mark, blank as 0.

    Raises ``KitError`` ``deliberate.dots-wrong`` (not 0, 1, 2 …) or ``deliberate.too-many-dots``.
    """
    given = pd.to_numeric(marks["dots"], errors="coerce").fillna(0).astype("float64")
    wrong = (given < 0) | (given % 1 != 0)
    if wrong.any():
        raise KitError(
            "deliberate.dots-wrong",
            N_("Ballots {ballots}: dots are counted 0, 1, 2 … Look at the papers."),
            ballots=named(list(marks.loc[wrong, "ballot_no"].unique())),
        )
    if each is not None:
        over = _over(marks, given, each)
        if over:
            raise KitError(
                "deliberate.too-many-dots",
                N_("Ballots {ballots} have more than {most} dots. Look at the papers."),
                ballots=named(over),
                most=int(each),
            )
    return given


def refuse_many_approvals(marks: pd.DataFrame, ticks: pd.Series, most: int | None) -> None:
    """Raise ``KitError`` ``deliberate.too-many-approvals`` for ballots with too many ticks."""
    over = [] if most is None else _over(marks, ticks, most)
    if over:
        raise KitError(
            "deliberate.too-many-approvals",
            N_("Ballots {ballots} have more than {most} ticks. Look at the papers."),
            ballots=named(over),
            most=int(most or 0),
        )


def refuse_over_budget(
    marks: pd.DataFrame,
    ticks: pd.Series,
    costs: Mapping[str, float] | None,
    budget: float | None,
) -> None:
    """Raise ``KitError`` ``deliberate.ballot-over-budget`` for ballots that tick too much money.

    Nothing is checked where ``costs`` or ``budget`` (baht) is not given.
    """
    if costs is None or budget is None:
        return
    price = marks["option_code"].map(dict(costs)).astype("float64").fillna(0.0)
    over = _over(marks, ticks * price, budget)
    if over:
        raise KitError(
            "deliberate.ballot-over-budget",
            N_(
                "Ballots {ballots} tick projects for more than the budget of {budget} baht. "
                "Look at the papers."
            ),
            ballots=named(over),
            budget=f"{budget:,.0f}",
        )


def _over(marks: pd.DataFrame, amount: pd.Series, most: float) -> list[str]:
    sums = amount.groupby(marks["ballot_no"].to_numpy(), sort=False).sum()
    return [str(ballot) for ballot in sums.index[sums > most]]
