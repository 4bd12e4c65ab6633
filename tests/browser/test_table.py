"""The editable table in a browser, as Voila serves it: typed, pasted, undone, by keyboard and thumb."""

from __future__ import annotations

import json
import socket
from urllib.parse import urlsplit

import pytest

from planning_kit.records import Household, Source, Village
from planning_kit.store import Store
from planning_kit.workbook import create, open_workbook, whole_tambon

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SECONDS = 90
CELL = "return document.querySelector(`.pkt-body [aria-rowindex='${arguments[0] + 2}'] [aria-colindex='${arguments[1] + 2}']`)?.textContent"
ACTIVE = "return document.querySelector('.pkt-active').dataset.at"
SAVED = "return document.querySelector('.pkt-standing').className.includes('pkt-saved')"
SMALL = """
return [...document.querySelectorAll('.pkt button, .pkt input, .pkt select, .pkt-body .pkt-cell')]
  .filter(e => e.getBoundingClientRect().width)
  .map(e => [e.textContent, e.getBoundingClientRect().height, parseFloat(getComputedStyle(e).fontSize)])
  .filter(([what, height, letters]) => height < 44 || letters < 16);
"""
UNNAMED = """
const grid = document.querySelector('[role=grid]');
return [grid.getAttribute('aria-label'), grid.getAttribute('aria-rowcount'),
        grid.querySelectorAll('[role=columnheader]').length,
        [...grid.querySelectorAll('[role=columnheader]')].filter(e => !e.textContent.trim()).length,
        document.getElementById(grid.getAttribute('aria-activedescendant'))?.getAttribute('role')];
"""
PASTE = """
const data = new DataTransfer();
data.setData('text/plain', arguments[0]);
document.querySelector('[role=grid]').dispatchEvent(
  new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true}));
"""


@pytest.fixture
def page(tmp_path, served, browser_on_loopback):
    """Serve a table of three households, and open it; give driver, waiting and the store."""
    store = f"sqlite:///{(tmp_path / 'kit.db').as_posix()}"
    with Store.open(store) as opened:
        made = create(whole_tambon("990101"), store=opened, who="a")
        source = {"title": "ส", "publisher": "ก", "method": "random", "date_to": "30 ก.ย. 2569"}
        made.save(Source(source_code="S1", **source), who="a", why="b")
        made.save(Village(village_code="99010101", name="บ้านหนึ่ง"), who="a", why="b")
        for n in (1, 2, 3):
            home = Household(
                household_id=f"0{n}", village_code="99010101", source_code="S1", males=n
            )
            made.save(home, who="a", why="b")
    cell = (
        "import planning_kit as kit\n"
        f"workbook = kit.open_workbook('990101', store={store!r})\n"
        "kit.table(workbook, 'household', ['males', 'females', 'land_owned', 'head_sex'])"
    )
    return browser_on_loopback, served(cell), store


def opened(driver, address, width, height):
    """Open the page in a window of that size and wait until its rows are there."""
    from selenium.webdriver.support.ui import WebDriverWait

    size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)

    def is_served(_driver):
        with socket.create_connection(("127.0.0.1", urlsplit(address).port)):
            return True

    waiting = WebDriverWait(driver, SECONDS, ignored_exceptions=[OSError])
    waiting.until(is_served)
    driver.get(address)
    waiting.until(lambda d: d.execute_script(CELL, 2, 0))
    return waiting


def keys(driver, *pressed):
    """Press keys one after another, wherever the focus is."""
    from selenium.webdriver.common.action_chains import ActionChains

    ActionChains(driver).send_keys(*pressed).perform()


def together(driver, letter):
    """Press Ctrl with a letter."""
    from selenium.webdriver.common.action_chains import ActionChains
    from selenium.webdriver.common.keys import Keys

    ActionChains(driver).key_down(Keys.CONTROL).send_keys(letter).key_up(Keys.CONTROL).perform()


