import pytest

from planning_kit.errors import KitError, KitErrors
from planning_kit.indicators.declared import as_indicator_rows, indicators_from
from planning_kit.indicators.from_profile import figure_keys
from planning_kit.indicators.model_tambon import model_items_from
from planning_kit.records.declared_data import declared_rows


@pytest.fixture
def rows():
    return declared_rows("indicators", "default_set.csv")


def test_at_most_fifteen_each_with_its_basis(rows):
    declared = indicators_from(rows)
    assert len(declared) <= 15
    for entry in declared:
        assert "ไม่ใช่" in entry.basis.th and "not official" in entry.basis.en
        assert entry.numerator.th and entry.denominator.th and entry.unit.th
        assert entry.dimension in {item.dimension for item in _model()}


def _model():
    return model_items_from(declared_rows("model_tambon", "default.csv"))


def test_the_shift_from_a_single_crop_is_among_them(rows):
    declared = {entry.code: entry for entry in indicators_from(rows)}
    assert declared["IN01"].direction == "down"
    assert declared["IN02"].direction == "up"
    assert {"IN03", "IN04", "IN05", "IN06", "IN08", "IN09", "IN10"} <= declared.keys()


def test_as_rows_of_the_record_in_one_language(rows):
    declared = indicators_from(rows)
    thai = as_indicator_rows(declared)
    assert [row["position"] for row in thai] == list(range(1, len(declared) + 1))
    assert thai[0]["name"] == declared[0].name.th
    assert as_indicator_rows(declared, "en")[0]["name"] == declared[0].name.en


def test_the_readme_explains_every_figure(rows):
    from planning_kit.shipped import shipped

    told = shipped("data", "indicators", "README.md").read_text("utf-8")
    assert [key for key in figure_keys(indicators_from(rows)) if f"`{key}`" not in told] == []


def test_wrong_rows_are_named_together(rows):
    rows[1]["unit_th"] = ""
    rows[2]["direction"] = "sideways"
    rows[4]["code"] = rows[3]["code"]
    with pytest.raises(KitErrors) as caught:
        indicators_from(rows)
    assert [error.values["row"] for error in caught.value.errors] == [3, 4, 6]


def test_sixteen_are_too_many(rows):
    more = [*rows, rows[0] | {"code": "ONE_MORE"}]
    with pytest.raises(KitError) as caught:
        indicators_from(more)
    assert caught.value.code == "indicators.too-many"


def test_a_column_that_is_missing_is_told_once_not_row_by_row(rows):
    bare = [{name: text for name, text in row.items() if name != "unit_th"} for row in rows]
    with pytest.raises(KitError) as error:
        indicators_from(bare)
    assert error.value.code == "indicators.no-heading"
    assert "unit_th" in error.value.say("th")
