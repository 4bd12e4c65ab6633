"""The hall in a browser: every app in both languages, on a phone and at the projector.

The browser may speak with this machine alone, and every request it makes is recorded.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from planning_kit.report.pdf import find_browser
from planning_kit.runs.app_face import tools_in
from planning_kit.runs.shelf import BOOK, notebook_names, notebook_path, read_notebook

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SECONDS = 120
SIZES = [(360, 740), (1280, 800)]
ROOT = Path(__file__).resolve().parents[2]
WHERE = "area=990101&plan_start=2571"
# Names that stand in Latin letters on a Thai page too: laws of statistics, software, titles.
ALLOWED = re.compile(
    r"English|Statistical Disclosure Control|Farm Management Research for Small Farmer Development"
    r"|Sampling Techniques|Measuring Inequality|Economic Analysis of Agricultural Projects|CC BY"
)
COMMAND = "import sys; from planning_kit.cli import main; sys.exit(main())"


@dataclass
class Served:
    """A running hall."""

    process: subprocess.Popen[str]
    address: str


def start(store: Path, port: str = "0", **environment: str) -> Served:
    """Start the practice hall and wait until it says where it is."""
    path = os.pathsep.join([str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])])
    url = f"sqlite:///{store.as_posix()}"
    command = ["serve", "--practice", "--no-browser", "--store", url, "--port", port]
    process = subprocess.Popen(
        [sys.executable, "-c", COMMAND, *command],
        env={**os.environ, "PYTHONPATH": path, **environment},
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    assert process.stdout is not None
    for line in process.stdout:
        if found := re.search(r"http://127\.0\.0\.1:\d+", line):
            return Served(process, found[0])
    raise AssertionError(f"the hall did not open: exit code {process.wait()}")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return where the practice tambon's database will lie."""
    return tmp_path_factory.mktemp("hall") / "practice.db"


@pytest.fixture(scope="module")
def hall(store: Path) -> Iterator[Served]:
    """Serve the practice tambon."""
    if find_browser() is None:
        pytest.skip("no Chromium on this machine")
    served = start(store)
    try:
        yield served
    finally:
        served.process.terminate()
        served.process.wait(timeout=60)


@pytest.fixture(scope="module")
def driver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """Drive a Chromium that may speak with this machine alone."""
    webdriver = pytest.importorskip("selenium.webdriver")
    found, driven = find_browser(), shutil.which("chromedriver")
    if found is None or driven is None:
        pytest.skip("no Chromium with chromedriver on this machine")
    options = webdriver.ChromeOptions()
    options.binary_location = str(found)
    root = ("--no-sandbox",) if hasattr(os, "geteuid") and os.geteuid() == 0 else ()
    alone = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
    quiet = ("--headless=new", "--disable-gpu", "--no-first-run", "--disable-sync")
    profile = f"--user-data-dir={tmp_path_factory.mktemp('profile')}"
    for flag in (*quiet, *root, alone, profile, "--disable-background-networking"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
    started = webdriver.Chrome(options=options, service=webdriver.ChromeService(driven))
    try:
        yield started
    finally:
        started.quit()


def resize(driver: Any, width: int, height: int) -> None:
    """Make the window that large; under 600 px it behaves like a phone."""
    size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)


def wait(driver: Any, script: str) -> None:
    """Wait until a piece of JavaScript answers yes."""
    from selenium.webdriver.support.ui import WebDriverWait

    WebDriverWait(driver, SECONDS, 0.1).until(lambda d: d.execute_script(script))


def open_page(driver: Any, address: str) -> None:
    """Open a page and wait until it is whole, widgets included."""
    driver.get_log("performance")
    driver.get_log("browser")
    driver.get(address)
    wait(
        driver,
        "return !document.getElementById('waiting') && (!document.querySelector('.widget-place')"
        " || [...document.querySelectorAll('.widget-place')].every(e => e.querySelector('h2')))",
    )


def outside(driver: Any, address: str) -> list[str]:
    """Return what was asked of any other place since the page was opened."""
    events = [json.loads(entry["message"])["message"] for entry in driver.get_log("performance")]
    asked = [
        event["params"]["request"]["url"]
        for event in events
        if event["method"] == "Network.requestWillBeSent"
    ]
    assert asked
    return [url for url in asked if not url.startswith((address, "data:", "blob:"))]


def errors(driver: Any) -> list[str]:
    """Return the errors on the console; Voila's bundle warns of its own versions, always."""
    return [entry["message"] for entry in driver.get_log("browser") if entry["level"] == "SEVERE"]


