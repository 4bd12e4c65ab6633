"""What a class has learnt: the test before against the test after, by objective.

Only sums over at least five learners are told, and nothing of a single one.

Sources. Gain of a class: the mean of each learner's own difference, with the 95 % interval of a
paired t (Student 1908, Biometrika 6; table as printed in any textbook). Normalized gain
⟨g⟩ = (after − before) ÷ (1 − before): Hake 1998, American Journal of Physics 66, 64–74.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

FEWEST = 5
"""Learners below which a class is not measured."""
_T95 = (12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179,
        2.160, 2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060,
        2.056, 2.052, 2.048, 2.045, 2.042)  # fmt: skip
"""Two-sided 95 % points of t for 1 to 30 degrees of freedom."""
_T95_MORE = ((40, 2.021), (60, 2.000), (120, 1.980))

Right = Mapping[str, Mapping[str, bool]]
"""Learner → question → whether the answer was right."""


@dataclass(frozen=True)
class Gain:
    """Learning by one objective; shares are 0–1, of the questions about it.

    ``learners`` answered all of them before and after. ``low`` and ``high`` bound the mean
    difference ``gained`` with 95 % confidence; all but the counts are ``None`` for fewer than
    ``FEWEST`` learners. ``normalized`` is ``None`` too where everything was right before.
    """

    objective: str
    questions: int
    learners: int
    before: float | None = None
    after: float | None = None
    gained: float | None = None
    low: float | None = None
    high: float | None = None
    normalized: float | None = None


def gains(asked: Iterable[tuple[str, str]], before: Right, after: Right) -> list[Gain]:
    """Return the gain by objective, in the order in which ``asked`` (question, objective) names them."""
    by_objective: dict[str, list[str]] = {}
    for question, objective in asked:
        by_objective.setdefault(objective, []).append(question)
    return [_gain(name, questions, before, after) for name, questions in by_objective.items()]


def _gain(objective: str, questions: Sequence[str], before: Right, after: Right) -> Gain:
    pairs = [
        (_share(before[one], questions), _share(after[one], questions))
        for one in sorted(before.keys() & after.keys())
        if all(q in before[one] and q in after[one] for q in questions)
    ]
    n = len(pairs)
    if n < FEWEST:
        return Gain(objective, len(questions), n)
    first, last = (sum(side) / n for side in zip(*pairs, strict=True))
    gained = last - first
    spread = sum((b - a - gained) ** 2 for a, b in pairs) / (n - 1)
    reach = t95(n - 1) * math.sqrt(spread / n)
    normalized = gained / (1 - first) if first < 1 else None
    return Gain(objective, len(questions), n, first, last, gained,
                max(-1.0, gained - reach), min(1.0, gained + reach), normalized)  # fmt: skip


def t95(freedom: int) -> float:
    """Return the two-sided 95 % point of t, for degrees between those of the table the safer one."""
    if freedom <= len(_T95):
        return _T95[freedom - 1]
    below = [t for degrees, t in _T95_MORE if degrees <= freedom]
    return below[-1] if below else _T95[-1]


def share_right(questions: Iterable[str], answers: Right) -> dict[str, tuple[int, int]]:
    """Return for each question how many answered right, of how many who answered."""
    found = {}
    for question in questions:
        given = [one[question] for one in answers.values() if question in one]
        found[question] = (sum(given), len(given))
    return found


def _share(answers: Mapping[str, bool], questions: Sequence[str]) -> float:
    return sum(answers[one] for one in questions) / len(questions)
