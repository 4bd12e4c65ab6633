"""Faults while people type, at the real thing: a hall, its kernels, its store and a browser.

What was shown as kept or saved is in the store afterwards, and what was typed comes back.
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
import psutil
import pytest
from nbformat.v4 import new_code_cell, new_notebook

from planning_kit.records import Household, Source, Village
from planning_kit.report.pdf import find_browser
from planning_kit.store import Store, drafts_of
from planning_kit.workbook import create, open_workbook, whole_tambon

pytestmark = [pytest.mark.browser, pytest.mark.slow]

ROOT = Path(__file__).resolve().parents[2]
SERVE = """
import sys
from pathlib import Path
from planning_kit.hall import serve
from planning_kit.hall.choices import HallChoices
store, keys, notebooks, port = sys.argv[1:]
serve(HallChoices(store, Path(keys), practice=True, port=int(port), open_browser=False,
      notebooks=Path(notebooks)), lambda address: print(address, flush=True))
"""
OPENING = ["import planning_kit as kit", "workbook = kit.open_workbook(area, plan_start)"]
STANDING = "return [...document.querySelectorAll('.pk-kept,.pk-late,.pk-saved,.pk-keeping')].map(e => e.textContent).join()"
DAY = "return document.querySelector('.pk-q-consent_date input')?.value"
PRESSED = "return document.querySelector('.pk-q-consent_given .mod-active')?.textContent"
CELL = """return document.querySelector(".pkt-body [aria-rowindex='2'] [aria-colindex='4']")?.textContent"""
READY = """return !!document.querySelector('.pk-q-consent_date input')?.offsetHeight
  && !!document.querySelector(".pkt-body [aria-rowindex='2']") && !!document.querySelector('.pk-main')"""
GONE = (
    "return !document.getElementById('gone').hidden && document.getElementById('gone').textContent"
)
INTO_DAY = "document.querySelector('.pk-q-consent_date input').focus()"
INTO_TABLE = "document.querySelector('[role=grid]').focus()"
QUESTIONS = (
    "return [[...document.querySelectorAll('.pk-field')].filter(e => e.offsetHeight).length]"
)
UNSAVED = "ยังไม่ได้บันทึก 1 แถว"
TABLE = "return document.querySelector('.pkt-standing').textContent"


@dataclass
class Hall:
    """A hall on its store, which can be killed with everything it started and opened again."""

    folder: Path
    port: int
    process: subprocess.Popen[str] | None = None

    @property
    def store(self) -> str:
        """The address of its store."""
        return f"sqlite:///{(self.folder / 'practice.db').as_posix()}"

    def open(self) -> None:
        """Serve, and wait until pages can be asked for."""
        asked = [self.store, self.folder / "keys.json", self.folder, self.port]
        self.process = subprocess.Popen(
            [sys.executable, "-c", SERVE, *map(str, asked)],
            env={**os.environ, "PYTHONPATH": str(ROOT), "PLANNING_KIT_START": "spawn"},
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self.process.stdout is not None and "http" in self.process.stdout.readline()

    def kernels(self) -> list[psutil.Process]:
        """Return the processes of its kernels."""
        assert self.process is not None
        below = psutil.Process(self.process.pid).children(recursive=True)
        return [one for one in below if any("ipykernel" in part for part in one.cmdline())]

    def kill(self) -> None:
        """End server and kernels at once, as a power cut does."""
        if self.process is None or self.process.poll() is not None:
            return
        for one in [*psutil.Process(self.process.pid).children(recursive=True)]:
            one.send_signal(signal.SIGKILL)
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(timeout=20)

    def drafts(self, face: str = "form") -> list[dict[str, Any]]:
        """Return the answers of the drafts that stand in its store."""
        with Store.open(self.store) as store:
            return [one.answers for one in drafts_of(store, "990101", "household", face)]

    def males(self) -> dict[str, Any]:
        """Return what the store says of the men in each household."""
        with open_workbook("990101", store=self.store) as workbook:
            return {one.household_id: one.males for one in workbook.records(Household)}


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    """Serve a workbook of two households."""
    if find_browser() is None:
        pytest.skip("no Chromium on this machine")
    folder = tmp_path_factory.mktemp("faults")
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        served = Hall(folder, found.getsockname()[1])
    with Store.open(served.store) as store:
        made = create(whole_tambon("990101"), store=store, who="a")
        about = {"title": "ส", "publisher": "ก", "method": "random", "date_to": "30 ก.ย. 2569"}
        made.save(Source(source_code="S1", **about), who="a", why="b")
        made.save(Village(village_code="99010101", name="บ้านหนึ่ง"), who="a", why="b")
        for number in ("01", "02"):
            home = Household(household_id=number, village_code="99010101", source_code="S1")
            made.save(home, who="a", why="b")
    cells = [
        new_code_cell('area = "990101"\nplan_start = 2571\nfiscal_year = 2570\nlanguage = "th"'),
        new_code_cell("\n".join([*OPENING, 'kit.form(workbook, "household")'])),
        new_code_cell('kit.table(workbook, "household", ["males"])'),
    ]
    cells[0].metadata["tags"] = ["parameters"]
    kernel = {"name": "python3", "language": "python", "display_name": "Python 3"}
    nbformat.write(
        new_notebook(cells=cells, metadata={"kernelspec": kernel}), folder / "00_start.ipynb"
    )
    served.open()
    yield served
    served.kill()


@pytest.fixture
def page(hall, browser_on_loopback):
    """Open the app in a browser at the width of a laptop; give driver and a way to wait."""
    driver = browser_on_loopback
    widen(driver, 1280)
    driver.get(f"http://127.0.0.1:{hall.port}/tools/00_start?area=990101&plan_start=2571")
    until(driver, READY)
    driver.execute_script("document.documentElement.style.scrollBehavior = 'auto'")
    return driver


def until(driver: Any, script: str, wanted: str = "") -> None:
    """Wait until a piece of JavaScript answers something, with the wanted words in it."""
    from selenium.common.exceptions import WebDriverException
    from selenium.webdriver.support.ui import WebDriverWait

    def is_there(_driver: Any) -> bool:
        said = driver.execute_script(script)
        return bool(said) and wanted in str(said)

    waiting = WebDriverWait(driver, 90, 0.1, ignored_exceptions=[WebDriverException])
    waiting.until(is_there, f"{script}: {wanted}")


def widen(driver: Any, width: int) -> None:
    """Make the window that wide."""
    size = {"width": width, "height": 1000, "deviceScaleFactor": 1, "mobile": width < 600}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)


def type_into(driver: Any, focus: str, *pressed: str) -> None:
    """Go into a box or the table, and press keys."""
    from selenium.webdriver.common.action_chains import ActionChains

    driver.execute_script(focus)
    ActionChains(driver).send_keys(*pressed).perform()


def press_yes(driver: Any) -> None:
    """Press the button that gives consent, as a hand does."""
    from selenium.webdriver.common.action_chains import ActionChains

    yes = driver.find_element("css selector", ".pk-q-consent_given button")
    ActionChains(driver).move_to_element(yes).click().perform()


def offline(driver: Any, is_offline: bool) -> None:
    """Take the network from the page, or give it back."""
    driver.execute_cdp_cmd("Network.enable", {})
    wire = {"latency": 0, "downloadThroughput": -1, "uploadThroughput": -1}
    driver.execute_cdp_cmd("Network.emulateNetworkConditions", {"offline": is_offline, **wire})


def test_a_kernel_killed_while_typing_brings_the_page_back_with_what_was_typed(hall, page):
    from selenium.webdriver.common.keys import Keys

    press_yes(page)
    until(page, STANDING, "บันทึกร่างแล้ว")
    assert hall.drafts() == [{"consent_given": [True]}]
    for kernel in hall.kernels():
        kernel.send_signal(signal.SIGKILL)
    # Nobody answers now: what is typed is on the page alone, and the page says so.
    type_into(page, INTO_DAY, "12")
    type_into(page, INTO_TABLE, Keys.ARROW_RIGHT, Keys.ARROW_RIGHT, "7", Keys.ENTER)
    assert "บันทึกแล้ว" not in page.execute_script(TABLE)
    until(page, GONE, "")
    page.execute_script("window.before = true")
    until(page, "return !window.before")
    until(page, READY)
    until(page, DAY, "12")
    until(page, PRESSED, "ใช่")
    until(page, STANDING, "บันทึกร่างแล้ว")
    assert hall.drafts() == [{"consent_given": [True], "consent_date": ["12", 0, ""]}]
    until(page, TABLE, "บันทึกแล้ว")
    assert page.execute_script(CELL) == "7" and hall.males() == {"01": 7, "02": None}


def test_offline_and_a_power_cut_lose_nothing_that_was_shown_as_kept(hall, page):
    from selenium.webdriver.common.keys import Keys

    # The width decides by itself: one question on a phone, a section at the projector.
    widen(page, 360)
    until(page, QUESTIONS, "[1]")
    widen(page, 1280)
    until(page, QUESTIONS, "[2]")
    offline(page, True)
    type_into(page, INTO_DAY, "25", Keys.TAB)
    until(page, STANDING, "ยังไม่ได้บันทึก กำลังลองใหม่")
    assert ["25", 0, ""] not in [one.get("consent_date") for one in hall.drafts()]
    offline(page, False)
    until(page, STANDING, "บันทึกร่างแล้ว")
    assert ["25", 0, ""] in [one.get("consent_date") for one in hall.drafts()]

    type_into(
        page, INTO_TABLE, Keys.ARROW_RIGHT, Keys.ARROW_RIGHT, "9", Keys.ENTER, "สอง", Keys.ENTER
    )
    until(page, TABLE, UNSAVED)
    hall.kill()
    assert 9 in hall.males().values()
    assert hall.drafts("table") == [{"males": "สอง"}]
    assert ["25", 0, ""] in [one.get("consent_date") for one in hall.drafts()]
    page.execute_script("window.before = true")
    until(page, GONE, "")
    hall.open()
    until(page, "return !window.before")
    until(page, READY)
    until(page, DAY, "25")
    # What is saved last stands last: the wrong cell is in the first row now.
    shown = page.find_element("css selector", ".pkt-body").text.split()
    assert "9" in shown and "สอง" in shown
