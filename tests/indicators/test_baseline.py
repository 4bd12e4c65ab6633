import pandas as pd
import pytest

from planning_kit.errors import KitErrors
from planning_kit.indicators.baseline import baselines, check_frozen, frozen


@pytest.fixture
def values():
    return pd.DataFrame(
        [
            ("I1", "baseline", 2570, 50.0, 40, False),
            ("I1", "baseline", 2569, 45.0, 38, False),
            ("I1", "target", 2575, 70.0, None, False),
            ("I2", "baseline", 2569, float("nan"), None, False),
        ],
        columns=["indicator_code", "kind", "fiscal_year_be", "value", "n", "is_frozen"],
    )


def test_the_earliest_until_one_is_frozen(values):
    first = baselines(values).iloc[0]
    assert (first["fiscal_year_be"], first["value"], first["others"]) == (2569, 45, 1)
    values.loc[0, "is_frozen"] = True
    assert baselines(values).iloc[0]["fiscal_year_be"] == 2570
    assert len(baselines(values)) == 1


def test_freezing_marks_the_one_in_use_and_nothing_else(values):
    done = frozen(values)
    assert list(done["is_frozen"]) == [False, True, False, False]
    # Freezing again, after an earlier baseline was added, keeps the first choice.
    earlier = pd.concat([done, done.iloc[[0]].assign(fiscal_year_be=2568)], ignore_index=True)
    assert list(frozen(earlier)["is_frozen"]) == [False, True, False, False, False]
    assert list(values["is_frozen"]) == [False] * 4


@pytest.mark.parametrize("change", [{"value": 46.0}, {"n": 39.0}, {"is_frozen": False}])
def test_a_frozen_baseline_cannot_be_changed(values, change):
    before = frozen(values)
    after = before.copy()
    for column, value in change.items():
        after.loc[1, column] = value
    with pytest.raises(KitErrors) as caught:
        check_frozen(before, after)
    assert [(e.code, e.values["indicator"], e.values["year"]) for e in caught.value.errors] == [
        ("indicators.baseline-frozen", "I1", 2569)
    ]


def test_a_frozen_baseline_cannot_be_deleted_but_all_else_may_change(values):
    before = frozen(values)
    with pytest.raises(KitErrors):
        check_frozen(before, before.drop(index=1))
    after = before.drop(index=3)
    after.loc[0, "value"] = 51.0
    after.loc[2, "value"] = 80.0
    check_frozen(before, after)
