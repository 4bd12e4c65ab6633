"""Versions that two computers left apart, side by side: the facilitator says which is right."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from planning_kit.errors import KitError
from planning_kit.faces.named import line_of, name_of
from planning_kit.faces.redrawn import Chapter
from planning_kit.faces.step_parts import Part, button, group, option, picks, say
from planning_kit.faces.step_parts import text as box
from planning_kit.faces.step_tool import Deed, StepTool
from planning_kit.faces.wording import written
from planning_kit.language import N_, _, ngettext
from planning_kit.records import FieldSpec
from planning_kit.tool_titles import title_of
from planning_kit.visitor import is_facilitator
from planning_kit.workbook import Workbook
from planning_kit.workbook.saving import Revision, kept_values
from planning_kit.workbook.settling import Disputed, asked, disputed, mark_of, saved_by, settle

MOST = 5
"""Records shown at a time; the next come when these are settled."""
_ALL = ""


class SettleVersions(StepTool):
    """Shows the versions of each record with what differs, and saves the one people choose."""

    def __init__(self, *given: Any, **more: Any) -> None:
        # Record → field (all of them: "") → mark of the version; and why.
        self._chosen: dict[UUID, dict[str, str]] = {}
        self._whys: dict[UUID, str] = {}
        super().__init__(*given, **more)

    def parts(self) -> list[Part]:
        """Return how many there are, and a card for each of the first."""
        found = disputed(self.workbook)
        if not found:
            return [say(_("No record has two versions: nothing is to be settled."))]
        told = ngettext(
            "{n} record was changed on two computers that worked apart. Until it is settled, the "
            "version saved last counts. Ask those who know; nothing is lost either way.",
            "{n} records were changed on two computers that worked apart. Until they are settled, "
            "the version saved last counts. Ask those who know; nothing is lost either way.",
            len(found),
        )
        parts = [say(told, "flag")]
        if not is_facilitator():
            parts.append(say(_("The facilitator settles them, on the hall’s computer.")))
        return [*parts, *(self._card(one) for one in found[:MOST])]

    def deeds(self) -> dict[str, Deed]:
        """Return what the answers do; a card is known by the id of its record."""
        return {"take": self._take, "why": self._say_why, "settle": self._keep}

    def standing(self) -> tuple[str, str]:
        """Say nothing before something is settled: a choice alone is not saved."""
        return self.saved_at() if self.desk.saved_when else ("ready", "")

    # --- what is shown ---------------------------------------------------------------------
    def _card(self, one: Disputed) -> Part:
        key, last = str(one.record_id), one.versions[0]
        title = f"{one.title}: {line_of(name_of(last.record)) if last.record else one.key}"
        kind = asked(self.workbook, one)
        differing = one.differing(kind)
        if not is_facilitator():
            seen = [say(saved_by(version)) for version in one.versions]
            labels = ", ".join(str(spec.label) for spec in differing)
            differs = [say(_("Differs in: {fields}", fields=labels))] if labels else []
            return group(title, [*seen, *differs], css="card", name=key)
        chosen = self._chosen.get(one.record_id, {})
        whole = [
            option(
                mark_of(it), f"{_numbered(at)}: {saved_by(it)}", _("counts now") if at == 1 else ""
            )
            for at, it in enumerate(one.versions, start=1)
        ]
        parts = [
            picks(f"take|{key}|{_ALL}", _("Which version is right?"), whole,
                  chosen.get(_ALL), stays=True),
            *(self._field(one, kind.field(spec.name), chosen) for spec in differing),
            box(f"why|{key}", _("Why? The reason is kept."), self._whys.get(one.record_id, "")),
            *(say(told, "error") for _tone, told in self.remarks.get(f"settle|{key}", ())),
            button(f"settle|{key}", _("Keep this as the right version"), is_main=True,
                   off=_ALL not in chosen),
        ]  # fmt: skip
        return group(title, parts, css="card", name=key)

    def _field(self, one: Disputed, spec: FieldSpec, chosen: dict[str, str]) -> Part:
        kind = asked(self.workbook, one)
        said = [written(spec, kept_values(kind, it.record)[spec.name]) for it in one.versions]
        options = [
            option(mark_of(it), told, _numbered(at))
            for at, (it, told) in enumerate(zip(one.versions, said, strict=True), start=1)
        ]
        value = chosen.get(spec.name, chosen.get(_ALL))
        name = f"take|{one.record_id}|{spec.name}"
        return picks(name, str(spec.label), options, value, stays=True)

    # --- what people say -------------------------------------------------------------------
    def _take(self, key: str, field: str, mark: str | None) -> None:
        if not mark:
            return
        if field == _ALL:
            self._chosen[UUID(key)] = {_ALL: mark}
            return
        chosen = self._chosen.setdefault(UUID(key), {})
        # What is not touched stays as the version that counts now.
        chosen.setdefault(_ALL, self._first(key))
        chosen[field] = mark

    def _first(self, key: str) -> str:
        one = self._found(key)
        return mark_of(one.versions[0])

    def _say_why(self, key: str, said: str) -> None:
        self._whys[UUID(key)] = str(said or "")

    def _keep(self, key: str, _pressed: object) -> None:
        if not is_facilitator():
            return
        one = self._found(key)
        marks = dict(self._chosen.get(one.record_id, {}))
        chosen = one.version(marks.pop(_ALL, ""))
        taken: dict[str, Revision] = {name: one.version(mark) for name, mark in marks.items()}
        saving = settle(
            self.workbook, one, chosen,
            who=self._who, why=self._whys.get(one.record_id, ""), taken=taken,
        )  # fmt: skip
        if saving.revision is None:
            for finding in saving.findings:
                self.refuse(f"settle|{key}", finding.say())
            return
        self._chosen.pop(one.record_id, None)
        self._whys.pop(one.record_id, None)
        self.desk.note_change()

    def _found(self, key: str) -> Disputed:
        for one in disputed(self.workbook):
            if str(one.record_id) == key:
                return one
        said = N_("Somebody else has settled this one meanwhile; nothing is left to choose")
        raise KitError("faces.settled-since", said)


def _numbered(at: int) -> str:
    return _("Version {n}", n=at)


def settle_versions(
    workbook: Workbook, *chapters: Chapter, who: str | None = None
) -> SettleVersions:
    """Return the tool with which the facilitator settles what two computers left apart.

    ``chapters`` are the sections of the page that are redrawn after it, such as
    ``kit.two_versions``. ``who`` settles, as a role; it is kept with the revision.
    """
    return SettleVersions(
        workbook,
        chapters,
        title=title_of("settle_versions"),
        who=_("facilitator") if who is None else who,
        why=_("settled in the hall"),
    )
