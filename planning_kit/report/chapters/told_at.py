"""Where something was told: one meeting by its name, several as one line."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from planning_kit.language import _
from planning_kit.records.plain_rows import Row
from planning_kit.report.chapters.meetings import by_code
from planning_kit.report.chapters.plan_evidence import forum_lines
from planning_kit.report.chapters.wording import number
from planning_kit.thai import format_date

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook


def told_at(workbook: Workbook, forum_codes: Iterable[object]) -> list[str]:
    """Return the evidence line of the meetings named, with how many were present in all.

    ``forum_codes`` has one entry for each thing told; how many name no meeting is said too.
    """
    known, told = by_code(workbook), list(forum_codes)
    found = [known[code] for code in dict.fromkeys(told) if code in known]
    if not found:
        return [_("Source: not stated")]
    lines = _lines(workbook, found)
    if silent := sum(1 for code in told if code not in known):
        lines.append(
            _(
                "The meeting is not stated for {n} of {whole}.",
                n=number(silent),
                whole=number(len(told)),
            )
        )
    return lines


def _lines(workbook: Workbook, found: list[Row]) -> list[str]:
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
