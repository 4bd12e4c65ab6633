"""Where something was told: one meeting by its name, several as one line."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from planning_kit.language import _
from planning_kit.report.chapters.meetings import by_code
from planning_kit.report.chapters.plan_evidence import forum_lines
from planning_kit.report.chapters.wording import number
from planning_kit.thai import format_date

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook


def told_at(workbook: Workbook, forum_codes: Iterable[object]) -> list[str]:
    """Return the evidence line of the meetings named, with how many were present in all."""
    known = by_code(workbook)
    found = [known[code] for code in dict.fromkeys(forum_codes) if code in known]
    if len(found) < 2:
        return forum_lines(workbook, [row["forum_code"] for row in found])
    days = sorted(row["date"] for row in found if row["date"] is not None)
    present = [row["present"] for row in found if row["present"] is not None]
    parts = [
        _(
            "Source: told at meetings {codes}",
            codes=" ".join(sorted(row["forum_code"] for row in found)),
        )
    ]
    if days:
        first, last = format_date(days[0], "short"), format_date(days[-1], "short")
        parts.append(_("{first} – {last}", first=first, last=last) if first != last else first)
    if present:
        parts.append(_("n = {n} attendances", n=number(sum(present))))
    return [" · ".join(parts)]
