"""From a file of questions to the tambon's report, as a facilitator goes: by the command line."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import openpyxl
import pytest

from planning_kit.collect import write_template
from planning_kit.language import speaking
from planning_kit.report.chapters.local_answers import local_answers
from planning_kit.shipped import shipped
from planning_kit.store import Store, totals
from planning_kit.workbook import open_workbook

EXAMPLE = shipped("data", "local_questions", "example.toml")
SOURCE = {
    "source_code": "S1",
    "title": "สำรวจ 2569",
    "publisher": "คณะทำงาน",
    "method": "census",
    "date_to": "30 ก.ย. 2569",
}


@pytest.fixture
def tambon(kit):
    """Make the workbook of the practice tambon and give it the example questions."""
    assert kit("new", "--area", "990101").code == 0
    assert kit("questions", "add", EXAMPLE, "--area", "990101").code == 0


@pytest.fixture
def survey(store, tmp_path):
    """Return a maker of surveys: households with their answers, in the area's own template."""

    def fill(*answers: dict, name: str = "survey.xlsx", asked: bool = True, **more) -> Path:
        with Store.open(store) as opened:
            questions = open_workbook("990101", store=opened).local_questions() if asked else ()
        homes = [
            {"household_id": f"01-{at:03}", "village_code": "99010101", "source_code": "S1", **said}
            for at, said in enumerate(answers, start=1)
        ]
        filled = {"source": [SOURCE], "household": homes, **more}
        return write_template(tmp_path / name, filled=filled, questions=questions, example=False)

    return fill


def kept(store: str) -> dict[str, object]:
    with Store.open(store) as opened:
        frame = open_workbook("990101", store=opened).frame("household")
        return frame.set_index("household_id").to_dict("index")


def test_questions_go_from_file_to_template_to_import_to_report(kit, tambon, survey, store):
    said = kit("template", "--area", "990101", "--out", Path(survey().parent) / "form.xlsx")
    assert said.code == 0
    machine = next(openpyxl.load_workbook(survey())["ครัวเรือน"].iter_rows(min_row=6, max_row=6))
    assert machine[-1].value == "x_other_wish"
    goats = [{"x_keeps_goats": True, "x_goats": n, "x_goat_pen": "ยกพื้น"} for n in (2, 4, 6, 8, 10)]
    without = [{"x_keeps_goats": False, "x_pond_area": "1-2-0"}] * 5
    assert kit("import", survey(*goats, *without), "--area", "990101").code == 0
    homes = kept(store)
    assert (homes["01-001"]["x_goats"], homes["01-001"]["x_goat_pen"]) == (2.0, "raised")
    assert homes["01-006"]["x_pond_area"] == 600.0 and homes["01-006"]["x_keeps_goats"] is False
    with Store.open(store) as opened:
        workbook = open_workbook("990101", store=opened)
        for language, title, mark, mean in (
            ("th", "จำนวนแพะ", "คำถามของพื้นที่ ไม่ใช่ตัวชี้วัดร่วม", "ค่าเฉลี่ย 6 ตัว"),
            ("en", "Number of goats", "A question of this area, not a joint", "mean is 6 head"),
        ):
            with speaking(language):
                html = local_answers(workbook)._repr_html_()
            assert title in html and mark in html and mean in html
        with pytest.raises(KeyError):
            totals(opened, "household", measures=["x_goats"])


def test_an_answer_out_of_bounds_is_refused_like_any_other(kit, tambon, survey, store, tmp_path):
    findings = tmp_path / "f.csv"
    said = kit("import", survey({"x_goats": 501}, {}), "--area", "990101", "--findings", findings)
    assert said.code == 1 and kept(store) == {}
    (line,) = [line for line in findings.read_text("utf-8-sig").splitlines() if "501" in line]
    assert "records.too-high" in line and "จำนวนแพะ" in line and ",8," in line
    said = kit("import", survey({"x_goats": "หลาย"}), "--area", "990101")
    assert said.code == 1 and "จำนวนแพะ" in said.out


