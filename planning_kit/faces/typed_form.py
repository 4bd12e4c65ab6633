"""What is typed into a form: read, asked on, kept as a draft, and taken up again on any device."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from planning_kit.errors import KitError
from planning_kit.faces.autosave import Autosave, News
from planning_kit.faces.control import Control
from planning_kit.faces.inputs import make_controls
from planning_kit.faces.parts_control import DateControl
from planning_kit.faces.screens import Layout, Screens
from planning_kit.faces.standing import Message, Standing, clock, shelf_of
from planning_kit.faces.waiting import Waiting
from planning_kit.language import _
from planning_kit.records import Record
from planning_kit.records.asking_order import is_asked
from planning_kit.workbook import Workbook
from planning_kit.workbook.drafts import Draft, TypedAnswer, drafts_of, drop_draft, revision_under
from planning_kit.workbook.saving import Revision, kept_values, read_answer


class TypedForm:
    """The boxes of a form and the draft under them. ``Form`` adds the saving."""

    def __init__(
        self,
        workbook: Workbook,
        kind: type[Record],
        who: str,
        layout: Layout | None,
        over: Revision | None,
    ) -> None:
        self._workbook, self.kind, self._who = workbook, kind, who
        self._over: Revision | None = None
        self.controls: dict[str, Control] = make_controls(kind, workbook)
        for control in self.controls.values():
            control.on_answer(self._answered)
        self._is_by_width = layout is None
        self.screens = Screens(kind, self.controls, layout or Layout.SECTION, self.is_asked)
        self.standing = Standing(f"form {shelf_of(workbook, kind, over)}", self._heard)
        self.autosave = Autosave(
            workbook, kind, self.controls, self.standing, who=who, heard_of=self._show_others
        )
        self.waiting = Waiting(self.controls, kind.noun.key, self.go_on, self.throw_away)

    # --- answers ----------------------------------------------------------------------
    def answers(self) -> dict[str, Any]:
        """Return the answers to what is asked, as they were typed; what is skipped is left out."""
        return {
            name: control.answer() for name, control in self.controls.items() if self.is_asked(name)
        }

    def is_asked(self, name: str) -> bool:
        """Tell whether a question is asked after the answers given so far."""
        given = {other: control.answer() for other, control in self.controls.items()}
        return is_asked(self.kind, self.kind.field(name), given)

    def _answered(self, control: Control) -> None:
        self.autosave.take(control.spec.name, control.typed())
        self._judge(control)
        # Last, so that what another device typed here is said after what is wrong with it.
        self.autosave.keep()
        self.screens.refresh()

    def _judge(self, control: Control) -> None:
        """Say under a question whether its answer can be read."""
        if isinstance(control, DateControl) and control.is_begun:
            control.say_nothing()
            return
        value, finding = read_answer(self.kind, control.spec.name, control.answer())
        if finding is None or finding.code == "records.required":
            # Whether anything is missing is asked on saving, not while people still type.
            control.understood(value)
        else:
            control.complain(finding.say())

    def _stand_on(self, revision: Revision | None) -> None:
        """Begin anew over a revision, or with a new record; what tells it apart then stays."""
        self._over = revision
        self.autosave.begin(revision)
        for name in self.kind.noun.key:
            self.controls[name].lock(revision is not None)

    def _put_in(self, record: Record | None) -> None:
        for name, value in kept_values(self.kind, record).items():
            self.controls[name].show(value)

    # --- drafts -----------------------------------------------------------------------
    def list_drafts(self) -> None:
        """Show which drafts wait: all of the type, or those of the record on the screen."""
        try:
            found = drafts_of(self._workbook, self.kind)
        except KitError as error:
            self.standing.refused([error.say()])
            return
        mine = self.autosave.draft.draft_id
        over = self._over.record_id if self._over else None
        others = [one for one in found if one.draft_id != mine]
        self.waiting.show([one for one in others if over in (None, one.record_id)])

    def go_on(self, draft: Draft) -> None:
        """Show a draft as it was typed, to be finished here."""
        under = revision_under(self._workbook, draft)
        self._put_in(under.record if under else None)
        self._stand_on(under)
        self.autosave.resume(draft)
        for name in self.controls.keys() & draft.answers.keys():
            self.controls[name].type_in(draft.answers[name])
            self._judge(self.controls[name])
        for name, standing in (draft.typed or {}).items():
            self._remark(name, standing[:-1])
        if draft.last is not None:
            self.standing.draft_kept(draft.last.when)
        self.screens.to_beginning()
        self.list_drafts()

    def throw_away(self, draft: Draft) -> None:
        """Erase a draft for good."""
        if self._is_dropped(draft):
            self.list_drafts()

    def _is_dropped(self, draft: Draft) -> bool:
        try:
            drop_draft(self._workbook, draft.draft_id)
        except KitError as error:
            self.standing.refused([error.say()])
            return False
        return True

    def _show_others(self, news: News) -> None:
        """Show what another page typed in this draft; of two answers at once, both are said."""
        for name in self.controls.keys() & news.keys():
            *before, last = news[name]
            if last.page != self.autosave.page:
                self.controls[name].type_in(last.answer)
                self._judge(self.controls[name])
                before = [last]
            self._remark(name, before)
        self.screens.refresh()

    def _remark(self, name: str, typed: Any) -> None:
        control = self.controls.get(name)
        if control is None or not typed:
            return
        other: TypedAnswer = typed[-1]
        said = _(
            "Typed on another device at {time} by {who}: “{text}”",
            time=clock(other.when),
            who=other.who or "–",
            text=control.worded(other.answer) or _("not stated"),
        )
        control.remark(said)

    # --- what the page says -----------------------------------------------------------
    def _heard(self, message: Message) -> None:
        if message["ask"] == "width":
            if self._is_by_width:
                narrow = bool(message["narrow"])
                self.screens.lay_out(Layout.QUESTION if narrow else Layout.SECTION)
            return
        if message["ask"] == "come_back":
            self._come_back(str(message.get("draft") or ""))
        is_heard = self._take(message["typed"], message.get("at"))
        # Where the store is away the page keeps what was typed and sends it again.
        self.standing.tell({"tell": "kept" if is_heard else "trouble", "n": message["n"]})

    def _come_back(self, draft_id: str) -> None:
        """Go on with what this very window typed before it was loaded anew."""
        if not draft_id or self.standing.widget.draft == draft_id:
            return
        for draft in drafts_of(self._workbook, self.kind):
            if draft.draft_id == UUID(draft_id):
                self.go_on(draft)

    def _take(self, typed: Mapping[str, list[Any]], at: str | None) -> bool:
        """Keep what the page says stands in its boxes; tell whether it was heard of.

        ``at`` is the question somebody is typing in: its boxes are left alone.
        """
        for name in self.controls.keys() & typed.keys():
            control = self.controls[name]
            boxes = control.of_page(typed[name])
            self.autosave.take(name, boxes)
            if name != at and control.typed() != boxes:
                # The widget's own message was lost on its way; this one came through.
                control.type_in(boxes)
                self._judge(control)
        is_heard = self.autosave.keep()
        self.screens.refresh()
        return is_heard
