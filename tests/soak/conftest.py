"""A hall in processes of its own, and the people in it as small programs that speak its wires."""

from __future__ import annotations

import asyncio
import json
import re
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode
from uuid import uuid4

import pytest
from tornado.httpclient import HTTPRequest, HTTPResponse
from tornado.simple_httpclient import SimpleAsyncHTTPClient
from tornado.websocket import websocket_connect

LONGEST = 120


@dataclass
class Visitor:
    """One browser: the hall's port and its cookies."""

    port: int
    client: SimpleAsyncHTTPClient
    cookies: dict[str, str] = field(default_factory=dict)

    async def ask(
        self, path: str, form: dict[str, str] | None = None, *, light: bool = True
    ) -> HTTPResponse:
        """Ask a light page, or one of the hall's own."""
        headers = {"Cookie": "; ".join(f"{n}={v}" for n, v in self.cookies.items())}
        if form is not None:
            headers["Accept"] = "application/json"
        request = HTTPRequest(
            f"http://127.0.0.1:{self.port + light}{path}",
            method="GET" if form is None else "POST",
            body=None if form is None else urlencode(form),
            headers=headers,
            follow_redirects=False,
            request_timeout=LONGEST,
            connect_timeout=LONGEST,
        )
        answer = await self.client.fetch(request, raise_error=False)
        for line in answer.headers.get_list("Set-Cookie"):
            name, _, value = line.split(";")[0].partition("=")
            self.cookies[name] = value.strip('"')
        return answer

    async def key_of(self, path: str) -> dict[str, str]:
        """Return the hidden fields of a light page's form."""
        page = (await self.ask(path)).body.decode()
        return dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page))


@dataclass
class App:
    """An open app of the hall: its kernel's wire, and the tools on its page by their models."""

    visitor: Visitor
    wire: Any = None
    heard: asyncio.Queue[str | bytes | None] = field(default_factory=asyncio.Queue)
    models: dict[str, dict[str, Any]] = field(default_factory=dict)

    async def open(self, path: str) -> None:
        """Open the page as a browser does, and ask for all of its widgets."""
        page = (await self.visitor.ask(path, light=False)).body.decode()
        found = re.search(r'id="finished" hidden data-kernel="([^"]+)"', page)
        assert found is not None, page[-800:]
        cookies = "; ".join(f"{n}={v}" for n, v in self.visitor.cookies.items())
        at = f"ws://127.0.0.1:{self.visitor.port}/api/kernels/{found[1]}/channels?session_id=s"
        self.wire = await websocket_connect(
            HTTPRequest(at, headers={"Cookie": cookies}, request_timeout=LONGEST),
            max_message_size=1 << 28,
            # Read at once, as a browser does: whoever lets messages lie answers no ping.
            on_message_callback=self.heard.put_nowait,
        )
        control = uuid4().hex
        opened = {"comm_id": control, "target_name": "jupyter.widget.control", "data": {}}
        await self._say("comm_open", opened, {"version": "1.0.0"})
        await self._say("comm_msg", {"comm_id": control, "data": {"method": "request_states"}})
        self.models = (await self._heard(control, "update_states"))["states"]

    def tools(self) -> list[str]:
        """Return the models of the tools whose page is drawn from messages."""
        return [
            id_
            for id_, model in self.models.items()
            if model["state"].get("_anywidget_id") == "planning_kit.faces.step_widget.StepWidget"
        ]

    async def tell(self, model: str, message: dict[str, Any]) -> dict[str, Any]:
        """Send a tool a message and return the view it answers with."""
        data = {"method": "custom", "content": message}
        await self._say("comm_msg", {"comm_id": model, "data": data})
        while True:
            content = (await self._heard(model, "custom"))["content"]
            if content.get("tell") in ("view", "trouble") and content.get("n") == message.get("n"):
                return dict(content)

    async def _say(
        self, kind: str, content: dict[str, Any], metadata: dict[str, Any] | None = None
    ) -> None:
        header = {
            "msg_id": uuid4().hex, "username": "", "session": "s", "msg_type": kind,
            "version": "5.3", "date": "2026-01-01T00:00:00Z",
        }  # fmt: skip
        whole = {"header": header, "parent_header": {}, "metadata": metadata or {}}
        said = {**whole, "content": content, "channel": "shell", "buffers": []}
        await self.wire.write_message(json.dumps(said))

    async def _heard(self, comm: str, method: str) -> dict[str, Any]:
        while True:
            raw = await self.heard.get()
            assert raw is not None, "the kernel's wire was closed"
            said = json.loads(_text_of(raw))
            content = said.get("content", {})
            data = content.get("data", {})
            if content.get("comm_id") == comm and data.get("method") == method:
                return dict(data)


def _text_of(raw: str | bytes) -> str | bytes:
    """Return the message itself where pictures travel with it, each behind its offset."""
    if isinstance(raw, str):
        return raw
    first, second = (int.from_bytes(raw[at : at + 4], "big") for at in (4, 8))
    return raw[first:second]


@pytest.fixture
def people() -> tuple[type[Visitor], type[App]]:
    """Return what people in the hall are made of."""
    return Visitor, App
