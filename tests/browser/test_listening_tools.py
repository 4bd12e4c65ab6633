"""The tools for listening in a browser, on a phone: touched, saved, shown again, nothing cut."""

from __future__ import annotations

import re
import socket
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from planning_kit.records import CalendarEntry, Forum, Village
from planning_kit.store import Store
from planning_kit.workbook import create, open_workbook, whole_tambon

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SECONDS = 60
WRONG = """
const wrong = [];
for (const e of document.querySelectorAll('.pk-tool .widget-label, .pk-tool p, .pk-tool h2, '
     + '.pk-tool h3, .pk-tool button, .pks-label, .pks-row')) {
  const b = e.getBoundingClientRect();
  if (b.width && b.height && (b.right > innerWidth + 1 || e.scrollWidth > e.clientWidth + 1
      || e.scrollHeight > e.clientHeight + 3)) wrong.push(['cut', e.textContent]);
}
for (const e of document.querySelectorAll('.pk-tool button, .pk-tool input, .pk-tool select')) {
  const b = e.getBoundingClientRect(), letters = parseFloat(getComputedStyle(e).fontSize);
  if (b.width && (b.height < 44 || b.width < 44 || letters < 16)) wrong.push(['small', e.outerHTML]);
}
return wrong;
"""
READY = (
    "return document.querySelectorAll('.pks-month').length && document.querySelector('.pks-step')"
)
SAVED = "return [...document.querySelectorAll('.pk-tool')].map(e => !!e.querySelector('.pk-saved'))"


@pytest.fixture
def store(tmp_path: Path) -> str:
    address = f"sqlite:///{(tmp_path / 'kit.db').as_posix()}"
    with Store.open(address) as opened:
        made = create(whole_tambon("990101"), store=opened, who="a")
        village = Village(village_code="99010101", name="บ้านทุ่ง")
        entry = CalendarEntry(kind="water", name="น้ำในคลองไม่พอ", months=(2,))
        meeting = Forum(
            forum_code="F01", kind="village_forum", title="ประชาคม", date="10 ต.ค. 2569"
        )
        for record in (village, entry, meeting):
            made.save(record, who="a", why="b")
    return address


@pytest.fixture
def page(browser_on_loopback, served, store):
    """Open calendar, counters and cards at the width of a phone; wait until they can be used."""
    from selenium.common.exceptions import WebDriverException
    from selenium.webdriver.support.ui import WebDriverWait

    address = served(
        "import ipywidgets, planning_kit as kit\n"
        f"workbook = kit.open_workbook('990101', store={store!r})\n"
        "tools = (kit.season_painter, kit.attendance, kit.problem_cards)\n"
        "ipywidgets.VBox([tool(workbook).widget for tool in tools])"
    )
    driver = browser_on_loopback
    size = {"width": 360, "height": 740, "deviceScaleFactor": 1, "mobile": True}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)

    def is_served(_driver):
        with socket.create_connection(("127.0.0.1", urlsplit(address).port)):
            return True

    waiting = WebDriverWait(driver, SECONDS, ignored_exceptions=[WebDriverException, OSError])
    waiting.until(is_served)
    driver.get(address)
    waiting.until(lambda d: d.execute_script(READY))
    return driver, waiting


def kept(store, kind):
    with open_workbook("990101", store=store) as workbook:
        return workbook.frame(kind).to_dict("records")


def touch(driver, element):
    driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", element)
    element.click()


def test_a_finger_paints_counts_and_writes_and_all_is_saved(page, store):
    driver, waiting = page
    assert driver.execute_script(WRONG) == []
    assert driver.execute_script("return document.documentElement.scrollWidth") <= 360
    shown = "".join(one.text for one in driver.find_elements("css selector", ".pk-tool"))
    assert re.findall(r"[A-Za-z]{4,}", shown) == []

    months = driver.find_elements("css selector", ".pks-month")
    before = driver.execute_script("return document.querySelector('#season-year svg').outerHTML")
    touch(driver, months[1])
    touch(driver, months[2])
    waiting.until(lambda d: d.execute_script(SAVED)[0])
    row = kept(store, "calendar_entry")[0]
    assert (row["months"], row["peak_months"]) == ((2, 3), (2,))
    picture = "const p = document.querySelector('#season-year svg'); return p && p.outerHTML"
    waiting.until(lambda d: d.execute_script(picture) not in (None, before))

    present = "[data-id='forum'][data-name='present'][data-step='1']"
    for _person in range(3):
        touch(driver, driver.find_element("css selector", present))
    waiting.until(lambda d: d.execute_script(SAVED)[1])
    assert kept(store, "forum")[0]["present"] == 3

    cards = driver.find_elements("css selector", ".pk-tool")[2]
    cards.find_element("css selector", "textarea").send_keys("คลองตื้นเขิน")
    themes = cards.find_elements("css selector", ".pk-answers button")
    touch(driver, next(one for one in themes if "น้ำ" in one.text))
    waiting.until(lambda d: d.execute_script(SAVED)[2])
    assert [row["statement"] for row in kept(store, "problem")] == ["คลองตื้นเขิน"]
    waiting.until(lambda d: d.find_elements("css selector", "#problem-p01"))
    assert driver.execute_script(WRONG) == []
