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


def in_use(said: Any, field: str = "name") -> Any:
    """Return a text of the default set in the language in use; any other as it is.

    ``field`` is the field of the ``indicator`` record that holds it.
    """
    return str(_known(field).get(said, said)) if isinstance(said, str) else said


def indicator_frame(frame: pd.DataFrame) -> pd.DataFrame:
    """Return indicators with what they took from the default set in the language in use."""
    told = {
        field: pd.Series(
            [in_use(said, field) for said in frame[field]], frame.index, frame[field].dtype
        )
        for field in _WORDS
        if field in frame
    }
    return frame.assign(**told)


@cache
def _known(field: str) -> Mapping[str, Words]:
    rows = indicators_from(declared_rows("indicators", "default_set.csv"))
    words = [getattr(one, _WORDS[field]) for one in rows]
    return {said: one for one in words for said in (one.th, one.en)}
