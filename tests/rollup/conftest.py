"""Parts by hand, so that each test says only what matters to it."""

import pandas as pd
import pytest


def frame_of(*rows, **every):
    """Parts of ``rows`` (dicts), each with ``every``; a sum of 2569, endorsed, if not said."""
    usual = {"figure": "F", "way": "sum", "unit": "rai", "period_be": 2569, "is_endorsed": True}
    return pd.DataFrame([usual | every | row for row in rows])


@pytest.fixture
def parts():
    return frame_of


@pytest.fixture
def of():
    """One column of one level by place."""

    def read(frame, column="value"):
        return dict(zip(frame["place"], frame[column], strict=True))

    return read
