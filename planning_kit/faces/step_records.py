"""The records that a tool has on the screen: what is kept, what was typed over it, and saving."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from planning_kit.faces.next_code import code_to_offer
from planning_kit.faces.wording import written
from planning_kit.records import Record
from planning_kit.workbook import Workbook
from planning_kit.workbook.saving import (
    Level,
    Revision,
    Saving,
    Typed,
    asked_kind,
    kept_values,
    save_rows,
)

Key = tuple[Any, ...]
_WITHDRAWN = "workbook.withdrawn"


@dataclass(eq=False)
class Paper:
    """One record on the screen. ``typed`` holds only what is not saved.

    ``over`` is the revision that was on the screen, ``None`` for a new record; ``said`` gives
    tone and sentence by field, ``""`` for the record as a whole.
    """

    kind: type[Record]
    over: Revision | None = None
    values: dict[str, Any] = field(default_factory=dict)
    typed: dict[str, Any] = field(default_factory=dict)
    said: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    conflict: Saving | None = None
    is_due: bool = False

    @property
    def record_type(self) -> str:
        """The name of the record type."""
        return self.kind.noun.name

    def value(self, name: str) -> Any:
        """Return an answer as it stands on the screen; an answer of a list as its code."""
        found = self.typed[name] if name in self.typed else self.values.get(name)
        return getattr(found, "value", found)

    def text(self, name: str) -> str:
        """Return an answer as a box shows it."""
        found = self.typed[name] if name in self.typed else self.values.get(name)
        if found is None or isinstance(found, str):
            return found or ""
        return written(self.kind.field(name), found)

    def answer(self, **answers: Any) -> None:
        """Take answers, to be saved with the next ``Desk.save``."""
        self.typed |= answers
        self.said = {}
        self.is_due = self.conflict is None

    def stand_on(self, revision: Revision) -> None:
        """Take a kept revision as what is shown."""
        self.over, self.values = revision, kept_values(self.kind, revision.record)

    def take(self, saving: Saving) -> None:
        """Take what became of saving."""
        self.is_due = False
        self.conflict = None
        said: dict[str, list[tuple[str, str]]] = {}
        for one in saving.findings:
            if saving.revision is not None or one.level is Level.REFUSE:
                tone = "error" if one.level is Level.REFUSE else "flag"
                said.setdefault(one.field, []).append((tone, one.say()))
        self.said = said
        if saving.revision is not None:
            self.stand_on(saving.revision)
            self.typed = {}
        elif saving.theirs is not None:
            self.conflict = saving


class Desk:
    """The papers of one tool; all of them are in the store but what cannot be saved yet.

    ``changes`` counts what was written, so that a tool knows when to redraw.
    """

    def __init__(self, workbook: Workbook, *, who: str, why: str) -> None:
        self._workbook, self._who, self._why = workbook, who, why
        self._papers: dict[tuple[str, Key], Paper] = {}
        self._read: set[str] = set()
        self.saved_when: dt.datetime | None = None
        self.changes = 0

    def look_anew(self) -> None:
        """Have the store asked again at the next ``read``: others write into it too."""
        self._read = set()

    def read(self, name: str) -> dict[Key, Paper]:
        """Return the papers of a record type by natural key, as the store has them.

        What was typed and could not be saved yet stays as it was typed.
        """
        if name not in self._read:
            self._read_store(name)
            self._read.add(name)
        return {key: paper for (own, key), paper in self._papers.items() if own == name}

    def _read_store(self, name: str) -> None:
        kind = asked_kind(self._workbook, name)
        there = set()
        for stored in self._workbook.stored(name):
            key = plain_key(stored.record)
            paper = self._papers.setdefault((name, key), Paper(kind))
            if not paper.typed:
                paper.stand_on(stored.revision)
            there.add((name, key))
        gone = [key for key, one in self._papers.items() if key[0] == name and not one.typed]
        for key in set(gone) - there:
            del self._papers[key]

    def next_code(self, name: str) -> str:
        """Return the next free code of a record type, not that of a paper that is only begun."""
        begun = (str(key[0]) for key in self.read(name))
        return code_to_offer(self._workbook, asked_kind(self._workbook, name), begun)

    def begin(self, name: str, key: Key, /, **given: Any) -> Paper:
        """Return the paper under a natural key; a new one with these values where none is."""
        known = self.read(name).get(key)
        if known is not None:
            return known
        paper = self._papers[name, key] = Paper(asked_kind(self._workbook, name))
        paper.values = dict(zip(paper.kind.noun.key, key, strict=True)) | given
        return paper

    def save(self) -> None:
        """Save what was answered since.

        Raises ``KitError`` for what the store raises; the answers then stay, to be tried again.
        """
        due: dict[str, list[Paper]] = {}
        for (name, _key), paper in self._papers.items():
            if paper.is_due:
                due.setdefault(name, []).append(paper)
        for papers in due.values():
            self._save(papers)
        self.look_anew()

    def _save(self, papers: list[Paper]) -> None:
        found = self._saved(papers)
        pairs = list(zip(papers, found, strict=True))
        again = [paper for paper, one in pairs if _is_withdrawn(one)]
        for paper, one in pairs:
            if not _is_withdrawn(one):
                paper.take(one)
        if again:
            # Taken out before, and now answered anew: it comes back, then says the new answer.
            for paper in again:
                self._bring_back(paper)
            for paper, one in zip(again, self._saved(again), strict=True):
                paper.take(one)
        if any(not paper.typed for paper in papers):
            self.note_change()

    def _saved(self, papers: list[Paper]) -> list[Saving]:
        asked = [Typed({**paper.values, **paper.typed}, paper.over) for paper in papers]
        return save_rows(self._workbook, papers[0].kind, asked, who=self._who, why=self._why)

    def _bring_back(self, paper: Paper) -> None:
        wanted = tuple(paper.value(name) for name in paper.kind.noun.key)
        for gone in self._workbook.withdrawn(paper.record_type):
            if gone.record is not None and plain_key(gone.record) == wanted:
                back = self._workbook.bring_back(
                    paper.record_type, gone.record_id, who=self._who, why=self._why
                )
                paper.over = next(one for one in back if one.record_id == gone.record_id)

    def take_out(self, paper: Paper, why: str) -> None:
        """Withdraw a record; one that was never saved just goes. Raises as ``withdraw`` does."""
        if paper.over is not None:
            self._workbook.withdraw(paper.record_type, paper.over.record_id, who=self._who, why=why)
            self.note_change()
        self._papers = {key: one for key, one in self._papers.items() if one is not paper}

    def note_change(self) -> None:
        """Count that something was written, here or by a form that belongs to the tool."""
        self.changes += 1
        self.saved_when = dt.datetime.now(dt.UTC)

    def unsaved(self) -> list[Paper]:
        """Return the papers with answers that are not saved."""
        return [paper for paper in self._papers.values() if paper.typed]

    def keep_mine(self, paper: Paper) -> None:
        """Save what was typed as a new version over what somebody else saved."""
        assert paper.conflict is not None, "asked only where there are two versions"
        paper.over, paper.conflict, paper.is_due = paper.conflict.theirs, None, True
        self.save()

    def take_theirs(self, paper: Paper) -> None:
        """Show what somebody else saved; what was typed is given up."""
        assert paper.conflict is not None and paper.conflict.theirs is not None
        paper.stand_on(paper.conflict.theirs)
        paper.typed, paper.said, paper.conflict = {}, {}, None


def plain_key(record: Record) -> Key:
    """Return the natural key with answers of lists as their codes."""
    return tuple(getattr(part, "value", part) for part in record.natural_key() or ())


def _is_withdrawn(saving: Saving) -> bool:
    return any(finding.code == _WITHDRAWN for finding in saving.findings)
