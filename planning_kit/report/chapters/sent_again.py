"""Plans that were handed over more than once, and tambons whose codes are used no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planning_kit.language import _, ngettext
from planning_kit.records.plain_rows import framed
from planning_kit.report.chapters.wording import number
from planning_kit.report.table import Column, Table
from planning_kit.rollup import say_notice
from planning_kit.thai import format_date
from planning_kit.workbook.handed_plans import HandedPlan, all_handed_plans
from planning_kit.workbook.handover_marks import STATE_WORDS

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook


def sent_again(workbook: Workbook) -> Table | None:
    """Return every version of the plans of which several came; ``None`` where none did."""
    several = [plans for plans in all_handed_plans(workbook) if len(plans) > 1]
    if not several:
        return None
    rows = [
        {
            "place": plan.title(),
            "years": f"{plan.handover.plan_start_be}–{plan.content['plan_end_be']}",
            "version": _version(plan),
            "mark": plan.handover.fingerprint[:8],
            "came": format_date(plan.handover.when.astimezone().date(), "short"),
            "state": str(STATE_WORDS[plan.handover.state]),
            "counts": _("counts") if at == 0 else _("does not count"),
        }
        for plans in several
        for at, plan in enumerate(plans)
    ]
    columns = [
        Column("place", _("Plan area")),
        Column("years", _("Years (B.E.)")),
        Column("version", _("Version")),
        Column("mark", _("Fingerprint")),
        Column("came", _("Came on")),
        Column("state", _("Marked")),
        Column("counts", _("Does it count?")),
    ]
    caption = ngettext(
        "{count} plan was handed over more than once; one version of it counts",
        "{count} plans were handed over more than once; one version of each counts",
        len(several),
        count=number(len(several)),
    )
    types = {column.name: "text" for column in columns}
    return Table(framed(rows, types), columns, caption=caption)


def codes_no_more(plans: list[HandedPlan]) -> list[str]:
    """Say of every tambon that was handed over under an abolished code what became of it."""
    said = (say_notice(code) for plan in plans for code in plan.handed_codes)
    return [sentence for sentence in dict.fromkeys(said) if sentence]


def handed_unsettled(plans: list[HandedPlan]) -> list[str]:
    """Say of each plan in which records had two versions when it was handed over."""
    return [
        ngettext(
            "{place}: {n} record had two versions when the plan was handed over.",
            "{place}: {n} records had two versions when the plan was handed over.",
            plan.unsettled,
            place=plan.title(),
        )
        for plan in plans
        if plan.unsettled
    ]


def _version(plan: HandedPlan) -> str:
    number_ = plan.handover.version
    return _("endorsed version {version}", version=number_) if number_ else _("draft")
