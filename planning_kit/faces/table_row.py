"""One row of an editable table: what is kept, what was typed over it, and what is said of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from planning_kit.faces.table_columns import Column
from planning_kit.language import N_, _
from planning_kit.records import Record
from planning_kit.workbook.drafts import Draft
from planning_kit.workbook.saving import Finding, Level, Revision, Saving, Typed, kept_values

_MISSING = "records.required"
_FILL_IN = N_("Not saved yet. Fill in what is marked *: {labels}")


@dataclass(eq=False)
class TableRow:
    """A record on the screen. ``typed`` holds only what is not saved, as it was typed.

    ``over`` is the revision that was on the screen, ``None`` for a row not saved yet;
    ``theirs`` what came of a conflict. ``said`` gives level and sentence per field, ``draft``
    is where ``typed`` is kept until it can be saved.
    """

    row_id: str
    over: Revision | None = None
    values: dict[str, Any] = field(default_factory=dict)
    typed: dict[str, str] = field(default_factory=dict)
    held: set[str] = field(default_factory=set)
    said: dict[str, tuple[str, str]] = field(default_factory=dict)
    whole: list[str] = field(default_factory=list)
    conflict: Saving | None = None
    draft: Draft | None = None

    def stand_on(self, kind: type[Record], revision: Revision) -> None:
        """Take a kept revision as what the row shows."""
        self.over, self.conflict = revision, None
        self.values = kept_values(kind, revision.record)

    def type_in(self, cells: dict[str, str]) -> None:
        """Take what was typed; what was said of the row is said anew after the next look."""
        self.typed.update(cells)
        self.held = set()
        self.said, self.whole = {}, []

    def answers(self, columns: dict[str, Column]) -> Typed:
        """Return what is to be saved: the kept answers, and over them what was typed."""
        fresh = {name: text for name, text in self.typed.items() if name not in self.held}
        read = {name: columns[name].answer(text) for name, text in fresh.items()}
        return Typed({**self.values, **read}, self.over)

    def take(self, kind: type[Record], saving: Saving) -> bool:
        """Take what became of saving; tell whether the rest of the row may be tried again."""
        refused = [one for one in saving.findings if one.level is Level.REFUSE]
        self.whole = []
        if saving.revision is not None:
            self.stand_on(kind, saving.revision)
            self.typed = {name: text for name, text in self.typed.items() if name in self.held}
        elif saving.theirs is not None:
            self.conflict = saving
        self._say(kind, saving.findings if saving.is_saved else refused)
        if saving.is_saved or saving.theirs is not None:
            return False
        return self._hold(kind, refused)

    def _hold(self, kind: type[Record], refused: Sequence[Finding]) -> bool:
        """Set wrong cells aside, so that the rest can be saved without them."""
        wrong = {one.field for one in refused}
        may_wait = wrong <= (self.typed.keys() - self.held) and (
            self.over is not None or not any(kind.field(name).required for name in wrong)
        )
        if not may_wait or not wrong:
            return False
        self.held |= wrong
        return self.over is None or bool(self.typed.keys() - self.held)

    def _say(self, kind: type[Record], findings: Sequence[Finding]) -> None:
        missing = []
        for one in findings:
            if one.code == _MISSING and self.over is None and not self.typed.get(one.field):
                missing.append(str(kind.field(one.field).label))
            elif not one.field:
                self.whole.append(one.say())
            elif self.said.get(one.field, ("",))[0] != Level.REFUSE:
                self.said[one.field] = (str(one.level), one.say())
        if missing:
            self.whole.append(_(_FILL_IN, labels=" · ".join(missing)))

    @property
    def state(self) -> str:
        """How the row stands: ``saved``, ``waiting`` to be complete, ``wrong`` or ``conflict``."""
        if self.conflict is not None:
            return "conflict"
        if any(level == Level.REFUSE for level, _said in self.said.values()):
            return "wrong"
        return "waiting" if self.typed or self.over is None else "saved"

    def shown(self, columns: Sequence[Column]) -> dict[str, Any]:
        """Return the row as the page is told of it."""
        names = {column.spec.name for column in columns}
        beside = [said for name, (_level, said) in self.said.items() if name not in names]
        return {
            "id": self.row_id,
            "saved": self.over is not None,
            "record": str(self.over.record_id) if self.over else "",
            "state": self.state,
            "whole": [*self.whole, *beside],
            "cells": [self._text(column) for column in columns],
            "said": {name: list(said) for name, said in self.said.items() if name in names},
        }

    def _text(self, column: Column) -> str:
        name = column.spec.name
        return self.typed[name] if name in self.typed else column.text(self.values.get(name))
