"""The facilitator's side: codes, opening and closing a vote, the wall, and the result for phones."""

from __future__ import annotations

import asyncio
import json
import re
from types import SimpleNamespace

from planning_kit.hall.permissions import Role
from planning_kit.records import Poll
from planning_kit.workbook import open_workbook
from planning_kit.workbook.plan_areas import DEFAULT_START_BE

PLACE = ("990101", DEFAULT_START_BE)
WHERE = f"area={PLACE[0]}&plan_start={PLACE[1]}"
FORM = {"area": PLACE[0], "plan_start": str(PLACE[1])}


def phone_of(anna, port):
    """Return another browser, at the light pages of the same hall."""
    form_cookie = f"planning-kit-light-form-{anna.room.port}"
    return type(anna)(SimpleNamespace(port=port), form_cookie=form_cookie)


async def leads_to(phone, path):
    """Return where a page leads on to, once the phones' pages have seen that it is over."""
    for _second in range(50):
        answer = await phone.ask(path)
        if answer.code == 302:
            return answer.headers["Location"]
        await asyncio.sleep(0.2)
    raise AssertionError(f"{path} leads nowhere")


def test_a_vote_from_opening_to_the_result_on_a_phone(meeting, codes, room_of_votes):
    async def scene(anna, port):
        page = (await anna.ask(f"/?{WHERE}")).body.decode()
        assert "ออกรหัส" in page
        made = await anna.ask("/codes", form={**FORM, "role": "participant", "what": "make"})
        assert made.code == 302
        code = codes.of(*PLACE)[Role.PARTICIPANT]
        page = (await anna.ask(f"/?{WHERE}")).body.decode()
        assert code.shown in page and f"http://127.0.0.1:{port}/join/{code.code}" in page
        vote = {**FORM, "title": "ติดจุด", "about": "problem", "method": "dots", "dots_each": "3",
                "option.problem": "P01", "eligible": "6", "budget": "5"}  # fmt: skip
        wrong = await anna.ask("/votes", form={**vote, "title": "", "eligible": "หก"})
        assert wrong.code == 400 and "หก" in wrong.body.decode()
        assert (await anna.ask("/votes", form=vote)).code == 302
        phones = [phone_of(anna, port) for _n in range(5)]
        for phone in phones:
            await phone.ask(f"/join/{code.code}")
            await phone.ask("/card")
            assert (await phone.ask("/vote/V05", form={"P01": "2"})).code == 200
        now = json.loads((await anna.ask(f"/projector/now?{WHERE}&poll=V05")).body)
        assert now == {"code": "V05", "open": True, "ballots": 5}
        wall = (await anna.ask(f"/projector?{WHERE}&poll=V05")).body.decode()
        assert code.shown in wall and re.search(r'class="turnout"[^>]*>5<', wall)
        early = await anna.ask(f"/vote-result?{WHERE}&poll=V05")
        assert early.code == 400 and b"sentences" not in early.body
        closed = await anna.ask("/votes/close", form={**FORM, "poll": "V05"})
        assert closed.code == 302
        wall = (await anna.ask(f"/projector?{WHERE}&poll=V05")).body.decode()
        assert "ลงคะแนน 5 จากผู้มีสิทธิ 6 คน" in wall
        on_phone = await leads_to(phones[0], "/vote/V05")
        result = (await phones[0].ask(on_phone)).body.decode()
        assert "ลงคะแนน 5 จากผู้มีสิทธิ 6 คน" in result and "น้ำไม่พอ 1" in result
        for method in ("Borda", "Copeland", "borda", "copeland", "criteria_product"):
            assert method not in result and method not in wall

    meeting(scene)
    with open_workbook("990101", store=room_of_votes.store_url) as workbook:
        poll = next(one for one in workbook.records(Poll) if one.poll_code == "V05")
        assert poll.is_closed is True and poll.budget is None and poll.eligible == 6


