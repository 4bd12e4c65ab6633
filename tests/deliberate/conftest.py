"""Ballots built by hand, with the columns and types of the records' frames."""

import pandas as pd
import pytest

NUMBERS = ("size", "severity", "ease", "concern", "dots")
TEXTS = ("poll_code", "ballot_no", "option_code", "against_code", "preferred", "village_code",
         "sex", "age_group", "approved", "is_landless")  # fmt: skip
TOTALS = ("votes", "voters", "size_sum", "severity_sum", "ease_sum", "concern_sum",
          "votes_for", "votes_against", "votes_equal")  # fmt: skip


def frame(rows, numbers, texts):
    columns = {name: pd.Series([row.get(name) for row in rows], dtype="float64")
               for name in numbers}  # fmt: skip
    for name in texts:
        columns[name] = pd.Series([row.get(name) for row in rows], dtype="object")
    return pd.DataFrame(columns)


@pytest.fixture(scope="session")
def marks_of():
    """Rows of ``ballot_mark`` -> frame."""

    def made(rows):
        rows = [{"poll_code": "V01", **row} for row in rows]
        return frame(rows, (*NUMBERS, "entry"), TEXTS)

    return made


@pytest.fixture(scope="session")
def totals_of():
    """Rows of ``vote_total`` or ``pair_total`` -> frame."""

    def made(rows):
        rows = [{"poll_code": "V01", **row} for row in rows]
        return frame(rows, TOTALS, ("poll_code", "option_code", "against_code", "village_code",
                                    "group"))  # fmt: skip

    return made


@pytest.fixture(scope="session")
def scored(marks_of):
    """(ballot, {option: four marks}, who voted) -> marks."""

    def made(ballots, **facets):
        rows = []
        for number, ballot in enumerate(ballots, start=1):
            own = {name: values[number - 1] for name, values in facets.items()}
            for option, marks in ballot.items():
                scores = dict(zip(("size", "severity", "ease", "concern"), marks, strict=True))
                rows.append({"ballot_no": f"{number:03d}", "option_code": option, **scores, **own})
        return marks_of(rows)

    return made
