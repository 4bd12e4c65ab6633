"""The records of a step: one at a time in a form, or all of a type as a table."""

from __future__ import annotations

from typing import Any

import ipywidgets as w

from planning_kit.deliberate.ties import code_order
from planning_kit.errors import KitError
from planning_kit.faces.form import Form
from planning_kit.faces.later import nobody
from planning_kit.faces.named import line_of, name_of
from planning_kit.faces.redrawn import Chapter
from planning_kit.faces.step_parts import Part, button, choice, group, option, picks
from planning_kit.faces.step_tool import Deed, StepTool
from planning_kit.faces.table import table
from planning_kit.language import N_, _
from planning_kit.records import record_type
from planning_kit.tool_titles import title_of
from planning_kit.workbook import Workbook
from planning_kit.workbook.saving import asked_kind

# In the order in which they are needed: a household lies in a village and comes from a source.
SURVEY = (
    "source",
    "village",
    "household",
    "production",
    "household_account",
    "group",
    "capital",
    "natural_resource",
    "hazard",
)


class RecordBook(StepTool):
    """Chooses what is written and what is changed; form and table do the rest.

    A form or a table is made when it is asked for: a page with a dozen of them opens none.
    """

    def __init__(
        self,
        workbook: Workbook,
        kinds: tuple[str, ...],
        chapters: tuple[Chapter, ...],
        *,
        title: str,
        who: str,
        why: str,
    ) -> None:
        super().__init__(workbook, chapters, title=title, who=who, why=why)
        self._kinds = kinds
        self.name = kinds[0]
        self.open: Form | Any | None = None
        self._below = w.VBox()
        self.widget.children = (*self.widget.children, self._below)

    def parts(self) -> list[Part]:
        """Return which records, how many there are, and what can be done with them."""
        parts: list[Part] = []
        if len(self._kinds) > 1:
            kinds = [option(one, self._counted(one)) for one in self._kinds]
            parts.append(
                picks("kind", _("What do you want to write?"), kinds, self.name, stays=True)
            )
        begin = [
            button("new", _("+ Write a new one"), is_main=True),
            button("table", _("All of them in a table")),
        ]
        parts.append(group("", begin, css="row", name="begin"))
        lines = self._lines()
        if lines:
            label = _("Change one that is there ({n})", n=len(lines))
            parts.append(
                choice("record", label, [option("", _("– choose –")), *lines], "",
                       said=self.said("record"))
            )  # fmt: skip
        return parts

    def deeds(self) -> dict[str, Deed]:
        """Return what choosing does."""
        return {
            "kind": self._choose,
            "new": self._begin,
            "table": self._show_table,
            "record": self._open,
        }

    def standing(self) -> tuple[str, str]:
        """Say nothing: form and table say themselves what is saved."""
        return "ready", ""

    def _counted(self, name: str) -> str:
        return f"{record_type(name).noun.title} ({len(self.desk.read(name))})"

    def _lines(self) -> list[Part]:
        named = [
            (line_of(name_of(paper.over.record)), str(paper.over.record_id))
            for paper in self.desk.read(self.name).values()
            if paper.over is not None and paper.over.record is not None
        ]
        return [
            option(id_, said) for said, id_ in sorted(named, key=lambda one: code_order(one[0]))
        ]

    # --- what people ask for -------------------------------------------------------------
    def _choose(self, name: str) -> None:
        if name in self._kinds and name != self.name:
            self.name = name
            self._show(None)

    def _begin(self, _pressed: bool) -> None:
        self._show_form(None)

    def _open(self, record_id: str | None) -> None:
        if not record_id:
            return
        for paper in self.desk.read(self.name).values():
            if paper.over is not None and str(paper.over.record_id) == record_id:
                self._show_form(paper.over)
                return
        raise KitError("faces.gone-since", N_("This one was taken out since; choose another one"))

    def _show_form(self, over: Any) -> None:
        kind = asked_kind(self.workbook, self.name)
        self._show(Form(self.workbook, kind, who=self._who, why=self._why, layout=None, over=over))

    def _show_table(self, _pressed: bool) -> None:
        self._show(table(self.workbook, self.name, who=self._who, why=self._why))

    def _show(self, opened: Any | None) -> None:
        before, self.open = self.open, opened
        if before is not None:
            before.on_saved = nobody
        if opened is not None:
            opened.on_saved = self.has_changed
        self._below.children = [] if opened is None else [opened.widget]


def record_book(
    workbook: Workbook,
    kinds: str | tuple[str, ...],
    *chapters: Chapter,
    who: str | None = None,
    why: str | None = None,
) -> RecordBook:
    """Return the tool that writes and changes the records of some types.

    Parameters
    ----------
    kinds:
        Names of record types: ``"project"``, or several: ``("strategy", "project")``; or
        ``"survey"`` for all that households and villages are asked.
    chapters:
        The sections of the page that are redrawn after saving, such as ``kit.project_register``.
    who, why:
        Who types, as a role or a code of the table, and why: both are kept with each revision.

    Raises ``KeyError`` for an unknown record type.
    """
    asked = (kinds,) if isinstance(kinds, str) else tuple(kinds)
    names = SURVEY if asked == ("survey",) else asked
    for name in names:
        record_type(name)
    return RecordBook(
        workbook,
        names,
        chapters,
        title=title_of("record_book", asked),
        who=_("recorder") if who is None else who,
        why=_("typed into the form") if why is None else why,
    )
