"""A province in the hall: its board in brief, a plan that comes by file, the answer that goes back."""

from __future__ import annotations

import pytest

from planning_kit.hall.keys import HallKeys
from planning_kit.hall.permissions import Role
from planning_kit.records import Forum, Problem
from planning_kit.workbook import create, open_workbook, whole_tambon
from planning_kit.workbook.exchange import BundleKind, export_bundle, import_bundle
from planning_kit.workbook.higher_places import higher_place

PROVINCE = "area=67&plan_start=2571"


@pytest.fixture
def bundle(tmp_path):
    """Return the file that a tambon of the province hands over, and the tambon's own store."""
    url = f"sqlite:///{(tmp_path / 'tambon.db').as_posix()}"
    with create(whole_tambon("670306"), store=url, who="a") as tambon:
        tambon.save(Problem(problem_code="P01", statement="น้ำไม่พอ"), who="a", why="b")
        forum = Forum(forum_code="F1", kind="village_forum", title="เวที", date="3 ต.ค. 2569")
        tambon.save(forum, who="a", why="b")
        export_bundle(tambon, tmp_path / "plan.zip", kind=BundleKind.HANDOVER)
    return (tmp_path / "plan.zip").read_bytes(), url


@pytest.fixture
def province(choices):
    """Return the hall of a province, with the practice tambon's workbook beside it."""
    create(higher_place("province", "67"), store=choices.store_url, who="a").close()
    HallKeys(choices.keys_file).set_pin("246813")
    return choices


def test_a_plan_comes_by_file_is_answered_and_the_answer_goes_back(
    visit, province, bundle, signed_in, upload, tmp_path
):
    content, tambon_store = bundle

    async def scene(anna):
        await signed_in(anna)
        empty = (await anna.ask(f"/?{PROVINCE}&language=en")).body.decode()
        assert "No tambon has handed over a plan here" in empty
        # What belongs to a tambon is not offered, and no kernel starts where it is asked for.
        assert "/app/01_profile" not in empty and "/app/07_synthesis" in empty
        refused = await anna.ask(f"/app/01_profile?{PROVINCE}")
        assert refused.code == 400 and "not for Phetchabun" in refused.body.decode()
        turned = await anna.ask("/app/07_synthesis?area=990101&plan_start=2571")
        assert turned.code == 400

        received = await upload(anna, content, who="เลขานุการ")
        assert received.code == 200 and "Tambon Nam Hia" in received.body.decode()
        again = await upload(anna, content)
        assert "nothing was changed" in again.body.decode()

        board = (await anna.ask(f"/?{PROVINCE}")).body.decode()
        assert "1 tambons known, 1 plans received" in board
        assert "1 plan was received and nobody has answered its tambon yet." in board
        listed = (await anna.ask(f"/plans?{PROVINCE}")).body.decode()
        plan = listed.split('name="plan" value="')[1][:64]
        answer = {"area": "67", "plan_start": "2571", "plan": plan, "state": "returned"}
        wordless = await anna.ask("/plans/answer", form={**answer, "comment": " "})
        assert wordless.code == 400 and "Say in a comment" in wordless.body.decode()
        await anna.ask("/plans/answer", form={**answer, "comment": "เพิ่มแผนที่น้ำ"})
        assert "went back with comments" in (await anna.ask(f"/?{PROVINCE}")).body.decode()

        file = await anna.ask(f"/plans/comments?{PROVINCE}&plan={plan}")
        assert file.headers["Content-Type"] == "application/zip"
        (tmp_path / "back.zip").write_bytes(file.body)

    visit(scene, practice=False)
    import_bundle(tmp_path / "back.zip", store=tambon_store, who="a")
    with open_workbook("670306", store=tambon_store) as tambon:
        assert [one.comment for one in tambon.store.handover_marks("670306")][-1] == "เพิ่มแผนที่น้ำ"


def test_a_file_that_is_no_bundle_is_refused_in_a_sentence_and_nothing_changes(
    visit, province, signed_in, upload
):
    async def scene(anna):
        await signed_in(anna)
        await anna.ask("/?language=en")
        for content, said in ((b"not a zip at all", "is no whole .zip"), (b"", "Choose the file")):
            answer = await upload(anna, content)
            assert answer.code == 400 and said in answer.body.decode()
        assert (
            "No plan was received here yet." in (await anna.ask(f"/plans?{PROVINCE}")).body.decode()
        )

    visit(scene, practice=False)


def test_only_the_facilitator_takes_in_files_and_answers(
    visit, province, bundle, codes, signed_in, recorder, upload
):
    content, _store = bundle
    code = codes.make(Role.RECORDER, "67", 2571)

    async def scene(anna):
        await signed_in(anna)
        bo = recorder(anna, "67", code.code_id)
        page = await bo.ask(f"/plans?{PROVINCE}")
        assert page.code == 200 and 'action="/plans/open"' not in page.body.decode()
        assert (await upload(bo, content)).code == 403
        assert (await bo.ask(f"/plans/comments?{PROVINCE}&plan=0")).code == 403

    visit(scene, practice=False)


def test_provinces_and_tambons_of_one_database_are_told_apart(visit, province, signed_in):
    async def scene(anna):
        await signed_in(anna)
        page = (await anna.ask("/?language=en")).body.decode()
        above, below = page.index("Provinces, regions, nation"), page.index(">Tambons<")
        assert above < page.index("area=67&") < below < page.index("area=990101&")
        found = (await anna.ask("/new?place=67")).body.decode()
        assert 'value="67"' in found

    visit(scene, practice=False)
