"""A short task of a quiz: looked for in the practice data of who answers, with hints until done."""

import pytest

from planning_kit.course.sheet import Sheet
from planning_kit.hall import quiz_pages
from planning_kit.language import Words
from planning_kit.learning import ANYTHING, TaskQuestion
from planning_kit.records import record_type
from planning_kit.workbook import open_workbook
from planning_kit.workbook.learners import LearnerBook

SAID = Words("เขียนเวทีของหมู่บ้าน", "Write down a village forum")
HINT = Words("เปิดหน้าปัญหา", "Open the page of problems")
TASK = TaskQuestion(
    code="04-task", objective="o", ask=SAID, explain=SAID, record="forum", hints=(HINT,),
    wanted=(("kind", "village_forum"), ("title", ANYTHING)),
)  # fmt: skip
PLACE = "area=990101&plan_start=2571"


@pytest.fixture
def asked(monkeypatch):
    sheet = Sheet("04_listening", SAID, (TASK,))
    monkeypatch.setattr(quiz_pages, "sheet_of", lambda code: sheet if code == sheet.code else None)
    return f"/quiz/{sheet.code}"


def write_forum(url, code, kind):
    row = {"forum_code": code, "kind": kind, "title": "เวที", "date": "1/10/2569"}
    with open_workbook("990101", store=url) as workbook:
        workbook.save(record_type("forum").model_validate(row), who="a", why="b")


def test_what_was_there_before_and_what_is_of_another_kind_does_not_count(asked, visit, choices):
    write_forum(choices.store_url, "F1", "village_forum")

    async def practice(pair):
        await pair.ask(f"/quiz?{PLACE}")
        await pair.ask(f"/quiz?{PLACE}", form={"new": "1"})
        assert "ตรวจข้อมูลฝึก" in (await pair.ask(f"{asked}?{PLACE}")).body.decode()
        for n, (code, kind) in enumerate((("F2", "tambon_forum"), ("F3", "village_forum"))):
            write_forum(choices.store_url, code, kind)
            form = {"question": TASK.code, "sent": f"s{n}"}
            page = (await pair.ask(f"{asked}?{PLACE}", form=form)).body.decode()
            assert ("0 จาก 1" in page and HINT.th in page) == (n == 0)
        assert "ถูกต้อง" in page
        with LearnerBook.beside(choices.store_url, "990101", practice=True) as book:
            assert [(one.answer, one.is_right) for one in book.answers()] == [
                ("0", False),
                ("1", True),
            ]

    visit(practice)


def test_a_phone_is_sent_to_the_laptop_and_the_sheet_counts_as_full_without(asked, light, codes):
    from planning_kit.hall.permissions import Role

    async def scene(phone):
        await phone.ask(f"/join/{codes.make(Role.PARTICIPANT, '990101', 2571).code}")
        await phone.ask("/quiz")
        await phone.ask("/quiz", form={"new": "1"})
        assert "ทำที่คอมพิวเตอร์ของคู่" in (await phone.ask(asked)).body.decode()
        refused = await phone.ask(asked, form={"question": TASK.code, "sent": "s"})
        assert refused.code == 400 and "ตรวจข้อมูลฝึก" not in refused.body.decode()

    light(scene)
    assert Sheet("a", SAID, (TASK,)).is_full({})
