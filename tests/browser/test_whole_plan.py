"""A whole plan made by clicking: from a new workbook to the endorsed plan, then the report."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from planning_kit.records import BudgetLine, Decision, Household, Project, VoteTotal
from planning_kit.workbook import open_workbook, versions

Hand = Any  # of conftest, which tests cannot import
pytestmark = [pytest.mark.browser, pytest.mark.slow]

ROOT = Path(__file__).resolve().parents[2]
COMMAND = "import sys; from planning_kit.cli import main; sys.exit(main())"
AREA, START = "730502", 2572
WHERE = f"area={AREA}&plan_start={START}"


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[str]:
    """Serve an empty store; give the address at which the facilitator sets the PIN."""
    path = os.pathsep.join([str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])])
    store = f"sqlite:///{(tmp_path / 'kit.db').as_posix()}"
    process = subprocess.Popen(
        [sys.executable, "-c", COMMAND, "serve", "--no-browser", "--store", store, "--port", "0"],
        env={**os.environ, "PYTHONPATH": path},
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    try:
        assert process.stdout is not None
        found = next(
            one for line in process.stdout if (one := re.search(r"http://[\d.:]+/[\w/-]+", line))
        )
        yield found[0]
    finally:
        process.terminate()
        process.wait(timeout=60)


def open_tools(hand: Hand, address: str, name: str) -> None:
    hand.driver.get(f"{address}/tools/{name}?{WHERE}&language=th")
    hand.wait(lambda: hand.driver.find_element("id", "finished"))


def fill(book: Hand, kind: str, answers: dict[str, str]) -> None:
    """Write one record into the form of a record book and save it.

    An answer is a text, or begins with ``=`` where one touches it, with ``>`` where it is
    chosen from a list, and with ``@`` where it is a day.
    """
    if kind:
        book.press(kind, ".pks")
    for form in book.all(".pk-form .pk-form"):
        book.driver.execute_script("arguments[0].dataset.old = 1", form)
    book.press("+ กรอกรายการใหม่", ".pks")
    book.one(".pk-form .pk-form:not([data-old]) .pk-steps")
    for name, answer in answers.items():
        field = f".pk-q-{name}"
        turn_to(book, field)
        if answer.startswith("@"):
            day, month, year = answer[1:].split()
            book.write(f"{field} .pk-part:nth-child(1) input", day)
            book.choose(f"{field} select", month)
            book.write(f"{field} .pk-part:nth-child(3) input", year)
        elif answer.startswith("="):
            book.press(answer[1:], field)
        elif answer.startswith(">"):
            book.choose(f"{field} select", answer[1:])
        else:
            book.write(f"{field} input, {book.tool} {field} textarea", answer)
    book.press("บันทึก")
    book.see("บันทึกแล้ว", ".pk-saved")


def turn_to(book: Hand, field: str) -> None:
    """Go on to the screen of the form on which a question stands."""
    while not any(one.is_displayed() for one in book.all(field)):
        said = book.one(".pk-steps").get_attribute("textContent")
        book.press("ถัดไป")
        book.wait(lambda said=said: book.one(".pk-steps").get_attribute("textContent") != said)


def make_workbook(hand: Hand, first: str) -> str:
    """Set the PIN, find the tambon, make its workbook; return the hall's address."""
    hand.driver.get(first)
    hand.write("#pin", "246813")
    hand.write("#again", "246813")
    hand.press("ตั้ง")
    hand.write("#place", "บางปลา บางเลน")
    hand.press("ค้นหา")
    hand.write("#start", str(START))
    hand.press("ตำบลบางปลา อำเภอบางเลน")
    hand.see("ตำบลบางปลา", "h1")
    return first.split("/first-pin")[0]


def survey(hand: Hand) -> None:
    book = hand.at("record_book-survey")
    about = {
        "title": "สำรวจครัวเรือนปี 2571",
        "publisher": "สภาองค์กรชุมชนตำบล",
        "method": "=สุ่ม",
        "date_to": "@30 กันยายน 2571",
    }
    fill(book, "", about)
    fill(book, "หมู่บ้าน", {"name": "บ้านคลองหนึ่ง"})
    home = {"consent_given": "=ใช่", "household_id": "01-001", "village_code": ">บ้านคลองหนึ่ง"}
    fill(book, "ครัวเรือน", home)


def listen(hand: Hand) -> None:
    """Hold the council's meeting and write down two problems."""
    came = hand.at("attendance")
    came.press("+ เวทีใหม่")
    came.write(".pk-tool .pk-field input", "ประชุมสภารับรองแผน")
    came.press("+ ประชุมสภาองค์กรชุมชน")
    came.see("ประชุมสภารับรองแผน", "select")
    cards = hand.at("problem_cards")
    for said, theme in (("น้ำทำนาไม่พอ", "น้ำ"), ("ปุ๋ยแพง", "หนี้")):
        cards.write("textarea", said)
        cards.press(f"+ {theme}")
        cards.see(said, ".pk-tool")


