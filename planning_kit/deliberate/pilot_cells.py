"""What each scorer gave each candidate on each criterion, and what that comes to."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import pandas as pd

from planning_kit.deliberate.weights import HIGHEST, LOWEST
from planning_kit.errors import KitError
from planning_kit.language import N_

CELLS = ("option", "criterion", "mean", "scorers", "lowest", "highest")
"""Columns: ``option`` tambon code · ``criterion`` code · ``mean`` 1–4, NaN where nobody scored ·
``scorers`` how many did · ``lowest``, ``highest`` score of a scorer."""

Cells = dict[tuple[str, str], "PilotCell"]


@dataclass(frozen=True)
class PilotCell:
    """One candidate on one criterion: scorer -> score, the mean of theirs if given twice."""

    by_scorer: Mapping[str, Fraction]

    @property
    def mean(self) -> Fraction | None:
        """The mean of the scorers, each counted once; ``None`` where nobody scored."""
        given = self.by_scorer.values()
        return sum(given, start=Fraction(0)) / len(given) if given else None

    @property
    def spread(self) -> Fraction:
        """How far the scorers are apart, in steps."""
        given = self.by_scorer.values()
        return max(given) - min(given) if given else Fraction(0)

    def figures(self) -> tuple[float, int, float, float]:
        """Return ``CELLS`` from ``mean`` on."""
        given, blank = self.by_scorer.values(), float("nan")
        if self.mean is None:
            return blank, 0, blank, blank
        return float(self.mean), len(given), float(min(given)), float(max(given))


def cells_of(
    scores: pd.DataFrame, candidates: Sequence[str], criteria: Sequence[str]
) -> tuple[Cells, tuple[str, ...], tuple[str, ...]]:
    """Return the cells of all candidates and criteria, the scorers, and criteria not listed.

    A scorer written with other spaces or letters' case is the same one, under the first spelling.
    Raises ``KitError`` ``deliberate.pilot-score`` for a score that is not 1, 2, 3 or 4.
    """
    given: dict[tuple[str, str], dict[str, list[int]]] = {
        (one, name): {} for one in candidates for name in criteria
    }
    spelled: dict[str, str] = {}
    strange: dict[str, None] = {}
    for row in scores.to_dict("records"):
        option, name = str(row["tambon_code"]), str(row["criterion"])
        if option not in candidates:
            continue
        if name not in criteria:
            strange[name] = None
            continue
        scorer = spelled.setdefault(scorer_key(row["scored_by"]), str(row["scored_by"]))
        given[option, name].setdefault(scorer, []).append(_score(row, option, name))
    cells = {
        key: PilotCell({who: Fraction(sum(own), len(own)) for who, own in by_scorer.items()})
        for key, by_scorer in given.items()
    }
    return cells, tuple(spelled.values()), tuple(strange)


def scorer_key(name: object) -> str:
    """Return what makes two spellings of a scorer the same one."""
    return "".join(str(name).split()).casefold()


def _score(row: Mapping[Hashable, Any], option: str, criterion: str) -> int:
    score = row["score"]
    if score not in range(LOWEST, HIGHEST + 1):
        raise KitError(
            "deliberate.pilot-score",
            N_(
                "{option}, {criterion}: {scorer} gave {score}. Scores are 1, 2, 3 or 4; correct it."
            ),
            option=option,
            criterion=criterion,
            scorer=row["scored_by"],
            score=score,
        )
    return int(score)
