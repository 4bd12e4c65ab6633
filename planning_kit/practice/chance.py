"""Draws that come out the same on every computer and in every numpy.

Only the raw 64-bit outputs of PCG64 are used, whose stream numpy promises to keep, and
whole-number arithmetic on them: no floating point, no logarithm, no method of a
``Generator`` whose algorithm a new release may change.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar
from zlib import crc32

import numpy as np

SEED = 25690901
"""The first day of the invented survey, 1 September B.E. 2569."""

T = TypeVar("T")


class Chance:
    """One stream of draws, named by what it is for.

    Each topic has a stream of its own, so a new question for households leaves the
    harvests drawn elsewhere as they were.
    """

    def __init__(self, *topic: str | int) -> None:
        words = [SEED, *(crc32(str(part).encode("utf-8")) for part in topic)]
        self._bits = np.random.PCG64(np.random.SeedSequence(words))

    def below(self, n: int) -> int:
        """Return a whole number from 0 to ``n - 1``."""
        return int(self._bits.random_raw()) * n >> 64

    def between(self, low: int, high: int) -> int:
        """Return a whole number from ``low`` to ``high``, both included."""
        return low + self.below(high - low + 1)

    def yes(self, percent: int) -> bool:
        """Return ``True`` in ``percent`` of a hundred draws."""
        return self.below(100) < percent

    def pick(self, weights: Mapping[T, int]) -> T:
        """Return one of the keys, each as often as its weight says."""
        left = self.below(sum(weights.values()))
        for answer, weight in weights.items():
            left -= weight
            if left < 0:
                return answer
        raise ValueError("the weights must be above zero")

    def curve(self, quantiles: Sequence[int]) -> int:
        """Return a draw whose distribution passes through equally spaced ``quantiles``.

        ``(0, 10, 100)`` gives half of the draws below 10 and none above 100.
        """
        steps = len(quantiles) - 1
        at = self.below(steps * 1000)
        low, high = quantiles[at // 1000], quantiles[at // 1000 + 1]
        return low + (high - low) * (at % 1000) // 1000

    def about(self, value: int, percent: int) -> int:
        """Return ``value`` give or take ``percent``, most often near the middle."""
        swing = self.between(-percent, percent) + self.between(-percent, percent)
        return value * (200 + swing) // 200

    def sample(self, population: int, n: int) -> list[int]:
        """Return ``n`` different numbers from 1 to ``population``, in order."""
        left = list(range(1, population + 1))
        return sorted(left.pop(self.below(len(left))) for _draw in range(n))
