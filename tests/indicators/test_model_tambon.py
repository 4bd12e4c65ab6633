import pandas as pd
import pytest

from planning_kit.errors import KitError, KitErrors
from planning_kit.indicators.model_tambon import model_items_from, model_score
from planning_kit.records.declared_data import declared_rows


@pytest.fixture
def rows():
    return declared_rows("model_tambon", "default.csv")


@pytest.fixture
def items(rows):
    return model_items_from(rows)


def _scores(*rows):
    return pd.DataFrame(rows, columns=["dimension", "item", "points", "evidence"])


def test_five_dimensions_of_twenty_points(items):
    dimensions = {item.dimension: item.weight for item in items}
    assert dimensions == dict.fromkeys(
        ("process", "income_debt", "production", "organisation", "self_reliance"), 20
    )
    for dimension in dimensions:
        assert sum(item.most for item in items if item.dimension == dimension) == 20
    assert all("ไม่ใช่" in item.basis.th and item.evidence.th for item in items)


def test_full_marks_with_evidence_everywhere(items):
    rows = [(i.dimension, i.item, i.most, "รายงาน") for i in items]
    found = model_score(_scores(*rows), items)
    assert (found.points, found.possible, found.full, found.share) == (100, 100, 100, 1)


def test_points_without_evidence_do_not_count(items):
    found = model_score(
        _scores(
            ("process", "all_villages", 3, "ทะเบียน"),
            ("process", "data_used", 4, "  "),
            ("production", "safe_area", 0, "ใบรับรอง"),
        ),
        items,
    )
    # 3 of 4 points of process, 0 of 5 of production; 18 of 21 items not looked at.
    assert (found.points, found.possible) == (3, 9)
    assert (found.without_evidence, found.not_assessed) == (1, len(items) - 3)
    state = found.items.set_index("item")["state"]
    assert (state["data_used"], state["safe_area"]) == ("no_evidence", "assessed")
    process = found.dimensions.set_index("dimension").loc["process"]
    assert (process["points"], process["possible"], process["weight"]) == (3, 4, 20)


def test_nothing_assessed_is_no_share(items):
    found = model_score(pd.DataFrame(), items)
    assert (found.points, found.share) == (0, None)


def test_weights_may_be_changed_if_they_add_up(rows):
    for row in rows:
        row["weight"] = {"process": "40", "income_debt": "0"}.get(row["dimension"], "20")
    found = model_score(_scores(("process", "all_villages", 4, "x")), model_items_from(rows))
    # 4 of the 20 item points, in a dimension that now weighs 40.
    assert (found.points, found.full) == (8, 100)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"weight": "15"}, "indicators.model-item"),
        ({"most": "many"}, "indicators.model-item"),
        ({"most": "0"}, "indicators.model-item"),
        ({"item": ""}, "indicators.model-item"),
    ],
)
def test_spoilt_items_are_refused(rows, change, code):
    rows[1] |= change
    with pytest.raises(KitError) as caught:
        model_items_from(rows)
    assert (caught.value.code, caught.value.values["row"]) == (
        code,
        3,
    )


def test_weights_that_do_not_add_up_are_refused(rows):
    for row in rows:
        row["weight"] = "19"
    with pytest.raises(KitError) as caught:
        model_items_from(rows)
    assert (caught.value.code, caught.value.values["total"]) == ("indicators.model-weights", 95)


def test_impossible_points_and_items_scored_twice_are_refused_together(items):
    with pytest.raises(KitErrors) as caught:
        model_score(
            _scores(
                ("process", "all_villages", 5, "x"),
                ("process", "data_used", 1, "x"),
                ("process", "data_used", 2, "x"),
            ),
            items,
        )
    codes = [error.code for error in caught.value.errors]
    assert codes == ["indicators.model-points", "indicators.model-twice"]


def test_an_item_that_is_not_declared_is_named_and_left_out(items):
    found = model_score(_scores(("process", "beauty", 9, "x")), items)
    assert found.unknown == ("process.beauty",)
    assert found.points == 0
