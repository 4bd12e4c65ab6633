"""Which questions are on the screen: one at a time on a phone, a section on a projector."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from html import escape

import ipywidgets as w

from planning_kit.faces.control import Control
from planning_kit.language import _
from planning_kit.records import Record
from planning_kit.records.asking_order import asking_order


class Layout(StrEnum):
    """How much is shown at once."""

    QUESTION = "question"
    SECTION = "section"


class Screens:
    """Leafs through the questions of a record; those that are not asked are left out."""

    def __init__(
        self,
        kind: type[Record],
        controls: Mapping[str, Control],
        layout: Layout,
        is_asked: Callable[[str], bool],
    ) -> None:
        self._kind, self._controls, self._is_asked = kind, controls, is_asked
        self._pages = _pages(kind, layout)
        self._at = 0
        self._steps, self._title, self._area = w.HTML(), w.HTML(), w.VBox()
        self.back = w.Button(description=_("← Back"))
        self.onward = w.Button(description=_("Next →"))
        self.back.on_click(lambda _button: self._go(-1))
        self.onward.on_click(lambda _button: self._go(+1))
        self.widget = w.VBox([self._steps, self._title, self._area])
        self.refresh()

    @property
    def shown(self) -> list[str]:
        """Return the names of the questions on the screen."""
        return [name for name in self._pages[self._at][1] if self._is_asked(name)]

    @property
    def order(self) -> list[str]:
        """Return the names of all questions in the order they are asked."""
        return [name for _title, names in self._pages for name in names]

    def lay_out(self, layout: Layout) -> None:
        """Show more or less at once; the question that leads the screen stays on it."""
        first = (self.shown or self.order)[0]
        self._pages = _pages(self._kind, layout)
        self.go_to(first)

    def refresh(self) -> None:
        """Show what is asked now, after an answer may have changed it."""
        # What is on the screen keeps its place: moving it would lose the cursor.
        wanted = [self._controls[name].widget for name in self.shown]
        if list(self._area.children) != wanted:
            self._area.children = wanted
        open_pages = self._open_pages()
        place = open_pages.index(self._at) + 1 if self._at in open_pages else 1
        said = _("Screen {n} of {total}", n=place, total=len(open_pages))
        self._steps.value = f'<p class="pk-steps">{escape(said)}</p>'
        self._title.value = f"<h3>{escape(self._pages[self._at][0])}</h3>"
        self.back.disabled = place == 1
        self.onward.disabled = place == len(open_pages)

    def go_to(self, name: str) -> None:
        """Show the screen with this question."""
        self._at = next(at for at, (_title, names) in enumerate(self._pages) if name in names)
        self.refresh()

    def to_beginning(self) -> None:
        """Show the first screen."""
        self._at = self._open_pages()[0]
        self.refresh()

    def _go(self, step: int) -> None:
        open_pages = self._open_pages()
        place = min(max(open_pages.index(self._at) + step, 0), len(open_pages) - 1)
        self._at = open_pages[place]
        self.refresh()

    def _open_pages(self) -> list[int]:
        return [
            at
            for at, (_title, names) in enumerate(self._pages)
            if any(self._is_asked(name) for name in names)
        ]


def _pages(kind: type[Record], layout: Layout) -> list[tuple[str, list[str]]]:
    return [
        (str(section.title), names)
        for section in asking_order(kind)
        for names in _split([spec.name for spec in section.fields], layout)
    ]


def _split(names: list[str], layout: Layout) -> list[list[str]]:
    return [names] if layout is Layout.SECTION else [[name] for name in names]
