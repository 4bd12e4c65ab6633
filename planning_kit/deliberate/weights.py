"""The four criteria and how much each counts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any

import pandas as pd

from planning_kit.errors import KitError
from planning_kit.language import N_, Words

CRITERIA = ("size", "severity", "ease", "concern")
LOWEST, HIGHEST = 1, 4
EQUAL: dict[str, float] = dict.fromkeys(CRITERIA, 25.0)
CRITERION_WORDS = {
    "size": Words("ขนาดของปัญหา", "size"),
    "severity": Words("ความรุนแรง", "severity"),
    "ease": Words("ความยากง่ายในการแก้ไข", "ease"),
    "concern": Words("ความตระหนัก", "concern"),
}
_WHOLE = 100


def checked_weights(weights: Mapping[str, Any] | None) -> dict[str, Fraction]:
    """Return the weight of each criterion in percent, exactly; 25 each for ``None``.

    Raises ``KitError``: ``deliberate.weight-missing``, ``deliberate.weight-wrong`` (below 0,
    above 100, no number, or not one of the four criteria), ``deliberate.weights-sum``.
    """
    given = EQUAL if weights is None else weights
    for name in given:
        if name not in CRITERIA:
            raise _wrong(str(name))
    found = {name: _weight(name, given.get(name)) for name in CRITERIA}
    whole = sum(found.values())
    if whole != _WHOLE:
        raise KitError(
            "deliberate.weights-sum",
            N_("The four weights add up to {sum}, not to 100. Change them until they do."),
            sum=f"{float(whole):g}",
        )
    return found


def weights_of(poll: Mapping[str, Any]) -> dict[str, float] | None:
    """Return the weights of a poll's row (``weight_size`` …); ``None`` where all are blank."""
    given = {name: poll.get(f"weight_{name}") for name in CRITERIA}
    stated = {name: float(one) for name, one in given.items() if one is not None and one == one}
    return stated or None


def plausible_weightings(
    least: int = 10, step: int = 10, criteria: Sequence[str] = CRITERIA
) -> pd.DataFrame:
    """Return every weighting in steps of ``step`` % that gives each criterion ``least`` % or more.

    One column per criterion, in percent; 84 rows with the defaults, each weight then lying
    between 10 and 70.
    """
    rows = list(_splits(_WHOLE, len(criteria), least, step))
    return pd.DataFrame(rows, columns=list(criteria)).astype("float64")


def _splits(whole: int, parts: int, least: int, step: int) -> Iterator[tuple[int, ...]]:
    if parts == 1:
        if whole >= least:
            yield (whole,)
        return
    for first in range(least, whole, step):
        for rest in _splits(whole - first, parts - 1, least, step):
            yield (first, *rest)


def _weight(name: str, given: Any) -> Fraction:
    if given is None or given != given:
        raise KitError(
            "deliberate.weight-missing",
            N_("The criterion “{criterion}” has no weight. Give each of the four one, 0 to 100."),
            criterion=CRITERION_WORDS[name],
        )
    try:
        weight = Fraction(str(given))
    except ValueError as error:
        raise _wrong(name) from error
    if not 0 <= weight <= _WHOLE:
        raise _wrong(name)
    return weight


def _wrong(name: str) -> KitError:
    return KitError(
        "deliberate.weight-wrong",
        N_(
            "The weight of “{criterion}” cannot be used: weights are numbers from 0 to 100, "
            "for size, severity, ease and concern."
        ),
        criterion=CRITERION_WORDS.get(name, name),
    )
