"""An agency is asked over plans handed over; its answers are kept there and go down to the tambon."""

from __future__ import annotations

from datetime import date

import pytest
from openpyxl import load_workbook

from planning_kit.language import speaking
from planning_kit.records import Pledge, Project, RequestAnswer
from planning_kit.report.chapters.level_requests import level_requests
from planning_kit.report.xlsx_requests import write_requests
from planning_kit.store import Handover, Store
from planning_kit.workbook import create, whole_tambon
from planning_kit.workbook.answering import read_answers, take_answers
from planning_kit.workbook.exchange import export_comments, import_bundle
from planning_kit.workbook.freezing import text_of
from planning_kit.workbook.handing_over import handover_content
from planning_kit.workbook.higher_places import higher_place

WHO = {"who": "ทดสอบ", "why": "ทดสอบ"}
TODAY = date(2026, 11, 30)
HEAD, ANSWER, DAY, DETAIL, ID = 4, 9, 10, 11, 12
ONE, OTHER = "670101", "670102"


def tambon(store, code, first):
    book = create(whole_tambon(code), store=store, who="ทดสอบ")
    book.save(
        Project(project_code="PJ1", name="ซ่อมฝาย", stage="full", reliance_class="agency",
                owner="กลุ่มน้ำ", start_be=first, end_be=first),
        **WHO,
    )  # fmt: skip
    for what in ("=1+1 แบบฝาย", "ขอบคุณ นายสมชาย ใจดี วิศวกร"):
        book.save(
            Pledge(project_code="PJ1", agency="rid", what=what, state="asked",
                   asked_on="1 ต.ค. 2569", by_date="1 ม.ค. 2570", amount=5000),
            **WHO,
        )  # fmt: skip
    return book


@pytest.fixture
def level(tmp_path):
    """Give a province to which two tambons handed over; the second asks for an earlier year."""
    with create(higher_place("province", "67"), store=tmp_path / "up.db", who="ทดสอบ") as made:
        for code, first in ((ONE, 2573), (OTHER, 2572)):
            with tambon(tmp_path / f"{code}.db", code, first) as book:
                content = text_of(handover_content(book, []))
            made.store.keep_handover(Handover(code, 2571, 0, content, "ทดสอบ"))
        yield made


def answered(level, path, answers, added=()):
    write_requests([level], "rid", path, today=TODAY)
    book = load_workbook(path)
    sheet = book.active
    rows = [at for at in range(HEAD + 1, sheet.max_row + 1) if sheet.cell(at, ID).value]
    for number, told in answers.items():
        for column, value in zip((ANSWER, DAY, DETAIL), told, strict=False):
            sheet.cell(rows[number - 1], column).value = value
    for told in added:
        at = sheet.max_row + 1
        for column, value in told.items():
            sheet.cell(at, column).value = value
    book.save(path)
    return path


def taken(level, path):
    return take_answers([level], read_answers(path), **WHO)


def states(book):
    return {one.what: str(one.state and one.state.value) for one in book.records(Pledge)}


def test_the_file_holds_the_requests_of_all_plans_in_the_order_of_closing(level, tmp_path):
    assert write_requests([level], "rid", tmp_path / "r.xlsx", today=TODAY) == 4
    sheet = load_workbook(tmp_path / "r.xlsx").active
    groups = [sheet.cell(at, 1).value for at in range(HEAD + 1, sheet.max_row + 1)]
    # A department closes on 31 October two years before.
    assert "31 ต.ค. 2570" in groups[0] and "31 ต.ค. 2571" in groups[3]
    assert "2 จาก 2 ตำบล" in sheet.cell(3, 1).value
    what = [sheet.cell(at, 4) for at in range(HEAD + 1, sheet.max_row + 1)]
    signs = [cell for cell in what if str(cell.value).startswith("=")]
    assert len(signs) == 2 and all(cell.data_type == "s" and cell.quotePrefix for cell in signs)
    assert not any("สมชาย" in str(cell.value) for cell in what)


