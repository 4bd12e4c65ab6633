"""A headless Chromium that may fetch nothing, and records what a page asks for."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook

from planning_kit.report.pdf import find_browser

_FLAGS = (
    "--headless=new",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-extensions",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--host-resolver-rules=MAP * ~NOTFOUND",
)


@dataclass
class Browser:
    """A browser window with the questions tests ask of a page."""

    driver: Any

    def open(self, page: Path, *, width: int, height: int) -> None:
        """Show ``page`` in a window of that size; under 600 px it behaves like a phone."""
        self.driver.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {
                "width": width,
                "height": height,
                "deviceScaleFactor": 1,
                "mobile": width < 600,
            },
        )
        self.driver.get_log("performance")
        self.driver.get(page.as_uri())
        self.ask("return document.fonts.ready.then(() => true)")

    def ask(self, script: str) -> Any:
        """Return what a piece of JavaScript answers."""
        return self.driver.execute_script(script)

    def asked_for(self) -> list[str]:
        """Return the addresses asked for since the page was opened, inline data aside."""
        events = [
            json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance")
        ]
        sent = [
            e["params"]["request"]["url"]
            for e in events
            if e["method"] == "Network.requestWillBeSent"
        ]
        return [address for address in sent if not address.startswith("data:")]

    def complaints(self) -> list[str]:
        """Return what the page wrote to the console as errors or warnings."""
        return [entry["message"] for entry in self.driver.get_log("browser")]


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """Return a browser, or skip with the reason where there is none to drive."""
    webdriver = pytest.importorskip("selenium.webdriver")
    found, driven = find_browser(), shutil.which("chromedriver")
    if found is None or driven is None:
        pytest.skip("no Chromium with chromedriver on this machine")
    options = webdriver.ChromeOptions()
    options.binary_location = str(found)
    root = ("--no-sandbox",) if hasattr(os, "geteuid") and os.geteuid() == 0 else ()
    profile = tmp_path_factory.mktemp("profile")
    for flag in (*_FLAGS, *root, f"--user-data-dir={profile}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(driven))
    try:
        yield Browser(driver)
    finally:
        driver.quit()


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Callable[[str], str]]:
    """Serve a notebook of one cell by Voila, on loopback only; give its address."""
    if importlib.util.find_spec("voila") is None or find_browser() is None:
        pytest.skip("no Voila or no Chromium on this machine")
    servers = []

    def serve(cell: str) -> str:
        kernel = {"name": "python3", "language": "python", "display_name": "Python 3"}
        page = new_notebook(cells=[new_code_cell(cell)], metadata={"kernelspec": kernel})
        nbformat.write(page, tmp_path / "page.ipynb")
        with socket.socket() as found:
            found.bind(("127.0.0.1", 0))
            port = found.getsockname()[1]
        root = str(Path(__file__).resolve().parents[2])
        path = os.pathsep.join([root, *filter(None, [os.environ.get("PYTHONPATH")])])
        command = [sys.executable, "-m", "voila", str(tmp_path / "page.ipynb"), "--no-browser"]
        server = subprocess.Popen(
            [*command, f"--port={port}", "--Voila.ip=127.0.0.1"],
            env={**os.environ, "PYTHONPATH": path},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        servers.append(server)
        return f"http://127.0.0.1:{port}/"

    yield serve
    for server in servers:
        server.terminate()
        server.wait(timeout=20)


@pytest.fixture
def browser_on_loopback(tmp_path: Path) -> Iterator[Any]:
    """Drive a Chromium that may speak with this machine alone."""
    webdriver = pytest.importorskip("selenium.webdriver")
    found, driven = find_browser(), shutil.which("chromedriver")
    if found is None or driven is None:
        pytest.skip("no Chromium with chromedriver on this machine")
    options = webdriver.ChromeOptions()
    options.binary_location = str(found)
    root = ("--no-sandbox",) if hasattr(os, "geteuid") and os.geteuid() == 0 else ()
    alone = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
    quiet = (
        "--headless=new",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-sync",
    )
    profile = f"--user-data-dir={tmp_path / 'profile'}"
    for flag in (*quiet, *root, alone, profile, "--disable-background-networking"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(driven))
    try:
        yield driver
    finally:
        driver.quit()


SECONDS = 60
# What stands in a button, whatever marks that it is chosen.
PRESS = """
const wanted = arguments[1];
const button = [...arguments[0].querySelectorAll('button')].find((one) => one.offsetHeight
  && (one.getAttribute('aria-label') || one.textContent).replace(/^✓ /, '').trim().startsWith(wanted));
if (!button || button.disabled) return false;
button.scrollIntoView({block: 'center'});
button.click();
return true;
"""
WRITE = """
const [box, text] = arguments;
box.focus();
Object.getOwnPropertyDescriptor(box.constructor.prototype, 'value').set.call(box, text);
box.dispatchEvent(new Event('input', {bubbles: true}));
box.dispatchEvent(new Event('change', {bubbles: true}));
box.blur();
"""
SAID = """
const typed = [...arguments[0].querySelectorAll('input, textarea')].map((one) => one.value);
return [arguments[0].textContent, ...typed].join(' ');
"""
CHOOSE = """
const [list, text] = arguments;
const at = [...list.options].findIndex((one) => one.text.includes(text));
if (at < 0) return false;
list.selectedIndex = at;
list.dispatchEvent(new Event('change', {bubbles: true}));
return true;
"""


@dataclass
class Hand:
    """Somebody's hand on the page; each deed waits until it can be done and was heard of."""

    driver: Any
    tool: str = "body"

    def wait(self, deed: Any) -> Any:
        from selenium.common.exceptions import WebDriverException
        from selenium.webdriver.support.ui import WebDriverWait

        waiting = WebDriverWait(self.driver, SECONDS, 0.1, ignored_exceptions=[WebDriverException])
        return waiting.until(lambda _driver: deed())

    def one(self, css: str) -> Any:
        wanted = f"{self.tool} {css}".strip()
        return self.wait(lambda: self.driver.find_element("css selector", wanted))

    def all(self, css: str) -> list[Any]:
        return self.driver.find_elements("css selector", f"{self.tool} {css}")

    def press(self, text: str, css: str = "") -> None:
        self.wait(lambda: self.driver.execute_script(PRESS, self.one(css), text))

    def write(self, css: str, text: str) -> None:
        self.wait(lambda: self.driver.execute_script(WRITE, self.one(css), text) or True)

    def choose(self, css: str, text: str) -> None:
        self.wait(lambda: self.driver.execute_script(CHOOSE, self.one(css), text))

    def see(self, text: str, css: str = "") -> None:
        """Wait until a text is there."""
        self.wait(lambda: text in self.driver.execute_script(SAID, self.one(css)))

    def at(self, tool: str) -> Hand:
        """Return a hand on one of the page's tools."""
        found = Hand(self.driver, f"#tool-{tool}")
        self.wait(lambda: self.driver.find_element("css selector", f"{found.tool} h2"))
        return found


@pytest.fixture
def hand(browser_on_loopback: Any) -> Hand:
    """Return a hand on the pages of a browser that may speak with this machine alone."""
    return Hand(browser_on_loopback)
