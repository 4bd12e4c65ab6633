"""Closed questions: one large button an answer, or a list where there are many."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

import ipywidgets as w

from planning_kit.faces.control import Control
from planning_kit.language import Words, _
from planning_kit.records import FieldSpec, Kind
from planning_kit.thai import MONTHS_SHORT

Option = tuple[Any, Words]
MOST_BUTTONS = 8
"""A single answer out of more than this is chosen from a list."""
_YES_NO: tuple[Option, ...] = ((True, Words("ใช่", "Yes")), (False, Words("ไม่ใช่", "No")))


def options_of(spec: FieldSpec) -> tuple[Option, ...]:
    """Return the answers of a closed question with their wording."""
    if spec.kind is Kind.YES_NO:
        return _YES_NO
    if spec.kind is Kind.MONTHS:
        return tuple(enumerate(MONTHS_SHORT, start=1))
    return tuple((answer.value, answer.words) for answer in spec.choices or ())


class ButtonsControl(Control):
    """A button an answer; touched again it is taken back, so that nothing need be stated.

    ``options`` are codes with their wording, where the field itself has no closed list.
    """

    def __init__(self, spec: FieldSpec, options: Sequence[Option] = ()) -> None:
        self._options = tuple(options) or options_of(spec)
        self._is_by_name = bool(options)
        self._is_several = spec.kind in (Kind.CHOICES, Kind.MONTHS, Kind.CODES)
        super().__init__(spec)

    _says_unit = False

    def _body(self) -> w.Widget:
        self._buttons: list[w.ToggleButton] = []
        for _option in self._options:
            self._add_button()
        box = self._box = w.Box(self._buttons)
        box.add_class("pk-answers")
        if self._is_several:
            box.add_class("pk-several")
        if self.spec.kind is Kind.MONTHS:
            box.add_class("pk-months")
        return box

    def _add_button(self) -> None:
        # Without words of its own the button says "null" to a mouse that rests on it.
        self._buttons.append(w.ToggleButton(tooltip=""))
        at = len(self._buttons) - 1
        self._mark(at)
        self._buttons[at].observe(partial(self._pressed, at), "value")

    def _help(self) -> list[w.Widget]:
        # Who chooses by name need not know how a code is written.
        own = [] if self._is_by_name else super()._help()
        if not self._is_several:
            return own
        more = w.HTML(f'<p class="pk-help">{_("More than one answer may be chosen")}</p>')
        return [*own, more]

    def _pressed(self, at: int, change: dict[str, Any]) -> None:
        self._mark(at)
        if self._is_showing:
            return
        if change["new"] and not self._is_several:
            self._is_showing = True
            for other, button in enumerate(self._buttons):
                button.value = other == at
            self._is_showing = False
        self._changed()

    def _mark(self, at: int) -> None:
        # The mark tells what is chosen without colour, and to those who hear the page.
        button, words = self._buttons[at], self._options[at][1]
        button.description = f"✓ {words}" if button.value else str(words)

    def answer(self) -> Any:
        """Return the chosen answer, a tuple of several, or ``None``."""
        pairs = zip(self._options, self._buttons, strict=True)
        chosen = tuple(code for (code, _words), button in pairs if button.value)
        if self._is_several:
            return chosen or None
        return chosen[0] if chosen else None

    def _put(self, value: Any) -> None:
        given = value if isinstance(value, (tuple, list)) else (value,)
        codes = {getattr(one, "value", one) for one in given if one is not None}
        if self._is_by_name:
            self._add_missing(codes)
        for (code, _words), button in zip(self._options, self._buttons, strict=True):
            button.value = code in codes

    def _add_missing(self, codes: set[Any]) -> None:
        """Give what is kept already a button of its own, where today's list has none."""
        missing = sorted(codes - {code for code, _words in self._options}, key=str)
        for code in missing:
            self._options = (*self._options, (code, Words(str(code), str(code))))
            self._add_button()
        if missing:
            self._box.children = self._buttons

    def typed(self) -> list[Any]:
        """Return the chosen answers."""
        pairs = zip(self._options, self._buttons, strict=True)
        return [code for (code, _words), button in pairs if button.value]

    def _type(self, typed: Any) -> None:
        self._put(tuple(typed))

    def of_page(self, boxes: list[Any]) -> list[Any]:
        """Return the answers at these positions."""
        return [self._options[at][0] for at in boxes]

    def worded(self, typed: Any) -> str:
        """Return the wording of the chosen answers."""
        return ", ".join(str(words) for code, words in self._options if code in typed)

    def lock(self, is_locked: bool = True) -> None:
        """Let nobody change the answer any more, or let them again."""
        for button in self._buttons:
            button.disabled = is_locked


class ListControl(Control):
    """One answer out of a list; the first line of it is “not stated”."""

    def __init__(self, spec: FieldSpec, options: Sequence[tuple[str, Any]] = ()) -> None:
        self._options = tuple(options) or tuple((str(say), code) for code, say in options_of(spec))
        super().__init__(spec)

    def _label(self) -> list[w.Widget]:
        return []

    def _help(self) -> list[w.Widget]:
        # Who chooses by name need not know how the code is made.
        return super()._help() if self.spec.choices else []

    def _body(self) -> w.Widget:
        # A list shows its first line only where that has a value, so blank is not None here.
        blank = (_("– choose –"), "")
        self._list = w.Dropdown(options=[blank, *self._options], value="", description=self.label)
        self._list.observe(self._changed, "value")
        return self._list

    def answer(self) -> Any:
        """Return the chosen answer or ``None``."""
        return self._list.value or None

    def _put(self, value: Any) -> None:
        code = "" if value is None else getattr(value, "value", value)
        if code and code not in [own for _say, own in self._options]:
            # What is kept already is never lost for not being in today's list.
            self._options = (*self._options, (str(code), code))
            self._list.options = [*self._list.options, (str(code), code)]
        self._list.value = code

    def typed(self) -> str:
        """Return the chosen code, blank where there is none."""
        return str(self._list.value or "")

    def _type(self, typed: Any) -> None:
        self._put(typed)

    def of_page(self, boxes: list[Any]) -> str:
        """Return the code at the position of the page's list."""
        return str(self._list.options[boxes[0]][1])

    def worded(self, typed: Any) -> str:
        """Return the wording of the chosen code."""
        return next((say for say, code in self._options if code == typed), str(typed))

    def lock(self, is_locked: bool = True) -> None:
        """Let nobody change the answer any more, or let them again."""
        self._list.disabled = is_locked
