import json
import stat
import sys

import pytest

from planning_kit.errors import KitError
from planning_kit.hall.keys import HallKeys
from planning_kit.hall.tries import FREE_TRIES, Tries


def test_a_pin_is_known_again_and_nowhere_written(tmp_path):
    file = tmp_path / "deep" / "keys.json"
    keys = HallKeys(file)
    assert not keys.has_pin and not keys.is_pin("")
    before = keys.cookie_secret
    keys.set_pin("๑๒๓ ๔๕๖")
    again = HallKeys(file)
    assert again.has_pin and again.is_pin("123456") and not again.is_pin("123457")
    assert again.cookie_secret == keys.cookie_secret != before
    assert "123456" not in file.read_text()
    if sys.platform != "win32":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_two_halls_with_one_pin_keep_different_hashes(tmp_path):
    hashes = set()
    for name in ("a", "b"):
        HallKeys(tmp_path / name).set_pin("123456")
        hashes.add(json.loads((tmp_path / name).read_text())["hash"])
    assert len(hashes) == 2


def test_a_new_pin_signs_everybody_out(tmp_path):
    keys = HallKeys(tmp_path / "k")
    keys.set_pin("123456")
    before = keys.cookie_secret
    keys.forget_pin()
    assert not HallKeys(tmp_path / "k").is_pin("123456")
    assert keys.cookie_secret != before


@pytest.mark.parametrize("pin", ["", "12345", "1234567890123", "abcdef", "12345x", "-123456"])
def test_a_pin_that_is_none_is_refused(tmp_path, pin):
    keys = HallKeys(tmp_path / "k")
    with pytest.raises(KitError) as refused:
        keys.set_pin(pin)
    assert refused.value.code == "hall.bad-pin" and not keys.has_pin


def test_damaged_keys_are_told_and_not_taken_for_none(tmp_path):
    (tmp_path / "k").write_text("{")
    with pytest.raises(KitError) as refused:
        HallKeys(tmp_path / "k")
    assert refused.value.code == "hall.bad-keys"


def test_guessing_pauses_longer_each_time():
    now = [100.0]
    tries = Tries(clock=lambda: now[0])
    for _ in range(FREE_TRIES - 1):
        tries.was_wrong()
    assert not tries.is_paused()
    tries.was_wrong()
    assert tries.is_paused() and 29 <= tries.seconds_left() <= 31
    now[0] += 31
    assert not tries.is_paused()
    tries.was_wrong()
    assert tries.seconds_left() > 50
    tries.was_right()
    assert not tries.is_paused() and tries.wrong == 0
