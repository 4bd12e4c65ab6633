"""A list to choose one thing from, whose lines follow what stands in the workbook."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import ipywidgets as w


class Chooser:
    """Keeps what is chosen while lines come and go; the first line where nothing is."""

    def __init__(self, label: str, on_other: Callable[[], None]) -> None:
        self._on_other = on_other
        self._is_showing = False
        self.list = w.Dropdown(description=label)
        self.list.observe(self._chosen, "value")
        self.widget = w.VBox([self.list])
        self.widget.add_class("pk-narrow")

    @property
    def code(self) -> str:
        """The code that is chosen; blank where there is nothing to choose."""
        return str(self.list.value or "")

    def show(self, lines: Mapping[str, str], choose: str = "") -> None:
        """Show what the lines say, by code, with ``choose`` chosen where it is among them."""
        wanted = next((code for code in (choose, self.code) if code in lines), None)
        options = tuple((said, code) for code, said in lines.items())
        self._is_showing = True
        if tuple(self.list.options) != options:
            self.list.options = options
        self.list.value = wanted or next(iter(lines), None)
        self._is_showing = False

    def _chosen(self, _change: object) -> None:
        if not self._is_showing:
            self._on_other()
