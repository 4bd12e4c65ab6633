"""The light pages as a phone meets them: joining, voting in four ways, writing a card."""

from __future__ import annotations

import gzip
import json
import re

from planning_kit.hall.permissions import Role
from planning_kit.records import BallotMark, Poll, Problem
from planning_kit.workbook import open_workbook
from planning_kit.workbook.plan_areas import DEFAULT_START_BE
from planning_kit.workbook.voting import close_vote, turnout

PLACE = ("990101", DEFAULT_START_BE)
DATA = {"Accept": "application/json"}
P01_SCORED = {"P01.size": "4", "P01.severity": "3", "P01.ease": "2", "P01.concern": "1"}


def workbook_of(choices):
    return open_workbook("990101", store=choices.store_url)


async def joined(phone, codes, role=Role.PARTICIPANT):
    code = codes.of(*PLACE).get(role) or codes.make(role, *PLACE)
    answer = await phone.ask(f"/join/{code.code}")
    assert answer.code == 302
    await phone.ask("/card")
    return answer


def test_a_code_typed_in_any_way_lets_a_phone_in(light, codes):
    made = codes.make(Role.PARTICIPANT, *PLACE)

    async def scene(phone):
        assert (await phone.ask("/")).headers["Location"] == "/join"
        assert "รหัสบนจอ" in (await phone.ask("/join")).body.decode()
        wrong = await phone.ask("/join", form={"code": "111111"})
        assert wrong.code == 403 and "ไม่มีรหัสนี้" in wrong.body.decode()
        right = await phone.ask("/join", form={"code": made.shown})
        assert right.code == 302 and right.headers["Location"] == "/"
        cookie = next(
            c for c in right.headers.get_list("Set-Cookie") if "planning-kit-light-1=" in c
        )
        assert "HttpOnly" in cookie and "SameSite=Lax" in cookie
        page = (await phone.ask("/")).body.decode()
        assert "เรื่อง V01" in page and "/card" in page and "paper=new" not in page
        assert re.findall("[A-Za-z]{2,} [A-Za-z]{2,}", re.sub("<[^>]+>", " ", page)) == []
        before = phone.cookies["planning-kit-light-1"]
        await phone.ask(f"/join/{made.code}")
        assert phone.cookies["planning-kit-light-1"] == before

    light(scene)


MARKED = [
    ("V01", P01_SCORED, {"option_code": "P01", "size": 4, "severity": 3, "ease": 2, "concern": 1}),
    ("V02", {"P01|P03": "P03"}, {"option_code": "P01", "against_code": "P03", "preferred": "P03"}),
    ("V02", {"P01|P02": "="}, {"option_code": "P01", "against_code": "P02", "preferred": None}),
    ("V03", {"P02": "3", "P01": "0"}, {"option_code": "P02", "dots": 3}),
    ("V04", {"P03": "1", "voter.sex": "male"}, {"option_code": "P03", "approved": True, "sex": "male"}),
]  # fmt: skip


def test_what_was_marked_is_what_is_counted(light, codes, room_of_votes):
    async def scene(phone):
        for code, form, _kept in MARKED:
            phone = phone.another()
            await joined(phone, codes)
            page = (await phone.ask(f"/vote/{code}")).body.decode()
            assert all(f'name="{name}"' in page for name in form)
            answer = await phone.ask(f"/vote/{code}", form=form, headers=DATA)
            said = json.loads(answer.body)
            assert said["ok"] and re.search(r"\d\d:\d\d น\.", said["said"])
            again = (await phone.ask(f"/vote/{code}")).body.decode()
            assert "นับคะแนนของท่านแล้ว" in again
            assert " checked" in again or 'value="3"' in again

    light(scene)
    with workbook_of(room_of_votes) as workbook:
        for code, voters in (("V01", 1), ("V02", 2), ("V03", 1), ("V04", 1)):
            assert close_vote(workbook, code, who="a") == voters
        marks = workbook.records(BallotMark)
    assert len(marks) == len(MARKED)
    for code, _form, kept in MARKED:
        of_vote = [mark for mark in marks if mark.poll_code == code]
        assert kept in [{name: getattr(mark, name) for name in kept} for mark in of_vote]


def test_a_vote_counts_once_is_changed_until_closed_and_hidden_until_then(light, codes, room_of_votes):  # fmt: skip
    async def scene(phone):
        await joined(phone, codes)
        other = phone.another()
        await joined(other, codes)
        for form in ({"P01": "3"}, {"P02": "2"}, {"P02": "2"}):
            assert (await phone.ask("/vote/V03", form=form, headers=DATA)).code == 200
        assert (await other.ask("/vote/V03", form={"P01": "1"})).code == 200
        hidden = (await phone.ask("/result/V03")).body.decode()
        assert "ยังไม่แสดงผล" in hidden and "P02" not in hidden
        with workbook_of(room_of_votes) as workbook:
            assert turnout(workbook) == {"V03": 2}
            assert close_vote(workbook, "V03", who="a") == 2
            found = {(mark.option_code, mark.dots) for mark in workbook.records(BallotMark)}
        assert found == {("P02", 2), ("P01", 1)}
        late = await phone.ask("/vote/V03", form={"P03": "3"}, headers=DATA)
        assert late.code == 409 and json.loads(late.body)["closed"] is True
        assert "ไม่ได้นับ" in json.loads(late.body)["said"]

    light(scene)
    with workbook_of(room_of_votes) as workbook:
        assert {mark.option_code for mark in workbook.records(BallotMark)} == {"P01", "P02"}


