"""A form for one record, made from its declaration and the area's own questions."""

from __future__ import annotations

from collections.abc import Callable, Collection
from html import escape
from typing import Any

import ipywidgets as w

from planning_kit.errors import KitError
from planning_kit.faces.conflict import Conflict
from planning_kit.faces.control import Control
from planning_kit.faces.later import nobody
from planning_kit.faces.next_code import code_to_offer, saved_coded
from planning_kit.faces.screens import Layout
from planning_kit.faces.style import style_sheet
from planning_kit.faces.typed_form import TypedForm
from planning_kit.faces.wording import practice_line
from planning_kit.language import N_, _
from planning_kit.records import Record
from planning_kit.workbook import Workbook
from planning_kit.workbook.saving import (
    Finding,
    Revision,
    Saving,
    asked_kind,
    kept_values,
    save_answers,
)

# What stays on the screen for the next record: people come village by village.
_STAYS = ("village_code", "source_code")


class Form(TypedForm):
    """What ``form`` returns; shown by a notebook or Voila as it is.

    It keeps no state worth losing: what is saved stands in the workbook, and what is typed
    stands there as a draft, with which any device can go on.
    """

    def __init__(
        self,
        workbook: Workbook,
        kind: type[Record],
        *,
        who: str,
        why: str,
        layout: Layout | None,
        over: Revision | None = None,
    ) -> None:
        super().__init__(workbook, kind, who, layout, over)
        self._why = why
        self.on_saved: Callable[[], None] = nobody
        self.conflict = Conflict(self.keep_mine, self.take_theirs)
        self._last = Saving(())
        self.save_button = w.Button(description=_("Save"))
        self.save_button.add_class("pk-main")
        self.save_button.on_click(lambda _button: self.save())
        self._another = w.Button(description=_("Another record"))
        self._another.on_click(lambda _button: self.begin_another())
        self._another.layout.display = "none"
        self.widget = self._laid_out()
        self._offered = ""
        if over is not None:
            self.open(over)
        else:
            self._offer_code()
        self.list_drafts()

    def _laid_out(self) -> w.VBox:
        noun = self.kind.noun
        heading = f"<h2>{escape(str(noun.title))}</h2>{practice_line(self._workbook)}"
        needed = _("* must be answered; leave blank what is not known, write 0 for none")
        heading += f'<p class="pk-help">{escape(needed)}</p>'
        bar = w.Box([self.screens.back, self.screens.onward, self.save_button, self._another])
        bar.add_class("pk-bar")
        parts = [self.waiting.widget, self.screens.widget, self.conflict.widget]
        parts += [self.standing.widget, bar]
        whole = w.VBox([w.HTML(style_sheet()), w.HTML(heading), *parts])
        whole.add_class("pk-form")
        return whole

    def _repr_mimebundle_(self, **asked: Any) -> Any:
        return self.widget._repr_mimebundle_(**asked)

    def _answered(self, control: Control) -> None:
        self.conflict.hide()
        self._another.layout.display = "none"
        super()._answered(control)

    # --- saving -----------------------------------------------------------------------
    def save(self) -> Saving:
        """Save what is on the screen through the workbook, and say what became of it."""
        try:
            if self._stands_as_offered():
                # Nobody chose the code here, so another will do where somebody has used it since.
                saving = saved_coded(self._offered, self._offer_code, lambda _code: self._save())
            else:
                saving = self._save()
        except KitError as error:
            # The store is locked, full or away: the answers stay in their boxes.
            self.standing.refused([error.say()])
            return Saving(())
        self._last = saving
        self._show_findings(saving)
        return saving

    def _save(self) -> Saving:
        return save_answers(
            self._workbook, self.kind, self.answers(), who=self._who, why=self._why,
            over=self._over, draft=self.autosave.draft, page=self.autosave.page,
        )  # fmt: skip

    def _offer_code(self, tried: Collection[str] = ()) -> str:
        """Put in the next code of its sort, so that nobody need think one up."""
        self._offered = code_to_offer(self._workbook, self.kind, tried)
        if self._offered:
            self.controls[self.kind.noun.key[0]].show(self._offered)
        return self._offered

    def _stands_as_offered(self) -> bool:
        stands = self.answers().get(self.kind.noun.key[0]) if self._over is None else None
        return bool(self._offered) and stands == self._offered

    def _show_findings(self, saving: Saving) -> None:
        self.conflict.hide()
        for control in self.controls.values():
            control.say_nothing()
        whole = [self._say_at_its_question(finding) for finding in saving.findings]
        if saving.revision is not None:
            self._fill_in(saving)
            self._stand_on(saving.revision)
            self.list_drafts()
            self.standing.saved(saving.revision.when, [said for said in whole if said])
            self._another.layout.display = None
            self.on_saved()
        elif saving.theirs is not None:
            # What stood here told to press “Save”; now there is something to choose first.
            self.standing.nothing_yet()
            self.conflict.show(self.kind, saving)
        else:
            self._show_refusal(saving, [said for said in whole if said])

    def _fill_in(self, saving: Saving) -> None:
        """Show what the workbook filled in by itself: the source, where there is only one."""
        for name, value in kept_values(self.kind, saving.record).items():
            if value is not None and not self.controls[name].answer() and name in _STAYS:
                self.controls[name].show(value)

    def _say_at_its_question(self, finding: Finding) -> str:
        """Say a finding under its question; return its sentence where it has none."""
        control = self.controls.get(finding.field)
        if control is None:
            return finding.say()
        if finding.level == "refuse":
            control.complain(finding.say())
        elif not control.said:
            control.remark(finding.say())
        return ""

    def _show_refusal(self, saving: Saving, whole: list[str]) -> None:
        wrong = {one.field for one in saving.findings if one.level == "refuse" and one.field}
        in_order = [name for name in self.screens.order if name in wrong]
        labels = [str(self.kind.field(name).label) for name in in_order]
        self.standing.refused([*whole, *labels])
        if in_order and not wrong & set(self.screens.shown):
            self.screens.go_to(in_order[0])

    def keep_mine(self) -> Saving:
        """Save what is on the screen as a new version of what somebody else saved."""
        self._over = self._last.theirs
        return self.save()

    def take_theirs(self) -> None:
        """Show what somebody else saved; what was on the screen is given up."""
        assert self._last.theirs is not None, "asked only where there are two versions"
        if self._is_dropped(self.autosave.draft):
            self.open(self._last.theirs)

    def open(self, revision: Revision) -> None:
        """Show a saved record, to be changed."""
        self._put_in(revision.record)
        self._stand_on(revision)
        self.conflict.hide()
        self.standing.saved(revision.when)
        self.screens.to_beginning()

    def begin_another(self) -> None:
        """Clear the form for the next record; village and source stay."""
        for name, control in self.controls.items():
            if name not in _STAYS or name in self.kind.noun.key:
                control.show(None)
        self._stand_on(None)
        self._offer_code()
        self._another.layout.display = "none"
        self.standing.nothing_yet()
        self.list_drafts()
        self.screens.to_beginning()


