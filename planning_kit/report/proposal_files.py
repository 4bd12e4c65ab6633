"""The briefs of a workbook's proposals, written to a folder."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from planning_kit.errors import KitError
from planning_kit.language import N_
from planning_kit.report.brief_print import Brief, brief_name, brief_title, write_brief
from planning_kit.report.chapters.gathered import Gathered, gathered_below
from planning_kit.report.chapters.proposal_brief import proposal_brief, proposal_codes

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook


def proposal_files(
    workbook: Workbook,
    out: Path,
    *,
    codes: Iterable[str] | None = None,
    formats: Iterable[str] = ("html",),
    known: Gathered | None = None,
    today: date | None = None,
) -> list[Path]:
    """Write the brief of each proposal into the folder ``out`` and return the files.

    ``codes`` of proposals (all by default); ``known`` frames of other plan areas. All briefs are
    made before the first is written. Raises ``KitError`` ``report.no-proposals``,
    ``report.no-such-proposal`` and what ``write_brief`` raises.
    """
    asked = tuple(codes) if codes is not None else proposal_codes(workbook)
    if not asked:
        raise KitError(
            "report.no-proposals",
            N_("{place} has no policy proposal yet; write one first."),
            place=workbook.title(),
        )
    held, wanted = known or gathered_below(workbook), tuple(formats)
    briefs = {
        code: Brief(
            proposal_brief(workbook, code, held, today),
            brief_title(workbook.title(), code),
            workbook.is_practice,
        )
        for code in dict.fromkeys(asked)
    }
    return [
        file
        for code, brief in briefs.items()
        for file in write_brief(brief, out / brief_name(workbook.area_id, code), wanted)
    ]
