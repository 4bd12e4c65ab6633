"""The cover: which plan area, which years, whose plan, and how far it has come."""

from __future__ import annotations

from planning_kit import areas
from planning_kit.language import N_, _, ngettext
from planning_kit.report.chapters.plan_status import plan_status
from planning_kit.report.photo import IMAGES, Photo
from planning_kit.report.section import Layout, Section
from planning_kit.workbook import Workbook, attached
from planning_kit.workbook.settling import disputed

EDITIONS = {
    "start": N_("The workbook: what is in it, and what comes next"),
    "profile": N_("Profile of the tambon"),
    "problems": N_("Problems of the tambon, as people tell them"),
    "priorities": N_("What comes first: priorities and decision"),
    "projects": N_("Projects and budget"),
    "indicators": N_("Indicators and follow-up"),
    "plan": N_("Tambon agricultural development plan"),
    "synthesis": N_("Plans of tambons put together"),
}
"""What the notebook is: key → title of the cover."""
_PLAN_EDITIONS = ("projects", "indicators", "plan")
_MOST_LOGOS = 4


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
    if edition in _PLAN_EDITIONS:
        lines.append(_status(workbook))
    if unsettled := len(disputed(workbook)):
        lines.append(
            ngettext(
                "{n} record has two versions and is not settled yet",
                "{n} records have two versions and are not settled yet",
                unsettled,
            )
        )
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
        photos=_logos(workbook),
    )


def _status(workbook: Workbook) -> str:
    if workbook.frame("project").empty:
        return _("First form: the facts. Problems, projects and budget follow the forums.")
    return plan_status(workbook).line()


def _logos(workbook: Workbook) -> list[Photo]:
    """Return the logos, at most four: more would leave the title no room."""
    kept = [
        Photo(file.content, file.media_type, str(record.caption))
        for record, file in attached(workbook, "logo")
        if file.media_type in IMAGES
    ]
    return kept[:_MOST_LOGOS]


def _tambons(workbook: Workbook) -> list[str]:
    """Return the tambons that the plan area lies in, also where it has only some villages."""
    whole = workbook.plan_area.tambon_codes or ()
    parts = (code[:6] for code in workbook.plan_area.village_codes or ())
    return list(dict.fromkeys([*whole, *parts]))


def _where(code: str) -> str:
    return areas.get(code).full_title()
