"""Counts of answers, with shares, intervals and privacy: the shape of every table of groups."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from planning_kit.profile.privacy import hide_list, too_few
from planning_kit.profile.sampling import Sample, share_interval

TALLY = ("key", "households", "n", "share", "low", "high", "hidden")
"""Columns of a tally.

``key`` answer code · ``households`` how many gave it (NaN where hidden) · ``n`` how many
answered the question at all · ``share`` households/n, 0–1 · ``low``, ``high`` its 95 %
interval, NaN without a random sample · ``hidden``.
"""


def tally(
    answers: pd.Series, keys: Sequence[str] | None = None, sample: Sample | None = None
) -> pd.DataFrame:
    """Count a question with one answer. ``TALLY`` columns, one row per key.

    ``keys`` fixes the rows and their order (a ``Choices`` class will do: ``list(Sex)``);
    without it the keys are those that occur, the most frequent first. Missing answers are
    left out of ``n``. Empty where nobody answered.
    """
    stated = answers.dropna()
    order = list(keys) if keys is not None else list(stated.value_counts().index)
    counts = [int((stated == str(key)).sum()) for key in order]
    return _table([str(key) for key in order], counts, len(stated), hide_list(counts), sample)


def tally_several(
    answers: pd.Series, keys: Sequence[str] | None = None, sample: Sample | None = None
) -> pd.DataFrame:
    """Count a question with several answers (tuples). ``TALLY`` columns; shares exceed 1 in sum.

    ``n`` counts those who answered, an empty tuple included. A count of 1–4 is hidden, and
    so is one that only 1–4 did not give.
    """
    stated = [_as_tuple(answer) for answer in answers.dropna()]
    given = pd.Series([key for answer in stated for key in dict.fromkeys(answer)], dtype="object")
    order = list(keys) if keys is not None else list(given.value_counts().index)
    counts = [int((given == str(key)).sum()) for key in order]
    hidden = [hide_list([count, len(stated) - count])[0] for count in counts]
    return _table([str(key) for key in order], counts, len(stated), hidden, sample)


def tally_yes(
    answers: pd.Series, *, sensitive: bool = False, sample: Sample | None = None
) -> pd.DataFrame:
    """Count the ``True`` among yes–no answers: one row of ``TALLY``, key ``"yes"``.

    ``sensitive`` (a ``COUNT_ONLY`` field) also hides the answer that all gave, which would
    tell of each one. Empty where nobody answered.
    """
    stated = answers.dropna().astype(bool)
    count, n = int(stated.sum()), len(stated)
    hidden = hide_list([count, n - count])[0] or (sensitive and n > 0 and count == n)
    return _table(["yes"], [count], n, [hidden], sample)


def _as_tuple(answer: object) -> tuple[object, ...]:
    return tuple(answer) if isinstance(answer, (tuple, list)) else (answer,)


def _table(
    keys: Sequence[str],
    counts: Sequence[int],
    n: int,
    hidden: Sequence[bool],
    sample: Sample | None,
) -> pd.DataFrame:
    if n == 0:
        return pd.DataFrame({name: pd.Series(dtype=_TYPES[name]) for name in TALLY})
    rows = []
    for key, count, hide in zip(keys, counts, hidden, strict=True):
        hide = hide or too_few(n)
        interval = None if hide else share_interval(count, n, sample)
        low, high = interval or (np.nan, np.nan)
        told = np.nan if hide else float(count)
        rows.append((key, told, n, told / n, low, high, hide))
    return pd.DataFrame(rows, columns=list(TALLY)).astype(_TYPES)


_TYPES = {
    "key": "object",
    "households": "float64",
    "n": "int64",
    "share": "float64",
    "low": "float64",
    "high": "float64",
    "hidden": "bool",
}
