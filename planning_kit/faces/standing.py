"""Whether what is on the screen is saved: said in words, with the hour, by page and kernel alike."""

from __future__ import annotations

import datetime as dt
import zlib
from collections.abc import Callable, Iterable
from html import escape
from importlib.resources import files
from typing import Any

import anywidget
import traitlets

from planning_kit.language import _
from planning_kit.records import Record
from planning_kit.workbook import Workbook
from planning_kit.workbook.saving import Revision

Message = dict[str, Any]


def clock(when: dt.datetime) -> str:
    """Return the hour and minute by the clock of this machine."""
    return when.astimezone().strftime("%H:%M")


def shelf_of(workbook: Workbook, kind: type[Record], over: Revision | None = None) -> str:
    """Return the name under which a window remembers what it typed, another for every store."""
    store = f"{zlib.crc32(workbook.store.url.encode()):08x}"
    return " ".join([store, workbook.area_id, kind.noun.name, str(over.record_id if over else "")])


class FormPage(anywidget.AnyWidget):
    """The line on the page; its script listens to the boxes round it and fetches nothing.

    ``shelf`` names the form among those a window may show, ``draft`` what is kept of it.
    """

    _esm = (files("planning_kit.faces") / "form_page" / "page.js").read_text("utf-8")
    said: traitlets.Unicode[str, str | bytes] = traitlets.Unicode().tag(sync=True)
    draft: traitlets.Unicode[str, str | bytes] = traitlets.Unicode().tag(sync=True)
    shelf: traitlets.Unicode[str, str | bytes] = traitlets.Unicode().tag(sync=True)
    words: traitlets.Dict[str, Any] = traitlets.Dict().tag(sync=True)


class Standing:
    """One line under the form that tells how things stand."""

    def __init__(self, shelf: str = "", heard: Callable[[Message], None] | None = None) -> None:
        words = {"keeping": _("Keeping the draft …"), "retrying": _("Not saved yet, trying again")}
        self.widget = FormPage(shelf=shelf, words=words)
        if heard is not None:
            self.widget.on_msg(lambda _widget, message, _buffers: heard(message))

    @property
    def said(self) -> str:
        """What it says now, as HTML."""
        return str(self.widget.said)

    def tell(self, message: Message) -> None:
        """Answer the page."""
        self.widget.send(message)

    def nothing_yet(self) -> None:
        """Say nothing: nothing was typed yet."""
        self.widget.said = ""

    def not_saved(self) -> None:
        """Say that the last changes are on the screen only."""
        self._say("pk-flag", [_("Not saved yet")])

    def draft_kept(self, when: dt.datetime) -> None:
        """Say when the draft was kept, and that it is no record yet."""
        kept = _("Draft kept at {time}", time=clock(when))
        self._say("pk-kept", [f"{kept} · {_('press “Save” when it is complete')}"])

    def trying_again(self, why: str) -> None:
        """Say that what was typed is in the boxes only, why, and that nobody need do anything."""
        self._say("pk-late", [_("Not saved yet, trying again"), why])

    def not_kept(self, why: str) -> None:
        """Say why no draft is kept."""
        self._say("pk-flag", [why])

    def saved(self, when: dt.datetime, to_check: Iterable[str] = ()) -> None:
        """Say when it was saved, by the clock of this machine, and what should be checked."""
        self._say("pk-saved", [_("Saved at {time}", time=clock(when))])
        for sentence in to_check:
            self.widget.said += f'<p class="pk-flag">{escape(sentence)}</p>'

    def refused(self, sentences: Iterable[str]) -> None:
        """Say why nothing was saved, and that what was typed is still there."""
        kept = _("Not saved; what you typed is still here. Mend this, then save again:")
        self._say("pk-refused", [kept, *sentences])

    def _say(self, css: str, sentences: Iterable[str]) -> None:
        lines = "<br>".join(escape(sentence) for sentence in sentences)
        self.widget.said = f'<p class="{css}">{lines}</p>'