IMPOSSIBLE = [
    ("V01", {}, "ยังไม่ได้เลือก"),
    ("V01", {"P01.size": "4"}, "ครบทั้งสี่"),
    ("V01", {**P01_SCORED, "P01.ease": "9"}, "9"),
    ("V02", {"P01|P02": "P03"}, "ในคู่ที่เทียบ"),
    ("V03", {"P01": "4"}, "3"),
    ("V04", {"P01": "1", "P02": "1", "P03": "1"}, "2"),
]


def test_a_ballot_that_cannot_be_is_refused_in_words(light, codes, room_of_votes):
    async def scene(phone):
        await joined(phone, codes)
        for code, form, said in IMPOSSIBLE:
            answer = await phone.ask(f"/vote/{code}", form=form, headers=DATA)
            told = json.loads(answer.body)
            assert answer.code == 400 and not told["ok"] and said in told["said"], form
            page = await phone.ask(f"/vote/{code}", form=form)
            assert page.code == 400 and "<form" in page.body.decode()

    light(scene)
    with workbook_of(room_of_votes) as workbook:
        assert turnout(workbook) == {}


def test_a_recorder_types_ballots_for_others_and_each_is_one_more(light, codes, room_of_votes):
    async def scene(phone):
        await joined(phone, codes, Role.RECORDER)
        for _person in range(2):
            leads = (await phone.ask("/vote/V03?paper=new")).headers["Location"]
            paper = leads.partition("paper=")[2]
            assert "ไม่มีโทรศัพท์" in (await phone.ask(leads)).body.decode()
            for _sent_twice in range(2):
                form = {"P01": "3", "paper": paper}
                assert (await phone.ask("/vote/V03", form=form)).code == 200
        assert (await phone.ask("/vote/V03", form={"P01": "1"})).code == 200

    light(scene)
    with workbook_of(room_of_votes) as workbook:
        assert turnout(workbook) == {"V03": 3}


def test_a_card_becomes_a_problem_of_the_meeting(light, codes, room_of_votes):
    code = codes.make(Role.PARTICIPANT, *PLACE, "F01")
    text = "<script>alert(1)</script> น้ำเค็ม"

    async def scene(phone):
        await phone.ask(f"/join/{code.code}")
        await phone.ask("/card")
        card = {"card_id": "a1", "statement": text, "households_affected": "มาก"}
        wrong = await phone.ask("/card", form=card)
        assert wrong.code == 400 and "มาก" in wrong.body.decode()
        assert "<script>alert" not in wrong.body.decode()
        told = json.loads((await phone.ask("/card", form=card, headers=DATA)).body)
        assert set(told["errors"]) == {"households_affected"}
        right = {**card, "households_affected": "๑๒", "said_by": "กลุ่มผู้ใช้น้ำ"}
        for _sent_twice in range(2):
            assert json.loads((await phone.ask("/card", form=right, headers=DATA)).body)["ok"]
        other = {"card_id": "a2", "statement": "ดินเปรี้ยว"}
        assert (await phone.ask("/card", form=other)).code == 200

    light(scene)
    with workbook_of(room_of_votes) as workbook:
        cards = {p.problem_code: p for p in workbook.records(Problem) if p.forum_code == "F01"}
        assert sorted(cards) == ["C001", "C002"]
        assert cards["C001"].statement == text and cards["C001"].households_affected == 12
        who = {s.revision.who for s in workbook.stored(Problem) if s.record.forum_code == "F01"}
        assert who == {"participant"}


def test_no_page_weighs_more_than_sixty_thousand_bytes(light, codes, room_of_votes):
    statement = "น้ำทำนาปรังไม่พอในเดือนกุมภาพันธ์ถึงเมษายน เพราะคลองส่งน้ำตื้นเขิน " * 2
    many = [f"Q{at:02d}" for at in range(1, 16)]
    with workbook_of(room_of_votes) as workbook:
        for one in many:
            workbook.save(Problem(problem_code=one, statement=statement), who="a", why="b")
        for code, method, options in (("V08", "criteria", many), ("V09", "pairwise", many[:8])):
            poll = Poll(poll_code=code, title="ใหญ่สุด", about="problem", method=method,
                        option_codes=",".join(options), is_closed=False)  # fmt: skip
            workbook.save(poll, who="a", why="b")

    async def weight(phone, path):
        answer = await phone.ask(
            path, decompress_response=False, headers={"Accept-Encoding": "gzip"}
        )
        assert answer.code == 200
        is_packed = answer.headers.get("Content-Encoding") == "gzip"
        text = gzip.decompress(answer.body) if is_packed else answer.body
        return len(answer.body), text

    async def scene(phone):
        await joined(phone, codes)
        for path in ("/", "/card", "/join", "/vote/V08", "/vote/V09", "/result/V01"):
            whole, page = await weight(phone, path)
            files = set(re.findall(r'(?:href|src)="(/look/[^"]+)"', page.decode()))
            assert len(files) == 2
            for file in files:
                size, text = await weight(phone, file)
                whole += size
                for font in re.findall(rb"url\(([^)]+)\)", text):
                    whole += (await weight(phone, f"/look/{font.decode()}"))[0]
            assert whole <= 60_000, path

    light(scene)
