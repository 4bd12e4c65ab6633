import pytest

from planning_kit.errors import KitErrors
from planning_kit.hall.address import parameters_of


def test_an_address_is_typed_and_filled_in():
    given = {"area": [b"730502"], "plan_start": ["๒๕๗๑".encode()]}
    assert parameters_of(given, "th") == {
        "area": "730502", "plan_start": 2571, "fiscal_year": 2570, "language": "th",
    }  # fmt: skip
    more = {**given, "fiscal_year": [b"2573"], "language": [b"en"]}
    assert parameters_of(more, "th")["fiscal_year"] == 2573
    assert parameters_of(more, "th")["language"] == "en"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"os": [b"rm"]}, "hall.unknown-argument"),
        ({"area": [b"990101", b"990102"]}, "hall.given-twice"),
        ({"area": []}, "hall.missing-argument"),
        ({"area": [b"../../etc/passwd"]}, "hall.bad-argument"),
        ({"area": [b'990101"\nimport os']}, "hall.bad-argument"),
        ({"plan_start": [b"2028"]}, "hall.bad-argument"),
        ({"plan_start": [b"2571.0"]}, "hall.bad-argument"),
        ({"language": [b"fr"]}, "hall.bad-argument"),
        ({"fiscal_year": [b"\xff\xfe"]}, "hall.bad-argument"),
    ],
)
def test_what_no_page_knows_is_refused(change, code):
    good = {"area": [b"990101"], "plan_start": [b"2571"]}
    with pytest.raises(KitErrors) as refused:
        parameters_of({**good, **change}, "th")
    assert [error.code for error in refused.value.errors] == [code]
