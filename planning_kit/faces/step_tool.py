"""What every tool of a step does: hear answers, save them at once, say so, and redraw."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from html import escape
from typing import Any

import ipywidgets as w

from planning_kit.errors import KitError
from planning_kit.faces.conflict import Conflict
from planning_kit.faces.later import Later
from planning_kit.faces.neighbours import join, tell_neighbours
from planning_kit.faces.redrawn import Chapter, redrawn
from planning_kit.faces.standing import clock
from planning_kit.faces.step_parts import Part
from planning_kit.faces.step_records import Desk, Paper
from planning_kit.faces.step_widget import StepWidget, step_words
from planning_kit.faces.style import style_sheet
from planning_kit.faces.trouble import is_trouble
from planning_kit.faces.wording import practice_line
from planning_kit.language import _, current_language, speaking
from planning_kit.workbook import Workbook

_HEAR_S = 0.6
Message = dict[str, Any]
Deed = Callable[..., None]


class StepTool:
    """A tool as a notebook or Voila shows it; every answer is saved through the workbook at once.

    It keeps no state worth losing: which vote or project is looked at, and what cannot be
    saved yet. A tool says what stands on its page (``parts``) and what its answers do
    (``deeds``, by the first word of a part's id).
    """

    draws_itself = False
    """Whether the tool has a picture of its own, see ``drawn``."""

    def __init__(
        self, workbook: Workbook, chapters: Sequence[Chapter], *, title: str, who: str, why: str
    ) -> None:
        self.workbook = workbook
        self._chapters = tuple(chapters)
        self._who, self._why = who, why
        # A message of the page is handled outside the cell that chose the language.
        self._language = current_language()
        self.desk = Desk(workbook, who=who, why=why)
        self.remarks: dict[str, list[tuple[str, str]]] = {}
        self._answered_last = ""
        self._redrawn_at = 0
        self.is_stale = self.draws_itself
        self.page = StepWidget(words=step_words())
        self.page.on_msg(self._heard)
        self._two_versions = w.VBox()
        self.conflicts: dict[int, Conflict] = {}
        heading = f"<h2>{escape(title)}</h2>{practice_line(workbook)}"
        self.widget = w.VBox([w.HTML(style_sheet() + heading), self.page, self._two_versions])
        self.widget.add_class("pk-form")
        self.widget.add_class("pk-step")
        self._is_viewed = False
        self._hear = Later(self._look_again, _HEAR_S, needs_loop=True)
        join(self)

    def _repr_mimebundle_(self, **asked: Any) -> Any:
        return self.widget._repr_mimebundle_(**asked)

    # --- what each tool says for itself --------------------------------------------------
    def parts(self) -> list[Part]:
        """Return what stands on the page now."""
        raise NotImplementedError

    def deeds(self) -> dict[str, Deed]:
        """Return what an answer does, by the first word of its id; the others come as words."""
        raise NotImplementedError

    def drawn(self) -> list[tuple[str, str]]:
        """Return anchor and HTML of the tool's own picture, where it has one."""
        return []

    # --- what the page asks ----------------------------------------------------------------
    def _heard(self, _widget: object, message: Message, _buffers: object) -> None:
        with speaking(self._language):
            if message["ask"] == "redraw":
                self._redraw()
            elif message["ask"] == "view":
                self._is_viewed = True
                self._try(None, self._tell)
            else:
                self._try(message["n"], partial(self._answers, message))

    def _redraw(self) -> None:
        sections = self.drawn()
        if self.desk.changes != self._redrawn_at:
            self._redrawn_at = self.desk.changes
            sections += redrawn(self.workbook, self._chapters)
        self.page.send({"tell": "redrawn", "sections": sections})

    def _try(self, n: str | None, deed: Callable[[str | None], None]) -> None:
        try:
            deed(n)
        except KitError as error:
            # Locked, full or away: the page keeps what was answered and sends it again.
            self.page.send({"tell": "trouble", "n": n, "said": error.say()})

    def _answers(self, message: Message, n: str | None) -> None:
        before = self.desk.changes
        # A message that comes again because its answer was lost is not worked through twice.
        if message["n"] != self._answered_last:
            self.remarks = {}
            self.desk.look_anew()
            for name, value in message["answers"]:
                self.answer(name, value)
            self.desk.save()
            self._answered_last = message["n"]
        self._tell(n, is_changed=self.desk.changes != before)
        if self.desk.changes != before:
            tell_neighbours(self)

    def hear(self) -> None:
        """Look again soon: another tool of the page has saved something."""
        self._hear.ask()

    def _look_again(self) -> None:
        # A page that has not asked yet will see all there is when it does.
        if self._is_viewed:
            self.desk.look_anew()
            with speaking(self._language):
                self._try(None, self._tell)

    def has_changed(self) -> None:
        """Say that something was saved beside the tool's own answers, by a form of its."""
        self.desk.look_anew()
        self.desk.note_change()
        with speaking(self._language):
            self._try(None, partial(self._tell, is_changed=True))
        tell_neighbours(self)

    def answer(self, name: str, value: Any) -> None:
        """Take one answer; what refuses it is said under its part.

        Raises ``KitError`` where the store is locked, full or away.
        """
        first, *rest = name.split("|")
        try:
            self.deeds()[first](*rest, value)
        except KitError as error:
            if is_trouble(error):
                raise
            self.refuse(name, error.say())

    def refuse(self, name: str, sentence: str) -> None:
        """Say under a part why its answer is not taken."""
        self.remarks.setdefault(name, []).append(("error", sentence))

    def said(self, name: str, paper: Paper | None = None, *fields: str) -> list[tuple[str, str]]:
        """Return what is said under a part: refusals, and what was found in these fields."""
        found = list(self.remarks.get(name, ()))
        for field in fields if paper is not None else ():
            found += paper.said.get(field, ())  # type: ignore[union-attr]
        return found

    # --- what the page is told ---------------------------------------------------------------
    def _tell(self, n: str | None, *, is_changed: bool = False) -> None:
        view, is_stale = self.parts(), self.is_stale
        self.is_stale = False
        self._show_conflicts()
        self.page.send(
            {
                "tell": "view",
                "n": n,
                "view": view,
                "changed": is_changed or is_stale,
                "standing": self.standing(),
            }
        )

    def standing(self) -> tuple[str, str]:
        """Return how things stand: a style and a sentence."""
        if self.desk.unsaved() or any(self.remarks.values()):
            return "late", _("Not saved yet: mend what is marked in red")
        return self.saved_at()

    def saved_at(self) -> tuple[str, str]:
        """Return when an answer was last saved, by the clock of this machine."""
        if self.desk.saved_when is None:
            return "ready", _("Every answer is saved at once")
        return "saved", _("Saved at {time}", time=clock(self.desk.saved_when))

    # --- two versions of one record -------------------------------------------------------------
    def _show_conflicts(self) -> None:
        papers = {id(one): one for one in self.desk.unsaved() if one.conflict is not None}
        self.conflicts = {
            key: self.conflicts.get(key) or self._both(paper) for key, paper in papers.items()
        }
        for key, conflict in self.conflicts.items():
            saving = papers[key].conflict
            assert saving is not None, "only papers with two versions"
            conflict.show(papers[key].kind, saving)
        self._two_versions.children = [one.widget for one in self.conflicts.values()]

    def _both(self, paper: Paper) -> Conflict:
        return Conflict(
            partial(self._settle, self.desk.keep_mine, paper),
            partial(self._settle, self.desk.take_theirs, paper),
        )

    def _settle(self, deed: Callable[[Paper], None], paper: Paper) -> None:
        def choose(n: str | None) -> None:
            deed(paper)
            self._tell(n, is_changed=True)

        with speaking(self._language):
            self._try(None, choose)
