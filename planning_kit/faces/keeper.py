"""Saving what a tool is told, record by record, and taking the last of it back."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Any
from uuid import UUID

from planning_kit.errors import KitError
from planning_kit.faces.held import Held
from planning_kit.faces.next_code import next_code, saved_coded, taken_codes
from planning_kit.language import N_, _
from planning_kit.records import Record
from planning_kit.workbook import Workbook
from planning_kit.workbook.named_by import named_by
from planning_kit.workbook.saving import (
    Revision,
    Saving,
    asked_kind,
    kept_values,
    save_answers,
)

_GONE = "workbook.withdrawn"
_CHANGED_SINCE = N_(
    "Somebody has changed this since; look at what stands there now, then try again"
)
_NAMED = N_(
    "This cannot be taken out, because others name it: {linked}. Take those out or change them first."
)


class _Deed(Enum):
    ADDED = auto()
    CHANGED = auto()
    TAKEN_OUT = auto()


@dataclass
class _Step:
    """What was done to one record: the version before, and the one that stands after."""

    deed: _Deed
    kind: type[Record]
    before: Revision
    after: Revision


@dataclass
class Keeper:
    """Saves through the workbook and remembers the way back, act by act."""

    workbook: Workbook
    who: str
    why: str
    _acts: list[list[_Step]] = field(default_factory=list)
    _newer: dict[UUID, Revision] = field(default_factory=dict)

    def kind(self, name: str) -> type[Record]:
        """Return a record type as the area asks it."""
        return asked_kind(self.workbook, name)

    def all(self, name: str) -> list[Held]:
        """Return the records of a type that stand now, by natural key."""
        kind = self.kind(name)
        found = [Held(kind, one.revision) for one in self.workbook.stored(name)]
        return sorted(found, key=lambda held: [str(held[part]) for part in kind.noun.key])

    def add(self, name: str, answers: Mapping[str, Any]) -> Saving:
        """Save a new record. One of the same key that was taken out comes back, changed so.

        Raises ``KitError`` for what the store raises.
        """
        kind = self.kind(name)
        saving = self._save_new(kind, answers)
        if any(finding.code == _GONE for finding in saving.findings) and saving.record:
            return self._revive(kind, saving.record, answers)
        return saving

    def add_coded(
        self, name: str, code: str, prefix: str, answers: Mapping[str, Any], *, width: int = 2
    ) -> Saving:
        """Save a new record under the next free code of its sort, such as P16; never a used one.

        ``code`` is the field that holds it. Raises as ``add``.
        """
        kind = self.kind(name)

        def after(tried: Collection[str]) -> str:
            taken = taken_codes(self.workbook, kind, code, answers)
            return next_code({*taken, *tried}, prefix, width)

        return saved_coded(
            after(()), after, lambda own: self._save_new(kind, {**answers, code: own})
        )

    def _save_new(self, kind: type[Record], answers: Mapping[str, Any]) -> Saving:
        saving = save_answers(self.workbook, kind, answers, who=self.who, why=self.why)
        if saving.revision is not None:
            self._acts.append([_Step(_Deed.ADDED, kind, saving.revision, saving.revision)])
        return saving

    def change(self, held: Held, changes: Mapping[str, Any]) -> Saving:
        """Save some fields of a record over the version that is on the screen.

        Where somebody else saved meanwhile, the two versions returned differ only in what was
        changed here: all else of theirs stays. Raises as ``add``.
        """
        before = self._catch_up(held)
        answers = {**held.values, **changes}
        saving = save_answers(
            self.workbook, held.kind, answers, who=self.who, why=self.why, over=before
        )
        if saving.theirs is not None and saving.theirs.record is not None:
            mine = {**kept_values(held.kind, saving.theirs.record), **changes}
            merged = held.kind.model_validate(mine)
            return Saving(saving.findings, merged, theirs=saving.theirs)
        if saving.revision is not None and saving.revision.revision_id != before.revision_id:
            held.revision = self._newer[before.revision_id] = saving.revision
            self._acts.append([_Step(_Deed.CHANGED, held.kind, before, saving.revision)])
        return saving

    def take_out(self, gone: Iterable[Held], why: str) -> None:
        """Take records out, in this order, as one act; their history stays.

        Raises ``KitError``: ``faces.changed-since``, ``faces.named-by-others`` and the store's.
        """
        act: list[_Step] = []
        for held in gone:
            name, key = held.kind.noun.name, held.revision.record_id
            if not self._is_taken_out(name, key):
                self._look(self._catch_up(held))
                after = self._withdraw(held.kind, held.revision, why)
                act.append(_Step(_Deed.TAKEN_OUT, held.kind, held.revision, after))
                if len(act) == 1:
                    self._acts.append(act)

    @property
    def can_undo(self) -> bool:
        """Whether anything was saved here that can be taken back."""
        return bool(self._acts)

    def undo(self) -> None:
        """Take the last act back.

        Raises ``KitError`` ``faces.changed-since`` where somebody has worked on it since, and
        what the workbook and the store raise; what is not taken back yet can be tried again.
        """
        act = self._acts[-1]
        while act:
            step = act[-1]
            self._look(step.after)
            self._back(step)
            act.pop()
        self._acts.pop()

    def forget(self) -> None:
        """Let the last act stand: it cannot be taken back any more."""
        self._acts.pop()

    def _catch_up(self, held: Held) -> Revision:
        """Bring a record shown twice on this screen to what was last saved from this screen."""
        while held.revision.revision_id in self._newer:
            held.revision = self._newer[held.revision.revision_id]
        return held.revision

    def _back(self, step: _Step) -> None:
        name, key = step.kind.noun.name, step.after.record_id
        why = _("taken back")
        if step.deed is _Deed.ADDED:
            self._withdraw(step.kind, step.after, why)
        elif step.deed is _Deed.TAKEN_OUT:
            written = self.workbook.bring_back(name, key, who=self.who, why=why)
            self._follow(step.before, _of(written, key))
        else:
            answers = kept_values(step.kind, step.before.record)
            saving = save_answers(
                self.workbook, step.kind, answers, who=self.who, why=why, over=step.after
            )
            if saving.revision is None:
                raise KitError("faces.changed-since", _CHANGED_SINCE)
            self._newer[step.after.revision_id] = saving.revision
            self._follow(step.before, saving.revision)

    def _withdraw(self, kind: type[Record], revision: Revision, why: str) -> Revision:
        assert revision.record is not None, "an erased record is never shown"
        if (linked := named_by(self.workbook, revision.record)) is not None:
            raise KitError("faces.named-by-others", _NAMED, linked=linked)
        key = revision.record_id
        return _of(self.workbook.withdraw(kind.noun.name, key, who=self.who, why=why), key)

    def _follow(self, old: Revision, new: Revision) -> None:
        """Let what stood on the older version stand on the one that was put back."""
        for act in self._acts:
            for step in act:
                if step.after.revision_id == old.revision_id:
                    step.after = new

    def _revive(self, kind: type[Record], record: Record, answers: Mapping[str, Any]) -> Saving:
        name = kind.noun.name
        gone = next(
            one
            for one in self.workbook.withdrawn(name)
            if one.record is not None and one.record.natural_key() == record.natural_key()
        )
        written = self.workbook.bring_back(name, gone.record_id, who=self.who, why=self.why)
        held = Held(kind, _of(written, gone.record_id))
        self._acts.append([_Step(_Deed.ADDED, kind, held.revision, held.revision)])
        return self.change(held, answers)

    def _look(self, expected: Revision) -> None:
        heads = self.workbook.store.heads(expected.record_type, [expected.record_id])
        found = heads.get(expected.record_id, [])
        if expected.revision_id not in [head.revision_id for head in found]:
            raise KitError("faces.changed-since", _CHANGED_SINCE)

    def _is_taken_out(self, name: str, key: UUID) -> bool:
        return key in {one.record_id for one in self.workbook.withdrawn(name)}


def _of(written: Iterable[Revision], key: UUID) -> Revision:
    return next(one for one in written if one.record_id == key)
