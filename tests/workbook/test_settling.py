"""Two laptops changed one record apart: people choose, nothing is lost, and until then it is said."""

from __future__ import annotations

import pytest

from planning_kit.errors import KitError
from planning_kit.language import speaking
from planning_kit.records import Forum, Household, Problem, Project, Source
from planning_kit.report.chapters.cover import cover
from planning_kit.report.chapters.endorsement import endorsement
from planning_kit.report.chapters.plan_checks import must_be_mended, plan_checks
from planning_kit.report.chapters.two_versions import two_versions
from planning_kit.store import Store
from planning_kit.workbook import create, endorse, open_workbook, versions, whole_tambon
from planning_kit.workbook.exchange import export_bundle, import_bundle
from planning_kit.workbook.settling import disputed, mark_of, saved_by, settle

AREA = "990101"
WHY = {"who": "วิทยากร", "why": "ถามเจ้าของเรื่องแล้ว"}


SOURCE = Source(source_code="S1", title="สำรวจ", publisher="สภา", method="census",
                date_to="30 ก.ย. 2569")  # fmt: skip


def save(store: Store, *records, who="ผู้บันทึก"):
    with open_workbook(AREA, store=store.url) as workbook:
        for record in records:
            workbook.save(record, who=who, why="ทดสอบ")


@pytest.fixture
def carry(tmp_path):
    """Take a workbook from one store to another on a stick."""

    def carrying(source: Store, target: Store):
        with open_workbook(AREA, store=source.url) as workbook:
            export_bundle(workbook, tmp_path / "stick.zip")
        return import_bundle(tmp_path / "stick.zip", store=target, who="a")

    return carrying


def home(**stated):
    return Household(household_id="01-001", village_code="99010101", **stated)


def problem(statement, **more):
    return Problem(problem_code="P1", statement=statement, theme="water", **more)


@pytest.fixture
def apart(store, tmp_path, carry):
    """Return a workbook with a household and a problem in two versions, and the other laptop."""
    create(whole_tambon(AREA), store=store, who="a").close()
    save(store, SOURCE, home(males=1, females=1), problem("น้ำน้อย"))
    with Store.open(tmp_path / "other.sqlite") as other:
        carry(store, other)
        save(store, home(males=2, females=5), problem("น้ำไม่พอทำนา"), who="facilitator")
        save(other, home(males=3, females=1), problem("น้ำแล้งเดือนมีนาคม", detail="สามปีติด"),
             who="somchai")  # fmt: skip
        carry(other, store)
        with open_workbook(AREA, store=store.url) as workbook:
            yield workbook, other


def only(workbook, name):
    [found] = disputed(workbook, [name])
    return found


def test_one_is_chosen_with_a_reason_and_nothing_is_lost(apart, carry):
    workbook, other = apart
    one = only(workbook, "problem")
    with speaking("th"):
        assert [saved_by(version).split(" · ")[0] for version in one.versions] == [
            "บัญชีของเครื่องคอมพิวเตอร์", "facilitator"]  # fmt: skip
    assert [spec.name for spec in one.differing(Problem)] == ["statement", "detail"]
    earlier = one.versions[1]
    saved = settle(workbook, one, earlier, **WHY).revision
    assert saved is not None
    assert {saved.parent_id, *saved.also_follows} == {it.revision_id for it in one.versions}
    assert [it.statement for it in workbook.records(Problem)] == ["น้ำไม่พอทำนา"]
    history = workbook.history("problem", one.record_id)
    assert [it.record.statement for it in history] == [
        "น้ำน้อย", "น้ำไม่พอทำนา", "น้ำแล้งเดือนมีนาคม", "น้ำไม่พอทำนา"]  # fmt: skip
    assert history[-1].why == WHY["why"]
    assert carry(workbook.store, other).lines("en")[-2:] != []
    with open_workbook(AREA, store=other.url) as there:
        assert [it.statement for it in there.records(Problem)] == ["น้ำไม่พอทำนา"]
        assert disputed(there, ["problem"]) == []


def test_field_by_field_takes_from_each(apart):
    workbook, _other = apart
    one = only(workbook, "household")
    assert [spec.name for spec in one.differing(Household)] == ["males", "females"]
    last, earlier = one.versions
    settle(workbook, one, last, taken={"females": earlier}, **WHY)
    [found] = workbook.records(Household)
    assert (found.males, found.females) == (3, 5)
    assert disputed(workbook, ["household"]) == []


