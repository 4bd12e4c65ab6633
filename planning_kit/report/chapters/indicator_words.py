"""Words of the default indicators in the language in use; what people wrote stays as they wrote it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

import pandas as pd

from planning_kit.indicators.declared import indicators_from
from planning_kit.language import Words
from planning_kit.records.declared_data import declared_rows

_WORDS = {"name": "name", "definition": "definition", "unit": "unit", "numerator": "numerator",
          "denominator": "denominator", "source_text": "source", "frequency": "frequency",
          "basis": "basis"}  # fmt: skip


def in_use(said: Any) -> Any:
    """Return a text of the default set in the language in use; any other as it is."""
    return str(_known().get(said, said)) if isinstance(said, str) else said


def indicator_frame(frame: pd.DataFrame) -> pd.DataFrame:
    """Return indicators with what they took from the default set in the language in use."""
    return frame.assign(**{name: frame[name].map(in_use) for name in _WORDS if name in frame})


@cache
def _known() -> Mapping[str, Words]:
    rows = indicators_from(declared_rows("indicators", "default_set.csv"))
    words = [getattr(one, name) for one in rows for name in _WORDS.values()]
    return {said: one for one in words for said in (one.th, one.en)}
