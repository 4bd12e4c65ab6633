"""The room's phones come in only after somebody said yes, and a test phone tells that they can."""

import json

import pytest
from tornado.httpclient import AsyncHTTPClient

from planning_kit.errors import KitError
from planning_kit.hall.lan import own_addresses
from planning_kit.report.qr import qr_svg

pytestmark = pytest.mark.skipif(not own_addresses(), reason="this machine is in no network")


def ask(host, port, path="/hello?back=1", **headers):
    return AsyncHTTPClient().fetch(
        f"http://{host}:{port}{path}", headers=headers, raise_error=False, follow_redirects=False
    )


def test_nobody_but_this_computer_comes_in_until_somebody_says_yes(visit):
    host = own_addresses()[0]

    async def scene(facilitator):
        port = facilitator.room.port
        with pytest.raises(ConnectionRefusedError):
            await ask(host, port)
        await facilitator.ask("/room?language=en")
        answer = await facilitator.ask("/room", form={"what": "open", "host": host})
        assert answer.code == 302
        page = (await facilitator.ask("/room")).body.decode()
        assert f"http://{host}:{port}/hello" in page and "<svg" in page
        assert json.loads((await facilitator.ask("/room/now")).body) == {}
        assert (await ask(host, port)).code == 200
        assert set(json.loads((await facilitator.ask("/room/now")).body)) == {"both"}
        # The room sees the test page; what is the facilitator's stays the facilitator's.
        assert (await ask(host, port, "/")).code in (302, 403)
        assert (await ask(host, port, "/room")).code in (302, 403)
        await facilitator.ask("/room", form={"what": "close"})
        with pytest.raises(ConnectionRefusedError):
            await ask(host, port)

    visit(scene)


def test_a_name_made_to_lead_here_is_not_answered(visit):
    async def scene(facilitator):
        assert (await facilitator.ask("/", headers={"Host": "evil.example"})).code == 403
        await facilitator.ask("/room")
        await facilitator.ask("/room", form={"what": "open", "host": own_addresses()[0]})
        assert (await facilitator.ask("/", headers={"Host": "evil.example"})).code == 403

    visit(scene)


def test_an_address_that_is_not_this_computers_is_refused(visit):
    async def scene(facilitator):
        await facilitator.ask("/room?language=en")
        answer = await facilitator.ask("/room", form={"what": "open", "host": "8.8.8.8"})
        assert answer.code == 400 and "not at 8.8.8.8" in answer.body.decode()
        with pytest.raises(KitError) as refused:
            facilitator.room.app.settings["room_door"].open("0.0.0.0")
        assert refused.value.code == "hall.no-such-address"

    visit(scene)


def test_the_picture_is_large_enough_for_the_address_and_says_what_it_is():
    # 39 letters at error level M need 29 modules a side (QR version 3); 3 of border, 8 px each.
    picture = qr_svg("http://192.168.1.5:8867/join/123456789", "ที่อยู่")
    assert 'width="280"' in picture and "<title>ที่อยู่</title>" in picture
