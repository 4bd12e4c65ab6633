"""Words, codes and figures: a text box each, so that empty stays “not stated”."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import ipywidgets as w

from planning_kit.faces.control import Control
from planning_kit.language import _
from planning_kit.records import FieldSpec, Kind
from planning_kit.thai import format_number

_LONGEST_EXAMPLE = 40
FIGURES = (Kind.INTEGER, Kind.NUMBER, Kind.MONEY, Kind.SHARE)


class TextControl(Control):
    """One line of text; figures are read by the record's own reader, Thai digits too.

    ``known`` are answers to choose from while typing; others may be typed all the same.
    """

    def __init__(self, spec: FieldSpec, known: Sequence[str] = ()) -> None:
        self._known = tuple(known)
        super().__init__(spec)
        if spec.kind not in (Kind.TEXT, Kind.LONG_TEXT, Kind.CODES):
            self.widget.add_class("pk-short")

    def _label(self) -> list[w.Widget]:
        # The box's own description is tied to it by label/for, which screen readers follow.
        return []

    def _body(self) -> w.Widget:
        make = w.Combobox if self._known else w.Text
        more: dict[str, Any] = {"options": self._known} if self._known else {}
        self._box = make(
            description=self.label,
            placeholder=example_of(self.spec),
            continuous_update=False,
            **more,
        )
        self._box.observe(self._changed, "value")
        return self._box

    def answer(self) -> str:
        """Return the text as typed."""
        return str(self._box.value)

    def _put(self, value: Any) -> None:
        self._box.value = self._written(value)

    typed = answer

    def _type(self, typed: Any) -> None:
        self._box.value = str(typed)

    def of_page(self, boxes: list[Any]) -> str:
        """Return the text of the only box."""
        return str(boxes[0]) if boxes else ""

    def worded(self, typed: Any) -> str:
        """Return the text as typed."""
        return str(typed).strip()

    def understood(self, value: Any) -> None:
        """Write a figure that could be read with its separators."""
        super().understood(value)
        if self.spec.kind in FIGURES and value is not None:
            self._is_showing = True
            self._put(value)
            self._is_showing = False

    def lock(self, is_locked: bool = True) -> None:
        """Let nobody change the answer any more, or let them again."""
        self._box.disabled = is_locked

    def _written(self, value: Any) -> str:
        if value is None:
            return ""
        if self.spec.kind in FIGURES:
            return format_number(value)
        if isinstance(value, (tuple, list)):
            return ", ".join(str(one) for one in value)
        return str(value)


class LongTextControl(TextControl):
    """Several lines of text."""

    def _body(self) -> w.Widget:
        self._box = w.Textarea(
            description=self.label,
            placeholder=example_of(self.spec),
            continuous_update=False,
        )
        self._box.observe(self._changed, "value")
        return self._box


def example_of(spec: FieldSpec) -> str:
    """Return the example of a field as its box shows it while empty."""
    if spec.example is None:
        return ""
    kind = spec.kind
    text = format_number(str(spec.example)) if kind in FIGURES else str(spec.example)
    return _("such as {example}", example=text) if len(text) <= _LONGEST_EXAMPLE else ""
