"""Problems of many tambons that may be one: people say the same, or not; nothing else decides."""

from __future__ import annotations

from typing import Any

import pandas as pd

from planning_kit import areas
from planning_kit.deliberate.recurring import suggest_groups
from planning_kit.deliberate.told_problems import Told, told_problems
from planning_kit.faces.next_code import next_code
from planning_kit.faces.redrawn import Chapter
from planning_kit.faces.step_parts import Part, button, choice, group, option, picks, say, text
from planning_kit.faces.step_records import Paper
from planning_kit.faces.step_tool import Deed, StepTool
from planning_kit.language import _, ngettext
from planning_kit.records import Forum, ProblemGroup, to_frame
from planning_kit.records.meanings import declared_meanings
from planning_kit.records.plain_rows import Row, codes, plain_rows
from planning_kit.thai import format_number
from planning_kit.thai.persons import hide_persons
from planning_kit.tool_titles import title_of
from planning_kit.workbook import Workbook

MOST = 5
"""Suggestions asked at a time; the next come when these are decided."""
_TAMBON_DIGITS = 6
_GROUP = ProblemGroup.noun.name


class GroupProblems(StepTool):
    """Asks of each suggested group which of its problems are one, and saves ``problem_group``."""

    def __init__(self, workbook: Workbook, problems: pd.DataFrame, *chapters: Chapter, **said: str):
        self._problems = problems
        self._told: dict[str, Told] = told_problems(problems)
        self._looked: tuple[Any, list[Row]] | None = None
        self._inside: dict[str, list[str]] = {}
        self._titles: dict[str, str] = {}
        self._forum = ""
        super().__init__(workbook, chapters, title=title_of("group_problems"), **said)

    def parts(self) -> list[Part]:
        """Return the meeting, and a card for each of the first suggestions."""
        rows = self._rows()
        if not rows:
            return [say(_("Nothing is left to look at: no further problems are told alike."))]
        left = ngettext(
            "{count} suggestion to look at. Words that look alike may mean the opposite.",
            "{count} suggestions to look at. Words that look alike may mean the opposite.",
            len(rows),
            count=format_number(len(rows)),
        )
        return [say(left), self._meeting(), *(self._card(row) for row in rows[:MOST])]

    def deeds(self) -> dict[str, Deed]:
        """Return what the answers do; a card is known by the first of its problems."""
        return {
            "meeting": self._choose_meeting,
            "in": lambda key, refs: self._inside.update({key: list(refs)}),
            "title": lambda key, said: self._titles.update({key: said.strip()}),
            "same": self._same,
            "different": self._different,
        }

    # --- what is shown ---------------------------------------------------------------------
    def _rows(self) -> list[Row]:
        """Return what is suggested beside what is decided; reckoned anew only after a change."""
        decided = list(self.workbook.records(ProblemGroup))
        state = tuple(sorted(one.model_dump_json() for one in decided))
        if self._looked is None or self._looked[0] != state:
            table = suggest_groups(self._problems, to_frame(ProblemGroup, decided))
            self._looked = (state, plain_rows(table, table.columns))
        return self._looked[1]

    def _meeting(self) -> Part:
        options = [option("", "–")]
        options += [
            option(str(one.forum_code), f"{one.forum_code} {one.title}")
            for one in self.workbook.records(Forum)
        ]
        return choice("meeting", _("Decided in which meeting?"), options, self._forum)

    def _card(self, row: Row) -> Part:
        key = str(row["refs"][0])
        options = [option(ref, self._said(ref)) for ref in row["refs"]]
        inside = self._inside.get(key, list(row["refs"]))
        parts = [
            say(_reasons(row)),
            picks(f"in|{key}", _("Which are one problem?"), options, inside, several=True),
        ]
        if row["doubts"]:
            parts.append(say(_("Doubtful: look closely before you say so."), "flag"))
        if row["widens"]:
            parts.append(say(_("Those not in it yet would join {group}.", group=row["widens"])))
        else:
            label = str(ProblemGroup.field("title").label)
            parts.append(text(f"title|{key}", label, self._title(row)))
        said = self.remarks.get(f"same|{key}", ())
        parts += [say(sentence, "error") for _tone, sentence in said]
        bar = [
            button(f"same|{key}", _("The same"), is_main=True),
            button(f"different|{key}", _("Not the same")),
        ]
        return group(
            "", [*parts, group("", bar, css="row", name=f"bar {key}")], css="card", name=key
        )

    def _said(self, ref: str) -> str:
        area, _slash, code = ref.rpartition("/")
        return f"{_place(area)} {code} {hide_persons(self._told[ref].statement)}".strip()

    def _title(self, row: Row) -> str:
        typed = self._titles.get(str(row["refs"][0]))
        return typed or hide_persons(self._told[row["core"]].statement)

    # --- what people say -------------------------------------------------------------------
    def _choose_meeting(self, code: str) -> None:
        self._forum = code or ""

    def _row(self, key: str) -> Row | None:
        # Somebody else may have decided it meanwhile.
        return next((row for row in self._rows() if row["refs"][0] == key), None)

    def _same(self, key: str, _pressed: object) -> None:
        row = self._row(key)
        if row is None:
            return
        chosen = self._inside.get(key, list(row["refs"]))
        inside = [ref for ref in row["refs"] if ref in chosen]
        left = [ref for ref in row["refs"] if ref not in inside]
        if row["widens"]:
            self._widen(str(row["widens"]), inside, left)
        elif len(inside) < 2:
            self.refuse(f"same|{key}", _("One problem is no group: choose two at least."))
        else:
            self._new(row, inside, left, is_confirmed=True)

    def _different(self, key: str, _pressed: object) -> None:
        row = self._row(key)
        if row is None:
            return
        if row["widens"]:
            self._widen(str(row["widens"]), [], list(row["added"]))
        else:
            self._new(row, list(row["refs"]), [], is_confirmed=False)

    def _new(self, row: Row, inside: list[str], left: list[str], *, is_confirmed: bool) -> None:
        taken = (str(key[0]) for key in self.desk.read(_GROUP))
        paper = self.desk.begin(_GROUP, (next_code(taken, "G", 2),))
        paper.answer(
            title=self._title(row),
            theme=row["theme"],
            member_refs=tuple(inside),
            left_out_refs=tuple(left) or None,
            is_confirmed=is_confirmed,
            **self._where(),
        )

    def _widen(self, code: str, inside: list[str], left: list[str]) -> None:
        """Add to a confirmed group; what it holds is taken out in its form, not here."""
        paper: Paper = self.desk.read(_GROUP)[code,]
        held = codes(paper.value("member_refs"))
        out = (*codes(paper.value("left_out_refs")), *(ref for ref in left if ref not in held))
        paper.answer(
            member_refs=tuple(dict.fromkeys((*held, *inside))),
            left_out_refs=tuple(dict.fromkeys(out)) or None,
        )

    def _where(self) -> dict[str, Any]:
        held = [one for one in self.workbook.records(Forum) if one.forum_code == self._forum]
        return {"forum_code": self._forum or None, "confirmed_on": held[0].date if held else None}