def test_raised_hands_join_the_count_of_the_phones(meeting, codes, room_of_votes):
    code = codes.make(Role.PARTICIPANT, *PLACE)
    hands = {**FORM, "poll": "V04", "people": "20", "votes.P01": "7", "votes.P02": "2"}

    async def scene(anna, port):
        await anna.ask(f"/votes?{WHERE}")
        for _n in range(5):
            phone = phone_of(anna, port)
            await phone.ask(f"/join/{code.code}")
            await phone.ask("/card")
            assert (await phone.ask("/vote/V04", form={"P02": "1"})).code == 200
        assert (await anna.ask(f"/votes/hands?{WHERE}&poll=V02")).code == 404
        wrong = await anna.ask("/votes/hands", form={**hands, "votes.P01": "เจ็ด"})
        assert wrong.code == 400 and "เจ็ด" in wrong.body.decode()
        assert (await anna.ask("/votes/hands", form=hands)).code == 302
        assert (await anna.ask("/votes/hands", form={**hands, "votes.P01": "9"})).code == 302
        typed = (await anna.ask(f"/votes/hands?{WHERE}&poll=V04")).body.decode()
        assert 'value="9"' in typed and 'value="20"' in typed
        assert (await anna.ask("/votes/close", form={**FORM, "poll": "V04"})).code == 302
        wall = await anna.ask(f"/vote-result?{WHERE}&poll=V04")
        rows = {row["option"][:3]: row["why"] for row in json.loads(wall.body)["rows"]}
        assert list(rows) == ["P01", "P02", "P03"]
        assert "9" in rows["P01"] and "25" in rows["P01"] and "7" in rows["P02"]

    meeting(scene)


def test_recorder_and_wall_reach_their_own_workbook_and_their_own_part(meeting, codes):
    recorder = codes.make(Role.RECORDER, *PLACE)
    viewer = codes.make(Role.VIEWER, *PLACE)
    participant = codes.make(Role.PARTICIPANT, *PLACE)

    async def inside(anna, port, code):
        phone = phone_of(anna, port)
        await phone.ask(f"/join/{code.code}")
        visit = anna.another()
        visit.cookies |= phone.cookies
        return visit

    async def scene(anna, port):
        writer = await inside(anna, port, recorder)
        wall = await inside(anna, port, viewer)
        guest = await inside(anna, port, participant)
        front = (await writer.ask("/")).body.decode()
        assert "/app/00_start" in front and "/codes" not in front and recorder.code not in front
        assert "/app/" not in (await wall.ask("/")).body.decode()
        assert (await wall.ask(f"/projector?{WHERE}")).code == 200
        for path in ("/", f"/projector?{WHERE}", f"/votes?{WHERE}", f"/app/00_start?{WHERE}"):
            answer = await guest.ask(path)
            assert answer.code in (302, 403), path
            assert answer.headers.get("Location", "/login").startswith("/login")
        elsewhere = "area=990101&plan_start=2576"
        for visit in (writer, wall):
            for path in ("/?", "/projector?", "/projector/now?", "/app/00_start?", "/vote-result?poll=V01&"):  # fmt: skip
                assert (await visit.ask(path + elsewhere)).code == 403, path
            for path in (f"/votes?{WHERE}", f"/report?{WHERE}", "/new"):
                assert (await visit.ask(path)).code == 403, path
            closing = await visit.ask("/votes/close", form={**FORM, "poll": "V03"})
            making = await visit.ask("/codes", form={**FORM, "role": "recorder", "what": "make"})
            assert (closing.code, making.code) == (403, 403)
        codes.end(Role.RECORDER, *PLACE)
        assert (await writer.ask("/")).headers["Location"].startswith("/login")

    meeting(scene, practice=False)


def test_ending_a_code_ends_the_kernels_of_its_sessions(meeting, codes):
    made = codes.make(Role.RECORDER, *PLACE)

    class House:
        ended: list[str] = []

        async def end_of_code(self, code_id):
            self.ended.append(code_id)

    async def scene(anna, _port):
        await anna.ask(f"/?{WHERE}")
        anna.room.app.settings["kernel_house"] = House()
        done = await anna.ask("/codes", form={**FORM, "role": "recorder", "what": "end"})
        assert done.code == 302 and House.ended == [made.code_id]
        assert (await anna.ask("/codes", form={**FORM, "role": "facilitator", "what": "make"})).code == 400  # fmt: skip

    meeting(scene)
    assert codes.of(*PLACE) == {}
