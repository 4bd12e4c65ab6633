import pytest

from planning_kit.errors import KitErrors
from planning_kit.runs.parameters import check_parameters, declared_parameters

GOOD = {"area": "730502", "plan_start": 2571, "fiscal_year": 2570, "language": "th"}


def _codes(path, parameters):
    with pytest.raises(KitErrors) as caught:
        check_parameters(path, parameters)
    return [error.code for error in caught.value.errors]


def test_parameters_that_fit_pass(notebook_file):
    check_parameters(notebook_file(), GOOD)


def test_an_area_code_that_became_a_number_is_refused(notebook_file):
    # papermill's own command line does this to 830201
    assert _codes(notebook_file(), {**GOOD, "area": 730502}) == ["runs.wrong-parameter-type"]


def test_a_year_written_as_text_or_as_yes_is_refused(notebook_file):
    path = notebook_file()
    for wrong in ("2571", True, 2571.0, None):
        assert _codes(path, {**GOOD, "plan_start": wrong}) == ["runs.wrong-parameter-type"]


def test_a_misspelt_parameter_is_both_unknown_and_missing(notebook_file):
    parameters = {"aera": "730502", **{k: v for k, v in GOOD.items() if k != "area"}}
    assert _codes(notebook_file(), parameters) == [
        "runs.unknown-parameter",
        "runs.missing-parameter",
    ]


def test_a_default_that_is_no_literal_takes_any_value(notebook_file):
    path = notebook_file(parameters="depth = None\nrate = 0.5\nmore = max(1, 2)")
    assert declared_parameters(path) == {"depth": None, "rate": float, "more": None}
    check_parameters(path, {"depth": "deep", "rate": 1, "more": ()})


def test_a_notebook_without_parameters_takes_none(notebook_file):
    assert _codes(notebook_file(parameters="pass"), {"area": "730502"}) == [
        "runs.unknown-parameter"
    ]
