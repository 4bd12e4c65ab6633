import pytest

from planning_kit.cli.new import SETTINGS
from planning_kit.records.plan_area import Setting
from planning_kit.workbook import open_workbook


def test_a_workbook_of_one_tambon_needs_only_its_code(kit, store):
    said = kit("new", "--area", "๗๓๐๕๐๒")
    assert said.code == 0 and "730502" in said.out and "Tambon Bang Pla" in said.out
    with open_workbook("730502", store=store) as workbook:
        assert workbook.plan_area.name == "ตำบลบางปลา"
        # Five years from 2571 unless told otherwise.
        assert (workbook.period.plan_start_be, workbook.period.plan_end_be) == (2571, 2575)


def test_villages_of_several_tambons_under_an_id_of_their_own(kit, store):
    said = kit(
        *("new", "--area", "730501", "--villages", "73050201,73050203", "--id", "A1"),
        *("--council", "สภาองค์กรชุมชนบางเลน", "--local-government", "ทต.บางเลน"),
        *("--setting", "mixed", "--start", "2572", "--end", "2573", "--team", "ผู้ใหญ่บ้าน"),
    )
    assert said.code == 0, said.err
    with open_workbook("A1", store=store) as workbook:
        area, period = workbook.plan_area, workbook.period
    assert area.tambon_codes == ("730501",)
    assert area.village_codes == ("73050201", "73050203")
    assert area.name == "ตำบลบางเลน ตำบลบางปลา"
    assert (area.council, area.setting) == ("สภาองค์กรชุมชนบางเลน", "mixed")
    assert area.local_governments == "ทต.บางเลน"
    assert (period.plan_start_be, period.plan_end_be) == (2572, 2573)


def test_a_village_counted_in_two_plan_areas_is_said(kit):
    assert kit("new", "--area", "730502").err == ""
    said = kit("new", "--villages", "73050201", "--id", "A2")
    assert said.code == 0 and "730502" in said.err


def test_the_same_workbook_twice_is_refused(kit):
    kit("new", "--area", "730502")
    said = kit("new", "--area", "730502")
    assert said.code == 1 and "workbook.exists" in said.err


@pytest.mark.parametrize(
    ("arguments", "codes"),
    [
        ((), ["cli.no-place"]),
        (("--area", "889999"), ["areas.unknown-code"]),
        (("--area", "889999,7305", "--id", "A"), ["areas.unknown-code", "workbook.wrong-level"]),
        (("--villages", "730502", "--id", "A"), ["workbook.wrong-level"]),
        (("--villages", "73050201"), ["cli.id-needed"]),
        (("--area", "730501,730502"), ["cli.id-needed"]),
        (("--area", "730502", "--id", "a b"), ["workbook.bad-id"]),
        (("--area", "730502", "--start", "2575", "--end", "2571"), ["plan-period.out-of-order"]),
    ],
)
def test_what_cannot_be_is_refused_and_leaves_no_store(kit, tmp_path, arguments, codes):
    said = kit("new", *arguments)
    assert said.code == 1
    found = [line.partition("[")[2].partition("]")[0] for line in said.err.splitlines()]
    assert found == codes
    assert not (tmp_path / "kit.db").exists()


def test_the_settings_are_those_of_the_record():
    assert set(SETTINGS) == {setting.value for setting in Setting}
