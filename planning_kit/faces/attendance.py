"""Who came: a meeting, and counters by sex, age, village and group; people are never named."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from html import escape
from typing import Any

import ipywidgets as w

from planning_kit.faces.adding import WriteThenTouch
from planning_kit.faces.attendance_counts import Counts, said_of, sheet_of
from planning_kit.faces.chooser import Chooser
from planning_kit.faces.held import Held
from planning_kit.faces.named import named_records
from planning_kit.faces.record_editor import RecordEditor
from planning_kit.faces.tool import Showing, Told, Tool
from planning_kit.faces.touch_sheet import Cells, CountersWidget, Wrong, listen, page_words
from planning_kit.language import _
from planning_kit.records import Attendance, Forum
from planning_kit.records.forum_choices import AttendanceBy, ForumKind
from planning_kit.tool_titles import title_of
from planning_kit.workbook import Workbook
from planning_kit.workbook.saving import Level, Saving

_FORUM, _ROW = Forum.noun.name, Attendance.noun.name
_ASKED = ("kind", "title", "date", "place", "village_code")
_GROUPS = (AttendanceBy.FARMER_GROUP, AttendanceBy.ORGANISATION, AttendanceBy.SOCIAL_GROUP)


class AttendanceTool(Tool):
    """One meeting at a time: what it was, and who came, counted with − and +."""

    def _body(self) -> list[w.Widget]:
        self._meeting: Held | None = None
        self._just_added = ""
        self._editor_of: str | None = None
        # Cells that could not be saved alone wait on the page for the one that explains them.
        self._held_back: dict[str, dict[str, Any]] = {}
        self.chooser = Chooser(str(Forum.noun.title), self._other_meeting)
        self._new = WriteThenTouch(
            _("A new meeting: its title"),
            _(
                "Write it, then touch its kind: it is saved with today’s date, to be corrected below"
            ),
            [(kind.value, kind.words) for kind in ForumKind],
            self._add_meeting,
        )
        self._begin = w.Button(description=_("+ A new meeting"))
        self._begin.on_click(lambda _button: self._show_new(self._is_new_hidden))
        self._facts = w.VBox()
        self.page = CountersWidget(words=page_words(less=_("one less"), more=_("one more")))
        listen(self.page, self, self._count, self._open_row)
        self._row_editor = w.VBox()
        self._group = WriteThenTouch(
            _("A group that came: its name, never a person’s"),
            _("Write it, then touch what it is: a line of counters is added"),
            [(by.value, by.words) for by in _GROUPS],
            self._add_group,
        )
        self._said = w.HTML()
        self._facts.add_class("pk-narrow")
        self._counting = w.VBox(
            [self._facts, self.page, self._row_editor, self._group.widget, self._said]
        )
        self._show_new(False)
        bar = w.Box([self._begin])
        bar.add_class("pk-bar")
        return [self.chooser.widget, bar, self._new.widget, self._counting]

    @property
    def forum(self) -> str:
        """The code of the meeting that is shown; blank where there is none."""
        return self.chooser.code

    def refresh(self) -> None:
        """Show the meetings, and what is counted of the one that is chosen."""
        self.chooser.show(named_records(_FORUM, self.workbook), self._just_added)
        self._just_added = ""
        meetings = (one for one in self.keeper.all(_FORUM) if one["forum_code"] == self.forum)
        meeting = next(meetings, None)
        self._counting.layout.display = None if meeting else "none"
        if meeting is None:
            self._meeting = None
            return
        is_other = self._editor_of != self.forum
        self._meeting = meeting
        if is_other:
            self.reopen()
        counts = self._counts()
        self.page.sheet = sheet_of(counts)
        lines = "".join(f"<p>{escape(one)}</p>" for one in said_of(counts))
        self._said.value = f'<div role="status">{lines}</div>'

    def reopen(self) -> None:
        """Show what is known of the meeting as it is kept."""
        self._row_editor.children = []
        if self._meeting is not None:
            self._editor_of = self.forum
            self._facts.children = [RecordEditor(self, self._meeting, _ASKED).widget]

    def _counts(self) -> Counts:
        assert self._meeting is not None, "asked only of a meeting that is shown"
        own = (one for one in self.keeper.all(_ROW) if one["forum_code"] == self.forum)
        villages = named_records("village", self.workbook)
        return Counts(self._meeting, {_id(one): one for one in own}, villages)

    @property
    def _is_new_hidden(self) -> bool:
        return bool(self._new.widget.layout.display == "none")

    def _show_new(self, is_shown: bool) -> None:
        self._new.widget.layout.display = None if is_shown else "none"

    def _other_meeting(self) -> None:
        self._held_back = {}
        self.refresh()

    # --- adding ------------------------------------------------------------------------
    def _add_meeting(self, title: str, kind: str, told: Told) -> None:
        prefix = "C" if kind == ForumKind.COUNCIL_MEETING else "F"
        width = 1 if prefix == "C" else 2
        answers = {"title": title, "kind": kind, "date": dt.datetime.now().astimezone().date()}

        def show(saving: Saving) -> None:
            told(saving)
            if saving.revision is not None and saving.record is not None:
                self._just_added = str(getattr(saving.record, "forum_code", ""))
                self._show_new(False)

        self.add_coded(_FORUM, "forum_code", prefix, answers, show, width=width)

    def _add_group(self, name: str, by: str, told: Told) -> None:
        self.add(_ROW, {"forum_code": self.forum, "by": by, "name": name}, told)

    # --- counting ----------------------------------------------------------------------
    def _count(self, cells: Cells) -> Wrong:
        wrong: Wrong = {}
        why: list[str] = []
        for id_, touched in cells.items():
            typed = {**self._held_back.pop(id_, {}), **touched}
            if refused := self._refused(id_, typed):
                self._held_back[id_] = typed
                wrong[id_] = list(typed)
                why += refused
        if why:
            # Another line may have been saved after it; what is not must still be said.
            self.line.refused(why)
        return wrong

    def _refused(self, id_: str, typed: Mapping[str, Any]) -> list[str]:
        """Save the counts of one line; return why not, nothing where they stand."""
        became: list[Saving] = []
        counts = self._counts()
        held = counts.meeting if id_ == _FORUM else counts.rows.get(id_)
        if held is not None:
            self.change_now(held, typed, became.append)
        else:
            by, name = id_.split("/", 1)
            answers = {"forum_code": self.forum, "by": by, "name": name, **typed}
            self._became(self.keeper.add(_ROW, answers), became.append)
        return [
            finding.say()
            for saving in became
            for finding in saving.findings
            if finding.level is Level.REFUSE
        ]

    def _open_row(self, id_: str) -> None:
        held = self._counts().rows.get(id_)
        if held is None:
            return
        out, close = w.Button(description=_("Take the row out")), w.Button(description=_("Close"))
        out.on_click(lambda _button: self._take_out(held))
        close.on_click(lambda _button: self.reopen())
        bar = w.Box([close, out])
        bar.add_class("pk-bar")
        box = w.VBox([w.HTML(f"<h3>{escape(str(held['name']))}</h3>"), bar])
        box.add_class("pk-editor")
        self._row_editor.children = [box]

    def _take_out(self, held: Held) -> None:
        self._row_editor.children = []
        self.take_out([held])


def _id(held: Held) -> str:
    return f"{held['by']}/{held['name']}"


def attendance(workbook: Workbook, *, section: Showing, who: str | None = None) -> AttendanceTool:
    """Return the counters of a meeting: who came, by sex, age, village and group.

    ``section`` is the chapter shown below; the front door hands it over. ``who`` writes, as a
    role or a code of the table; it is kept with each revision.
    """
    return AttendanceTool(workbook, title_of("attendance"), section, who=who)
