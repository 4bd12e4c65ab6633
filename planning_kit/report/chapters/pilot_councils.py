"""What each council resolved on a joint decision, and whether it is joint already."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from planning_kit.language import N_, _
from planning_kit.records.council_resolution import CouncilAnswer, CouncilKind
from planning_kit.records.plain_rows import Row, framed, plain_rows
from planning_kit.report.chapters.meetings import by_code, meeting_line
from planning_kit.report.chapters.wording import answer, joined, label, number
from planning_kit.report.table import Column, Table
from planning_kit.thai import format_date

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

RESOLUTION = (
    "decision_code",
    "organisation",
    "council",
    "answer",
    "date",
    "forum_code",
    "document",
    "votes_for",
    "votes_against",
    "votes_abstain",
    "words",
)
_BOTH = (CouncilKind.COMMUNITY, CouncilKind.FARMERS)
_AGREED = (CouncilAnswer.AGREES, CouncilAnswer.CONDITIONS)
_JOINT = N_("The community organization councils and the farmers’ council have agreed: the "
            "decision is joint.")  # fmt: skip


def resolutions(workbook: Workbook, decision_code: str) -> list[Row]:
    """Return what the councils resolved on a decision, side by side."""
    rows = plain_rows(workbook.frame("council_resolution"), RESOLUTION)
    own = [row for row in rows if row["decision_code"] == decision_code]
    sides = [str(one) for one in CouncilKind]
    return sorted(own, key=lambda row: (sides.index(str(row["council"])), row["organisation"]))


def councils_said(told: Sequence[Row]) -> list[str]:
    """Say whether both sides have agreed, who is still waited for, and who does not agree."""
    waiting = [one for one in _BOTH if not _has_agreed(told, one)]
    against = [row["organisation"] for row in told if row["answer"] == CouncilAnswer.DISAGREES]
    silent = [row["organisation"] for row in told if row["answer"] == CouncilAnswer.NOT_YET]
    conditions = [row["organisation"] for row in told if row["answer"] == CouncilAnswer.CONDITIONS]
    said = [_(_JOINT)] if not waiting and not against else []
    if waiting:
        said.append(
            _("Not joint yet: no resolution that agrees is written down of {sides}.",
              sides=joined(str(one.words) for one in waiting))
        )  # fmt: skip
    if against:
        said.append(_("Not agreed to by {organisations}.", organisations=joined(against)))
    if conditions:
        said.append(_("Agreed to on conditions by {organisations}.",
                      organisations=joined(conditions)))  # fmt: skip
    if silent:
        said.append(_("Still to resolve: {organisations}.", organisations=joined(silent)))
    return said


def _has_agreed(told: Sequence[Row], side: CouncilKind) -> bool:
    return any(row["council"] == side and row["answer"] in _AGREED for row in told)


def councils_table(workbook: Workbook, told: Sequence[Row]) -> Table:
    """Return one row a council: what it resolved, when, by what vote, in which words."""
    meetings = by_code(workbook)
    rows = [
        {
            "organisation": row["organisation"],
            "answer": answer("council_resolution", "answer", row["answer"]),
            "day": format_date(row["date"], "short") if row["date"] else None,
            "where": row["document"] or meeting_line(meetings.get(row["forum_code"])) or None,
            "votes": _votes(row),
            "words": row["words"],
        }
        for row in told
    ]
    columns = [
        Column("organisation", label("council_resolution", "organisation")),
        Column("answer", label("council_resolution", "answer")),
        Column("day", label("council_resolution", "date")),
        Column("where", label("council_resolution", "document")),
        Column("votes", _("Votes for – against – abstaining")),
        Column("words", label("council_resolution", "words")),
    ]
    frame = framed(rows, dict.fromkeys((one.name for one in columns), "text"))
    caption = _("What each council resolved")
    return Table(frame, columns, caption=caption, wide=True, whole=False)


def _votes(row: Row) -> str | None:
    counts = [row[name] for name in ("votes_for", "votes_against", "votes_abstain")]
    return None if counts[0] is None else " – ".join(number(one) for one in counts)
