"""Whether what is on the screen is saved: said in words, with the hour."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from html import escape

import ipywidgets as w

from planning_kit.language import _


class Standing:
    """One line under the form that tells how things stand."""

    def __init__(self) -> None:
        self.widget = w.HTML()

    @property
    def said(self) -> str:
        """What it says now, as HTML."""
        return str(self.widget.value)

    def nothing_yet(self) -> None:
        """Say nothing: nothing was typed yet."""
        self.widget.value = ""

    def not_saved(self) -> None:
        """Say that the last changes are on the screen only."""
        self._say("pk-flag", [_("Not saved yet")])

    def saved(self, when: dt.datetime, to_check: Iterable[str] = ()) -> None:
        """Say when it was saved, by the clock of this machine, and what should be checked."""
        time = when.astimezone().strftime("%H:%M")
        self._say("pk-saved", [_("Saved at {time}", time=time)])
        for sentence in to_check:
            self.widget.value += f'<p class="pk-flag">{escape(sentence)}</p>'

    def refused(self, sentences: Iterable[str]) -> None:
        """Say why nothing was saved, and that what was typed is still there."""
        kept = _("Not saved; what you typed is still here. Mend this, then save again:")
        self._say("pk-refused", [kept, *sentences])

    def _say(self, css: str, sentences: Iterable[str]) -> None:
        lines = "<br>".join(escape(sentence) for sentence in sentences)
        self.widget.value = f'<p class="{css}" role="status">{lines}</p>'
