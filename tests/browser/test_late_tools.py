"""A tool that the library gave up waiting for: the page brings it when it comes after all."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from planning_kit.workbook import create, whole_tambon

pytestmark = [pytest.mark.browser, pytest.mark.slow]

ROOT = Path(__file__).resolve().parents[2]
COMMAND = "import sys; from planning_kit.cli import main; sys.exit(main())"
SECONDS = 60
READY = "return !!document.querySelector('.widget-place .pk-tool, .widget-place .pks')"
BACK = """
return !!document.querySelector('.widget-place').querySelector('.pk-tool, .pks');
"""
# What the library leaves on the page when a tool's parts come a moment after two seconds.
GIVE_UP = """
const place = document.querySelector('.widget-place'), said = document.createElement('div');
said.className = 'lm-Widget lm-Panel jupyter-widgets jp-OutputArea-output';
said.textContent = 'Error displaying widget: model not found';
place.replaceChildren(said);
return getComputedStyle(said).fontSize + getComputedStyle(place, '::before').content;
"""
# The parts of a tool are asked for half a second before they come.
ASK_EARLY = """
const [done] = arguments, manager = window.jupyterapp.widgetManager;
const [id, parts] = Object.entries(manager._models)[0];
delete manager._models[id];
manager.get_model(id).then(() => done('came'), () => done('gave up'));
setTimeout(() => { manager._models[id] = parts; }, 500);
"""


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[str]:
    """Serve the workbook of one tambon to whoever sits at this computer; give its address."""
    store = f"sqlite:///{(tmp_path / 'kit.db').as_posix()}"
    create(whole_tambon("990101"), store=store, who="a").close()
    path = os.pathsep.join([str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])])
    chosen = ["--practice", "--no-browser", "--store", store, "--port", "0"]
    process = subprocess.Popen(
        [sys.executable, "-c", COMMAND, "serve", *chosen],
        # A server for one page is not worth warming up.
        env={**os.environ, "PYTHONPATH": path, "PLANNING_KIT_START": "spawn"},
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    try:
        assert process.stdout is not None
        yield next(
            one[0] for line in process.stdout if (one := re.search(r"http://[\d.]+:\d+", line))
        )
    finally:
        process.terminate()
        process.wait(timeout=60)


def test_a_tool_that_came_too_late_is_shown_after_all(hall: str, browser_on_loopback: Any) -> None:
    from selenium.webdriver.support.ui import WebDriverWait

    driver = browser_on_loopback
    waiting = WebDriverWait(driver, SECONDS)
    driver.get(f"{hall}/tools/00_start?area=990101&plan_start=2571&language=th")
    waiting.until(lambda d: d.execute_script(READY))
    assert driver.execute_async_script(ASK_EARLY) == "came"
    said = driver.execute_script(GIVE_UP)
    assert said == '0px"กำลังเปิดเครื่องมือ…"'
    waiting.until(lambda d: d.execute_script(BACK))
    assert "Error" not in driver.execute_script("return document.body.innerText")