def test_answers_are_kept_at_the_level_and_every_chapter_shows_them(level, tmp_path):
    path = answered(level, tmp_path / "r.xlsx", {1: ("รับปาก", "15 ธ.ค. 2569", "เข้าแผนปี 2572")})
    report = taken(level, path)
    assert (report.taken, report.same, report.refused, report.unknown) == (1, 0, 0, 0)
    (kept,) = level.records(RequestAnswer)
    assert (kept.asked_by, kept.state, kept.answered_on) == (OTHER, "promised", date(2026, 12, 15))
    again = taken(level, path)
    assert (again.taken, again.same) == (0, 1) and len(level.records(RequestAnswer)) == 1
    with speaking("en"):
        section = level_requests(level, TODAY)
    # Tambons, requests, baht, waiting, silent, promised: one of four is promised now.
    assert section.tables[1].cells()[0][2:7] == ["2", "4", "20,000", "3", "0"]
    assert section.tables[1].cells()[0][7] == "1"
    newer = answered(level, tmp_path / "s.xlsx", {1: ("ให้แล้ว", "20 ธ.ค. 2569")})
    assert taken(level, newer).taken == 1
    old = taken(level, path)
    assert old.refused == 1 and old.findings[0].code == "workbook.answer-outdated"


def test_an_answer_to_an_unknown_request_is_kept_and_shown(level, tmp_path):
    added = {2: "ตำบลท่าพล", 3: "PJ9 โรงสี", 4: "เครื่องสี", ANSWER: "ให้แล้ว", DAY: "15 ธ.ค. 2569"}
    path = answered(level, tmp_path / "r.xlsx", {}, added=[added])
    report = taken(level, path)
    assert (report.unknown, report.taken, report.all_accepted) == (1, 0, False)
    assert "เครื่องสี" in report.findings[0].say("th")
    assert taken(level, path).unknown == 1 and len(level.records(RequestAnswer)) == 1
    (part,) = level_requests(level, TODAY).parts
    assert "เครื่องสี" in part.tables[-1]._repr_html_()


def test_answers_go_down_with_the_comments_and_overwrite_nothing_later(level, tmp_path):
    answers = {1: ("รับปาก", "15 ธ.ค. 2569"), 2: ("ปฏิเสธ", "16 ธ.ค. 2569", "ไม่มีงบ")}
    taken(level, answered(level, tmp_path / "r.xlsx", answers))
    (handed,) = level.store.handovers(OTHER)
    export_comments(level.store, handed.fingerprint, tmp_path / "c.zip")
    url = f"sqlite:///{(tmp_path / f'{OTHER}.db').as_posix()}"
    report = import_bundle(tmp_path / "c.zip", store=url, who="ผู้บันทึก")
    assert len(report.down.taken) == 2 and not report.down.otherwise
    with Store.open(url) as store:
        (book,) = latest(store)
        assert sorted(states(book).values()) == ["promised", "refused"]
        # The name that was hidden on the way up still stands in the tambon's own words.
        assert any("สมชาย" in what for what in states(book))
        again = import_bundle(tmp_path / "c.zip", store=store, who="ผู้บันทึก")
        assert not again.is_new and again.down.same == 2
        first = next(one for one in book.stored(Pledge) if one.record.what.startswith("=1"))
        told = {"state": "given", "answered_on": date(2027, 1, 9)}
        book.save(first.record.model_copy(update=told), **WHO)
        late = import_bundle(tmp_path / "c.zip", store=store, who="ผู้บันทึก")
        assert len(late.down.otherwise) == 1 and states(book)[first.record.what] == "given"


def latest(store):
    from planning_kit.workbook.all_of_store import latest_workbooks

    return latest_workbooks(store)


def test_where_the_tambon_itself_is_at_hand_the_answer_goes_to_its_request(level, tmp_path):
    own = tambon(level.store, ONE, 2573)
    path = answered(level, tmp_path / "r.xlsx", {3: ("รับปาก",), 4: ("รับปาก",)})
    assert taken(level, path).taken == 2
    assert set(states(own).values()) == {"promised"} and not level.records(RequestAnswer)
