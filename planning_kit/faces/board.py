"""Cards in groups: the one that is touched opens below itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from html import escape

import ipywidgets as w

OPEN = "pk-open"


@dataclass(frozen=True)
class Card:
    """One card: what it says, and how it looks (names of classes)."""

    key: str
    text: str
    looks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Group:
    """Cards that stand together, and what stands under them."""

    key: str
    title: str
    cards: Sequence[Card]
    foot: Sequence[w.Widget] = ()


class Board:
    """Shows groups of cards; ``editor_of`` makes what opens under a card, ``None`` for nothing.

    Widgets stay where they are as far as they can, so that nobody loses the cursor.
    """

    def __init__(self, editor_of: Callable[[str], w.Widget | None], *looks: str) -> None:
        self._editor_of = editor_of
        self._buttons: dict[str, w.Button] = {}
        self._boxes: dict[str, tuple[w.HTML, w.Box, w.VBox]] = {}
        self._groups: Sequence[Group] = ()
        self._editor: w.Widget | None = None
        self.opened: str | None = None
        self.widget = w.VBox()
        for look in looks:
            self.widget.add_class(look)

    def show(self, groups: Sequence[Group]) -> None:
        """Show these groups; what was open stays open if it is among them."""
        self._groups = groups
        cards = {card.key: card for group in groups for card in group.cards}
        if self.opened not in cards:
            self.opened, self._editor = None, None
        self._buttons = {key: self._button(card) for key, card in cards.items()}
        found = [self._shown(group) for group in groups]
        if list(self.widget.children) != found:
            self.widget.children = found

    def open(self, key: str | None) -> None:
        """Open a card, or close the one that is open with ``None``; one at a time."""
        self.opened = key
        self._editor = None if key is None else self._editor_of(key)
        if self._editor is not None:
            self._editor.add_class("pk-editor")
        self.show(self._groups)

    def reopen(self) -> None:
        """Make the open editor anew from what is kept."""
        self.open(self.opened)

    def _touched(self, key: str, _button: w.Button) -> None:
        self.open(None if key == self.opened else key)

    def _button(self, card: Card) -> w.Button:
        button = self._buttons.get(card.key)
        if button is None:
            button = w.Button()
            button.on_click(partial(self._touched, card.key))
        is_open = card.key == self.opened
        button.description = f"▾ {card.text}" if is_open else card.text
        looks = ("pk-card", *card.looks, *((OPEN,) if is_open else ()))
        if button._dom_classes != looks:
            button._dom_classes = looks
        return button

    def _shown(self, group: Group) -> w.VBox:
        if group.key not in self._boxes:
            cards, whole = w.Box(), w.VBox()
            cards.add_class("pk-cards")
            whole.add_class("pk-group")
            self._boxes[group.key] = (w.HTML(), cards, whole)
        title, cards, whole = self._boxes[group.key]
        title.value = f"<h3>{escape(group.title)}</h3>" if group.title else ""
        inside: list[w.Widget] = []
        for card in group.cards:
            inside.append(self._buttons[card.key])
            if card.key == self.opened and self._editor is not None:
                inside.append(self._editor)
        if list(cards.children) != inside:
            cards.children = inside
        parts = [title, cards, *group.foot]
        if list(whole.children) != parts:
            whole.children = parts
        return whole