def form(
    workbook: Workbook,
    kind: str,
    record: str | tuple[object, ...] | None = None,
    *,
    layout: str | None = None,
    who: str | None = None,
    why: str | None = None,
) -> Form:
    """Return a form for a new record, or for one that is there.

    Parameters
    ----------
    kind:
        Name of the record type: ``"household"``, ``"production"`` …
    record:
        The natural key of the record to change: ``"03-012"``, or a tuple where the key has
        several parts; ``None`` for a new one.
    layout:
        ``"section"`` shows a section at a time, ``"question"`` one question; without it the
        width of the window decides, a phone or a projector. Raises ``ValueError`` for another.
    who, why:
        Who types, as a role or a code of the table, and why: both are kept with the revision.

    Raises ``KitError`` ``faces.no-such-record`` for a key that no record has, and
    ``KeyError`` for an unknown record type.
    """
    who = _("form") if who is None else who
    said_why = _("typed into the form") if why is None else why
    asked = asked_kind(workbook, kind)
    shown = None if layout is None else Layout(layout)
    if record is None:
        return Form(workbook, asked, who=who, why=said_why, layout=shown)
    wanted = tuple(map(str, record if isinstance(record, tuple) else (record,)))
    for stored in workbook.stored(kind):
        key = stored.record.natural_key() or ()
        if tuple(str(getattr(part, "value", part)) for part in key) == wanted:
            over = stored.revision
            return Form(workbook, asked, who=who, why=said_why, layout=shown, over=over)
    raise KitError(
        "faces.no-such-record",
        N_("There is no record “{key}” to change; look at the code, or begin a new record"),
        key=" · ".join(wanted),
    )
