"""Drafts that wait to be finished: which there are, and for each to go on or to throw it away."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from html import escape

import ipywidgets as w

from planning_kit.faces.control import Control
from planning_kit.faces.standing import clock
from planning_kit.language import _
from planning_kit.records import Privacy
from planning_kit.thai import format_date
from planning_kit.workbook.drafts import Draft, is_old

_SHOWN = 3
_LONGEST = 40
_BUSY_FOR = dt.timedelta(minutes=2)


class Waiting:
    """The list of drafts above a form; hidden while there are none."""

    def __init__(
        self,
        controls: Mapping[str, Control],
        key: Sequence[str],
        go_on: Callable[[Draft], object],
        throw_away: Callable[[Draft], object],
    ) -> None:
        self._controls, self._key = controls, tuple(key)
        self._go_on, self._throw_away = go_on, throw_away
        self._shows_all = False
        self._drafts: list[Draft] = []
        self.widget = w.VBox()
        self.widget.add_class("pk-waiting")
        self.show([])

    def show(self, drafts: Sequence[Draft]) -> None:
        """Show these drafts, the one typed in last first; those that say nothing are left out."""
        self._drafts = [draft for draft in drafts if self.title(draft)]
        self.widget.layout.display = None if self._drafts else "none"
        said = _("Drafts not finished yet: {n}", n=len(self._drafts))
        at_once = self._drafts if self._shows_all else self._drafts[:_SHOWN]
        more = len(self._drafts) - len(at_once)
        rows: list[w.Widget] = [w.HTML(f'<p class="pk-label">{escape(said)}</p>')]
        rows += [self._row(draft) for draft in at_once]
        if more:
            rows.append(self._button(_("Show {n} more", n=more), self._show_all))
        self.widget.children = rows

    def _show_all(self) -> None:
        self._shows_all = True
        self.show(self._drafts)

    def title(self, draft: Draft) -> str:
        """Say in a few words whose draft it is: its code first, never what identifies a person."""
        told = {name: self._worded(name, typed) for name, typed in draft.answers.items()}
        codes = [told[name] for name in self._key if told.get(name)]
        if codes:
            return " · ".join(codes)
        labelled = [
            f"{self._controls[name].spec.label}: {text}" for name, text in told.items() if text
        ]
        return " · ".join(one[:_LONGEST] for one in labelled[:2])

    def _worded(self, name: str, typed: object) -> str:
        control = self._controls.get(name)
        if control is None or control.spec.privacy is Privacy.PERSONAL:
            return ""
        return " ".join(control.worded(typed).split())[:_LONGEST]

    def _row(self, draft: Draft) -> w.Widget:
        said = w.HTML(f"<p>{escape(self.title(draft))}<br>{escape(self._when(draft))}</p>")
        old = _("Nobody has typed here for more than a week; finish it or throw it away")
        if is_old(draft):
            said.value += f'<p class="pk-flag">{escape(old)}</p>'
        bar = w.Box()
        bar.add_class("pk-bar")
        go_on = self._button(_("Go on"), partial(self._go_on, draft))
        away = self._button(_("Throw away"), partial(self._ask, bar, draft))
        bar.children = [go_on, away]
        return w.VBox([said, bar])

    def _ask(self, bar: w.Box, draft: Draft) -> None:
        """Ask once more: what is thrown away is gone for good."""
        sure = self._button(_("Throw away for good"), partial(self._throw_away, draft))
        back = self._button(_("Leave it"), lambda: self.show(self._drafts))
        bar.children = [back, sure]

    @staticmethod
    def _when(draft: Draft) -> str:
        last = draft.last
        if last is None:
            return ""
        today, day = dt.datetime.now().astimezone().date(), last.when.astimezone().date()
        on_day = "" if day == today else f"{format_date(day, 'short')} "
        said = _(
            "answers: {n}, last typed {when} by {who}",
            n=len(draft.answers),
            when=f"{on_day}{clock(last.when)}",
            who=last.who or "–",
        )
        if dt.datetime.now(dt.UTC) - last.when > _BUSY_FOR:
            return said
        return f"{said} · {_('somebody may be typing here just now')}"

    @staticmethod
    def _button(wording: str, deed: Callable[[], object]) -> w.Button:
        made = w.Button(description=wording)
        made.on_click(lambda _button: deed())
        return made
