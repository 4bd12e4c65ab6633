"""A tambon's hall: its plan goes to the province by a button, a locked back-up, comments come back."""

from __future__ import annotations

import asyncio
import io
import json
import zipfile
from pathlib import Path
from types import SimpleNamespace

import pytest
from openpyxl import load_workbook

from planning_kit.hall import report_page
from planning_kit.hall.keys import HallKeys
from planning_kit.hall.permissions import Role
from planning_kit.records import Household, Pledge, Problem, Project
from planning_kit.store import Store
from planning_kit.workbook import create, open_workbook, whole_tambon
from planning_kit.workbook.exchange import export_comments, import_bundle, mark_handover

TAMBON = "area=670306&plan_start=2571"
OURS = {"area": "670306", "plan_start": "2571"}


@pytest.fixture
def tambon(choices, monkeypatch):
    """Return the hall of a tambon with a household; its book is one line, made in no time."""

    def one_line(_notebook, _parameters, *, out_dir: Path, **_more):
        out_dir.mkdir(parents=True)
        (out_dir / "book.html").write_text("<p>เล่มแผน</p>", encoding="utf-8")
        return SimpleNamespace(files=[out_dir / "book.html"])

    monkeypatch.setattr(report_page, "run_notebook", one_line)
    with create(whole_tambon("670306"), store=choices.store_url, who="a") as workbook:
        workbook.save(Problem(problem_code="P01", statement="น้ำไม่พอ"), who="a", why="b")
        home = Household(household_id="01-SECRET", village_code="67030601")
        workbook.save(home, who="a", why="b")
    HallKeys(choices.keys_file).set_pin("246813")
    return choices


async def made(anna):
    """Ask for the file until it is made, as the page does by itself."""
    for _turn in range(100):
        answer = await anna.ask(f"/plans/send?{TAMBON}")
        if answer.code == 302:
            return answer
        assert answer.code == 200 and 'id="making"' in answer.body.decode()
        await asyncio.sleep(0.05)
    raise AssertionError("the file was never made")


def test_the_plan_goes_to_the_province_by_a_button_and_its_comments_come_back(
    visit, tambon, signed_in, upload, tmp_path
):
    async def scene(anna):
        await signed_in(anna)
        front = (await anna.ask(f"/?{TAMBON}&language=en")).body.decode()
        assert "Send the plan to the province" in front
        assert "#send" in (await made(anna)).headers["Location"]
        page = (await anna.ask(f"/plans?{TAMBON}")).body.decode()
        assert "what is here is a draft" in page and "has changed since" not in page
        address = page.split('href="/plans/handover?')[1].split('"')[0].replace("&amp;", "&")
        file = await anna.ask(f"/plans/handover?{address}")
        assert file.headers["Content-Disposition"] == (
            'attachment; filename="670306-2571-handover.zip"'
        )
        with zipfile.ZipFile(io.BytesIO(file.body)) as inside:
            assert json.loads(inside.read("bundle.json"))["kind"] == "handover"
            assert "เล่มแผน" in inside.read("report.html").decode()
            assert not any(b"01-SECRET" in inside.read(one) for one in inside.namelist())

        (tmp_path / "plan.zip").write_bytes(file.body)
        province = Store.open(f"sqlite:///{(tmp_path / 'province.db').as_posix()}")
        received = import_bundle(tmp_path / "plan.zip", store=province, who="b").handover
        mark_handover(province, received.fingerprint, "accepted", who="b", comment="ดีมาก")
        export_comments(province, received.fingerprint, tmp_path / "back.zip")
        back = await upload(anna, (tmp_path / "back.zip").read_bytes(), **OURS)
        assert back.code == 200 and "ดีมาก" in back.body.decode()

        with open_workbook("670306", store=tambon.store_url) as workbook:
            workbook.save(Problem(problem_code="P02", statement="ดินเค็ม"), who="a", why="b")
        assert "has changed since" in (await anna.ask(f"/plans?{TAMBON}")).body.decode()
        gone = await anna.ask(f"/plans/handover?{TAMBON}&file=0")
        assert gone.code == 400 and "not here any more" in gone.body.decode()

    visit(scene, practice=False)


