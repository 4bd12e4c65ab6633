"""The files behind the figures of a place: which plan, which version, when it came, its fingerprint."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from planning_kit.charts.values import Form
from planning_kit.language import _
from planning_kit.records.plain_rows import Row, framed
from planning_kit.report.chapters.level_plans import LevelPlans, said_place
from planning_kit.report.chapters.rolled_walk import SHOWN, anchor_of, mark_of
from planning_kit.report.section import Section
from planning_kit.report.table import Column, Table
from planning_kit.thai import format_date
from planning_kit.workbook.handover_marks import STATE_WORDS, receipts

if TYPE_CHECKING:
    from planning_kit.workbook.handed_plans import HandedPlan

_HANDOVER = {"place": "text", "years": "text", "version": "text", "endorsed": "text",
             "received": "text", "state": "text", "figures": "number", "mark": "text",
             "anchor": "text"}  # fmt: skip


def handovers_behind(held: LevelPlans) -> Section:
    """Return every handover of a tambon here; one that a later version replaced says so."""
    section = Section("rolled-up-handovers", _("The files that the figures came in"), folded=True)
    counted = {one.handover.fingerprint for one in held.plans}
    areas = {one.area_id: one for one in held.plans}
    older = [
        _older(areas[mark.plan_area_id], mark.version, mark.when, mark.fingerprint)
        for mark in receipts(held.workbook.store)
        if mark.plan_area_id in areas and mark.fingerprint not in counted
    ]
    rows = sorted(
        [*(_counted(one) for one in held.plans), *older], key=lambda row: (row["code"], row["at"])
    )
    section.sentences = [
        _(
            "What each tambon handed over is kept here whole and unchanged, under its fingerprint. "
            "Households stay in the tambon: its own workbook leads on from here to their answers."
        )
    ]
    columns = [
        Column("place", _("Tambon")),
        Column("mark", _("Fingerprint (beginning)")),
        Column("years", _("Years of the plan")),
        Column("version", _("Version")),
        Column("endorsed", _("Endorsed on")),
        Column("received", _("Received on")),
        Column("state", _("State")),
        Column("figures", _("Figures in it"), Form.INT),
    ]
    section.tables = [
        Table(framed(rows, _HANDOVER), columns, wide=True, anchors="anchor", listed=True)
    ]
    return section


def _counted(plan: HandedPlan) -> Row:
    endorsed = plan.content["endorsed"]
    day = endorsed["date"] if endorsed else None
    return _row(plan, plan.handover.version, plan.handover.when, mark_of(plan)) | {
        "endorsed": format_date(datetime.fromisoformat(day).date(), "short") if day else None,
        "state": str(STATE_WORDS[plan.handover.state]),
        "figures": len(plan.content["figures"]),
    }


def _older(plan: HandedPlan, version: int, when: datetime, fingerprint: str) -> Row:
    return _row(plan, version, when, fingerprint[:SHOWN]) | {
        "state": _("replaced by a later one; not counted"),
    }


def _row(plan: HandedPlan, version: int, when: datetime, mark: str) -> Row:
    place = said_place(plan.tambon_codes[0])
    several = len(plan.tambon_codes) > 1 or plan.area_id != plan.tambon_codes[0]
    return {
        "code": plan.tambon_codes[0],
        "at": when,
        "place": f"{plan.title()} ({place})" if several else place,
        "years": f"{plan.handover.plan_start_be}–{plan.content['plan_end_be']}",
        "version": str(version) if version else _("draft, not endorsed"),
        "received": format_date(when.astimezone().date(), "short"),
        "mark": mark,
        "anchor": anchor_of(mark),
    }
