"""Quizzes on phones: a code without a name, answers that last, explanations at once."""

from __future__ import annotations

import json
import re

import pytest

from planning_kit.course.sheet import sheet_of
from planning_kit.hall.permissions import Role
from planning_kit.learning import ChoiceQuestion, MatchQuestion, OrderQuestion
from planning_kit.workbook.learners import LearnerBook
from planning_kit.workbook.plan_areas import DEFAULT_START_BE

PLACE = ("990101", DEFAULT_START_BE)
DATA = {"Accept": "application/json"}
SHEET = "05_choosing_together"
RIGHT = {
    "05-advice": {"answer": "b"},
    "05-steps": {f"place.{code}": str(n) for n, code in enumerate("abcde", 1)},
    "05-first": {"answer": "P01"},
    "05-moved": {"answer": "๔"},
    "05-pairs": {"answer": "15"},
    "05-ways": {"match.a": "a", "match.b": "b", "match.c": "c"},
}
"""Worked out by hand from the practice plan: six problems give 6 × 5 / 2 pairs, and the votes had
P01, P02, P03 before P06 (data/practice/plan/decisions.toml)."""


async def learning(phone, codes):
    code = codes.of(*PLACE).get(Role.PARTICIPANT) or codes.make(Role.PARTICIPANT, *PLACE)
    await phone.ask(f"/join/{code.code}")
    await phone.ask("/quiz")
    assert (await phone.ask("/quiz", form={"new": "1"})).code == 302
    page = (await phone.ask("/quiz")).body.decode()
    return re.search(r"<b class=\"big\">(\d{5})</b>", page)[1]


async def answered(phone, question, fields, sent, sheet=SHEET, **options):
    form = {"question": question, "sent": sent, **fields}
    return await phone.ask(f"/quiz/{sheet}", form=form, **options)


def right_form(question):
    """The form of somebody who knows the answer, whatever the course asks."""
    if isinstance(question, OrderQuestion):
        return {f"place.{one.code}": str(n) for n, one in enumerate(question.steps, 1)}
    if isinstance(question, MatchQuestion):
        return {f"match.{first.code}": second.code for first, second in question.pairs}
    return {"answer": str(question.right)}


def book_of(choices):
    return LearnerBook.beside(choices.store_url, "990101", practice=False)


def test_all_questions_of_an_episode_one_after_the_other(light, codes, room_of_votes):
    async def scene(phone):
        learner = await learning(phone, codes)
        for n, (code, fields) in enumerate(RIGHT.items(), 1):
            page = (await phone.ask(f"/quiz/{SHEET}")).body.decode()
            assert f'value="{code}"' in page and f"ข้อ {n} จาก 6" in page
            assert all(f'name="{name}"' in page for name in fields)
            told = json.loads((await answered(phone, code, fields, f"s{n}", headers=DATA)).body)
            assert told["ok"] and told["right"] is True and told["said"] == "ถูกต้อง"
            assert told["more"]
        page = (await phone.ask(f"/quiz/{SHEET}")).body.decode()
        assert "ตอบถูก 6 จาก 6 ข้อ" in page
        assert "ตอบแล้ว 6 จาก 6 ข้อ" in (await phone.ask("/quiz")).body.decode()
        with book_of(room_of_votes) as book:
            assert [one.question for one in book.answers(learner)] == list(RIGHT)

    light(scene)


def test_a_wrong_answer_is_explained_and_may_be_tried_again(light, codes, room_of_votes):
    async def scene(phone):
        learner = await learning(phone, codes)
        answer = await answered(phone, "05-pairs", {"answer": "36"}, "s1")
        page = answer.body.decode()
        assert "ยังไม่ถูก" in page and "15 คู่" in page
        for fields, said in (({"answer": ""}, "พิมพ์ตัวเลข"), ({"answer": "สิบห้า"}, "สิบห้า")):
            refused = await answered(phone, "05-pairs", fields, "s2", headers=DATA)
            assert refused.code == 400 and said in json.loads(refused.body)["said"]
        again = (await phone.ask(f"/quiz/{SHEET}?again=05-pairs")).body.decode()
        assert 'value="05-pairs"' in again
        await answered(phone, "05-pairs", {"answer": "15"}, "s3")
        with book_of(room_of_votes) as book:
            assert [one.is_right for one in book.answers(learner)] == [False, True]
            assert book.answers_to(learner, SHEET)["05-pairs"].is_right

    light(scene)


def test_a_learner_goes_on_from_another_phone_with_the_code(light, codes):
    async def scene(phone):
        learner = await learning(phone, codes)
        await answered(phone, "05-advice", {"answer": "b"}, "s1")
        other = phone.another()
        await other.ask(f"/join/{codes.of(*PLACE)[Role.PARTICIPANT].code}")
        assert "รหัสผู้เรียนของฉัน" in (await other.ask("/quiz")).body.decode()
        wrong = await other.ask("/quiz", form={"code": "1"})
        assert wrong.code == 404 and "ไม่มีผู้เรียนที่ใช้รหัสนี้" in wrong.body.decode()
        spaced = f"{learner[:2]} {learner[2:]}"
        assert (await other.ask("/quiz", form={"code": spaced})).code == 302
        assert "ข้อ 2 จาก 6" in (await other.ask(f"/quiz/{SHEET}")).body.decode()
        for _try in range(12):
            refused = await other.ask("/quiz", form={"code": "99"})
        assert refused.code == 429

    light(scene)


