"""One question on the screen: its control, its help, and what is wrong with the answer."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from html import escape
from typing import Any

import ipywidgets as w

from planning_kit.language import _
from planning_kit.records import FieldSpec


class Control(ABC):
    """Base of every control. It holds what was typed, read or not, until it is shown another.

    ``widget`` is label, control, help and message, one under the other.
    """

    def __init__(self, spec: FieldSpec) -> None:
        self.spec = spec
        self._listeners: list[Callable[[Control], None]] = []
        self._is_showing = False
        self._echo = w.HTML()
        self._message = w.HTML()
        self._hide(self._echo)
        self._hide(self._message)
        body = [*self._label(), self._body(), *self._help(), self._echo, self._message]
        self.widget = w.VBox(body)
        self.widget.add_class("pk-field")
        # By this the script of the page knows which question a box belongs to.
        self.widget.add_class(f"pk-q-{spec.name}")

    # --- what each control says for itself --------------------------------------------
    @abstractmethod
    def _body(self) -> w.Widget:
        """Return the control itself."""

    @abstractmethod
    def answer(self) -> Any:
        """Return the answer as it was given; ``None`` or blank where nothing was."""

    @abstractmethod
    def _put(self, value: Any) -> None:
        """Show a value as the record holds it; ``None`` empties the control."""

    @abstractmethod
    def typed(self) -> Any:
        """Return what stands in the boxes, half-typed answers too, as JSON can hold it."""

    @abstractmethod
    def _type(self, typed: Any) -> None:
        """Put back what ``typed`` returned."""

    @abstractmethod
    def lock(self, is_locked: bool = True) -> None:
        """Let nobody change the answer any more, or let them again."""

    def _label(self) -> list[w.Widget]:
        """Return a label of its own, where the control itself brings none."""
        return [w.HTML(f'<div class="pk-label">{escape(self.label)}</div>')]

    def read_back(self, value: Any) -> str:
        """Say how a readable answer was understood; nothing where that is plain to see."""
        return ""

    def of_page(self, boxes: list[Any]) -> Any:
        """Return what the page reports of its boxes as ``typed`` does.

        Of a text box that is its text, of a list or of buttons the positions chosen.
        """
        return boxes

    def worded(self, typed: Any) -> str:
        """Say what ``typed`` returned in a few words; blank where nothing stands there."""
        return " ".join(str(part) for part in typed if part)

    # --- what all have in common -------------------------------------------------------
    @property
    def label(self) -> str:
        """The label with its unit and, where an answer is needed, a mark."""
        unit = f" ({self.spec.unit})" if self.spec.unit and self._says_unit else ""
        needed = " *" if self.spec.required else ""
        return f"{self.spec.label}{unit}{needed}"

    _says_unit = True

    def show(self, value: Any) -> None:
        """Show a value as the record holds it, and clear what was said of the last one."""
        self._is_showing = True
        try:
            self._put(value)
        finally:
            self._is_showing = False
        self.say_nothing()
        self._say_echo("" if value is None else self.read_back(value))

    def type_in(self, typed: Any) -> None:
        """Put what somebody typed back into the boxes, whether it can be read or not."""
        self._is_showing = True
        try:
            self._type(typed)
        finally:
            self._is_showing = False

    def on_answer(self, listener: Callable[[Control], None]) -> None:
        """Have ``listener`` called whenever a person changes the answer."""
        self._listeners.append(listener)

    def understood(self, value: Any) -> None:
        """Take back a complaint, and say how the answer was read."""
        self.say_nothing()
        self._say_echo("" if value is None else self.read_back(value))

    def complain(self, sentence: str) -> None:
        """Say under the control what is wrong; what was typed stays."""
        self._say_echo("")
        self._tell("pk-error", sentence)
        self.widget.add_class("pk-wrong")

    def remark(self, sentence: str) -> None:
        """Say under the control what should be checked."""
        self._tell("pk-flag", sentence)

    def say_nothing(self) -> None:
        """Take back what was said under the control."""
        self._message.value = ""
        self._hide(self._message)
        self.widget.remove_class("pk-wrong")

    @property
    def said(self) -> str:
        """What stands under the control now, as HTML."""
        return str(self._message.value)

    def _changed(self, _change: Any = None) -> None:
        if not self._is_showing:
            for listener in self._listeners:
                listener(self)

    def _say_echo(self, text: str) -> None:
        if text:
            said = _("Read as: {text}", text=text)
            self._echo.value = f'<p class="pk-echo">{escape(said)}</p>'
        self._echo.layout.display = None if text else "none"

    def _tell(self, css: str, sentence: str) -> None:
        # An alert is read out by screen readers at once.
        self._message.value = f'<p class="{css}" role="alert">{escape(sentence)}</p>'
        self._message.layout.display = None

    def _help(self) -> list[w.Widget]:
        if self.spec.help is None:
            return []
        lines = escape(str(self.spec.help)).replace("\n", "<br>")
        return [w.HTML(f'<p class="pk-help">{lines}</p>')]

    @staticmethod
    def _hide(widget: w.DOMWidget) -> None:
        widget.layout.display = "none"
