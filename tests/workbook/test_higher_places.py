"""Workbooks of a province, a region and the nation: opened like any other, with no tambon in them."""

from __future__ import annotations

import pytest

from planning_kit import areas
from planning_kit.errors import KitError, KitErrors
from planning_kit.records import PlanArea, provinces_within
from planning_kit.store import Store
from planning_kit.workbook import create, open_workbook, whole_tambon
from planning_kit.workbook.higher_places import higher_place
from planning_kit.workbook.target import find_target, own_target


@pytest.mark.parametrize(
    ("level", "code", "thai", "english", "provinces"),
    [
        ("province", "67", "จังหวัดเพชรบูรณ์", "Phetchabun Province", 1),
        ("region", "nesdc6-N", "ภาคเหนือ", "North", 17),
        ("nation", "TH", "ประเทศไทย", "Thailand", 77),
    ],
)
def test_a_place_above_the_tambon_has_a_workbook(tmp_path, level, code, thai, english, provinces):
    url = f"sqlite:///{(tmp_path / 'kit.db').as_posix()}"
    create(higher_place(level, code), store=url, who="a").close()
    with open_workbook(code, store=url) as workbook:
        assert (workbook.title("th"), workbook.title("en")) == (thai, english)
        assert len(provinces_within(workbook.plan_area)) == provinces
        assert workbook.tambon_codes == () and not workbook.notices and not workbook.is_practice


def test_the_invented_province_is_for_practice(tmp_path):
    url = f"sqlite:///{(tmp_path / 'kit.db').as_posix()}"
    with create(higher_place("province", "99"), store=url, who="a") as workbook:
        assert workbook.is_practice
    assert "99" not in provinces_within(higher_place("nation"))


@pytest.mark.parametrize(
    ("level", "code", "error"),
    [
        ("province", "6701", "workbook.not-a-province"),
        ("province", "66x", "areas.not-a-code"),
        ("region", "codi-Z", "workbook.unknown-region"),
        ("region", "N", "workbook.unknown-region"),
        ("amphoe", "6701", "workbook.no-such-level"),
    ],
)
def test_what_is_no_such_place_is_refused(level, code, error):
    with pytest.raises(KitError) as refused:
        higher_place(level, code)
    assert refused.value.code == error


def test_a_province_with_tambons_of_its_own_is_refused(tmp_path):
    both = higher_place("province", "67").with_changes(tambon_codes=("670101",))
    assert isinstance(both, PlanArea) and areas.get("670101")
    with pytest.raises((KitError, KitErrors)) as refused:
        create(both, store=f"sqlite:///{(tmp_path / 'kit.db').as_posix()}", who="a")
    assert refused.value.code == "plan-area.two-levels"


def test_a_file_for_a_province_goes_to_its_tambons_beside_the_province_s_own_workbook(tmp_path):
    with Store.open(tmp_path / "kit.db") as store:
        create(higher_place("province", "67"), store=store, who="a")
        create(whole_tambon("670101"), store=store, who="a")
        target = find_target(store, "67")
        # Rows of villages go to tambons only; the province takes its own plan and figures.
        assert target.is_wide and target.ids == ["670101", "67"] and target.only() == "670101"
        assert target.area_of_village("67010203") == "670102"
        own = own_target(higher_place("province", "67"))
        assert own.ids == ["67"] and not own.is_wide
