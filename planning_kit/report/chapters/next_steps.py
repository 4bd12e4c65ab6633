"""What the working group does next, worked out from what the workbook still lacks."""

from __future__ import annotations

from planning_kit.language import _
from planning_kit.profile.coverage import coverage, coverage_by_village
from planning_kit.records import template_types
from planning_kit.report.chapters.plan_steps import plan_steps, villages_unheard
from planning_kit.report.section import Section
from planning_kit.workbook import Workbook


def next_steps(workbook: Workbook) -> Section:
    """Return the next steps in order: gather, check, hear, rank, draft, endorse, follow up."""
    frames = {kind.noun.name: workbook.frame(kind.noun.name) for kind in template_types()}
    flagged = sum(
        int((frame["row_state"] == "flagged").sum()) for frame in frames.values() if len(frame)
    )
    steps = [*_gathering(workbook, frames["household"].empty)]
    if flagged:
        steps.append(
            _(
                "Check the {count} rows that are marked: open the list of findings, ask the "
                "field team, correct the Excel file and import it again.",
                count=flagged,
            )
        )
    if not frames["household"].empty:
        steps += _planning(workbook)
    numbered = [f"{number}. {step}" for number, step in enumerate(steps, start=1)]
    return Section("next", _("Next steps"), sentences=numbered)


def _planning(workbook: Workbook) -> list[str]:
    """Return what the first planning steps that are not done ask for."""
    done = {step.key for step in plan_steps(workbook) if step.is_done}
    steps = []
    if "agreed" not in done:
        steps.append(_("Name the working group: organisations and roles, women and youth too."))
    if "heard" not in done:
        steps += _hearing(workbook)
    elif "ranked" not in done:
        steps.append(_("Put the problems in order at a tambon forum, and write the decision down."))
    elif "drafted" not in done:
        steps.append(
            _("Write the projects: who does each, what it costs, which source pays in which year.")
        )
    elif "endorsed" not in done:
        steps += [
            _("Read the list of gaps in the plan and mend them."),
            _("Hold the public hearing, then let the council endorse the plan with its quorum."),
        ]
    else:
        steps.append(
            _("Send the plan to the offices it asks, and write their answers and results down.")
        )
    return steps


def _hearing(workbook: Workbook) -> list[str]:
    steps = [
        _("Print the one-page summary and take it back to every village."),
        _("Hold the village forums: do people know their tambon in these figures?"),
    ]
    unheard = villages_unheard(workbook)
    if unheard and not workbook.frame("forum").empty:
        steps.append(_("Not heard yet: {villages}.", villages=" · ".join(unheard)))
    return steps


def _gathering(workbook: Workbook, nobody_asked: bool) -> list[str]:
    if nobody_asked:
        return [
            _(
                "Make the blank Excel with “planning-kit template”, and agree who asks in each village."
            ),
            _("Ask for consent first. Use household codes, never names."),
            _("Bring the filled Excel in with “planning-kit import”; try it with --dry-run first."),
        ]
    villages = coverage_by_village(workbook.frame("household"), workbook.villages())
    silent = villages[villages.surveyed.fillna(0) == 0]
    steps = []
    if len(silent):
        names = " · ".join(str(name) for name in silent.name)
        steps.append(_("Nobody has been asked yet in: {villages}.", villages=names))
    counted = coverage(workbook.frame("household"), workbook.villages())
    if counted.population is None:
        steps.append(_("State how many households each village has, so that n of N can be shown."))
    return steps
