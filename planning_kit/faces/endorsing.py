"""Endorsing the plan: what still stands against it, the council's meeting, and freezing it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from planning_kit.errors import KitError
from planning_kit.faces.named import named_records
from planning_kit.faces.redrawn import Chapter
from planning_kit.faces.step_parts import (
    Part,
    button,
    choice,
    count,
    group,
    head,
    option,
    picks,
    say,
)
from planning_kit.faces.step_parts import text as box
from planning_kit.faces.step_records import Paper
from planning_kit.faces.step_tool import Deed, StepTool
from planning_kit.language import N_, _, ngettext
from planning_kit.records import Endorsement
from planning_kit.records.forum_choices import ForumKind
from planning_kit.records.plan_choices import AmendmentType
from planning_kit.thai import format_date, format_number
from planning_kit.tool_titles import title_of
from planning_kit.visitor import is_facilitator
from planning_kit.workbook import Version, Workbook, endorse, is_changed, versions

_MEMBERS = ("members", "members_present")
_VOTES = ("votes_for", "votes_against", "votes_abstain")


class Endorser(StepTool):
    """Freezes the plan as a meeting of the council adopted it; asked twice, never undone.

    What the meeting counted is written into the meeting's own record at once.
    """

    forum_code = ""

    def __init__(self, *given: Any, open_points: Callable[[Workbook], int], **more: Any) -> None:
        super().__init__(*given, **more)
        self._open_points = open_points
        self._is_asked = False
        self._amendment: dict[str, str] = {}

    def parts(self) -> list[Part]:
        """Return how the plan stands, the meeting with its votes, and the button."""
        known = versions(self.workbook)
        is_open = not known or is_changed(self.workbook)
        parts = self._stands(known, is_open=is_open)
        if not is_open:
            return parts
        if not is_facilitator():
            return [*parts, say(_("The facilitator endorses the plan, on the hall’s computer."))]
        meetings = self._meetings()
        if not meetings:
            told = _("Record the council’s meeting first, on page 02 under “Who came”.")
            return [*parts, say(told, "flag")]
        parts += [*self._points(), *self._meeting(meetings)]
        if known:
            parts += self._amended(known[-1])
        return [*parts, *self._button(len(known) + 1)]

    def deeds(self) -> dict[str, Deed]:
        """Return what the parts do."""
        return {
            "meeting": self._choose,
            "counted": self._write,
            "amendment": self._amend,
            "ask": self._ask,
            "not_yet": self._not_yet,
            "freeze": self._freeze,
        }

    # --- how it stands -------------------------------------------------------------------
    def _stands(self, known: list[Version], *, is_open: bool) -> list[Part]:
        if not known:
            return [say(_("Draft, not endorsed yet."))]
        last = known[-1]
        told = _(
            "Version {version} was endorsed on {date}. Fingerprint: {mark}",
            version=last.number,
            date=format_date(last.endorsement.date),
            mark=last.fingerprint,
        )
        if is_open:
            return [
                say(told),
                say(_("The plan has changed since; it is a draft again until it is endorsed."), "flag"),
            ]  # fmt: skip
        return [say(told, "total"), say(_("The plan is as it was endorsed."))]

    def _points(self) -> list[Part]:
        points = self._open_points(self.workbook)
        if not points:
            return [say(_("Nothing stands against it: every point that must be mended is mended."))]
        told = ngettext(
            "{all} point must be mended before the plan is endorsed; page 04 says which.",
            "{all} points must be mended before the plan is endorsed; page 04 says which.",
            points,
            all=format_number(points),
        )
        return [say(told, "flag")]

    # --- the meeting ----------------------------------------------------------------------
    def _meetings(self) -> dict[str, Paper]:
        found = self.desk.read("forum")
        return {
            str(key[0]): paper
            for key, paper in found.items()
            if paper.value("kind") == ForumKind.COUNCIL_MEETING
        }

    def _meeting(self, meetings: dict[str, Paper]) -> list[Part]:
        named = [option(code, said) for code, said in named_records("forum", self.workbook).items()
                 if code in meetings]  # fmt: skip
        if self.forum_code not in meetings:
            # Named with the latest first: it is the one that has just been held.
            self.forum_code = str(named[0]["value"])
        paper = meetings[self.forum_code]
        counters = [self._count(paper, name) for name in (*_MEMBERS, *_VOTES)]
        id_ = "counted|resolution"
        label = str(paper.kind.field("resolution").label)
        said = self.said(id_, paper, "resolution")
        parts = [
            choice("meeting", _("Which meeting of the council?"), named, self.forum_code),
            group("", counters, css="row", name="counted"),
        ]
        votes = [paper.value(name) for name in _VOTES[:2]]
        if votes[0] is not None and votes[0] == votes[1]:
            yes_no = [option(True, _("Yes")), option(False, _("No"))]
            name = "chair_voted_to_break_tie"
            parts.append(picks(f"counted|{name}", str(paper.kind.field(name).label), yes_no,
                               paper.value(name)))  # fmt: skip
        return [*parts, box(id_, label, paper.text("resolution"), lines=2, said=said)]

    def _count(self, paper: Paper, name: str) -> Part:
        id_ = f"counted|{name}"
        label = str(paper.kind.field(name).label)
        return count(id_, label, paper.value(name), said=self.said(id_, paper, name, ""))

    def _choose(self, code: str) -> None:
        self.forum_code, self._is_asked = str(code or ""), False

    def _write(self, name: str, value: Any) -> None:
        self._is_asked = False
        meeting = self._meetings().get(self.forum_code)
        if meeting is not None and is_facilitator():
            meeting.answer(**{name: value})

    # --- a later version ------------------------------------------------------------------
    def _amended(self, last: Version) -> list[Part]:
        options = [option(one.value, str(one.words)) for one in AmendmentType]
        kinds = Endorsement.field("amendment"), Endorsement.field("reason")
        return [
            head(_("What is different from version {version}?", version=last.number)),
            picks("amendment|amendment", str(kinds[0].label), options,
                  self._amendment.get("amendment"), stays=True),
            box("amendment|reason", str(kinds[1].label), self._amendment.get("reason", ""), lines=2),
        ]  # fmt: skip

    def _amend(self, name: str, value: Any) -> None:
        self._amendment[name] = str(value or "")

    # --- freezing -------------------------------------------------------------------------
    def _button(self, number: int) -> list[Part]:
        wrong = [say(said, "error") for _tone, said in self.said("freeze")]
        if not self._is_asked:
            return [*wrong, button("ask", _("The council has adopted the plan"), is_main=True)]
        told = _(
            "Version {version} is then frozen and gets its fingerprint. It cannot be taken back; "
            "what changes later is endorsed again.",
            version=number,
        )
        return [
            say(told, "flag"),
            group(
                "",
                [
                    button("freeze", _("Yes, endorse version {version}", version=number), is_main=True),
                    button("not_yet", _("Not yet")),
                ],
                css="row",
                name="sure",
            ),
        ]  # fmt: skip

    def _ask(self, _pressed: bool) -> None:
        self._is_asked = True

    def _not_yet(self, _pressed: bool) -> None:
        self._is_asked = False

    def _freeze(self, _pressed: bool) -> None:
        if not (self._is_asked and is_facilitator()):
            return
        self._is_asked = False
        if self.desk.unsaved():
            raise KitError(
                "faces.mend-before-endorsing",
                N_("Something above is not saved yet; mend what is marked in red, then endorse"),
            )
        said = {name: value for name, value in self._amendment.items() if value.strip()}
        why = said.get("reason", "")
        endorse(self.workbook, self.forum_code, who=self._who, why=why, **said)
        self._amendment = {}
        self.desk.note_change()


def endorsing(
    workbook: Workbook,
    *chapters: Chapter,
    section: Callable[[Workbook], int],
    who: str | None = None,
) -> Endorser:
    """Return the tool with which a meeting of the council endorses the plan.

    ``chapters`` are the sections of the page that are redrawn after it, such as
    ``kit.endorsement``. ``section`` counts the points that must be mended before; the front
    door hands it over. ``who`` writes, as a role; it is kept with the revision.
    """
    return Endorser(
        workbook,
        chapters,
        title=title_of("endorsing"),
        who=_("facilitator") if who is None else who,
        why=_("counted at the council’s meeting"),
        open_points=section,
    )