def test_a_mixture_that_the_checks_refuse_is_not_saved(apart):
    workbook, _other = apart
    [stored] = workbook.stored("source")
    workbook.withdraw("source", stored.record_id, who="a", why="ผิดแหล่ง")
    one = only(workbook, "household")
    last, earlier = one.versions
    saving = settle(workbook, one, last, taken={"females": earlier}, **WHY)
    assert saving.revision is None
    assert [finding.field for finding in saving.findings] == ["source_code"]
    assert only(workbook, "household") == one


@pytest.mark.parametrize(("why", "code"), [(" ", "workbook.no-reason")])
def test_without_a_reason_nothing_is_settled(apart, why, code):
    workbook, _other = apart
    one = only(workbook, "problem")
    with pytest.raises(KitError) as error:
        settle(workbook, one, one.versions[0], who="a", why=why)
    assert error.value.code == code
    assert only(workbook, "problem") == one


def test_what_was_saved_meanwhile_is_shown_before_anything_is_settled(apart):
    workbook, _other = apart
    one = only(workbook, "problem")
    save(workbook.store, problem("น้ำเค็ม"))
    with pytest.raises(KitError) as error:
        settle(workbook, one, one.versions[0], **WHY)
    assert error.value.code == "workbook.versions-changed"
    assert [it.record.statement for it in only(workbook, "problem").versions] == [
        "น้ำเค็ม", "น้ำไม่พอทำนา"]  # fmt: skip


def test_taken_out_on_one_side_and_changed_on_the_other_is_asked_too(apart, carry):
    workbook, other = apart
    for one in disputed(workbook):
        settle(workbook, one, one.versions[0], **WHY)
    carry(workbook.store, other)
    save(workbook.store, home(males=4))
    with open_workbook(AREA, store=other.url) as there:
        [stored] = there.stored("household")
        there.withdraw("household", stored.record_id, who="a", why="ย้ายไปแล้ว")
    carry(other, workbook.store)
    assert workbook.records(Household) == []
    one = only(workbook, "household")
    settle(workbook, one, one.version(mark_of(one.versions[1])), **WHY)
    assert [it.males for it in workbook.records(Household)] == [4]
    assert disputed(workbook) == []


def test_until_settled_every_report_says_so_and_names_no_household(apart):
    workbook, _other = apart
    with speaking("th"):
        page = two_versions(workbook)._repr_html_() + cover(workbook)._repr_html_()
        assert must_be_mended(workbook) >= 1
        found = plan_checks(workbook)._repr_html_()
    assert "P1" in page
    assert "01-001" not in page
    assert "somchai" not in page
    assert "มี 2 รายการที่ยังมีสองฉบับ" in page
    assert "บอกในหน้า 00 ว่าฉบับไหนถูก" in found
    for one in disputed(workbook):
        settle(workbook, one, one.versions[0], **WHY)
    assert two_versions(workbook) is None
    with speaking("th"):
        assert "สองฉบับ" not in cover(workbook)._repr_html_()


def test_one_number_endorsed_on_two_laptops_stays_told_and_people_choose(apart, carry):
    workbook, other = apart
    for one in disputed(workbook):
        settle(workbook, one, one.versions[0], **WHY)
    save(workbook.store,
         Project(project_code="PJ01", name="ขุดคลอง", stage="adopted", reliance_class="self",
                 owner="สภา"),
         *(Forum(forum_code=code, kind="council_meeting", title="ประชุมสภา", date="20 พ.ย. 2569",
                 members=43, members_present=30, votes_for=29, votes_against=0)
           for code in ("F06", "F07")))  # fmt: skip
    carry(workbook.store, other)
    mine = endorse(workbook, "F06", **WHY).fingerprint
    save(other, problem("น้ำท่วม"))
    with open_workbook(AREA, store=other.url) as there:
        theirs = endorse(there, "F07", **WHY).fingerprint
    carry(other, workbook.store)
    with speaking("en"):
        said = endorsement(workbook)._repr_html_()
    assert mine in said
    assert theirs in said
    assert "one number" in said
    one = only(workbook, "endorsement")
    for chosen in (it for it in one.versions if it.record.fingerprint == mine):
        settle(workbook, one, chosen, **WHY)
    [version] = versions(workbook)
    assert (version.fingerprint, version.is_whole) == (mine, True)
