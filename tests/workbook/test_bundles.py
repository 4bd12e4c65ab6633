"""Two laptops of one team: what was written on either stands on both, and no household leaks."""

from __future__ import annotations

import json
import zipfile

import pytest
from PIL import Image

from planning_kit.errors import KitError
from planning_kit.records import Forum, Household, LocalQuestion, Project, record_types
from planning_kit.store import Store
from planning_kit.workbook import attach, create, endorse, import_file, open_workbook, whole_tambon
from planning_kit.workbook.exchange import export_bundle, import_bundle
from planning_kit.workbook.local_questions import add_questions

AREA = "990101"
WHO = {"who": "ผู้ทดสอบ", "why": "ทดสอบ"}
PASSPHRASE = "ข้าวหอม มะลิ ใหม่"
MARK = "ลับเฉพาะบ้านนี้"


@pytest.fixture
def other(tmp_path):
    """Open the store of the team's other laptop."""
    with Store.open(tmp_path / "other.sqlite") as store:
        yield store


@pytest.fixture
def carry(tmp_path):
    """Take the workbook of one store to another by a bundle, as on a USB stick."""

    def carrying(source: Store, target: Store, **more):
        path = tmp_path / "stick.zip"
        with open_workbook(AREA, store=source.url) as workbook:
            export_bundle(workbook, path, **more)
        return import_bundle(path, store=target, who="ผู้ทดสอบ", ask=lambda: PASSPHRASE)

    return carrying


def held(store: Store) -> dict:
    """Everything a full bundle is to carry, in an order of no meaning."""
    whole = store.whole([AREA], ["9901", "99"])
    rows = {**whole.revisions, **whole.papers}
    found = {name: sorted(map(str, some)) for name, some in rows.items()}
    return {**found, "files": sorted(file.fingerprint for file in whole.files)}


def said(store: Store) -> dict:
    """What stands of every type, as people see it."""
    return {
        kind.noun.name: sorted(
            (str(one.record_id), str(one.record), one.rivals)
            for one in store.latest(kind.noun.name, AREA)
        )
        for kind in record_types()
    }


def save(store: Store, *records):
    with open_workbook(AREA, store=store.url) as workbook:
        for record in records:
            workbook.save(record, **WHO)


def home(number: str, **stated):
    return Household(household_id=number, village_code="99010101", **stated)


def test_a_whole_workbook_arrives_as_it_was(workbook, store, other, carry, filled, tmp_path):
    rows = [{"household_id": f"01-00{n}", "village_code": "99010101", "source_code": "S1",
             "land_owned": "8-2-0", "note": MARK} for n in (1, 2)]  # fmt: skip
    bad = {"household_id": "01-009", "village_code": "99010199", "source_code": "S1"}
    import_file(filled(household=[*rows, bad]), area=AREA, store=store, who="a", accept_good=True)
    question = LocalQuestion(scope_code="99", about="household", code="x_goats",
                             label_th="แพะ", kind="integer")  # fmt: skip
    add_questions(store, [question], **WHO)
    Image.new("RGB", (20, 20)).save(tmp_path / "map.png")
    attach(workbook, tmp_path / "map.png", kind="resource_map", caption="แผนที่", **WHO)
    save(store, Project(project_code="PJ01", name="ขุดคลอง", stage="adopted",
                        reliance_class="self", owner="สภา"),
         Forum(forum_code="F06", kind="council_meeting", title="ประชุมสภา", date="20 พ.ย. 2569",
               members=43, members_present=30, votes_for=29, votes_against=0))  # fmt: skip
    endorse(workbook, "F06", **WHO)
    [gone] = [one for one in store.latest("household") if one.record.household_id == "01-002"]
    workbook.withdraw("household", gone.record_id, **WHO)
    report = carry(store, other)
    assert held(other) == held(store)
    assert said(other) == said(store)
    with open_workbook(AREA, store=other.url) as copy:
        assert [q.code for q in copy.local_questions()] == ["x_goats"]
        assert len(copy.withdrawn("household")) == 1
        assert [one.refused for one in copy.refused_imports()] == [
            one.refused for one in workbook.refused_imports()
        ]
        [plan] = other.frozen_plans(AREA)
        assert plan.is_whole
    assert report.is_new
    again = carry(store, other)
    assert not again.is_new
    assert "มีอยู่แล้ว" in again.lines("th")[1]
    assert held(other) == held(store)


def test_two_laptops_that_worked_apart_for_a_week(workbook, store, other, carry, filled):
    save(store, *(home(f"01-00{n}", males=1) for n in range(1, 5)))
    carry(store, other)
    survey = filled(village=[{"village_code": "99010101", "households": 50, "source_code": "S1"},
                             {"village_code": "99010102", "households": 60, "source_code": "S1"}])  # fmt: skip
    for one in (store, other):
        import_file(survey, area=AREA, store=one, who="a")
    save(store, home("01-001", males=5), home("01-003", males=7), home("02-001"))
    save(other, home("01-002", males=6), home("01-003", males=8), home("02-002"))
    [gone] = [one for one in other.latest("household") if one.record.household_id == "01-004"]
    save(store, home("01-004", males=9, note=MARK))
    other.erase("household", gone.record_id, who="เจ้าของข้อมูล", why="ขอให้ลบ")

    first, back = carry(other, store), carry(store, other)
    for report, here in ((first, store), (back, other)):
        males = {one.record.household_id: one.record.males for one in here.latest("household")}
        assert males == {"01-001": 5, "01-002": 6, "01-003": 8, "02-001": None, "02-002": None}
        assert len(here.latest("village")) == 2
        assert sum(one.rivals for one in here.latest("village")) == 0
        assert [(one.record_type, one.key) for one in report.conflicts] == [("household", "01-003")]
        assert len(report.conflicts[0].saved) == 2
        assert any("01-003" in line for line in report.lines("th"))
        assert MARK not in str(held(here))
    assert first.merged.erased == 1
    assert said(store) == said(other)
    assert not carry(other, store).is_new


