"""Whoever may not, does not: outsiders, other roles, other workbooks, and what is sent to break in."""

from __future__ import annotations

import logging

from tornado.web import create_signed_value

from planning_kit.hall.badge import Badge
from planning_kit.hall.keys import HallKeys
from planning_kit.hall.light_page import LARGEST_BODY
from planning_kit.hall.permissions import Role
from planning_kit.records import Poll, Problem
from planning_kit.workbook import create, open_workbook, whole_tambon
from planning_kit.workbook.plan_areas import DEFAULT_START_BE
from planning_kit.workbook.voting import turnout

PLACE = ("990101", DEFAULT_START_BE)
COOKIE = "planning-kit-light-1"
EVERYWHERE = ["/card", "/vote/V03", "/vote/V03/state", "/result/V03"]
ELSEWHERE = [
    "/vote/../../etc/passwd", "/vote/..%2f..%2fkit.db", "/look/..%2flight_app.py", "/look/light.css.j2",
    "/login", "/votes", "/codes", "/app/01_profile", "/api/kernels", "/static/x", "/projector",
    "/join/DROP%20TABLE", "/vote/V99", "/result/V99", "/.git/config", "/vote/%00",
]  # fmt: skip
KIND = "<main>"


async def join(phone, codes, role=Role.PARTICIPANT, place=PLACE):
    code = codes.of(*place).get(role) or codes.make(role, *place)
    await phone.ask(f"/join/{code.code}")
    return code


def wear(phone, secret, badge, name=COOKIE):
    phone.cookies[name] = create_signed_value(secret, name, badge.said()).decode()


def test_without_a_good_badge_every_page_is_closed(light, codes, room_of_votes):
    secret = HallKeys(room_of_votes.keys_file).cookie_secret

    async def scene(phone):
        code = await join(phone, codes)
        signed = phone.cookies[COOKIE]
        for cookie in (
            "", "x", signed[:-4] + "beef",
            create_signed_value(b"another secret", COOKIE, Badge.new(Role.RECORDER).said()).decode(),
            create_signed_value(secret, COOKIE, Badge.new(Role.FACILITATOR).said()).decode(),
            create_signed_value(secret, COOKIE, '{"role": "facilitator"}').decode(),
            create_signed_value(secret, COOKIE, Badge.new(Role.PARTICIPANT, *PLACE, code.code_id).said(),
                                clock=lambda: 1.0).decode(),
        ):  # fmt: skip
            phone.cookies[COOKIE] = cookie
            for path in EVERYWHERE:
                answer = await phone.ask(path)
                assert answer.code == 403 and KIND in answer.body.decode(), (path, cookie)
            assert (await phone.ask("/vote/V03", form={"P01": "3"})).code == 403
            assert (await phone.ask("/card", form={"card_id": "a", "statement": "ก"})).code == 403
        phone.cookies[COOKIE] = signed
        assert (await phone.ask("/vote/V03")).code == 200
        codes.end(Role.PARTICIPANT, *PLACE)
        assert (await phone.ask("/vote/V03")).code == 403
        assert (await phone.ask("/vote/V03", form={"P01": "3"})).code == 403

    light(scene)
    with open_workbook("990101", store=room_of_votes.store_url) as workbook:
        assert turnout(workbook) == {} and len(workbook.records(Problem)) == 3


def test_each_role_does_the_own_part_alone(light, codes, room_of_votes):
    async def scene(phone):
        await join(phone, codes)
        assert (await phone.ask("/vote/V03?paper=new")).code == 403
        assert (await phone.ask("/vote/V03", form={"P01": "3", "paper": "x"})).code == 403
        wall = phone.another()
        code = codes.make(Role.VIEWER, *PLACE)
        leads = (await wall.ask(f"/join/{code.code}")).headers["Location"]
        assert leads.startswith("http://127.0.0.1:1/projector?")
        assert (await wall.ask("/result/V03")).code == 200
        for path in ("/card", "/vote/V03"):
            assert (await wall.ask(path)).code == 403
        assert (await wall.ask("/vote/V03", form={"P01": "3"})).code == 403

    light(scene)
    with open_workbook("990101", store=room_of_votes.store_url) as workbook:
        assert turnout(workbook) == {}