def test_a_back_up_is_locked_with_a_passphrase_that_was_typed_twice(
    visit, tambon, signed_in, tmp_path
):
    async def scene(anna):
        await signed_in(anna)
        await anna.ask("/?language=en")
        for new, again, said in (
            ("short", "short", "too short"),
            ("ข้าวหอมมะลิ ทุ่งกุลา", "ข้าวหอมมะลิ", "passphrases differ"),
        ):
            wrong = await anna.ask("/plans/back-up", form={**OURS, "new": new, "again": again})
            assert wrong.code == 400 and said in wrong.body.decode()
        words = "ข้าวหอมมะลิ ทุ่งกุลา"
        file = await anna.ask("/plans/back-up", form={**OURS, "new": words, "again": words})
        assert 'filename="670306.zip"' in file.headers["Content-Disposition"]
        assert b"01-SECRET" not in file.body
        (tmp_path / "full.zip").write_bytes(file.body)
        other = f"sqlite:///{(tmp_path / 'other.db').as_posix()}"
        import_bundle(tmp_path / "full.zip", store=other, who="b", ask=lambda: words)
        with open_workbook("670306", store=other) as workbook:
            assert [one.household_id for one in workbook.records(Household)] == ["01-SECRET"]

    visit(scene, practice=False)


def test_requests_go_to_an_agency_and_its_answers_come_back_by_file(
    visit, tambon, signed_in, upload, tmp_path
):
    with open_workbook("670306", store=tambon.store_url) as workbook:
        asked = Pledge(project_code="PJ1", agency="rid", what="แบบฝาย", state="asked",
                       asked_on="1 ต.ค. 2569")  # fmt: skip
        project = Project(project_code="PJ1", name="ซ่อมฝาย", stage="full", owner="กลุ่มน้ำ",
                          reliance_class="agency", start_be=2573, end_be=2573)  # fmt: skip
        for record in (project, asked):
            workbook.save(record, who="a", why="b")

    async def scene(anna):
        await signed_in(anna)
        page = (await anna.ask(f"/plans?{TAMBON}&language=en")).body.decode()
        assert "Royal Irrigation Department (1)" in page
        file = await anna.ask(f"/plans/requests?{TAMBON}&agency=rid")
        assert 'filename="requests-rid.xlsx"' in file.headers["Content-Disposition"]
        book = load_workbook(io.BytesIO(file.body))
        sheet = book.active
        row = next(at for at in range(5, sheet.max_row + 1) if sheet.cell(at, 12).value)
        sheet.cell(row, 9).value, sheet.cell(row, 10).value = "given", "2026-12-15"
        book.save(tmp_path / "back.xlsx")
        content = (tmp_path / "back.xlsx").read_bytes()
        took = await upload(anna, content, "/plans/answers", "back.xlsx", **OURS)
        assert took.code == 200 and "Answers taken: 1." in took.body.decode()
        other = await upload(anna, b"no book", "/plans/answers", "back.xlsx", **OURS)
        assert other.code == 400 and 'role="alert"' in other.body.decode()
        nobody = await anna.ask(f"/plans/requests?{TAMBON}&agency=baac")
        assert nobody.code == 400 and "Nothing is asked of this agency" in nobody.body.decode()

    visit(scene, practice=False)
    with open_workbook("670306", store=tambon.store_url) as workbook:
        assert [str(one.state) for one in workbook.records(Pledge)] == ["given"]


def test_only_the_facilitator_takes_files_away_and_nobody_in_practice(
    visit, tambon, codes, signed_in, recorder
):
    code = codes.make(Role.RECORDER, "670306", 2571)

    async def scene(anna):
        await signed_in(anna)
        bo = recorder(anna, "670306", code.code_id)
        for path in ("/", "/plans"):
            assert "#send" not in (await bo.ask(f"{path}?{TAMBON}")).body.decode()
            assert "/plans/send" not in (await bo.ask(f"{path}?{TAMBON}")).body.decode()
        assert (await bo.ask(f"/plans/send?{TAMBON}")).code == 403
        assert (await bo.ask(f"/plans/handover?{TAMBON}&file=0")).code == 403
        words = {"new": "long enough words", "again": "long enough words"}
        assert (await bo.ask(f"/plans/requests?{TAMBON}&agency=rid")).code == 403
        assert (await bo.ask("/plans/answers", form=OURS)).code == 403
        assert (await bo.ask("/plans/back-up", form={**OURS, **words})).code == 403

    visit(scene, practice=False)

    async def practice(anna):
        assert (await anna.ask("/plans/send?area=990101&plan_start=2571")).code == 403

    visit(practice)
