"""The wire to a kernel carries widgets, to the page's own kernel, and never code."""

import asyncio
import json
import os
from uuid import uuid4

import pytest
from tornado.httpclient import HTTPClientError, HTTPRequest
from tornado.websocket import websocket_connect

from planning_kit.hall.identity import HallIdentity, new_visitor
from planning_kit.hall.join_codes import JoinCodes
from planning_kit.hall.permissions import Role
from planning_kit.hall.room import Room

SECONDS = 60


def message(kind: str, content: dict) -> str:
    header = {
        "msg_id": uuid4().hex, "username": "", "session": "s", "msg_type": kind,
        "version": "5.3", "date": "2026-01-01T00:00:00Z",
    }  # fmt: skip
    whole = {"header": header, "parent_header": {}, "metadata": {}, "content": content}
    return json.dumps({**whole, "channel": "shell", "buffers": []})


async def connect(visit, kernel, **headers):
    cookies = "; ".join(f"{name}={value}" for name, value in visit.cookies.items())
    address = f"ws://127.0.0.1:{visit.room.port}/api/kernels/{kernel}/channels?session_id=s"
    request = HTTPRequest(address, headers={"Cookie": cookies, **headers}, request_timeout=SECONDS)
    return await websocket_connect(request)


def test_no_code_runs_over_the_wire_and_nobody_elses_kernel_answers(visit, tmp_path):
    async def scene(anna):
        await anna.ask("/alive")
        bo = anna.another()
        await bo.ask("/alive")
        house = anna.room.app.settings["kernel_house"]
        answer = await anna.ask("/alive?kernel=x")
        assert json.loads(answer.body) == {"known": True, "kernel": False}
        session = anna.room.identity_provider.user_from_cookie(_said(anna)).session
        kernel = await house.start(session, dict(os.environ))
        for who, headers in (
            (bo, {}),
            (anna.another(), {}),
            (anna, {"Origin": "http://evil.example"}),
        ):
            with pytest.raises(HTTPClientError) as refused:
                await connect(who, kernel, **headers)
            assert refused.value.code == 403
        wire = await connect(anna, kernel)
        planted = tmp_path / "planted"
        code = f"open({str(planted)!r}, 'w').close()"
        for kind in ("execute_request", "complete_request", "shutdown_request", "debug_request"):
            await wire.write_message(message(kind, {"code": code, "silent": False}))
        await wire.write_message(message("kernel_info_request", {}))
        kinds = []
        while "kernel_info_reply" not in kinds:
            heard = await asyncio.wait_for(wire.read_message(), SECONDS)
            assert heard is not None
            kinds.append(json.loads(heard)["header"]["msg_type"])
        assert "execute_reply" not in kinds and not planted.exists()
        assert house.owner(kernel) == session
        wire.close()

    visit(scene)


def test_a_page_that_answers_is_not_cut_off_between_two_pings(visit):
    async def scene(anna):
        await anna.ask("/alive")
        # Jupyter's own reckoning, with as long for an answer as from ping to ping, cuts off here.
        anna.room.app.settings |= {"ws_ping_interval": 500, "ws_ping_timeout": 500}
        session = anna.room.identity_provider.user_from_cookie(_said(anna)).session
        kernel = await anna.room.app.settings["kernel_house"].start(session, dict(os.environ))
        wire = await connect(anna, kernel)
        heard = asyncio.ensure_future(_kinds_until(wire, "kernel_info_reply"))
        # Several pings go by, each answered a moment after it came.
        await asyncio.sleep(2.3)
        await wire.write_message(message("kernel_info_request", {}))
        assert "kernel_info_reply" in await asyncio.wait_for(heard, SECONDS)
        wire.close()

    visit(scene)


async def _kinds_until(wire, last):
    kinds = []
    while last not in kinds:
        heard = await wire.read_message()
        assert heard is not None, "the wire was closed"
        kinds.append(json.loads(heard)["header"]["msg_type"])
    return kinds


def test_a_cookie_of_nobody_is_nobody(tmp_path):
    room = Room()
    room.join_codes = JoinCodes(tmp_path / "codes.json")
    provider = HallIdentity(parent=room)
    visitor = new_visitor(Role.RECORDER)
    assert provider.user_from_cookie(provider.user_to_cookie(visitor)) == visitor
    for said in ("", "{}", '{"role": "king", "session": "x"}', "[]"):
        assert provider.user_from_cookie(said) is None


def _said(visit):
    import base64

    signed = visit.cookies[f"planning-kit-{visit.room.port}"]
    return base64.b64decode(signed.split("|")[4].partition(":")[2])
