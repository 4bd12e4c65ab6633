"""Requests out to an agency and its answers back: taken as revisions, refused row by row."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from planning_kit.cli.entry import main
from planning_kit.errors import KitError
from planning_kit.records import Pledge, Project
from planning_kit.report.xlsx_requests import write_requests
from planning_kit.store import Store
from planning_kit.workbook import create, whole_tambon
from planning_kit.workbook.all_of_store import latest_workbooks
from planning_kit.workbook.answering import read_answers, take_answers

HEAD, ANSWER, DAY, DETAIL, ID = 4, 9, 10, 11, 12
TODAY = date(2026, 11, 30)


@pytest.fixture
def books(tmp_path: Path):
    """Two tambons that ask the irrigation department; the second asks for an earlier year."""
    store = Store.open(tmp_path / "kit.db")
    for code, first in (("990101", 2573), ("730502", 2572)):
        book = create(whole_tambon(code), store=store, who="ทดสอบ", why="ทดสอบ")
        book.save(
            Project(project_code="PJ1", name="ซ่อมฝาย", stage="full", reliance_class="agency",
                    owner="กลุ่มน้ำ", start_be=first, end_be=first),
            who="ทดสอบ", why="ทดสอบ",
        )  # fmt: skip
        for what, agency in (("แบบฝาย", "rid"), ("วิศวกร", "rid"), ("รถขุด", "sao")):
            book.save(
                Pledge(project_code="PJ1", agency=agency, what=what, state="asked",
                       asked_on="1 ต.ค. 2569", by_date="1 ม.ค. 2570", amount=5000),
                who="ทดสอบ", why="ทดสอบ",
            )  # fmt: skip
    yield latest_workbooks(store)
    store.close()


def written(books, path: Path, answers: dict[int, tuple], more=(), language="th") -> Path:
    """Write the requests to rid and fill in ``answers`` of the n-th request (1, 2, …)."""
    write_requests(books, "rid", path, today=TODAY, language=language)
    book = load_workbook(path)
    sheet = book.active
    rows = [row for row in range(HEAD + 1, sheet.max_row + 1) if sheet.cell(row, ID).value]
    for number, told in answers.items():
        for column, value in zip((ANSWER, DAY, DETAIL), told, strict=False):
            sheet.cell(rows[number - 1], column).value = value
    for told, request in more:
        at = sheet.max_row + 1
        for column, value in zip((ANSWER, DAY, DETAIL), told, strict=False):
            sheet.cell(at, column).value = value
        for column in (ID, ID + 1, ID + 2):
            source = sheet.cell(rows[request - 1], column).value if request else None
            sheet.cell(at, column).value = source
    book.save(path)
    return path


def taken(books, path: Path):
    return take_answers(books, read_answers(path), who="ผู้บันทึก", why="ไฟล์คำตอบ")


def pledge(books, area, what):
    book = next(book for book in books if book.area_id == area)
    return next(one for one in book.stored(Pledge) if one.record.what == what)


def test_the_file_holds_all_tambons_in_the_order_of_closing(books, tmp_path):
    path = tmp_path / "r.xlsx"
    assert write_requests(books, "rid", path, today=TODAY) == 4
    sheet = load_workbook(path).active
    groups = [sheet.cell(row, 1).value for row in range(HEAD + 1, sheet.max_row + 1)]
    # A department closes on 31 October two years before; the request for 2572 comes first.
    assert "31 ต.ค. 2570" in groups[0] and "2572" in groups[0]
    assert "31 ต.ค. 2571" in groups[3] and groups[1:3] == ["1", "2"]
    assert sheet.protection.sheet and not sheet.cell(HEAD + 2, ANSWER).protection.locked
    assert sheet.cell(HEAD + 2, ID).protection.locked and sheet.column_dimensions["L"].hidden


def test_answers_become_new_revisions_and_the_same_file_changes_nothing(books, tmp_path):
    path = written(books, tmp_path / "r.xlsx",
                   {1: ("รับปาก", "15 ธ.ค. 2569", "เข้าแผนปี 2572"), 3: ("refused", None, "ไม่มีงบ")})  # fmt: skip
    before = pledge(books, "730502", "แบบฝาย")
    report = taken(books, path)
    assert (report.taken, report.same, report.refused, report.findings) == (2, 0, 0, [])
    now = pledge(books, "730502", "แบบฝาย")
    assert (now.record.state, now.record.answer) == ("promised", "เข้าแผนปี 2572")
    assert now.record.answered_on == date(2026, 12, 15) and now.record.amount == 5000
    assert now.revision.parent_id == before.revision.revision_id
    assert now.revision.why == "ไฟล์คำตอบ"
    # Not answered is left as it was.
    assert pledge(books, "730502", "วิศวกร").record.state == "asked"
    again = taken(books, path)
    assert (again.taken, again.same, again.refused) == (0, 2, 0)
    assert pledge(books, "730502", "แบบฝาย").revision.revision_id == now.revision.revision_id


def test_each_wrong_row_is_refused_with_place_and_repair_and_the_rest_is_taken(books, tmp_path):
    path = written(
        books,
        tmp_path / "r.xlsx",
        {1: ("อาจจะ",), 2: (None, None, "รอก่อน"), 3: ("ให้แล้ว", "32 ธ.ค. 2569"), 4: ("ให้แล้ว",)},
        more=[(("รับปาก",), 0)],
    )
    report = taken(books, path)
    assert (report.taken, report.refused) == (1, 4)
    assert [finding.code for finding in report.findings][:2] == [
        "workbook.wrong-answer-word",
        "workbook.answer-without-word",
    ]
    assert report.findings[-1].code == "workbook.unknown-request"
    first = report.findings[0]
    assert first.row == HEAD + 2 and "อาจจะ" in first.line("th") and "รับปาก" in first.say("th")
    assert pledge(books, "730502", "แบบฝาย").record.state == "asked"


def test_an_answer_changed_twice_in_one_file_is_not_guessed(books, tmp_path):
    path = written(books, tmp_path / "r.xlsx", {1: ("รับปาก",)}, more=[(("ปฏิเสธ",), 1)])
    report = taken(books, path)
    assert (report.taken, report.refused) == (0, 2)
    assert {finding.code for finding in report.findings} == {"workbook.answered-twice"}
    assert "6, 11" in report.findings[0].say("en")
    alike = written(books, tmp_path / "s.xlsx", {1: ("รับปาก",)}, more=[(("promised",), 1)])
    report = taken(books, alike)
    assert (report.taken, report.same, report.refused) == (1, 1, 0)


def test_an_answer_to_what_was_answered_since_is_refused(books, tmp_path):
    old = written(books, tmp_path / "old.xlsx", {1: ("ปฏิเสธ", None, "ไม่มีงบ")})
    newer = written(books, tmp_path / "new.xlsx", {1: ("รับปาก",)})
    assert taken(books, newer).taken == 1
    report = taken(books, old)
    assert (report.taken, report.refused) == (0, 1)
    assert report.findings[0].code == "workbook.answer-outdated"
    assert "รับปากแล้ว" in report.findings[0].say("th")
    assert pledge(books, "730502", "แบบฝาย").record.state == "promised"


def test_an_answer_dated_before_it_was_asked_is_refused_by_the_record_itself(books, tmp_path):
    path = written(books, tmp_path / "r.xlsx", {1: ("รับปาก", "1 ก.ย. 2569")})
    report = taken(books, path)
    assert (report.taken, report.refused) == (0, 1)
    assert report.findings[0].code == "pledge.answered-before-asked"


def test_an_english_file_is_read_too_and_another_file_is_no_request(books, tmp_path):
    path = written(books, tmp_path / "r.xlsx", {1: ("given", "2026-12-15")}, language="en")
    assert taken(books, path).taken == 1
    other = load_workbook(path)
    other.active.delete_rows(HEAD)
    other.save(path)
    with pytest.raises(KitError) as caught:
        read_answers(path)
    assert caught.value.code == "collect.no-requests"


def test_the_command_writes_and_takes_and_tells_what_it_refused(books, tmp_path, capsys):
    store = ["--store", f"sqlite:///{(tmp_path / 'kit.db').as_posix()}"]
    out = tmp_path / "o.xlsx"
    assert main(["requests", "--agency", "กรมชลประทาน", "--out", str(out), *store]) == 0
    assert main(["requests", "--agency", "กรมชลประทาน", "--out", str(out), *store]) == 1
    assert "--overwrite" in capsys.readouterr().err
    assert main(["requests", "--agency", "สภาเกษตรกร", "--out", str(out) + "2.xlsx", *store]) == 1
    assert "pfc" in capsys.readouterr().err
    assert main(["requests", "--agency", "ธกส", "--out", str(tmp_path / "n.xlsx"), *store]) == 1
    assert not (tmp_path / "n.xlsx").exists()
    path = written(books, tmp_path / "r.xlsx", {1: ("รับปาก",), 2: ("ไม่รู้",)})
    assert main(["requests", "--answers", str(path), *store]) == 1
    told = capsys.readouterr()
    assert "รับคำตอบ 1" in told.out and "ไม่รู้" in told.err


def test_the_command_writes_a_file_for_every_agency_and_replaces_none(books, tmp_path, capsys):
    folder, store = tmp_path / "out", f"sqlite:///{(tmp_path / 'kit.db').as_posix()}"
    command = ["requests", "--all", "--out", str(folder), "--store", store]
    assert main(command) == 0
    sizes = {}
    for file in folder.iterdir():
        sheet = load_workbook(file).active
        ids = [sheet.cell(at, ID).value for at in range(HEAD + 1, sheet.max_row + 1)]
        sizes[file.name] = sum(one is not None for one in ids)
    # Each of the two tambons asks the irrigation department twice, its own office once.
    assert sizes == {"requests-rid.xlsx": 4, "requests-sao.xlsx": 2}
    (folder / "requests-rid.xlsx").unlink()
    assert main(command) == 1 and "--overwrite" in capsys.readouterr().err
    assert not (folder / "requests-rid.xlsx").exists()
