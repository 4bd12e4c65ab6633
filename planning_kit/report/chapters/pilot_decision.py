"""The joint decision on the pilot, beside the order of the scores, and each council's own word."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from planning_kit.charts.values import Form
from planning_kit.deliberate.pilot_firm import departs
from planning_kit.deliberate.ranking import Ranking
from planning_kit.language import _
from planning_kit.records.plain_rows import Row, codes, framed, plain_rows
from planning_kit.records.poll_choices import DecisionAbout
from planning_kit.report.chapters.pilot_councils import councils_said, councils_table, resolutions
from planning_kit.report.chapters.pilot_records import PilotRecords, coded, listed
from planning_kit.report.chapters.plan_evidence import forum_lines
from planning_kit.report.chapters.wording import number
from planning_kit.report.section import Section
from planning_kit.report.table import Column, Table
from planning_kit.thai import format_date

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

_DECISION = (
    "decision_code",
    "about",
    "forum_code",
    "date",
    "subject",
    "adopted_codes",
    "computed_codes",
    "method",
    "reason",
    "votes_for",
    "votes_against",
    "votes_abstain",
    "dissent",
)


def pilot_decision(workbook: Workbook, records: PilotRecords) -> Section:
    """Return every decision on the pilot, the oldest first."""
    section = Section("pilot-decision", _("The joint decision"))
    rows = plain_rows(workbook.frame("decision"), _DECISION)
    own = [row for row in rows if row["about"] == DecisionAbout.PILOT]
    own.sort(key=lambda row: (str(row["date"]), row["decision_code"]))
    if not own:
        section.sentences = [
            _(
                "Nothing is decided yet. The decision is written down with its date, the tambon "
                "chosen, and the reason where it departs from the scores."
            ),
            *_order_to_write(records),
        ]
        return section
    section.sentences = [
        _("Counting again changes no decision; below it stands beside the order of the scores.")
    ]
    section.parts = [_one(workbook, row, records) for row in own]
    return section


def _order_to_write(records: PilotRecords) -> list[str]:
    order = _ranking(records)
    placed = () if order is None else tuple(order.order.loc[order.order["place"].notna(), "option"])
    if not placed:
        return []
    return [_("Order of the scores today, to be kept with it: {codes}", codes=", ".join(placed))]


def _ranking(records: PilotRecords) -> Ranking | None:
    return records.choice.ranking if records.choice is not None and records.counted else None


def _one(workbook: Workbook, row: Row, records: PilotRecords) -> Section:
    adopted, then = codes(row["adopted_codes"]), codes(row["computed_codes"])
    now = _ranking(records)
    section = Section(
        f"pilot-decision-{row['decision_code']}",
        f"{row['decision_code']} {row['subject']}",
        sentences=_decided(row, adopted),
        evidence=forum_lines(workbook, [row["forum_code"]]),
    )
    if adopted:
        section.sentences += _beside(row, adopted, then, now)
    if row["dissent"]:
        section.sentences.append(_("Those who disagreed said: {dissent}", dissent=row["dissent"]))
    told = resolutions(workbook, row["decision_code"])
    section.sentences += councils_said(told)
    section.tables = [_orders(adopted, then, now)] if adopted else []
    if told:
        section.tables.append(councils_table(workbook, told))
    return section


def _decided(row: Row, adopted: Sequence[str]) -> list[str]:
    day = format_date(row["date"])
    if not adopted:
        return [_("Decided on {date}; which tambon is not written down.", date=day)]
    said = [_("Decided on {date}: the pilot is {tambons}.", date=day, tambons=listed(adopted))]
    if row["method"]:
        said.append(_("How it came about: {how}", how=row["method"]))
    if row["votes_for"] is not None:
        said.append(
            _(
                "Votes: {yes} for, {no} against, {abstain} abstained.",
                yes=number(row["votes_for"]),
                no=number(row["votes_against"]),
                abstain=number(row["votes_abstain"]),
            )
        )
    return said


def _beside(
    row: Row, adopted: Sequence[str], then: Sequence[str], now: Ranking | None
) -> list[str]:
    """Say whether the decision follows the scores of its day, and whether they moved since."""
    same = now is not None and bool(then) and not departs(then, now)
    if then and not same:
        apart = tuple(then[: len(adopted)]) != tuple(adopted)
    elif now is not None:
        apart = departs(adopted, now)
    else:
        return [_("There is no order of scores to set beside it.")]
    said = [] if then else [_("The order of the scores on that day is not kept with it; today’s "
                              "stands beside it.")]  # fmt: skip
    if then and now is not None and not same:
        said.append(
            _("Worked out today, the scores give another order than on that day; the decision "
              "stands as it was made.")
        )  # fmt: skip
    if not apart:
        return [*said, _("The decision follows the order of the scores.")]
    said.append(_("The decision departs from the order of the scores."))
    if row["reason"]:
        return [*said, _("Why: {reason}", reason=row["reason"])]
    return [*said, _("Why it did so is not written down; add the reason to the decision.")]


def _orders(adopted: Sequence[str], then: Sequence[str], now: Ranking | None) -> Table:
    today = [] if now is None else list(now.order["option"])
    options = list(dict.fromkeys([*adopted, *then, *today]))
    rows = [
        {
            "tambon": coded(one),
            "adopted": list(adopted).index(one) + 1 if one in adopted else None,
            "then": list(then).index(one) + 1 if one in then else None,
            "now": now.place_of(one) if now is not None else None,
        }
        for one in options
    ]
    columns = [Column("tambon", _("Tambon")), Column("adopted", _("Decided"), Form.INT)]
    if then:
        columns.append(Column("then", _("Place by the scores on that day"), Form.INT))
    if now is not None:
        columns.append(Column("now", _("Place by the scores today"), Form.INT))
    kinds = {one.name: "number" if one.is_number else "text" for one in columns}
    return Table(framed(rows, kinds), columns, caption=_("The decision beside the scores"))
