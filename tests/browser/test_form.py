"""The form in a browser, as Voila serves it: nothing cut on a phone, targets for a thumb."""

from __future__ import annotations

import re
import socket
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from planning_kit.collect import read_question_file
from planning_kit.records.local_question_file import read_questions
from planning_kit.shipped import shipped
from planning_kit.store import Store
from planning_kit.workbook import create, whole_tambon
from planning_kit.workbook.local_questions import add_questions

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SECONDS = 60
CUT = """
const wrong = [];
for (const e of document.querySelectorAll('.pk-form .widget-label, .pk-form .pk-label, '
     + '.pk-form p, .pk-form h2, .pk-form h3, .pk-form button')) {
  const b = e.getBoundingClientRect();
  if (!b.width || !b.height) continue;
  if (b.right > innerWidth + 1 || e.scrollWidth > e.clientWidth + 1
      || e.scrollHeight > e.clientHeight + 2) wrong.push(e.textContent);
}
return wrong;
"""
SMALL = """
return [...document.querySelectorAll('.pk-form button, .pk-form input, .pk-form select, '
     + '.pk-form textarea')]
  .filter(e => e.getBoundingClientRect().width)
  .map(e => [e.tagName + ' ' + e.textContent.slice(0, 20), e.getBoundingClientRect().height,
             parseFloat(getComputedStyle(e).fontSize)])
  .filter(([what, height, letters]) => height < 44 || letters < 16);
"""
UNNAMED = """
return [...document.querySelectorAll('.pk-form input, .pk-form select, .pk-form textarea')]
  .filter(e => e.getBoundingClientRect().width)
  .filter(e => !(e.labels && e.labels.length && e.labels[0].textContent.trim())).length;
"""


@pytest.fixture
def address(tmp_path: Path, served):
    """Serve a notebook with one form from a folder of its own; loopback only."""
    store = f"sqlite:///{(tmp_path / 'kit.db').as_posix()}"
    with Store.open(store) as opened:
        create(whole_tambon("990101"), store=opened, who="a")
        declared = read_question_file(shipped("data", "local_questions", "example.toml"))
        add_questions(opened, read_questions(declared, "990101"), who="a", why="b")
    cell = (
        "import planning_kit as kit\n"
        f"workbook = kit.open_workbook('990101', store={store!r})\n"
        "kit.form(workbook, 'household', layout='section')"
    )
    return served(cell)


@pytest.fixture
def page(browser_on_loopback, address):
    """Open the form at the width of a phone and wait until it can be used."""
    from selenium.common.exceptions import WebDriverException
    from selenium.webdriver.support.ui import WebDriverWait

    driver = browser_on_loopback
    size = {"width": 360, "height": 740, "deviceScaleFactor": 1, "mobile": True}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)

    def is_ready(_driver):
        asked = "return [...document.querySelectorAll('.pk-main')].some(b => b.offsetHeight > 40)"
        return driver.execute_script(asked)

    def is_served(_driver):
        with socket.create_connection(("127.0.0.1", urlsplit(address).port)):
            return True

    waiting = WebDriverWait(driver, SECONDS, ignored_exceptions=[WebDriverException, OSError])
    waiting.until(is_served)
    driver.get(address)
    waiting.until(is_ready)
    return driver, waiting


def press(driver, wording):
    """Press the button on the screen that says this."""
    script = (
        "const b = [...document.querySelectorAll('.pk-form button')].find("
        "e => e.offsetHeight && e.textContent.includes(arguments[0])); if (b) b.click(); return !!b"
    )
    return driver.execute_script(script, wording)


def title(driver):
    """Return the heading of the section on the screen."""
    return driver.execute_script("return document.querySelector('.pk-form h3').textContent")


def test_every_section_fits_a_phone_and_a_thumb(page):
    driver, waiting = page
    seen = []
    while True:
        seen.append(title(driver))
        if seen[-1] == "คำถามของพื้นที่":
            # A question that hangs on another appears once it is asked.
            assert press(driver, "ใช่")
            waiting.until(lambda d: "จำนวนแพะ" in d.find_element("css selector", ".pk-form").text)
        assert driver.execute_script(CUT) == []
        assert driver.execute_script(SMALL) == []
        assert driver.execute_script(UNNAMED) == 0
        assert driver.execute_script("return document.documentElement.scrollWidth") <= 360
        shown = driver.find_element("css selector", ".pk-form").text
        assert re.findall(r"[A-Za-z]{2,}", shown) == []
        last = driver.execute_script(
            "return [...document.querySelectorAll('.pk-form button')]"
            ".find(b => b.textContent.includes('ถัดไป')).disabled"
        )
        if last:
            break
        assert press(driver, "ถัดไป")
        waiting.until(lambda d: title(d) != seen[-1])
    assert len(seen) == 8 and "คำถามของพื้นที่" in seen
