"""The cover: which plan area, which years, whose plan, and how far it has come."""

from __future__ import annotations

from planning_kit import areas
from planning_kit.language import N_, _
from planning_kit.report.section import Layout, Section
from planning_kit.workbook import Workbook

EDITIONS = {
    "start": N_("The workbook: what is in it, and what comes next"),
    "profile": N_("Profile of the tambon"),
    "plan": N_("Tambon agricultural development plan"),
}
"""What the notebook is: key → title of the cover."""


def cover(workbook: Workbook, edition: str = "plan") -> Section:
    """Return the cover sheet. ``edition`` is a key of ``EDITIONS``; ``KeyError`` for another."""
    area, period = workbook.plan_area, workbook.period
    lines = [
        _(
            "B.E. {start}–{end}",
            start=period.plan_start_be,
            end=period.plan_end_be,
        ),
        workbook.title(),
    ]
    lines += [_where(code) for code in _tambons(workbook)]
    lines += [text for text in (area.council, area.local_governments) if text]
    if edition == "plan":
        lines.append(_("First form: the facts. Problems, projects and budget follow the forums."))
    if workbook.is_practice:
        lines.append(
            _("Invented for practice. No such tambon exists, and no figure here may be quoted.")
        )
    return Section(
        "cover",
        _(EDITIONS[edition]),
        level=1,
        layout=Layout.COVER,
        sentences=list(dict.fromkeys(lines)),
    )


def _tambons(workbook: Workbook) -> list[str]:
    """Return the tambons that the plan area lies in, also where it has only some villages."""
    whole = workbook.plan_area.tambon_codes or ()
    parts = (code[:6] for code in workbook.plan_area.village_codes or ())
    return list(dict.fromkeys([*whole, *parts]))


def _where(code: str) -> str:
    return areas.get(code).full_title()
