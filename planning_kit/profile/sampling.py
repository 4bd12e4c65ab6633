"""How far a sampled figure may be from the truth: 95 % intervals for a finite population.

Only a random sample carries an interval. Any other way of choosing households gives the
same figures without one, and a sentence that says so.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import NormalDist

import numpy as np

from planning_kit.language import N_, _

CONFIDENCE = 0.95
NOT_RANDOM = N_(
    "These households were not chosen at random: the figures describe them, "
    "and may not hold for the others."
)
CENSUS = N_("Every household was asked, so the figures carry no sampling error.")
RANDOM = N_(
    "{n} of {population} households were chosen at random; the ranges shown hold the true "
    "figure of all households 95 times in 100."
)
UNKNOWN_POPULATION = N_(
    "The households were chosen at random, but how many there are in all is not stated: "
    "no range can be worked out."
)


@dataclass(frozen=True)
class Sample:
    """``n`` households that answered out of ``population`` (``None`` = not stated)."""

    n: int
    population: int | None = None
    is_random: bool = False

    @property
    def fraction(self) -> float | None:
        """Return the sampling fraction n/N, 0–1; ``None`` without a known population."""
        if not self.population or self.n > self.population:
            return None
        return self.n / self.population

    @property
    def is_census(self) -> bool:
        """Tell whether every household of the population answered."""
        return self.population is not None and 0 < self.population == self.n

    def sentence(self) -> str:
        """Say in the language in use how the figures may be read."""
        if self.is_census:
            return _(CENSUS)
        if not self.is_random:
            return _(NOT_RANDOM)
        if self.fraction is None:
            return _(UNKNOWN_POPULATION)
        return _(RANDOM, n=f"{self.n:,}", population=f"{self.population:,}")


@dataclass(frozen=True)
class Estimate:
    """A figure with the number behind it; ``low``/``high`` bound it at 95 % or are ``None``.

    ``value`` is ``None`` where nothing is known, or where fewer than five stand behind it
    (then ``hidden``).
    """

    value: float | None
    n: int
    low: float | None = None
    high: float | None = None
    population: int | None = None
    hidden: bool = False


def share_interval(count: float, n: int, sample: Sample | None) -> tuple[float, float] | None:
    """Return the 95 % interval of the share ``count`` ÷ ``n``, or ``None`` if none is due.

    Wilson's score interval (Wilson 1927, JASA 22: 209), which stays within 0–1, with n
    replaced by the effective size n(N − 1)/(N − n) that Cochran's variance of a share in a
    finite population gives (Cochran 1977, Sampling Techniques, 3rd ed., section 3.2; Korn
    & Graubard 1998, Survey Methodology 24: 193). ``n`` may be a part of the sample: the sampling fraction stays.
    """
    fraction = _interval_fraction(sample)
    if fraction is None or n < 1:
        return None
    share = count / n
    if fraction >= 1:
        return share, share
    population = max(n / fraction, 2.0)
    size = n * (population - 1) / (population - n) if population > n else math.inf
    if math.isinf(size):
        return share, share
    z = NormalDist().inv_cdf((1 + CONFIDENCE) / 2)
    middle = (share + z * z / (2 * size)) / (1 + z * z / size)
    half = z * math.sqrt(share * (1 - share) / size + z * z / (4 * size * size))
    half /= 1 + z * z / size
    return max(0.0, middle - half), min(1.0, middle + half)


def mean_interval(values: Iterable[float], sample: Sample | None) -> tuple[float, float] | None:
    """Return the 95 % interval of the mean of ``values`` (NaN left out), or ``None``.

    Mean ± t s √(1 − f) / √n with f = n/N of the whole sample (Cochran 1977, section 2.8).
    Some did not state the value: f of the whole sample then makes it slightly too narrow.
    """
    fraction = _interval_fraction(sample)
    stated = np.array([value for value in values if not math.isnan(value)], dtype="float64")
    if fraction is None or len(stated) < 2:
        return None
    error = stated.std(ddof=1) * math.sqrt(1 - fraction) / math.sqrt(len(stated))
    half = t_quantile(len(stated) - 1) * float(error)
    mean = float(stated.mean())
    return mean - half, mean + half


def t_quantile(freedom: int) -> float:
    """Return the two-sided 95 % point of Student's t with ``freedom`` degrees (≥ 1).

    Exact for 1 and 2; from 3 up the Cornish–Fisher series of Abramowitz & Stegun (1964),
    26.7.5, right to 0.2 % at 3 degrees and better above.
    """
    level = (1 + CONFIDENCE) / 2
    if freedom == 1:
        return math.tan(math.pi * (level - 0.5))
    if freedom == 2:
        return (2 * level - 1) / math.sqrt(2 * level * (1 - level))
    x = NormalDist().inv_cdf(level)
    terms = (
        (x**3 + x) / 4,
        (5 * x**5 + 16 * x**3 + 3 * x) / 96,
        (3 * x**7 + 19 * x**5 + 17 * x**3 - 15 * x) / 384,
        (79 * x**9 + 776 * x**7 + 1482 * x**5 - 1920 * x**3 - 945 * x) / 92160,
    )
    return x + sum(term / freedom ** (k + 1) for k, term in enumerate(terms))


def _interval_fraction(sample: Sample | None) -> float | None:
    if sample is None or not (sample.is_random or sample.is_census):
        return None
    return sample.fraction
