"""Problem cards: told, written, put under a theme by one touch, merged or kept apart by people."""

from __future__ import annotations

from typing import Any

import ipywidgets as w

from planning_kit.faces.adding import WriteThenTouch
from planning_kit.faces.board import Board, Card, Group
from planning_kit.faces.held import Held
from planning_kit.faces.named import named_taxa
from planning_kit.faces.record_editor import RecordEditor
from planning_kit.faces.same_problem import SameProblem
from planning_kit.faces.tool import Showing, Told, Tool
from planning_kit.faces.touch_controls import touch_control
from planning_kit.language import _
from planning_kit.plan.merged import survivors
from planning_kit.records import Forum, Problem
from planning_kit.thai import format_number
from planning_kit.tool_titles import title_of
from planning_kit.workbook import Workbook

_ASKED = (
    "theme",
    "statement",
    "village_codes",
    "households_affected",
    "households_basis",
    "forum_code",
    "said_by",
    "detail",
)
_PROBLEM = Problem.noun.name


class ProblemCards(Tool):
    """A card for every problem, as people put it, under its theme."""

    def _body(self) -> list[w.Widget]:
        self._held: dict[str, Held] = {}
        self._themes = named_taxa("problem_theme", self.workbook)
        self._forum = touch_control(Problem, "forum_code", self.workbook)
        self._new = WriteThenTouch(
            str(Problem.field("statement").label),
            _("Write it as it was told, then touch its theme: the card is saved"),
            self._themes,
            self._add,
            is_long=True,
        )
        self.board = Board(self._editor)
        self.alike = SameProblem(self)
        forum = w.VBox([self._forum.widget])
        forum.add_class("pk-narrow")
        return [forum, self._new.widget, self.board.widget, self.alike.widget]

    def refresh(self) -> None:
        """Show every card under its theme, and the pairs that may be one."""
        self._held = {str(held["problem_code"]): held for held in self.keeper.all(_PROBLEM)}
        last = survivors(self.workbook.frame(_PROBLEM))
        codes: dict[str, list[str]] = {}
        for code, held in self._held.items():
            aside = held["is_set_aside"] or last.get(code, code) != code
            codes.setdefault(_ASIDE if aside else str(held["theme"] or ""), []).append(code)
        titles = {str(code): str(words) for code, words in self._themes}
        named = {**titles, **{code: code for code in codes if code not in titles}}
        named |= {"": _("Theme not stated"), _ASIDE: _("Merged or set aside; the card stays")}
        order = [*titles, *(code for code in named if code not in titles)]
        self.board.show(
            [
                Group(theme, f"{named[theme]} ({format_number(len(codes[theme]))})", cards)
                for theme in sorted(order, key=lambda one: one == _ASIDE)
                if (cards := [self._card(code, theme) for code in codes.get(theme, ())])
            ]
        )
        self.alike.show(self._held)

    def reopen(self) -> None:
        """Show the open card as it is kept."""
        self.board.reopen()

    def _card(self, code: str, theme: str) -> Card:
        held = self._held[code]
        more = [self._places(held["village_codes"])]
        if held["households_affected"] is not None:
            more.append(_("{n} households", n=format_number(held["households_affected"])))
        if held["merged_into"]:
            more.append(_("merged into {code}", code=held["merged_into"]))
        if held["is_set_aside"]:
            more.append(_("set aside"))
        second = " · ".join(part for part in more if part)
        text = f"{code} {held['statement']}"
        looks = ("pk-aside",) if theme == _ASIDE else ()
        return Card(code, f"{text}\n{second}" if second else text, looks)

    def _places(self, codes: Any) -> str:
        moos = sorted(int(code[6:8]) for code in codes or () if code[6:8].isdigit())
        return _("Moo {moo}", moo=", ".join(map(str, moos))) if moos else ""

    def _add(self, text: str, theme: str, told: Told) -> None:
        answers: dict[str, Any] = {"statement": text, "theme": theme}
        if forum := self._forum.answer():
            answers["forum_code"] = forum
            answers["village_codes"] = self._village_of(forum)
        self.add_coded(_PROBLEM, "problem_code", "P", answers, told)

    def _village_of(self, forum: str) -> tuple[str, ...] | None:
        """Return the village where a forum was held: its people speak of their own first."""
        held = (one for one in self.workbook.records(Forum) if one.forum_code == forum)
        village = next((one.village_code for one in held), None)
        return (village,) if village else None

    def _editor(self, code: str) -> w.Widget:
        held = self._held[code]
        asked = RecordEditor(self, held, _ASKED)
        close = w.Button(description=_("Close the card"))
        close.on_click(lambda _button: self.board.open(None))
        deeds = [close]
        if held["merged_into"]:
            part = w.Button(description=_("Part it from {code} again", code=held["merged_into"]))
            part.on_click(lambda _button: self._part(asked.held))
            deeds.append(part)
        out = w.Button(description=_("Take the card out"))
        out.on_click(lambda _button: self._take_out(asked.held))
        bar = w.Box([*deeds, out])
        bar.add_class("pk-bar")
        return w.VBox([asked.widget, bar])

    def _part(self, held: Held) -> None:
        self.change(held, {"merged_into": None, "merged_reason": None})
        self.reopen()

    def _take_out(self, held: Held) -> None:
        code = held["problem_code"]
        merged = [own for own, one in self._held.items() if one["merged_into"] == code]
        if merged:
            said = _(
                "Others are merged into it: {codes}. Part them first.", codes=", ".join(merged)
            )
            self.line.no(said)
            return
        self.take_out([held])


_ASIDE = "aside"


def problem_cards(workbook: Workbook, *, section: Showing, who: str | None = None) -> ProblemCards:
    """Return the cards of all problems, to add, change, move, merge and take out.

    Parameters
    ----------
    section:
        The chapter of the report that is shown below; the front door hands it over.
    who:
        Who writes, as a role or a code of the table; kept with each revision.
    """
    return ProblemCards(workbook, title_of("problem_cards"), section, who=who)
