"""No file names a package registry's host, a path of one machine, or a secret."""

import re

import pytest

# Written in pieces, so that this file passes its own test.
HOSTS = (
    "py" + "pi.org", "python" + "hosted.org", "registry.npm" + "js.org", "deb.deb" + "ian.org",
    "crates" + ".io", "proxy.gol" + "ang.org", "conda.anac" + "onda.org",
)  # fmt: skip
PATHS = ("/wo" + "rk/", "/ro" + "ot/", "/tmp/ve" + "nv", "/ho" + "me/", "C:\\Use" + "rs\\")
SECRET = re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY|\b(?:ghp|glpat|xoxb)[_-]\w{16,}")
BINARY = (".png", ".jpg", ".woff2", ".ttf", ".xlsx", ".pdf", ".zip", ".db", ".gz", ".mo")


def told_too_much(path: str, text: str) -> list[str]:
    """Say every host, machine path and secret that ``text`` holds."""
    said = [f"{path} holds {word}" for word in (*HOSTS, *PATHS) if word in text]
    return said + [f"{path} holds a secret" for _match in SECRET.finditer(text)]


def test_no_file_tells_too_much(tracked):
    said = []
    for name, path in tracked.items():
        if not name.endswith(BINARY):
            said += told_too_much(name, path.read_text("utf-8"))
    assert said == []


def test_constraints_are_plain_pins(tracked):
    lines = tracked["constraints.txt"].read_text("utf-8").splitlines()
    pins = [line for line in lines if not line.startswith("#")]
    assert len(pins) > 50
    assert [pin for pin in pins if not re.fullmatch(r"[a-z0-9-]+==[0-9][\w.+!]*", pin)] == []
    names = [pin.split("==")[0] for pin in pins]
    assert names == sorted(set(names))


@pytest.mark.parametrize("word", [*HOSTS, *PATHS, "ghp_" + "a1" * 12])
def test_a_planted_word_is_caught(word):
    assert told_too_much("a.md", f"see {word} for more")
    assert told_too_much("a.md", "see the README for more") == []