def choose(hand: Hand) -> None:
    """Open a vote, count hands, close it, and record what the meeting decides."""
    setup = hand.at("vote_setup")
    setup.press("+ เปิดการลงคะแนนเรื่องปัญหา")
    setup.press("ยกมือ")
    counted = hand.at("hand_count")
    for _hand in range(3):
        counted.press("+ P02 ปุ๋ยแพง")
    counted.press("+ P01 น้ำทำนาไม่พอ")
    counted.see("บันทึกแล้ว", ".pks-saved")
    recorder = hand.at("decision_recorder")
    recorder.choose(".pks select", "ประชุมสภารับรองแผน")
    recorder.press("บันทึกมติ", ".pks-tool")
    recorder.see("บันทึกแล้ว", ".pks-saved")


def plan(hand: Hand) -> None:
    """Write direction and a project, its money and its work."""
    book = hand.at("record_book-plan_statement-strategy-project-pledge-cash_item")
    vision = {"kind": "=วิสัยทัศน์", "statement_code": "V1", "statement": "น้ำพอ หนี้ลด คนอยู่ได้"}
    fill(book, "", vision)
    fill(book, "ประเด็นการพัฒนา", {"name": "จัดการน้ำร่วมกัน", "problem_codes": "=P01"})
    project = {
        "name": "ขุดลอกคลองหนึ่ง",
        "stage": "=อยู่ในแผน",
        "reliance_class": "=ทำเอง",
        "owner": "กลุ่มผู้ใช้น้ำ",
        "strategy_code": ">จัดการน้ำร่วมกัน",
        "problem_codes": "=P01",
    }
    fill(book, "โครงการ", project)
    money = hand.at("budget_editor")
    money.see("PJ01")
    money.choose("select[aria-label='เพิ่มแหล่งเงิน']", "ชุมชน")
    money.write("[aria-label*='2572']", "25,000")
    money.see("บันทึกแล้ว", ".pks-saved")
    work = hand.at("gantt_editor")
    work.write("[aria-label='กิจกรรมใหม่']", "วัดความลึกคลอง")
    work.see("บันทึกแล้ว", ".pks-saved")


def endorse(hand: Hand) -> None:
    """Count the votes of the meeting, press, and say yes."""
    council = hand.at("endorsing")
    for label, number in (
        ("สมาชิกสภาทั้งหมด", "20"),
        ("สมาชิกสภาที่มา", "15"),
        ("เห็นชอบ", "14"),
        ("ไม่เห็นชอบ", "1"),
    ):
        council.write(f"input[aria-label='{label}']", number)
    council.see("บันทึกแล้ว", ".pks-saved")
    council.press("ที่ประชุมสภารับรองแผนแล้ว")
    council.press("ใช่ รับรองฉบับที่ 1")
    council.see("แผนยังตรงกับที่รับรองไว้")


def check(address: str, hand: Hand, folder: Path) -> None:
    """See that store and report hold what was typed, and that the report fits the endorsed plan."""
    with open_workbook(
        AREA, START, store=f"sqlite:///{(folder / 'kit.db').as_posix()}"
    ) as workbook:
        assert [one.household_id for one in workbook.records(Household)] == ["01-001"]
        votes = {one.option_code: one.votes for one in workbook.records(VoteTotal)}
        assert votes == {"P02": 3, "P01": 1}
        assert [one.adopted_codes for one in workbook.records(Decision)] == [("P02", "P01")]
        assert [one.name for one in workbook.records(Project)] == ["ขุดลอกคลองหนึ่ง"]
        assert [int(one.amount) for one in workbook.records(BudgetLine)] == [25_000]
        (version,) = versions(workbook)
        assert version.is_whole and version.endorsement.votes_for == 14
    hand.driver.get(f"{address}/report?{WHERE}&language=th")
    hand.see("ลายนิ้วมือ", "main")
    said = hand.one("main").get_attribute("textContent")
    typed = (
        "บ้านคลองหนึ่ง", "น้ำทำนาไม่พอ", "ปุ๋ยแพง", "น้ำพอ หนี้ลด คนอยู่ได้", "จัดการน้ำร่วมกัน",
        "ขุดลอกคลองหนึ่ง", "กลุ่มผู้ใช้น้ำ", "25,000", "วัดความลึกคลอง", "ประชุมสภารับรองแผน",
        version.fingerprint,
    )  # fmt: skip
    assert [one for one in typed if one not in said] == []


def test_a_whole_plan_by_clicking(hall: str, hand: Hand, tmp_path: Path) -> None:
    size = {"width": 1280, "height": 800, "deviceScaleFactor": 1, "mobile": False}
    hand.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    address = make_workbook(hand, hall)
    steps = {
        "00_start": survey,
        "02_problems": listen,
        "03_priorities": choose,
        "04_plan": plan,
        "05_indicators": endorse,
    }
    for name, step in steps.items():
        open_tools(hand, address, name)
        step(hand)
    check(address, hand, tmp_path)