def _place(area: str) -> str:
    """Return a tambon's name with its province; the id of an area that is none."""
    if not (area.isdigit() and len(area) == _TAMBON_DIGITS):
        return area
    return f"{areas.get(area).title()} {areas.get(area[:2]).title()}"


def _reasons(row: Row) -> str:
    known = {one.code: str(one.words) for one in declared_meanings()}
    parts = [_("alike {share} on the average", share=f"{row['sure']:.0%}")]
    if row["meanings"]:
        meant = " · ".join(known.get(code, code) for code in row["meanings"])
        parts.append(_("meaning the same: {meanings}", meanings=meant))
    if row["shared"]:
        parts.append(_("words they share: {words}", words=" · ".join(row["shared"][:8])))
    return " — ".join(parts)


def group_problems(
    workbook: Workbook,
    problems: pd.DataFrame,
    *chapters: Chapter,
    who: str | None = None,
    why: str | None = None,
) -> GroupProblems:
    """Return the cards of suggested groups, each with the buttons “the same” and “not the same”.

    ``problems`` of many tambons: ``kit.gathered_below(workbook).problems``, or a frame of those
    columns. ``chapters`` are redrawn after saving, such as ``kit.recurring_problems``; ``who``,
    ``why`` are kept with each revision.
    """
    return GroupProblems(
        workbook,
        problems,
        *chapters,
        who=_("recorder") if who is None else who,
        why=_("said by people to be one problem or not") if why is None else why,
    )
