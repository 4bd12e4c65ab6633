"""Problems worded alike: people say whether they are one; both cards stay either way."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from html import escape
from typing import TYPE_CHECKING, Any

import ipywidgets as w

from planning_kit.deliberate.similar import suggest_merges
from planning_kit.faces.held import Held
from planning_kit.language import _
from planning_kit.plan.merged import still_to_ask

if TYPE_CHECKING:
    from planning_kit.faces.tool import Tool

MOST = 5
"""Pairs asked at a time; the next come when these are decided."""


class SameProblem:
    """Asks of each pair worded alike: the same problem, or not."""

    def __init__(self, tool: Tool) -> None:
        self._tool = tool
        self._worded: tuple[tuple[str, str], ...] | None = None
        self._pairs: Any = None
        self._held: Mapping[str, Held] = {}
        self._asking: dict[tuple[str, str, str, str], w.VBox] = {}
        self._head = w.HTML()
        self._list = w.VBox()
        self.widget = w.VBox([self._head, self._list])

    def show(self, held: Mapping[str, Held]) -> None:
        """Ask about the pairs among these problems that nobody has decided on."""
        asked = {code: one["statement"] for code, one in held.items() if not one["is_set_aside"]}
        # Comparing takes a moment, so it is done when a wording has changed.
        if (worded := tuple(asked.items())) != self._worded:
            self._worded, self._pairs = worded, suggest_merges(asked)
        rows = still_to_ask(self._tool.workbook.frame("problem"), self._pairs)[:MOST]
        self._held = held
        kept, self._asking = self._asking, {}
        for row in rows:
            a, b = str(row["a"]), str(row["b"])
            key = (a, b, str(asked[a]), str(asked[b]))
            self._asking[key] = kept.get(key) or self._question(*key, row["shared"])
        self._list.children = list(self._asking.values())
        title = escape(_("Do some problems say the same?"))
        lead = _("Words that look alike may mean the opposite: ask both sides who told them.")
        said = f'<h3>{title}</h3><p class="pk-help">{escape(lead)}</p>'
        self._head.value = said if rows else ""

    def _question(self, a: str, b: str, one: str, other: str, shared: tuple[str, ...]) -> w.VBox:
        words = _("Words both use: {words}", words=" · ".join(shared))
        lines = (f"<b>{escape(a)}</b> {escape(one)}", f"<b>{escape(b)}</b> {escape(other)}")
        said = "".join(f"<p>{line}</p>" for line in lines)
        reason = w.Text(
            description=_("Why so decided (may be left blank)"), continuous_update=False
        )
        buttons = {
            _("The same: keep {code}", code=a): partial(self._merge, b, a, reason),
            _("The same: keep {code}", code=b): partial(self._merge, a, b, reason),
            _("Not the same"): partial(self._apart, a, b),
        }
        bar = w.Box([_button(label, deed) for label, deed in buttons.items()])
        bar.add_class("pk-bar")
        help_line = f'<p class="pk-help">{escape(words)}</p>'
        whole = w.VBox([w.HTML(said + help_line), reason, bar])
        whole.add_class("pk-pair")
        return whole

    def _merge(self, code: str, into: str, reason: w.Text, _button: w.Button) -> None:
        why = reason.value.strip() or _("People who told them found them to be the same problem")
        self._tool.change(self._held[code], {"merged_into": into, "merged_reason": why})

    def _apart(self, a: str, b: str, _button: w.Button) -> None:
        held = self._held[b]
        others = (*(held["different_from"] or ()), a)
        self._tool.change(held, {"different_from": others})


def _button(label: str, deed: Callable[[w.Button], None]) -> w.Button:
    made = w.Button(description=label)
    made.on_click(deed)
    return made