def test_an_answer_not_asked_for_is_kept_and_flagged(kit, tambon, survey, store):
    said = kit("import", survey({"x_keeps_goats": False, "x_goats": 3}), "--area", "990101")
    assert said.code == 0 and "only for those who gave a certain answer" in said.out
    assert kept(store)["01-001"]["row_state"] == "flagged"


def test_answers_survive_files_that_do_not_ask_and_files_sent_twice(kit, tambon, survey, store):
    path = survey({"x_goats": 3, "males": 2})
    assert kit("import", path, "--area", "990101").code == 0
    assert kit("import", path, "--area", "990101").code == 0
    other = survey({"males": 5}, name="old form.xlsx", asked=False)
    assert kit("import", other, "--area", "990101").code == 0
    home = kept(store)["01-001"]
    assert (home["males"], home["x_goats"]) == (5.0, 3.0)
    with Store.open(store) as opened:
        (stored,) = opened.latest("household", "990101")
        assert len(opened.history(stored.record_id)) == 2
        assert [revision.why for revision in opened.history(stored.record_id)] == ["import"] * 2
    # A corrected answer is a new revision of the household.
    assert (
        kit("import", survey({"x_goats": 4, "males": 5}, name="b.xlsx"), "--area", "990101").code
        == 0
    )
    assert kept(store)["01-001"]["x_goats"] == 4.0


def test_a_column_that_no_question_asks_for_is_named_and_not_taken(kit, survey, store, tambon):
    path = survey({"x_goats": 3})
    book = openpyxl.load_workbook(path)
    cell = next(c for c in book["ครัวเรือน"][6] if c.value == "x_goats")
    cell.value = "x_ghosts"
    book.save(path)
    said = kit("import", path, "--area", "990101")
    assert said.code == 0 and "does not ask" in said.out and "จำนวนแพะ" in said.out
    assert "x_ghosts" not in kept(store)["01-001"]


def test_an_officer_can_ask_for_an_answer_in_plain_sql(kit, tambon, survey, tmp_path):
    assert kit("import", survey({"x_goats": 3}, {"x_goats": 9}), "--area", "990101").code == 0
    with closing(sqlite3.connect(tmp_path / "kit.db")) as officer:
        query = "SELECT sum(local_answers ->> 'x_goats') FROM household"
        assert officer.execute(query).fetchone() == (12,)
        query = "SELECT label_th, saved_why FROM local_question WHERE code = 'x_goats'"
        assert officer.execute(query).fetchone() == ("จำนวนแพะ", "example.toml")


def test_erasing_a_household_erases_its_answers(kit, tambon, survey, store):
    assert kit("import", survey({"x_goats": 3}), "--area", "990101").code == 0
    with Store.open(store) as opened:
        (stored,) = opened.latest("household", "990101")
        opened.erase("household", stored.record_id, who="t", why="asked")
    assert kept(store) == {}


def test_questions_are_listed_and_retired_and_their_answers_stay(kit, tambon, survey, store):
    assert kit("import", survey({"x_goats": 3}), "--area", "990101").code == 0
    listed = kit("questions", "list", "--area", "990101")
    assert listed.code == 0 and len(listed.out.splitlines()) == 8
    assert "x_goats · Number of goats · whole number · Households · 990101" in listed.out
    assert kit("questions", "remove", "goats", "--area", "990101").code == 0
    assert "no longer asked" in kit("questions", "list", "--area", "990101").out
    assert kept(store)["01-001"]["x_goats"] == 3.0
    with Store.open(store) as opened:
        asked = [q.code for q in open_workbook("990101", store=opened).local_questions()]
    assert "x_goats" not in asked and len(asked) == 7
    said = kit("questions", "remove", "ghosts", "--area", "990101")
    assert said.code == 1 and "workbook.no-such-question" in said.err
    # Added again, it is asked again.
    assert "1 changed" in kit("questions", "add", EXAMPLE, "--area", "990101").out


