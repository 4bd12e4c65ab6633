"""A headless Chromium that may fetch nothing, and records what a page asks for."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

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