def test_a_locked_bundle_says_what_it_is_and_nothing_more(workbook, store, other, carry, tmp_path):
    save(store, home("01-001", note=MARK, males=7), home(f"02-{MARK}"))
    open_report = carry(store, other)
    data = (tmp_path / "stick.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "stick.zip") as opened:
        assert MARK in b"".join(opened.read(name) for name in opened.namelist()).decode(
            "utf-8", "ignore"
        )
    carry(store, other, passphrase=PASSPHRASE, book=MARK.encode())
    path = tmp_path / "stick.zip"
    with zipfile.ZipFile(path) as locked:
        assert sorted(locked.namelist()) == ["README.txt", "bundle.json", "locked.bin"]
        readme = locked.read("README.txt").decode("utf-8-sig")
        everything = path.read_bytes() + b"".join(locked.read(n) for n in locked.namelist())
    assert "ตำบลทุ่งฝึกหัด" in readme
    assert "วลีผ่าน" in readme
    assert "passphrase" in readme
    for value in (MARK, "01-001", "household_id", "ขุดคลอง", PASSPHRASE):
        assert value.encode() not in everything
    assert open_report.is_new
    assert data != path.read_bytes()


def refusal(*arguments, **more) -> KitError:
    with pytest.raises(KitError) as error:
        import_bundle(*arguments, who="a", **more)
    assert error.value.say("th") != error.value.say("en")
    return error.value


@pytest.mark.parametrize("answer", ["ข้าวหอม มะลิ เก่า", "x" * 500])
def test_a_wrong_passphrase_is_refused_with_a_sentence(workbook, store, other, tmp_path, answer):
    path = tmp_path / "locked.zip"
    export_bundle(workbook, path, passphrase=PASSPHRASE)
    assert refusal(path, store=other, ask=lambda: answer).code == "bundle.wrong-passphrase"
    assert refusal(path, store=other).code == "bundle.locked"
    assert other.latest("plan_area") == []


def test_a_short_passphrase_locks_nothing(workbook, tmp_path):
    with pytest.raises(KitError) as error:
        export_bundle(workbook, tmp_path / "a.zip", passphrase="1234567")
    assert error.value.code == "bundle.short-passphrase"
    assert list(tmp_path.glob("*.zip")) == []


def test_a_thai_passphrase_opens_whatever_keyboard_wrote_it(workbook, store, other, tmp_path):
    export_bundle(workbook, tmp_path / "a.zip", passphrase="นํ้าใจงาม 12")
    import_bundle(tmp_path / "a.zip", store=other, who="a", ask=lambda: "นํ้าใจงาม 12 ")
    assert len(other.latest("plan_area")) == 1


def test_people_and_other_programs_can_read_it_without_the_software(workbook, store, tmp_path):
    import jsonschema

    save(store, home("01-001", males=2, note=MARK, land_owned="8-2-0"), home("01-002"),
         Project(project_code="PJ01", name="=SUM(1)", stage="adopted",
                 reliance_class="self", owner="สภา"))  # fmt: skip
    export_bundle(workbook, tmp_path / "a.zip")
    with zipfile.ZipFile(tmp_path / "a.zip") as opened:
        parts = {name: opened.read(name) for name in opened.namelist()}
    homes = json.loads(parts["tables/household.json"])
    assert homes[0] == {"household_id": "01-001", "village_code": "99010101", "males": 2,
                        "land_owned": "3400"}  # fmt: skip
    for name, content in parts.items():
        if name.startswith("schema/"):
            jsonschema.validate(
                json.loads(parts[name.replace("schema", "tables", 1).replace(".schema", "")]),
                json.loads(content),
            )
        if name.startswith("tables/"):
            assert MARK.encode() not in content
    assert "'=SUM(1)" in parts["tables/project.csv"].decode("utf-8-sig")
    entries = json.loads(parts["data_dictionary.json"])
    [land] = [one for one in entries if one["field"] == "land_owned"]
    assert (land["unit_en"], land["privacy"], bool(land["label_th"])) == (
        "square wah", "grouped", True)  # fmt: skip
    readme = parts["README.txt"].decode("utf-8-sig")
    assert readme.index("มีอะไรอยู่ในชุดนี้") < readme.index("What is in it")


def test_a_record_of_wider_bounds_comes_in_again_and_is_counted(workbook, store, other, carry):
    odd = Household.model_construct(
        **{**dict.fromkeys(Household.model_fields), "household_id": "01-001",
           "village_code": "99010101", "males": -3}
    )  # fmt: skip
    save(store, odd)
    report = carry(store, other)
    assert report.odd == 1
    assert [one.record.males for one in other.latest("household")] == [-3]


def test_a_workbook_goes_to_a_store_that_holds_another(workbook, store, other, carry):
    create(whole_tambon("730502"), store=other, who="a")
    carry(store, other)
    assert {one.record.plan_area_id for one in other.latest("plan_area")} == {AREA, "730502"}
