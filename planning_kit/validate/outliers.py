"""Amounts far from those of the others of their kind, by a robust rule.

The modified z-score of Iglewicz and Hoaglin (1993, How to Detect and Handle Outliers,
ASQC, ch. 3), 0.6745 (x − median) / MAD, calls a value an outlier beyond 3.5. It is taken
of logarithms: amounts of money, land and harvest are skewed, and a wrong unit or a slipped
decimal point multiplies. Where more than half the values are the same, MAD is zero; the
mean absolute deviation times √(π/2) stands in, which estimates the same spread.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from planning_kit import thai
from planning_kit.validate.amounts import AMOUNTS, Amount
from planning_kit.validate.facts import Fact, Facts, Marks
from planning_kit.validate.finding import Level, in_row

FEWEST = 20
"""With fewer values a rule of thumb would say more of chance than of mistakes."""
BEYOND = 3.5
_MAD_TO_DEVIATION = 1 / 0.6745
_MEAN_TO_DEVIATION = math.sqrt(math.pi / 2)


@dataclass(frozen=True)
class Spread:
    """The middle of ``n`` positive values and their spread, both of natural logarithms."""

    n: int
    middle: float
    deviation: float

    def score(self, value: float) -> float:
        """Return the modified z-score of a positive value; below zero where it is small."""
        return (math.log(value) - self.middle) / self.deviation

    def at(self, score: float) -> float:
        """Return the value that has this score."""
        return math.exp(self.middle + score * self.deviation)


def spread_of(values: Iterable[float]) -> Spread | None:
    """Return the spread of the values above zero.

    ``None`` where they are fewer than ``FEWEST``, or all the same.
    """
    logs = [math.log(value) for value in values if value > 0]
    if len(logs) < FEWEST:
        return None
    middle = median(logs)
    away = [abs(log - middle) for log in logs]
    deviation = median(away) * _MAD_TO_DEVIATION or math.fsum(away) / len(away) * _MEAN_TO_DEVIATION
    # Logarithms of equal values are equal; what is left below this is rounding.
    return Spread(len(logs), middle, deviation) if deviation > 1e-12 else None


def outliers(facts: Facts) -> Marks:
    """Yield a flag for every amount of the file far from those of its kind.

    Kind is the crop or product where the amount has one. What was kept before counts in
    the middle and the spread too. An amount of zero is never an outlier: a lost harvest
    is a fact.
    """
    for amount in AMOUNTS:
        kinds: dict[str, list[tuple[Fact, float]]] = defaultdict(list)
        for fact in facts.of(amount.record):
            value = amount.value(fact.record)
            if value is not None and value > 0:
                kinds[amount.kind(fact.record)].append((fact, value))
        for members in kinds.values():
            yield from _far(amount, members)


def _far(amount: Amount, members: Sequence[tuple[Fact, float]]) -> Marks:
    spread = spread_of(value for _fact, value in members)
    if spread is None:
        return
    for fact, value in members:
        times = max(value / spread.at(0), spread.at(0) / value)
        is_far = abs(spread.score(value)) > BEYOND and times >= amount.least_times
        if fact.row is None or not is_far:
            continue
        numbers = {
            "value": value,
            "middle": spread.at(0),
            "low": spread.at(-BEYOND),
            "high": spread.at(BEYOND),
        }
        yield (
            fact.row,
            in_row(
                fact.row.raw,
                Level.FLAG,
                amount.code,
                amount.sentence,
                fact.record.field(amount.field),
                n=spread.n,
                **{name: _written(number) for name, number in numbers.items()},
                **amount.wording(fact.record),
            ),
        )


def _written(value: float) -> str:
    return thai.format_number(round(value, 1 if value < 100 else 0))