def test_a_code_opens_no_other_workbook(light, codes, room_of_votes):
    with create(whole_tambon("730502"), store=room_of_votes.store_url, who="a") as other:
        place = (other.area_id, int(other.period.plan_start_be))
        other.save(Problem(problem_code="P01", statement="ของที่อื่น"), who="a", why="b")
        poll = Poll(poll_code="V77", title="ที่อื่น", about="problem", method="dots",
                    option_codes="P01", dots_each=1, is_closed=False)  # fmt: skip
        other.save(poll, who="a", why="b")

    async def scene(phone):
        await join(phone, codes)
        assert (await phone.ask("/vote/V77")).code == 404
        where = f"area={place[0]}&plan_start={place[1]}"
        assert (await phone.ask(f"/vote/V77?{where}")).code == 404
        assert (await phone.ask("/vote/V77", form={"P01": "1"})).code in (404, 409)
        assert "ที่อื่น" not in (await phone.ask(f"/?{where}")).body.decode()
        there = phone.another()
        await join(there, codes, place=place)
        assert (await there.ask("/vote/V77")).code == 200
        assert (await there.ask("/vote/V03")).code == 404

    light(scene)
    with open_workbook("730502", store=room_of_votes.store_url) as workbook:
        assert turnout(workbook) == {}


def test_tricks_get_a_kind_page_and_leave_no_trace_in_the_log(light, codes, caplog):
    caplog.set_level(logging.DEBUG)

    async def scene(phone):
        code = await join(phone, codes)
        await phone.ask("/card")
        for path in ELSEWHERE:
            answer = await phone.ask(path)
            body = answer.body.decode("utf-8", "replace")
            assert answer.code in (400, 404, 405) and "root:" not in body, path
            assert "Traceback" not in body and "site-packages" not in body
            if answer.code != 400:
                assert KIND in body, path
        forged = await phone.ask("/vote/V03", form={"P01": "3", "_xsrf": "x"})
        assert forged.code == 403 and KIND in forged.body.decode()
        other_host = await phone.ask("/", headers={"Host": "evil.example"})
        assert other_host.code == 403
        big = {"card_id": "a", "statement": "ก" * LARGEST_BODY}
        large = await phone.ask("/card", form=big)
        assert large.code == 413 and "ยาวเกินไป" in large.body.decode()
        assert code.code not in caplog.text and "evil" not in caplog.text

    light(scene)
    said = [r.getMessage() for r in caplog.records if not r.name.startswith("asyncio")]
    assert [line for line in said if "127.0.0.1" in line or "ก" in line] == []


def test_guessing_a_code_is_stopped_even_with_the_right_one(light, codes):
    async def scene(phone):
        right = codes.make(Role.PARTICIPANT, *PLACE)
        answers = [(await phone.ask(f"/join/{222222 + n}")).code for n in range(8)]
        assert answers == [403] * 8
        shut = await phone.ask(f"/join/{right.code}")
        assert shut.code == 429 and "ห้านาที" in shut.body.decode()

    light(scene)


def test_what_people_write_is_shown_as_text(light, codes, room_of_votes):
    texts = {"P01": "<img src=x onerror=alert(1)>", "P02": '"><script>alert(1)</script>', "P03": "{{7*7}}"}  # fmt: skip
    with open_workbook("990101", store=room_of_votes.store_url) as workbook:
        for code, text in texts.items():
            workbook.save(Problem(problem_code=code, statement=text), who="a", why="b")

    async def scene(phone):
        await join(phone, codes)
        for path in ("/vote/V01", "/vote/V03", "/vote/V04"):
            answer = await phone.ask(path)
            page = answer.body.decode()
            assert "<img" not in page and "<script>" not in page
            for shown in ("onerror=alert(1)&gt;", "&lt;script&gt;alert(1)", "{{7*7}}"):
                assert shown in page
            assert "script-src 'self';" in answer.headers["Content-Security-Policy"]

    light(scene)
