"""Values are written for a Thai reader, the same way everywhere."""

from __future__ import annotations

from decimal import Decimal

import numpy as np
import pandas as pd
import pytest

from planning_kit.charts.values import written


@pytest.mark.parametrize(
    ("value", "form", "places", "said"),
    [
        (1632820, "int", None, "1,632,820"),
        (1234.5, "baht", None, "1,235"),
        (12.25, "rai", None, "12.3"),
        (0.4523, "percent", None, "45.2%"),
        (0.4523, "percent", 0, "45%"),
        (-800, "baht", None, "−800"),
        (2571, "year_be", None, "2571"),
        (2571.0, "year_be", None, "2571"),
        (0, "int", None, "0"),
        ("ข้าว", "text", None, "ข้าว"),
        (Decimal("3.14"), "number", 2, "3.14"),
        (np.int64(5), "int", None, "5"),
        (None, "int", None, "–"),
        (np.nan, "baht", None, "–"),
        (pd.NA, "percent", None, "–"),
        (None, "text", None, "–"),
    ],
)
def test_writing(value: object, form: str, places: int | None, said: str) -> None:
    assert written(value, form, places) == said