def test_a_test_counts_once_and_gives_nothing_away(light, codes, room_of_votes):
    async def scene(phone):
        learner = await learning(phone, codes)
        asked = sheet_of("before").questions
        choice = next(one for one in asked if isinstance(one, ChoiceQuestion))
        wrong = next(one.code for one in choice.choices if one.code != choice.right)
        for n, one in enumerate(asked, 1):
            told = await answered(phone, one.code, right_form(one), f"s{n}", "before", headers=DATA)
            assert json.loads(told.body) == {
                "ok": True, "said": "เก็บคำตอบของท่านแล้ว", "right": None, "lines": [], "more": "",
            }  # fmt: skip
        end = (await phone.ask("/quiz/before")).body.decode()
        assert "ตอบครบทุกข้อแล้ว" in end and "✓" not in end and "?again=" not in end
        again = (await phone.ask(f"/quiz/before?again={choice.code}")).body.decode()
        assert 'name="question"' not in again
        await answered(phone, choice.code, {"answer": wrong}, "last", "before")
        with book_of(room_of_votes) as book:
            first = book.first_answers_to(learner, "before")
            assert len(first) == len(asked) and all(one.is_right for one in first.values())

    light(scene)


@pytest.mark.parametrize(
    ("path", "form", "code"),
    [
        ("/quiz/none", None, 404),
        (f"/quiz/{SHEET}", {"question": "none", "sent": "s"}, 400),
        (f"/quiz/{SHEET}", {"question": "05-advice", "answer": "b"}, 400),
    ],
)
def test_what_is_no_question_is_refused(light, codes, path, form, code):
    async def scene(phone):
        await learning(phone, codes)
        assert (await phone.ask(path, form=form)).code == code

    light(scene)


def test_who_may_not_answer_is_refused_and_who_has_no_code_is_asked(light, codes):
    async def scene(phone):
        assert (await phone.ask("/quiz")).code == 403
        wall = phone.another()
        await wall.ask(f"/join/{codes.make(Role.VIEWER, *PLACE).code}")
        assert (await wall.ask("/quiz")).code == 403
        made = codes.make(Role.PARTICIPANT, *PLACE)
        await phone.ask(f"/join/{made.code}")
        assert (await phone.ask(f"/quiz/{SHEET}")).headers["Location"] == f"/quiz?sheet={SHEET}"
        page = (await phone.ask("/")).body.decode()
        assert 'href="/quiz"' in page

    light(scene)


def test_practice_that_begins_again_takes_no_answer_away(choices):
    from planning_kit.workbook.copies import PracticeCopies

    copies = PracticeCopies(choices.store_url)
    copies.prepare()
    with LearnerBook.beside(choices.store_url, "990101", practice=True) as book:
        learner = book.add_learner()
    copies.begin_again(choices.store_url)
    with LearnerBook.beside(choices.store_url, "990101", practice=True) as book:
        assert book.learner_typed(learner) == learner


def test_a_pair_answers_beside_its_app_with_the_code_of_a_phone(visit, choices):
    place = "area=990101&plan_start=2571"
    with LearnerBook.beside(choices.store_url, "990101", practice=True) as book:
        learner = book.add_learner()

    async def practice(pair):
        first = await pair.ask(f"/quiz/{SHEET}?{place}")
        assert first.headers["Location"] == f"/quiz?{place}&sheet={SHEET}"
        assert f'value="{SHEET}"' in (await pair.ask(first.headers["Location"])).body.decode()
        came = await pair.ask(f"/quiz?{place}", form={"code": learner, "sheet": SHEET})
        assert came.headers["Location"] == f"/quiz/{SHEET}?{place}"
        told = await pair.ask(
            f"/quiz/{SHEET}?{place}", form={"question": "05-pairs", "sent": "s", "answer": "36"}
        )
        assert "ยังไม่ถูก" in told.body.decode() and "15 คู่" in told.body.decode()
        with LearnerBook.beside(choices.store_url, "990101", practice=True) as book:
            assert [one.is_right for one in book.answers(learner)] == [False]

    async def live(pair):
        assert (await pair.ask(f"/quiz/{SHEET}?{place}")).code in (302, 403, 404)

    visit(practice)
    visit(live, practice=False)


def test_an_app_leads_to_the_quiz_of_its_episode(monkeypatch):
    from dataclasses import replace

    from planning_kit.hall import app_quiz

    tied = [replace(one, app="03_priorities") for one in app_quiz.episodes() if one.code == SHEET]
    monkeypatch.setattr(app_quiz, "episodes", lambda: tied)
    found = app_quiz.quizzes_of_app("03_priorities", "area=990101&plan_start=2571")
    assert [one["address"] for one in found] == [f"/quiz/{SHEET}?area=990101&plan_start=2571"]
    assert app_quiz.quizzes_of_app("04_plan", "") == []


def test_the_report_of_the_class_is_the_facilitators_alone(visit, choices):
    from planning_kit.hall.permissions import Action, may
    from planning_kit.workbook.learners import LearnerAnswer

    with LearnerBook.beside(choices.store_url, "990101", practice=True) as book:
        book.keep([
            LearnerAnswer(book.add_learner(), SHEET, "05-pairs", "36", False, f"s{n}")
            for n in range(5)
        ])  # fmt: skip

    async def scene(facilitator):
        place = "area=990101&plan_start=2571"
        front = (await facilitator.ask(f"/?{place}")).body.decode()
        assert f"/class?{place.replace('&', '&amp;')}" in front
        page = await facilitator.ask(f"/class?{place}")
        assert page.code == 200 and "ผู้เรียน 5 คน" in page.body.decode()
        assert "ไม่มีใครตอบถูก" in page.body.decode()
        assert not may(Role.RECORDER, Action.SEE_CLASS, practice=True)

    visit(scene)
