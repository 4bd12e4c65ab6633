"""An election as a .pb file tells it: the projects, the ballots without the voters, the outcome."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planning_kit.collect.pabulib_rows import meta_number
from planning_kit.errors import KitError

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class PabulibElection:
    """One participatory-budgeting election.

    ``meta``: the file's own keys and texts. ``vote_type``: ``approval``, ``ordinal``,
    ``cumulative`` or ``scoring``. ``budget`` in the file's currency.

    ``options``: one row per project in the file's order, columns ``option`` code, ``name``,
    ``cost``, ``votes_stated``, ``score_stated`` (float64, NaN where the file is silent),
    ``selected`` (the file's figure: 1 chosen, 0 not; NaN) and, counted from the ballots,
    ``votes`` (ballots that name it) and ``score`` (points, with the file's ``default_score``
    where scoring ballots do not name it; of ordinal ballots n for a first place, then n−1 …, n
    the file's ``max_length`` or else the length of the ballot).

    ``ballots``: one row per ballot and project named, columns ``ballot_no`` (a running number
    as text; the voter's own is not kept), ``option``, ``place`` (1 is named first), ``points``
    (float64, NaN unless cumulative or scoring), ``sex`` (``male``/``female``/None) and ``age``
    (float64). ``ballot_count`` counts blank ballots too.

    ``remarks``: what in the file does not fit together, each a sentence; nothing was mended
    without one.
    """

    file: str
    meta: Mapping[str, str]
    vote_type: str
    budget: float
    options: pd.DataFrame
    ballots: pd.DataFrame
    ballot_count: int
    remarks: tuple[KitError, ...]

    @property
    def rule(self) -> str:
        """The rule by which the official result was found, as the file calls it, else ""."""
        return self.meta.get("rule", "").strip().lower()

    @property
    def official(self) -> tuple[str, ...] | None:
        """The projects officially chosen, in the file's order; ``None`` where it is silent."""
        selected = self.options["selected"]
        if selected.isna().all():
            return None
        return tuple(self.options.loc[selected == 1, "option"])

    @property
    def threshold(self) -> float | None:
        """The least votes or points a project needed, ``None`` where the file names none."""
        return meta_number(self.meta.get("min_project_score_threshold", ""))

    @property
    def completion(self) -> str | None:
        """How money left over from equal shares was used by the file's rule: ``none``, ``add1``.

        ``None`` where the file's rule is not equal shares.
        """
        if not self.rule.startswith("equalshares"):
            return None
        return "add1" if "add1" in self.rule else "none"

    def costs(self) -> dict[str, float]:
        """Return the cost of every project."""
        return dict(zip(self.options["option"], self.options["cost"], strict=True))

    def counts(self) -> dict[str, float]:
        """Return what the file's elections are decided by: votes of approvals, else points."""
        name = "votes" if self.vote_type == "approval" else "score"
        return dict(zip(self.options["option"], self.options[name], strict=True))

    def approval_ballots(self) -> list[tuple[str, ...]]:
        """Return the projects each ballot supports, blank ballots as ().

        A project named with 0 points or fewer is not supported.
        """
        supported = self.ballots.loc[~(self.ballots["points"] <= 0)]
        named = supported.groupby("ballot_no", sort=False)["option"].agg(tuple)
        blank = self.ballot_count - len(named)
        return [*named.to_list(), *[()] * blank]
