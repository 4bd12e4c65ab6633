"""The criteria by which a province chooses a pilot tambon, and how much each counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from planning_kit.deliberate.criteria_words import WORDED, Criterion, criterion_read
from planning_kit.errors import KitError, KitErrors
from planning_kit.language import N_
from planning_kit.records.declared_keys import refuse_strange_keys

FEWEST, MOST = 2, 12
_WHOLE = 100
_FILE = "criteria/pilot.toml"


@dataclass(frozen=True)
class PilotCriterion(Criterion):
    """A criterion with its default ``weight`` in percent, for as long as no meeting agreed one."""

    weight: Fraction = Fraction(0)


def pilot_criteria(declared: Mapping[str, Any]) -> dict[str, PilotCriterion]:
    """Return the criteria of ``data/criteria/pilot.toml``, parsed, in the order of the file.

    Each has what a ``Criterion`` says, and ``weight`` in percent; together 100. Raises
    ``KitErrors`` naming everything wrong: ``deliberate.criteria-wording``,
    ``deliberate.pilot-weight``, ``deliberate.pilot-weights-sum``,
    ``deliberate.pilot-criteria-number``, ``records.declaration-key``.
    """
    mistakes: list[KitError] = []
    found = {code: _read(code, given, mistakes) for code, given in declared.items()}
    if not FEWEST <= len(found) <= MOST:
        mistakes.append(
            KitError(
                "deliberate.pilot-criteria-number",
                N_("{file} has {n} criteria. Keep {least} to {most}, so that people can judge."),
                file=_FILE,
                n=len(found),
                least=FEWEST,
                most=MOST,
            )
        )
    if not mistakes and (whole := sum(one.weight for one in found.values())) != _WHOLE:
        mistakes.append(not_whole(whole))
    if mistakes:
        raise KitErrors(mistakes)
    return found


def agreed_weights(
    agreed: Mapping[str, Any], criteria: Mapping[str, PilotCriterion]
) -> dict[str, Fraction]:
    """Return the weight of each criterion in percent: as agreed, or all defaults for none.

    ``agreed``: criterion -> percent, of the criteria there are; a criterion that does not count
    is stated as 0. Raises ``KitError``: ``deliberate.pilot-weight-missing``,
    ``deliberate.pilot-weight``, ``deliberate.pilot-weights-sum``.
    """
    if not agreed:
        return {code: one.weight for code, one in criteria.items()}
    missing = [one.name for code, one in criteria.items() if code not in agreed]
    if missing:
        raise KitError(
            "deliberate.pilot-weight-missing",
            N_(
                "The criterion “{criterion}” has no weight. Agree one, or write 0 if it does not "
                "count."
            ),
            criterion=missing[0],
        )
    found = {code: weight_read(one.name, agreed[code]) for code, one in criteria.items()}
    if (whole := sum(found.values())) != _WHOLE:
        raise not_whole(whole)
    return found


def weight_read(called: object, given: Any) -> Fraction:
    """Return a weight in percent exactly; raises ``KitError`` ``deliberate.pilot-weight``."""
    try:
        weight = Fraction(str(given))
    except ValueError:
        weight = Fraction(-1)
    if isinstance(given, bool) or not 0 <= weight <= _WHOLE:
        raise KitError(
            "deliberate.pilot-weight",
            N_("The weight of “{criterion}” must be a number from 0 to 100."),
            criterion=called,
        )
    return weight


def not_whole(whole: Fraction | int) -> KitError:
    """Return the refusal of weights that do not make 100."""
    return KitError(
        "deliberate.pilot-weights-sum",
        N_("The weights of the criteria add up to {sum}, not to 100. Change them until they do."),
        sum=f"{float(whole):g}",
    )


def _read(code: str, given: Any, mistakes: list[KitError]) -> PilotCriterion:
    own = given if isinstance(given, Mapping) else {}
    words = criterion_read(code, own, code, mistakes)
    weight = Fraction(0)
    try:
        refuse_strange_keys(own, (*WORDED, "weight"), code, _FILE)
        weight = weight_read(code, own.get("weight"))
    except KitError as error:
        mistakes.append(error)
    return PilotCriterion(words.code, words.name, words.question, words.steps, weight)
