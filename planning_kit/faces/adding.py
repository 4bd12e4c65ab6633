"""Adding in one go: words are written, and one touch saves them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from html import escape

import ipywidgets as w

from planning_kit.faces.answer_control import Option
from planning_kit.language import _
from planning_kit.workbook.saving import Saving

Added = Callable[[str, Callable[[Saving], None]], None]
Chosen = Callable[[str, str, Callable[[Saving], None]], None]


class AddBox:
    """A line to write in and a button that saves it; the line empties once it is saved."""

    def __init__(self, label: str, button: str, add: Added) -> None:
        self._add = add
        self._on_its_way = ""
        self.box = w.Text(description=label, continuous_update=False)
        self.button = w.Button(description=button)
        self.button.on_click(self._pressed)
        self._hint = w.HTML()
        line = w.Box([self.box, self.button])
        line.add_class("pk-one-line")
        self.widget = w.VBox([line, self._hint])

    def _pressed(self, _button: w.Button) -> None:
        text = self.box.value.strip()
        self._hint.value = "" if text else written_first()
        # Touched twice while the store is away is still one thing to add.
        if text and text != self._on_its_way:
            self._on_its_way = text
            self._add(text, self._told)

    def _told(self, saving: Saving) -> None:
        if saving.is_saved and self.box.value.strip() == self._on_its_way:
            self.box.value = ""
        self._on_its_way = ""


class WriteThenTouch:
    """Words to write, then buttons of what they are about: the touch saves."""

    def __init__(
        self,
        label: str,
        lead: str,
        options: Sequence[Option],
        add: Chosen,
        *,
        is_long: bool = False,
    ) -> None:
        self._add = add
        self._on_its_way = ""
        make = w.Textarea if is_long else w.Text
        self.box = make(description=label, continuous_update=False)
        self.buttons = {str(code): w.Button(description=f"+ {words}") for code, words in options}
        for code, button in self.buttons.items():
            button.on_click(partial(self._pressed, code))
        answers = w.Box(list(self.buttons.values()))
        answers.add_class("pk-answers")
        self._hint = w.HTML()
        said = w.HTML(f'<p class="pk-help">{escape(lead)}</p>')
        self.widget = w.VBox([self.box, said, answers, self._hint])
        self.widget.add_class("pk-field")
        self.widget.add_class("pk-narrow")

    def _pressed(self, code: str, _button: w.Button) -> None:
        text = self.box.value.strip()
        self._hint.value = "" if text else written_first()
        if text and text != self._on_its_way:
            self._on_its_way = text
            self._add(text, code, self._told)

    def _told(self, saving: Saving) -> None:
        if saving.is_saved and self.box.value.strip() == self._on_its_way:
            self.box.value = ""
        self._on_its_way = ""


def written_first() -> str:
    """Return the hint, as HTML, for who touches a button before writing."""
    return f'<p class="pk-error" role="alert">{escape(_("Write it in the box first"))}</p>'