def test_adding_twice_changes_nothing_and_a_dry_run_leaves_no_trace(kit, tmp_path, store):
    kit("new", "--area", "990101")
    said = kit("questions", "add", EXAMPLE, "--area", "990101", "--dry-run")
    assert said.code == 0 and "8 new" in said.out and "Nothing was saved" in said.out
    assert "8 new" in kit("questions", "add", EXAMPLE, "--area", "990101").out
    assert (
        "0 new questions, 0 changed, 8" in kit("questions", "add", EXAMPLE, "--area", "990101").out
    )


def test_a_question_with_answers_keeps_its_meaning(kit, tambon, survey, tmp_path):
    path = tmp_path / "again.toml"
    path.write_text('[[question]]\ncode="goats"\nth="จำนวนแพะ"\nkind="text"\n', "utf-8")
    assert kit("questions", "add", path, "--area", "990101", "--dry-run").code == 0
    assert kit("import", survey({"x_goats": 3}), "--area", "990101").code == 0
    said = kit("questions", "add", path, "--area", "990101")
    assert said.code == 1 and "workbook.question-answered" in said.err
    path.write_text('[[question]]\ncode="goats"\nth="แพะกี่ตัว"\nkind="integer"\n', "utf-8")
    assert kit("questions", "add", path, "--area", "990101").code == 0


def test_a_province_asks_in_all_its_tambons_and_nobody_takes_its_codes(kit, tmp_path, survey):
    path = tmp_path / "province.toml"
    path.write_text('[[question]]\ncode="drone"\nth="ใช้โดรน"\nkind="yes_no"\n', "utf-8")
    assert kit("questions", "add", path, "--area", "99").code == 0
    kit("new", "--area", "990101")
    assert "x_drone" in kit("questions", "list", "--area", "990101").out
    said = kit("questions", "add", path, "--area", "990101")
    assert said.code == 1 and "workbook.question-elsewhere" in said.err
    assert kit("import", survey({"x_drone": True}), "--area", "99").code == 0


def test_a_bad_file_says_everything_in_thai_and_saves_nothing(kit, tambon, tmp_path):
    path = tmp_path / "bad.toml"
    path.write_text(
        '[[question]]\ncode="a"\nth="ชื่อหัวหน้าครัวเรือน"\nkind="text"\n'
        '[[question]]\ncode="b"\nth="ข"\nkind="colour"\n',
        "utf-8",
    )
    said = kit("--language", "th", "questions", "add", path, "--area", "990101")
    assert said.code == 1 and len(said.err.strip().splitlines()) == 2
    assert "คำถามที่ 1" in said.err and "พ.ร.บ.คุ้มครองข้อมูลส่วนบุคคล" in said.err
    assert len(kit("questions", "list", "--area", "990101").out.splitlines()) == 8
    assert kit("questions", "add", tmp_path / "none.toml", "--area", "990101").code == 1
    assert kit("questions", "add", EXAMPLE, "--area", "123456").code == 1


def test_a_row_sent_back_to_be_mended_keeps_its_answers(kit, tambon, survey, store, tmp_path):
    back = tmp_path / "mend.xlsx"
    said = kit(
        "import",
        survey({"x_goats": 501, "x_pond_area": "1-2-0"}),
        "--area",
        "990101",
        "--mend",
        back,
    )
    assert said.code == 1 and back.exists()
    book = openpyxl.load_workbook(back)
    sheet = next(s for s in book if s.cell(6, 1).value == "planning_kit:household")
    cell = next(c for c in sheet[6] if c.value == "x_goats")
    bad = sheet.cell(8, cell.column)
    assert bad.value == 501 and "500" in bad.comment.text
    bad.value = 50
    book.save(back)
    assert kit("import", back, "--area", "990101").code == 0
    assert (kept(store)["01-001"]["x_goats"], kept(store)["01-001"]["x_pond_area"]) == (50.0, 600.0)
