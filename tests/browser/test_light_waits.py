"""A light page that looks again by itself, and what is touched meanwhile and long in coming."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from planning_kit.hall.look import TEMPLATES

pytestmark = pytest.mark.browser
PAGE = '<p data-look-again="1">-</p><a href="/slow">-</a><script src="/light.js"></script>'


class _Answer(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/slow":
            time.sleep(2)
        is_script = self.path.endswith(".js")
        said = (TEMPLATES / "light" / "light.js").read_text("utf-8") if is_script else PAGE
        self.send_response(200)
        self.send_header("Content-Type", "text/javascript" if is_script else "text/html")
        self.end_headers()
        self.wfile.write(said.encode())

    def log_message(self, *_said: object) -> None:
        """Write nothing."""


@pytest.fixture
def address() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Answer)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_a_page_that_was_touched_is_not_called_back(browser_on_loopback, address):
    driver = browser_on_loopback
    driver.get(address)
    driver.find_element("css selector", "a").click()
    end = time.monotonic() + 20
    while not driver.current_url.endswith("/slow") and time.monotonic() < end:
        time.sleep(0.1)
    assert driver.current_url == f"{address}/slow"
