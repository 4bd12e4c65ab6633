"""Join codes: short, unambiguous, of one role and one workbook, ended at will."""

from __future__ import annotations

import asyncio
import re
import stat
import sys
from types import SimpleNamespace

import pytest

from planning_kit.errors import KitError
from planning_kit.hall.badge import Badge
from planning_kit.hall.identity import HallIdentity
from planning_kit.hall.join_codes import JoinCodes, codes_file
from planning_kit.hall.permissions import Role
from planning_kit.hall.tries import CodeTries

HERE = ("990101", 2571)


@pytest.fixture
def codes(tmp_path):
    return JoinCodes(codes_file(tmp_path / "kit.db.hall.json"))


def test_a_code_is_digits_that_look_like_no_letter(codes):
    for _again in range(30):
        assert re.fullmatch("[2-9]{6}", codes.make(Role.PARTICIPANT, *HERE).code)
        assert re.fullmatch("[2-9]{8}", codes.make(Role.RECORDER, *HERE).code)


def test_a_code_is_known_however_it_is_typed(codes):
    made = codes.make(Role.PARTICIPANT, *HERE, "F09")
    thai = made.code.translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙"))
    for typed in (made.code, made.shown, f" {made.code[:3]}-{made.code[3:]} ", thai):
        assert codes.typed(typed) == made
    assert made.forum_code == "F09"
    for wrong in ("", "222222222222", made.code[:-1], made.code + "2", "ไก่", "\x00", "*"):
        assert codes.typed(wrong) is None


def test_a_new_code_ends_the_one_before_and_no_other(codes):
    other = codes.make(Role.PARTICIPANT, "990101", 2576)
    viewer = codes.make(Role.VIEWER, *HERE)
    first = codes.make(Role.PARTICIPANT, *HERE)
    second = codes.make(Role.PARTICIPANT, *HERE)
    assert codes.typed(first.code) is None and not codes.is_good(first.code_id)
    assert codes.of(*HERE) == {Role.VIEWER: viewer, Role.PARTICIPANT: second}
    codes.end(Role.PARTICIPANT, *HERE)
    assert codes.of(*HERE) == {Role.VIEWER: viewer} and codes.is_good(other.code_id)


def test_another_process_sees_at_once_what_was_made_or_ended(codes, tmp_path):
    beside = JoinCodes(codes_file(tmp_path / "kit.db.hall.json"))
    assert beside.of(*HERE) == {}
    made = codes.make(Role.VIEWER, *HERE)
    assert beside.is_good(made.code_id)
    codes.end(Role.VIEWER, *HERE)
    assert not beside.is_good(made.code_id)
    if sys.platform != "win32":
        file = codes_file(tmp_path / "kit.db.hall.json")
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_damaged_codes_are_told(tmp_path):
    (tmp_path / "c.json").write_text("[{}]")
    with pytest.raises(KitError) as refused:
        JoinCodes(tmp_path / "c.json").of(*HERE)
    assert refused.value.code == "hall.bad-codes"


def test_guessing_stops_one_device_and_many_devices_together_but_not_a_meeting():
    now = [0.0]
    tries = CodeTries(clock=lambda: now[0])
    for _try in range(8):
        assert not tries.is_shut("a")
        tries.was_wrong("a")
    assert tries.is_shut("a") and not tries.is_shut("b")
    now[0] = 5 * 60 + 1
    assert not tries.is_shut("a")
    for device in range(112):
        tries.was_wrong(f"d{device}")
    assert tries.is_shut("somebody new")
    now[0] += 10 * 60 + 1
    assert not tries.is_shut("somebody new")


@pytest.mark.parametrize(
    "said",
    ["", "{", "[]", '{"role": "king", "session": "s"}', '{"role": "viewer"}',
     '{"role": "viewer", "session": "s", "area": "a", "plan_start": "x", "code_id": ""}'],
)  # fmt: skip
def test_a_cookie_that_tells_of_nobody_is_no_badge(said):
    assert Badge.read(said) is None


def test_a_badge_of_a_code_is_good_for_its_workbook_alone():
    badge = Badge.new(Role.RECORDER, *HERE, "c1")
    assert Badge.read(badge.said()) == badge
    assert badge.is_for(*HERE)
    assert not badge.is_for("990101", 2576) and not badge.is_for("990102", 2571)
    assert Badge.new(Role.FACILITATOR).is_for("990102", 2571)


@pytest.mark.parametrize(
    ("address", "is_here"),
    [("127.0.0.1", True), ("::1", True), ("192.168.1.7", False), ("fe80::1%eth0", False)],
)
def test_in_practice_only_this_computer_facilitates_without_a_pin(address, is_here, monkeypatch):
    monkeypatch.setattr(HallIdentity, "get_user_cookie", lambda _self, _handler: None)
    monkeypatch.setattr(HallIdentity, "set_login_cookie", lambda *_given: None)
    monkeypatch.setattr(HallIdentity, "auth_enabled", False)
    handler = SimpleNamespace(request=SimpleNamespace(remote_ip=address))
    visitor = asyncio.run(HallIdentity().get_user(handler))
    assert (visitor is not None) == is_here