def shown(driver: Any) -> str:
    """Return the words on the page, code aside."""
    return driver.execute_script(
        "document.querySelectorAll('code,[lang=en] .bar-contents').forEach(e => e.remove());"
        "return document.body.innerText"
    )


def has_tools(name: str) -> bool:
    cells = read_notebook(notebook_path(name)).cells
    return any(tools_in(cell.source) for cell in cells if cell.cell_type == "code")


# The report's own tests read the whole book in English; here it would take longest of all.
EVERY_APP = [
    ("tools" if has_tools(name) else "app", name, language)
    for name in notebook_names()
    for language in ("th", "en")
    if (name, language) != (BOOK, "en")
]
EVERY_APP += [("app", "02_problems", "th"), ("app", "03_priorities", "en")]


@pytest.mark.parametrize(("way", "name", "language"), EVERY_APP)
def test_every_app_fits_and_asks_nobody(hall, driver, way, name, language):
    resize(driver, *SIZES[0])
    open_page(driver, f"{hall.address}/{way}/{name}?{WHERE}&language={language}")
    assert outside(driver, hall.address) == []
    assert errors(driver) == []
    assert driver.execute_script("return document.documentElement.lang") == language
    assert driver.execute_script("return document.fonts.check('17px Sarabun', 'ก')")
    assert driver.execute_script("return document.querySelectorAll('.trouble').length") == 0
    for width, height in SIZES:
        resize(driver, width, height)
        assert driver.execute_script("return document.documentElement.scrollWidth") <= width
    said = shown(driver)
    assert ("สมมติ" if language == "th" else "invented") in said
    if language == "th":
        assert re.findall(r"\b[A-Za-z]{2,} [A-Za-z]{2,}\b", ALLOWED.sub("", said)) == []


def received(driver: Any, address: str) -> int:
    """Open a page and return how many bytes came over the wire for it."""
    open_page(driver, address)
    events = [json.loads(entry["message"])["message"] for entry in driver.get_log("performance")]
    ends = [one for one in events if one["method"] == "Network.loadingFinished"]
    return sum(one["params"]["encodedDataLength"] for one in ends)


def test_an_app_is_light_the_first_time_and_kept_after(hall, driver):
    driver.execute_cdp_cmd("Network.clearBrowserCache", {})
    asked = f"03_priorities?{WHERE}&language=th"
    assert received(driver, f"{hall.address}/app/{asked}") < 200_000
    assert received(driver, f"{hall.address}/tools/{asked}") < 1_400_000
    assert received(driver, f"{hall.address}/tools/{asked}") < 100_000


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_the_first_page_shows_progress_and_leads_on(hall, driver, width, height, language):
    resize(driver, width, height)
    open_page(driver, f"{hall.address}/?language={language}")
    assert outside(driver, hall.address) == [] and errors(driver) == []
    assert driver.execute_script("return document.documentElement.scrollWidth") <= width
    assert driver.execute_script("return document.querySelectorAll('.steps .done').length") == 6
    links = driver.execute_script(
        "return [...document.querySelectorAll('.doors a')].map(a => a.getAttribute('href'))"
    )
    assert len([link for link in links if link.startswith("/app/")]) == len(notebook_names())
    small = driver.execute_script(
        "return [...document.querySelectorAll('main a, main button, main input:not([type=hidden])')]"
        ".filter(e => e.getBoundingClientRect().height < 44).map(e => e.outerHTML)"
    )
    assert small == []
    if language == "th":
        assert re.findall(r"[A-Za-z]{2,}", ALLOWED.sub("", shown(driver))) == []


def test_a_page_that_lost_its_server_says_so_and_comes_back(store, driver, hall):
    resize(driver, *SIZES[0])
    # Plain kernels: a server for one page each time is not worth warming up.
    second = start(store, PLANNING_KIT_START="spawn")
    port = second.address.rsplit(":", 1)[1]
    # An app whose server is gone is tested among the faults.
    open_page(driver, f"{second.address}/?{WHERE}&language=th")
    os.kill(second.process.pid, signal.SIGKILL)
    second.process.wait()
    wait(driver, "return !document.getElementById('gone').hidden")
    banner = driver.find_element("id", "gone").text
    assert "ไม่หาย" in banner and not re.search("[A-Za-z]", banner)
    third = start(store, port, PLANNING_KIT_START="spawn")
    try:
        wait(driver, "return document.getElementById('gone').hidden")
        driver.execute_script("document.querySelector('.doors a').click()")
        wait(driver, "return location.pathname.startsWith('/app/')")
    finally:
        third.process.terminate()
        third.process.wait(timeout=60)
