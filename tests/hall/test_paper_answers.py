"""Answers on paper, typed in by the facilitator, are kept and judged as a phone's are."""

from __future__ import annotations

import re

import pytest
from tornado.web import create_signed_value

from planning_kit.course.sheet import BEFORE, sheet_of
from planning_kit.hall.badge import Badge
from planning_kit.hall.identity import cookie_name
from planning_kit.hall.paper_rows import fields_of, read_rows
from planning_kit.hall.permissions import Role
from planning_kit.learning import MatchQuestion, NumberQuestion, OrderQuestion
from planning_kit.pack.class_report import given_of
from planning_kit.workbook.learners import LearnerBook
from planning_kit.workbook.plan_areas import DEFAULT_START_BE

PLACE = f"area=990101&plan_start={DEFAULT_START_BE}"
PAPERS = f"/class/papers?{PLACE}"
TEST = sheet_of(BEFORE)


def phone_form(question):
    """What a phone sends for somebody who knows the answer."""
    if isinstance(question, OrderQuestion):
        return {f"place.{one.code}": str(n) for n, one in enumerate(question.steps, 1)}
    if isinstance(question, MatchQuestion):
        return {f"match.{first.code}": second.code for first, second in question.pairs}
    return {"answer": str(question.right)}


def paper_form(learner, **more):
    typed = {
        f"q{at}.{name}": value
        for at, one in enumerate(TEST.questions, 1)
        for name, value in phone_form(one).items()
    }
    return {"sheet": BEFORE, "learner": learner, "sent": "paper1", **typed, **more}


def kept(choices):
    with LearnerBook.beside(choices.store_url, "990101", practice=True) as book:
        return book.answers()


def test_a_paper_is_looked_over_then_kept_like_answers_on_a_phone(visit, choices):
    async def scene(facilitator):
        assert "ออกรหัสใหม่" in (await facilitator.ask(PAPERS)).body.decode()
        given = await facilitator.ask(PAPERS, form={"new": "1", "sheet": BEFORE})
        learner = re.search(r"learner=(\d{5})", given.headers["Location"])[1]
        page = (await facilitator.ask(given.headers["Location"])).body.decode()
        assert learner in page and str(TEST.questions[0].ask.th) in page
        looked = (await facilitator.ask(PAPERS, form=paper_form(learner))).body.decode()
        assert f"พิมพ์แล้ว {len(TEST.questions)} ข้อ" in looked and kept(choices) == []
        done = await facilitator.ask(PAPERS, form=paper_form(learner, sure="1"))
        assert done.code == 302
        of_phone = {q.code: q.read(lambda name, q=q: phone_form(q)[name]) for q in TEST.questions}
        assert {one.question: one.answer for one in kept(choices)} == of_phone
        assert given_of(kept(choices)) == {BEFORE: {learner: dict.fromkeys(of_phone, True)}}
        # The same paper again changes nothing: of a test the first answers count.
        again = await facilitator.ask(PAPERS, form=paper_form(learner, sure="1", sent="p2"))
        assert again.code == 400 and len(kept(choices)) == len(of_phone)

    visit(scene)


def test_a_wrong_row_keeps_nothing_and_an_unknown_code_is_said(visit, choices):
    number = next(at for at, q in enumerate(TEST.questions, 1) if isinstance(q, NumberQuestion))

    async def scene(facilitator):
        await facilitator.ask(PAPERS)
        given = await facilitator.ask(PAPERS, form={"new": "1", "sheet": BEFORE})
        learner = re.search(r"learner=(\d{5})", given.headers["Location"])[1]
        wrong = paper_form(learner, sure="1", **{f"q{number}.answer": "สี่"})
        page = await facilitator.ask(PAPERS, form=wrong)
        assert page.code == 400 and "อ่าน “สี่” เป็นตัวเลขไม่ได้" in page.body.decode()
        assert kept(choices) == []
        nobody = await facilitator.ask(f"{PAPERS}&sheet={BEFORE}&learner=00000")
        assert nobody.code == 404 and "ไม่มีผู้เรียนรหัส 00000" in nobody.body.decode()

    visit(scene)


def test_only_the_facilitator_types_papers(visit, codes):
    code = codes.make(Role.RECORDER, "990101", DEFAULT_START_BE)

    async def scene(facilitator):
        await facilitator.ask(PAPERS)
        pair = facilitator.another()
        badge = Badge.new(Role.RECORDER, "990101", DEFAULT_START_BE, code.code_id)
        name = cookie_name(facilitator.room.port)
        signed = create_signed_value(facilitator.room.cookie_secret, name, badge.said())
        pair.cookies |= {name: signed.decode(), "_xsrf": facilitator.cookies["_xsrf"]}
        assert (await pair.ask(f"/?{PLACE}")).code == 200
        assert (await pair.ask(PAPERS)).code == 403
        assert (await pair.ask(PAPERS, form={"new": "1", "sheet": BEFORE})).code == 403

    visit(scene)


@pytest.mark.parametrize("code", ["05_choosing_together", "02_data_and_consent"])
def test_what_is_kept_fills_the_form_and_only_what_changes_is_new(code):
    sheet = sheet_of(code)
    right = {}
    for one in sheet.questions:
        right[one.code] = "1" if one.needs_copy else one.read(lambda n, q=one: phone_form(q)[n])
    form = {
        f"q{at}.{name}": value
        for at, one in enumerate(sheet.questions, 1)
        for name, value in fields_of(one, right[one.code]).items()
    }
    rows, new = read_rows(sheet, right, lambda name: form.get(name, ""))
    assert new == {} and not any(row.wrong for row in rows)
    rows, new = read_rows(sheet, {}, lambda name: form.get(name, ""))
    assert new == right
