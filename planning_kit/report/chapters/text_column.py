"""A column of words for a table, in which what is not stated stays missing."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd


def as_text(words: Iterable[str | None]) -> pd.Series:
    """Return ``words`` as objects in order of row, ``None`` for nothing or an empty text.

    The frame they go into must be numbered from 0, as every frame of ``profile`` is.
    """
    return pd.Series([word or None for word in words], dtype="object")
