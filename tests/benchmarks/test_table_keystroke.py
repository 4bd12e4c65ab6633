"""From a key to the picture in the editable table: 1,000 households on a slowed processor.

The page is the table's own script with the messages of 1,000 rows; keys come as a keyboard's do,
and the browser itself says how long each took until it was painted (Event Timing).
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import planning_kit as kit
from planning_kit.report.pdf import find_browser
from planning_kit.store import Store
from planning_kit.workbook import create, whole_tambon

ROWS, SLOWER, LONGEST_MS = 1000, 4, 100
PAGE = """<!doctype html><meta charset="utf-8"><style>{style}</style><div id="here"></div>
<script type="module">
{script}
const listeners = [], columns = {columns}, rows = {rows};
const totals = Object.fromEntries(columns.filter((one) => one.counts)
  .map((one) => [one.name, {{n: 1000, of: 1000, sum: '1', said: ''}}]));
const model = {{
  get: (name) => ({{columns, words: {words}}})[name], on: (_name, hear) => listeners.push(hear), off() {{}},
  send(message) {{
    const tell = message.ask === 'rows'
      ? {{tell: 'rows', rows, from: 0, of: rows.length, totals, said: ''}}
      : {{tell: 'done', n: message.n, gone: [], merged: [], totals, standing: {{css: 'saved', said: ''}},
          rows: Object.keys(message.rows).map((id) => window.page.rows.byId.get(id))}};
    setTimeout(() => listeners.forEach((hear) => hear(structuredClone(tell))), 5);
  }},
}};
window.took = [];
new PerformanceObserver((list) => {{
  for (const one of list.getEntries()) if (one.name === 'keydown') window.took.push(one.duration);
}}).observe({{type: 'event', durationThreshold: 16, buffered: true}});
window.page = new Page(model, document.getElementById('here'));
</script>"""


@pytest.fixture
def driver(tmp_path: Path) -> Iterator[Any]:
    """Drive a Chromium that reaches nothing."""
    webdriver = pytest.importorskip("selenium.webdriver")
    found, driven = find_browser(), shutil.which("chromedriver")
    if found is None or driven is None:
        pytest.skip("no Chromium with chromedriver on this machine")
    options = webdriver.ChromeOptions()
    options.binary_location = str(found)
    root = ("--no-sandbox",) if hasattr(os, "geteuid") and os.geteuid() == 0 else ()
    for flag in ("--headless=new", "--disable-gpu", "--host-resolver-rules=MAP * ~NOTFOUND", *root):
        options.add_argument(flag)
    options.add_argument(f"--user-data-dir={tmp_path / 'profile'}")
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(driven))
    try:
        yield driver
    finally:
        driver.quit()


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """Write the table of 1,000 households as a page of its own."""
    with Store.open(f"sqlite:///{(tmp_path / 'kit.db').as_posix()}") as opened:
        workbook = create(whole_tambon("990101"), store=opened, who="a")
        widget = kit.table(workbook, "household").page
    rows = [
        {
            "id": f"r{n}", "saved": True, "state": "saved", "whole": [], "said": {},
            "cells": [f"{n}"] + [column["options"][0] if column["options"] else "5-2-30"
                                 for column in widget.columns[1:]],
        }
        for n in range(ROWS)
    ]  # fmt: skip
    script = widget._esm.replace("export default", "window.table =")
    path = tmp_path / "page.html"
    told = {"columns": widget.columns, "words": widget.words, "rows": rows}
    parts = {name: json.dumps(one, ensure_ascii=False) for name, one in told.items()}
    path.write_text(PAGE.format(script=script, style=widget._css, **parts), encoding="utf-8")
    return path


def test_a_keystroke_is_painted_in_under_100_ms_on_a_slowed_processor(driver, page):
    from selenium.webdriver.common.action_chains import ActionChains
    from selenium.webdriver.common.keys import Keys
    from selenium.webdriver.support.ui import WebDriverWait

    driver.set_window_size(1280, 800)
    driver.get(page.as_uri())
    WebDriverWait(driver, 60).until(
        lambda d: d.execute_script("return window.page && window.page.rows.list.length") == ROWS
    )
    driver.execute_script("document.querySelector('[role=grid]').focus()")
    driver.execute_cdp_cmd("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    typed = [
        *"12", Keys.ENTER, *"345", Keys.TAB, Keys.F2, "6", Keys.ESCAPE,
        *[Keys.ARROW_DOWN] * 12, *[Keys.ARROW_RIGHT] * 8, Keys.PAGE_DOWN, Keys.END, Keys.HOME,
        Keys.DELETE, *"78", Keys.ENTER,
    ]  # fmt: skip
    driver.execute_script("window.took.length = 0")
    for _round in range(3):
        # Six keys a second, a quick hand: each waits for no other to be painted.
        for key in (Keys.ARROW_RIGHT, *typed):
            ActionChains(driver, duration=0).send_keys(key).pause(0.15).perform()
    driver.execute_script("return new Promise((go) => setTimeout(go, 500))")
    took = sorted(driver.execute_script("return window.took"))
    pressed = 3 * (len(typed) + 1)
    # What was painted within one picture (16 ms) is not listed.
    all_of_them = [16.0] * (pressed - len(took)) + took
    median, p95 = all_of_them[pressed // 2], all_of_them[int(pressed * 0.95)]
    print(
        f"\n{pressed} keys, {ROWS} rows, {SLOWER}x slower: median {median} ms, p95 {p95} ms, longest {took[-1:]}"
    )
    assert p95 < LONGEST_MS
