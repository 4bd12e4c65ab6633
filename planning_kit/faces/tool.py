"""What every tool of a step has in common: it saves at once, says so, and shows its Section."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import deque
from collections.abc import Callable, Iterable, Mapping
from html import escape
from typing import Any, Protocol

import ipywidgets as w

from planning_kit.errors import KitError
from planning_kit.faces.conflict import Conflict
from planning_kit.faces.held import Held
from planning_kit.faces.keeper import Keeper
from planning_kit.faces.later import Later
from planning_kit.faces.neighbours import join, tell_neighbours
from planning_kit.faces.standing import Standing
from planning_kit.faces.style import style_sheet
from planning_kit.faces.tool_style import tool_style
from planning_kit.faces.trouble import is_trouble
from planning_kit.faces.wording import practice_line
from planning_kit.language import _
from planning_kit.workbook import Workbook
from planning_kit.workbook.saving import Level, Revision, Saving

TRY_AGAIN_S = 3.0
_REDRAW_S = 0.6
Told = Callable[[Saving], None]


class Shown(Protocol):
    """A Section of the report, or whatever else shows itself as HTML."""

    def _repr_html_(self) -> str: ...


Showing = Callable[[Workbook], Shown]
"""What makes the Section: a chapter of the report, which the front door hands over."""


class ToolLine(Standing):
    """The line that says how things stand, after every touch."""

    def retrying(self, reason: str) -> None:
        """Say that nothing is lost and that it is tried again, and why it is not saved yet."""
        self._say("pk-flag", [_("Not saved yet, trying again"), reason])

    def no(self, sentence: str) -> None:
        """Say why a thing cannot be done."""
        self._say("pk-refused", [sentence])

    def done(self, sentence: str) -> None:
        """Say what was done."""
        self._say("pk-saved", [sentence])


class Tool(ABC):
    """What a tool's function returns, shown by a notebook or Voila as it is.

    It keeps no state worth losing: what was saved stands in the workbook, what was not is still
    on the screen and is tried again until the store takes it.
    """

    def __init__(
        self, workbook: Workbook, title: str, section: Showing, *, who: str | None
    ) -> None:
        who = _("recorder") if who is None else who
        self.workbook, self._section = workbook, section
        self.keeper = Keeper(workbook, who, title)
        self.line = ToolLine()
        self.conflict = Conflict(self._keep_mine, self._take_theirs)
        self._disputed: tuple[Held, Revision, Mapping[str, Any], Told] | None = None
        self._waiting: deque[Callable[[], None]] = deque()
        self._retry = Later(self.try_again, TRY_AGAIN_S, needs_loop=True)
        self._redraw = Later(self.draw, _REDRAW_S)
        self._hear = Later(self.refresh, _REDRAW_S, needs_loop=True)
        self.undo_button = w.Button(description=_("↶ Take the last back"), disabled=True)
        self.undo_button.on_click(lambda _button: self.undo())
        self.picture = w.HTML()
        self.picture.add_class("pk-section")
        self.widget = self._laid_out(title)
        self.refresh()
        self.draw()
        join(self)

    # --- what each tool says for itself ------------------------------------------------
    @abstractmethod
    def _body(self) -> list[w.Widget]:
        """Return what people touch; made once."""

    @abstractmethod
    def refresh(self) -> None:
        """Show what stands in the workbook now."""

    @abstractmethod
    def reopen(self) -> None:
        """Show anew what is open for changing: what stands there may be another version."""

    def shown(self) -> Shown:
        """Return the Section as it stands now."""
        return self._section(self.workbook)

    # --- laying out --------------------------------------------------------------------
    def _laid_out(self, title: str) -> w.VBox:
        head = w.HTML(f"<h2>{escape(title)}</h2>{practice_line(self.workbook)}")
        foot = w.Box([self.line.widget, self.undo_button])
        foot.add_class("pk-foot")
        form = w.VBox([head, *self._body(), self.conflict.widget, foot])
        form._dom_classes = ("pk-form", "pk-tool")
        parts = [w.HTML(style_sheet() + tool_style()), form, self.picture]
        return w.VBox(parts, _dom_classes=("pk-whole",))

    def _repr_mimebundle_(self, **asked: Any) -> Any:
        return self.widget._repr_mimebundle_(**asked)

    def draw(self) -> None:
        """Show the Section again, as the report would print it now."""
        try:
            self.picture.value = self.shown()._repr_html_()
        except KitError as error:
            self.picture.value = f'<p class="pk-refused">{escape(error.say())}</p>'

    # --- saving ------------------------------------------------------------------------
    def add(self, name: str, answers: Mapping[str, Any], told: Told | None = None) -> None:
        """Save a new record; ``told`` hears what became of it."""
        self.do(lambda: self._became(self.keeper.add(name, answers), told))

    def add_coded(
        self,
        name: str,
        code: str,
        prefix: str,
        answers: Mapping[str, Any],
        told: Told | None = None,
        *,
        width: int = 2,
    ) -> None:
        """Save a new record under the next free code of its sort."""
        self.do(
            lambda: self._became(
                self.keeper.add_coded(name, code, prefix, answers, width=width), told
            )
        )

    def change(self, held: Held, changes: Mapping[str, Any], told: Told | None = None) -> None:
        """Save some fields of a record; two versions are shown side by side, to choose."""
        self.do(lambda: self.change_now(held, changes, told))

    def change_now(self, held: Held, changes: Mapping[str, Any], told: Told | None = None) -> None:
        """Do the same at once, for who hears of trouble and tries again on its own."""
        saving = self.keeper.change(held, changes)
        if saving.theirs is None:
            self._became(saving, told)
            return
        self._disputed = (held, saving.theirs, changes, told or _nobody)
        self.line.not_saved()
        self.conflict.show(held.kind, saving)

    def take_out(self, gone: Iterable[Held]) -> None:
        """Take records out, in this order; one touch brings them back."""
        listed = list(gone)

        def deed() -> None:
            self.keeper.take_out(listed, _("taken out on the screen"))
            self.line.done(_("Taken out. One touch on “Take the last back” brings it back."))

        self.do(deed)

    def undo(self) -> None:
        """Take the last thing saved here back."""
        if not self.keeper.can_undo:
            return

        def deed() -> None:
            try:
                self.keeper.undo()
            except KitError as error:
                if not is_trouble(error):
                    self.keeper.forget()
                raise
            self.line.done(_("Taken back: it stands as before."))

        self.do(deed)
        self.reopen()

    def do(self, deed: Callable[[], None]) -> None:
        """Do a thing, after all that still waits; try again where the store is in trouble."""
        self._waiting.append(deed)
        self.try_again()

    def try_again(self) -> None:
        """Do what waits, in the order in which it was asked."""
        self.conflict.hide()
        while self._waiting:
            try:
                self._waiting[0]()
            except KitError as error:
                if is_trouble(error):
                    self.line.retrying(error.say())
                    self._retry.ask()
                    return
                self.line.no(error.say())
            self._waiting.popleft()
        self.look_again()

    def look_again(self) -> None:
        """Show the workbook and, a moment later, the Section as they are now."""
        self.undo_button.disabled = not self.keeper.can_undo
        try:
            self.refresh()
        except KitError as error:
            self.line.no(error.say())
            return
        self._redraw.ask()
        tell_neighbours(self)

    def hear(self) -> None:
        """Look again soon: another tool of the page has saved something."""
        self._hear.ask()

    def _became(self, saving: Saving, told: Told | None) -> None:
        if saving.revision is not None:
            self.line.saved(saving.revision.when, [one.say() for one in saving.findings])
        elif saving.theirs is not None:
            self.line.no(_("This is there already; open it to change it."))
        else:
            refused = [one for one in saving.findings if one.level is Level.REFUSE]
            self.line.refused([one.say() for one in refused])
        (told or _nobody)(saving)

    # --- two versions ------------------------------------------------------------------
    def _keep_mine(self) -> None:
        assert self._disputed is not None, "asked where there are two"
        held, theirs, changes, told = self._disputed
        # Over the version that was looked at: a third one would be shown first.
        held.revision = theirs
        self.change(held, changes, told)

    def _take_theirs(self) -> None:
        self.conflict.hide()
        self.line.nothing_yet()
        self.look_again()
        self.reopen()


def _nobody(_saving: Saving) -> None:
    """Hear of a saving without doing anything more."""