def keyed(driver, waiting):
    """Move, type and leave cells by the keyboard alone."""
    from selenium.webdriver.common.keys import Keys

    # Keys: to the third column, type over, Enter goes down, Esc leaves as it was.
    keys(driver, Keys.ARROW_RIGHT, Keys.ARROW_RIGHT, "๔", Keys.ENTER)
    assert driver.execute_script(ACTIVE) == "1 2"
    keys(driver, Keys.F2, "9", Keys.ESCAPE)
    waiting.until(lambda d: d.execute_script(SAVED))
    assert [driver.execute_script(CELL, r, 2) for r in range(3)] == ["4", "2", "3"]
    keys(driver, Keys.HOME)
    assert driver.execute_script(ACTIVE) == "1 0"
    keys(driver, Keys.END)
    assert driver.execute_script(ACTIVE) == "1 5"
    keys(driver, Keys.HOME, Keys.TAB, Keys.TAB)
    assert driver.execute_script(ACTIVE) == "1 2"


def stored(store):
    """Return the households as the store has them."""
    with open_workbook("990101", store=store) as workbook:
        return {one.household_id: one for one in workbook.records(Household)}


def test_typed_pasted_undone_and_saved(page):
    driver, address, store = page
    for width, height in ((360, 740), (1280, 800)):
        waiting = opened(driver, address, width, height)
        assert driver.execute_script("return document.documentElement.scrollWidth") <= width
        assert driver.execute_script(SMALL) == []
    assert driver.execute_script(UNNAMED) == ["ครัวเรือน", "5", 7, 0, "gridcell"]
    driver.execute_script("document.querySelector('[role=grid]').focus()")

    keyed(driver, waiting)

    # Two rows by four columns from Excel; a blank is not stated, a wrong cell keeps its text.
    driver.execute_script(PASTE, "\t ๕ \tชาย\t5-2-30\r\n7\tสอง\t\t1-0-0\r\n")
    waiting.until(lambda d: driver.execute_script(CELL, 1, 5) == "5-2-30")
    waiting.until(lambda d: "pkt-wrong" in d.page_source)
    assert driver.execute_script(CELL, 2, 3) == "สอง"
    # The page shows what is typed at once; each row reaches the store by itself.
    waiting.until(lambda d: stored(store)["03"].males == 7)
    kept = stored(store)
    assert (kept["02"].males, kept["02"].females, kept["02"].land_owned) == (None, 5, 2230)
    assert (kept["03"].males, kept["03"].females, kept["03"].land_owned) == (7, None, 400)

    together(driver, "z")
    waiting.until(lambda d: driver.execute_script(CELL, 2, 2) == "3" and d.execute_script(SAVED))
    with open_workbook("990101", store=store) as workbook:
        assert {one.household_id: one.males for one in workbook.records(Household)}["02"] == 2
    together(driver, "y")
    waiting.until(lambda d: driver.execute_script(CELL, 2, 2) == "7")

    # What is saved is there after a reload; what is not stated is not 0.
    opened(driver, address, 1280, 800)
    assert [driver.execute_script(CELL, r, 2) for r in range(3)] == ["4", "", "7"]
    complaints_and_requests(driver, address)


def complaints_and_requests(driver, address):
    """Nothing of ours goes wrong or outside; stock Voila's own template asks for an icon font."""
    host = urlsplit(address).netloc
    events = [json.loads(one["message"])["message"] for one in driver.get_log("performance")]
    asked = [
        event["params"]["request"]["url"]
        for event in events
        if event["method"] == "Network.requestWillBeSent"
    ]
    outside = [
        url for url in asked if url.startswith(("http", "ws")) and urlsplit(url).netloc != host
    ]
    assert [url for url in outside if "fontawesome" not in url] == []
    errors = [one["message"] for one in driver.get_log("browser") if one["level"] == "SEVERE"]
    stock = ("fontawesome", "/voila/api/shutdown/", "favicon")
    assert [one for one in errors if not any(word in one for word in stock)] == []
