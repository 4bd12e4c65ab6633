"""What a province's workbook holds on choosing a pilot, read once for all parts of the chapter."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

import pandas as pd

from planning_kit import areas
from planning_kit.deliberate import (
    PilotChoice,
    PilotCriterion,
    Reason,
    agreed_weights,
    pilot_choice,
    pilot_criteria,
)
from planning_kit.errors import KitError
from planning_kit.language import translate
from planning_kit.records.declared_data import declared_toml
from planning_kit.records.plain_rows import Row, plain_rows
from planning_kit.report.chapters.wording import joined, number

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

CANDIDATE = (
    "tambon_code",
    "proposed_by",
    "reason",
    "facts",
    "source_code",
    "forum_code",
    "is_withdrawn",
    "withdrawn_reason",
)
WEIGHT = ("criterion", "weight", "forum_code", "reason")
SCORE = ("tambon_code", "criterion", "scored_by", "score", "forum_code", "note")
_OPTIONS = ("options", "entered", "left")
_CRITERIA = ("criteria", "high", "low")


@dataclass(frozen=True)
class PilotRecords:
    """The records, and what is worked out of them.

    ``choice`` is ``None`` where nothing can be worked out; ``why_not`` then says why, as far as
    it is the weights.
    """

    candidates: list[Row]
    weights: list[Row]
    scores: list[Row]
    criteria: Mapping[str, PilotCriterion]
    choice: PilotChoice | None
    why_not: str = ""

    @property
    def standing(self) -> list[str]:
        """The codes of the candidates that stand for choice."""
        return [row["tambon_code"] for row in self.candidates if not row["is_withdrawn"]]

    @property
    def counted(self) -> list[Row]:
        """The scores of candidates that stand, on criteria of the list."""
        standing = set(self.standing)
        return [
            row
            for row in self.scores
            if row["tambon_code"] in standing and row["criterion"] in self.criteria
        ]

    def percents(self) -> Mapping[str, Fraction]:
        """Return the weights that were used; the defaults where none could be."""
        if self.choice is not None:
            return self.choice.weights
        return {code: one.weight for code, one in self.criteria.items()}

    def criterion(self, code: str) -> str:
        """Return what a criterion is called."""
        return str(self.criteria[code].name) if code in self.criteria else code

    def say(self, one: Reason, places: int = 2) -> str:
        """Return a reason in the language in use."""
        told = {name: self._written(name, value, places) for name, value in one.values.items()}
        return translate(one.message).format(**told)

    def _written(self, name: str, value: object, places: int) -> str:
        if name in _CRITERIA and isinstance(value, tuple):
            return joined(f"“{self.criterion(code)}”" for code in value)
        if name in _OPTIONS and isinstance(value, tuple):
            return listed(value)
        if isinstance(value, float):
            return number(value, places)
        return number(value) if isinstance(value, int) else str(value)


def pilot_records(workbook: Workbook) -> PilotRecords:
    """Return what the workbook holds. Raises ``KitErrors`` for a list of criteria that is wrong."""
    criteria = pilot_criteria(declared_toml("criteria", "pilot.toml"))
    candidates = plain_rows(workbook.frame("pilot_candidate"), CANDIDATE)
    candidates.sort(key=lambda row: row["tambon_code"])
    weights = plain_rows(workbook.frame("pilot_weight"), WEIGHT)
    scores = plain_rows(workbook.frame("pilot_score"), SCORE)
    standing = [row["tambon_code"] for row in candidates if not row["is_withdrawn"]]
    agreed = {row["criterion"]: row["weight"] for row in weights if row["criterion"] in criteria}
    choice, why_not = None, ""
    try:
        percents = agreed_weights(agreed, criteria)
    except KitError as error:
        why_not = error.say()
    else:
        frame = pd.DataFrame(scores, columns=list(SCORE))
        if standing:
            choice = pilot_choice(frame, candidates=standing, weights=percents)
    return PilotRecords(candidates, weights, scores, criteria, choice, why_not)


def coded(code: str) -> str:
    """Return "670101 ตำบลในเมือง อำเภอเมืองเพชรบูรณ์"."""
    return f"{code} {areas.short_title(code)}".strip()


def listed(codes: Iterable[str]) -> str:
    """Return tambons in a sentence; tables beside it give their codes."""
    return joined(areas.short_title(code) or code for code in codes)
