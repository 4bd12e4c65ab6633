"""One sheet to take back to the village: the plan, or before there is one, the main figures."""

from __future__ import annotations

from planning_kit.language import _
from planning_kit.report.chapters.plan_summary import has_plan, plan_summary
from planning_kit.report.chapters.village_facts import main_crops, profile_facts
from planning_kit.report.evidence import evidence_line
from planning_kit.report.section import Layout, Section
from planning_kit.workbook import Workbook

KEY = "summary"
"""The anchor of the sheet, by which the picture for phones finds it in a report."""


def village_summary(workbook: Workbook) -> Section:
    """Return the one-page summary: of the plan where there is one, else of the profile.

    What is not known is left out, and the sheet says so.
    """
    if has_plan(workbook):
        return plan_summary(workbook, KEY)
    facts = profile_facts(workbook)
    sentences = [
        *main_crops(workbook.frame("production")),
        _(
            "Is this how you know our tambon? What is missing, and what is wrong? "
            "Please tell the working group, or bring it to the forum."
        ),
    ]
    if not facts:
        sentences.insert(0, _("No facts have been brought into this workbook yet."))
    return Section(
        KEY,
        _("Our tambon on one page"),
        layout=Layout.SHEET,
        facts=facts,
        sentences=sentences,
        evidence=[evidence_line(workbook.sources())],
    )
