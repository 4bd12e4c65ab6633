"""How a proposal's way is said everywhere alike: steps, ancestry, and where it stands."""

from __future__ import annotations

from collections.abc import Mapping

from planning_kit import areas
from planning_kit.errors import KitError
from planning_kit.language import N_, _, ngettext
from planning_kit.plan.proposal_lines import Ancestor, Line
from planning_kit.plan.proposal_standing import Standing
from planning_kit.records.area_ref import read_ref
from planning_kit.records.plain_rows import Row
from planning_kit.report.chapters.gathered import Gathered
from planning_kit.report.chapters.meetings import listed
from planning_kit.report.chapters.wording import answer, joined, number
from planning_kit.thai import format_date
from planning_kit.thai.persons import hide_persons

STANDING: Mapping[str, str] = {
    Standing.DRAFTED: N_("drafted; no meeting has resolved on it yet"),
    Standing.WAITS_FOR_MEETING: N_("waits for the meeting at this level"),
    Standing.TO_BE_SENT: N_("passed; to be sent to whom it is for"),
    Standing.WAITS_FOR_ANSWER: N_("sent; waits for the answer"),
    Standing.SENT_BACK: N_("sent back; to be mended"),
    Standing.ANSWERED: N_("answered"),
    Standing.REJECTED: N_("rejected"),
    Standing.RAISED: N_("raised to another level, where it goes on"),
    Standing.MERGED: N_("merged into another"),
    Standing.SPLIT: N_("split into several"),
}


class RefWords:
    """Says “AREA/CODE” of proposals and problems in words."""

    def __init__(self, gathered: Gathered) -> None:
        self._names = gathered.names
        self._statements: dict[str, str] = {}
        for frame, code in (
            (gathered.problems, "problem_code"),
            (gathered.proposals, "proposal_code"),
        ):
            if {"plan_area", code, "statement"} <= set(frame):
                keys = frame["plan_area"].astype(str) + "/" + frame[code].astype(str)
                said = dict(zip(keys, frame["statement"], strict=True))
                self._statements |= {key: str(text) for key, text in said.items() if text}

    def area(self, area: object) -> str:
        """Return what a plan area is called; its id where nobody says."""
        code = str(area)
        if code in self._names:
            return self._names[code]
        try:
            return areas.get(code).title()
        except KitError:
            return code

    def statement(self, ref: str) -> str:
        """Return the words of a problem or proposal, "" where no frame holds it."""
        return hide_persons(self._statements.get(ref, ""))

    def place(self, ref: str) -> str:
        """Return "N1, ตำบล…": the code and where it belongs."""
        found = read_ref(ref)
        return f"{found.code}, {self.area(found.area)}" if found else ref

    def line(self, line: Line) -> str:
        """Return "merged from N1, ตำบล… (20 พ.ย. 2569): the words"."""
        how = answer("proposal_origin", "how", line.how)
        day = f" ({format_date(line.date, 'short')})" if line.date else ""
        said = self.statement(line.origin)
        note = f" · {line.note}" if line.note else ""
        return f"{how} {self.place(line.origin)}{day}{': ' if said else ''}{said}{note}"


def level_said(level: object) -> str:
    """Return what a level is called."""
    return answer("proposal_step", "level", level)


def standing_said(row: Row) -> str:
    """Say a row of ``STANDINGS``: what it waits for, at which level, how long."""
    said = _(STANDING[row["standing"]])
    parts = [f"{level_said(row['level'])}: {said}"]
    if row["since"] is not None:
        parts.append(_("since {date}", date=format_date(row["since"], "short")))
    if row["days"] is not None:
        parts.append(days_said(row["days"]))
    return " · ".join(parts)


def days_said(days: float) -> str:
    """Write "12 days"."""
    return ngettext("{count} day", "{count} days", days, count=number(days))


def votes_line(row: Row) -> str:
    """Return "31 for, 2 against, 3 abstaining", of what is stated."""
    parts = (
        (row["votes_for"], N_("{votes} for")),
        (row["votes_against"], N_("{votes} against")),
        (row["votes_abstain"], N_("{votes} abstaining")),
    )
    return ", ".join(_(said, votes=number(votes)) for votes, said in parts if votes is not None)


def step_cells(row: Row, words: RefWords) -> Row:
    """Return a step as a table shows it: when, at which level and where, what was resolved."""
    sent = _("sent on to {office}", office=row["sent_to"]) if row["sent_to"] else None
    resolution = answer("proposal_step", "resolution", row["resolution"])
    votes = votes_line(row)
    more = [part for part in (sent, row["reason"], row["document"]) if part]
    return {
        "date": format_date(row["date"], "short") if row["date"] else None,
        "level": _level_and_place(row, words),
        "resolution": f"{resolution} ({votes})" if votes else resolution,
        "more": " · ".join(more) or None,
    }


def _level_and_place(row: Row, words: RefWords) -> str:
    level, place = level_said(row["level"]), words.area(row["plan_area"])
    # “Tambon Ban Tok” says its level itself.
    is_said = place.casefold().startswith(level.casefold())
    return place if is_said else f"{level} · {place}"


def ancestry_lines(tree: Ancestor, words: RefWords, depth: int = 0) -> list[str]:
    """Return the tree of ancestry as lines, the depth shown by a mark before each."""
    said = []
    for one in tree.origins:
        assert one.line is not None, "only the root has no line"
        mark = "↳ " if depth == 0 else "· " * depth + "↳ "
        ring = _(" – a ring: it is its own ancestor") if one.is_cycle else ""
        said.append(f"{mark}{words.line(one.line)}{ring}")
        said += ancestry_lines(one, words, depth + 1)
    return said


def became_said(lines: list[Line], words: RefWords) -> str:
    """Say what a proposal became: into which ones it was merged, split or raised."""
    return joined(words.place(ref) for ref in dict.fromkeys(line.to for line in lines))


def cut(said: object, longest: int) -> str:
    """Return a text on one line, cut at a blank with "…" where it is longer than ``longest``."""
    whole = " ".join(listed(str(said or "")))
    if len(whole) <= longest:
        return whole
    head = whole[: longest - 1]
    at = head.rfind(" ")
    return (head[:at] if at > longest * 0.6 else head).rstrip() + "…"
