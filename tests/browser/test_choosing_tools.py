"""Counting hands in a browser, as Voila serves it: quick touches, a locked store, the section redrawn."""

from __future__ import annotations

import socket
import sqlite3
from urllib.parse import urlsplit

import pytest

from planning_kit.records import Source, Village
from planning_kit.records.poll import Poll
from planning_kit.records.problem import Problem
from planning_kit.records.vote_total import VoteTotal
from planning_kit.store import Store
from planning_kit.workbook import create, open_workbook, whole_tambon

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SECONDS = 90
STANDING = "return document.querySelector('.pks-standing')?.className ?? ''"
PRESS = """
const button = [...document.querySelectorAll('.pks button')]
  .find(b => (b.getAttribute('aria-label') ?? b.textContent) === arguments[0]);
button.scrollIntoView({block: 'center'});
for (let i = 0; i < arguments[1]; i += 1) button.click();
"""
BOX = "return document.querySelector(`.pks input[aria-label='P1 น้ำไม่พอ']`)?.value"
SMALL = """
return [...document.querySelectorAll('.pks button, .pks input')]
  .filter(e => e.getBoundingClientRect().width)
  .map(e => [e.textContent, e.getBoundingClientRect(), parseFloat(getComputedStyle(e).fontSize)])
  .filter(([what, box, letters]) => box.height < 44 || box.width < 44 || letters < 16)
  .map(([what]) => what);
"""


@pytest.fixture
def page(tmp_path, served, browser_on_loopback):
    """Serve the counters of one vote; give driver, address and the store's file."""
    file = tmp_path / "kit.db"
    store = f"sqlite:///{file.as_posix()}"
    with Store.open(store) as opened:
        made = create(whole_tambon("990101"), store=opened, who="a")
        about = {"publisher": "ก", "method": "random", "date_to": "30 ก.ย. 2569"}
        options = ("P1", "P2")
        for record in (
            Source(source_code="S1", title="ส", **about),
            Village(village_code="99010101", name="บ้านหนึ่ง"),
            Problem(problem_code="P1", statement="น้ำไม่พอ", theme="water"),
            Problem(problem_code="P2", statement="หนี้", theme="debt"),
            Poll(poll_code="V01", title="ลำดับ", about="problem", method="hands",
                 option_codes=options),
        ):  # fmt: skip
            made.save(record, who="a", why="b")
    cell = (
        "import planning_kit as kit\n"
        f"workbook = kit.open_workbook('990101', store={store!r})\n"
        "kit.hand_count(workbook, kit.ballot_checks)"
    )
    return browser_on_loopback, served(cell), file


def votes(file):
    """Return the hands of P1 as the store has them."""
    with open_workbook("990101", store=f"sqlite:///{file.as_posix()}") as workbook:
        return {one.option_code: one.votes for one in workbook.records(VoteTotal)}.get("P1")


def test_quick_touches_a_locked_store_and_the_section_below(page):
    from selenium.webdriver.support.ui import WebDriverWait

    driver, address, file = page
    size = {"width": 360, "height": 740, "deviceScaleFactor": 1, "mobile": True}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    waiting = WebDriverWait(driver, SECONDS, ignored_exceptions=[OSError])
    waiting.until(lambda _d: socket.create_connection(("127.0.0.1", urlsplit(address).port)))
    driver.get(address)
    waiting.until(lambda d: "pks-ready" in d.execute_script(STANDING))

    # Every touch shows at once, and all of them reach the store together.
    driver.execute_script(PRESS, "+ P1 น้ำไม่พอ", 6)
    assert driver.execute_script(BOX) == "6"
    waiting.until(lambda d: "pks-saved" in d.execute_script(STANDING))
    assert votes(file) == 6
    assert driver.execute_script(SMALL) == []
    assert driver.execute_script("return document.documentElement.scrollWidth") == 360
    shown = "return document.querySelector('.pks-further #ballot-checks')?.textContent ?? ''"
    waiting.until(lambda d: "V01" in d.execute_script(shown))

    # Somebody else holds the store: what was touched stays, and goes again by itself.
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    driver.execute_script(PRESS, "+ P1 น้ำไม่พอ", 2)
    waiting.until(lambda d: "pks-late" in d.execute_script(STANDING))
    assert driver.execute_script(BOX) == "8" and votes(file) == 6
    other.execute("ROLLBACK")
    other.close()
    waiting.until(lambda d: "pks-saved" in d.execute_script(STANDING))
    assert votes(file) == 8

    failed = [e for e in driver.get_log("browser") if "Uncaught" in e["message"]]
    assert failed == []
