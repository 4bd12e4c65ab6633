"""Hands on the farm: who in the family farms, who of them is young, and days hired."""

from __future__ import annotations

import pandas as pd

from planning_kit.charts.values import Form
from planning_kit.language import _
from planning_kit.profile.labour import labour, with_young_farmers
from planning_kit.profile.sampling import Sample
from planning_kit.report.chapters.answer_tables import row_of, spread_table, tally_table, worded
from planning_kit.report.chapters.wording import (
    households,
    known,
    label,
    not_stated,
    notes,
    number,
    percent,
)
from planning_kit.report.section import Section


def labour_part(asked: pd.DataFrame, sample: Sample) -> Section | None:
    """Return the part on farm labour, or ``None`` where nobody stated any."""
    hands = labour(asked, sample)
    hands = worded(hands[hands["n"] > 0], lambda name: label("household", name), "measure")
    if hands.empty:
        return None
    section = Section("water-labour", _("Hands on the farm"))
    section.sentences = _hands_said(hands)
    caption = _("Per household: persons who farm; days hired in the year")
    section.tables = [spread_table(hands, _("Labour"), caption, Form.NUMBER, places=1)]
    young = with_young_farmers(asked, sample)
    if len(young):
        heading = label("household", "young_farmers")
        section.sentences += _young_said(young)
        young = worded(young, lambda _yes: _("Households with at least one"))
        section.tables.append(tally_table(young, heading, heading))
    section.notes = notes(
        *(not_stated(row["label"], row["not_stated"]) for _at, row in hands.iterrows())
    )
    return section


def _hands_said(hands: pd.DataFrame) -> list[str]:
    said = []
    workers, hired = row_of(hands, "farm_workers"), row_of(hands, "hired_days")
    if workers is not None and known(workers["mean"]):
        said.append(
            _(
                "On average {mean} members of a household work on the farm.",
                mean=number(workers["mean"], 1),
            )
        )
    if hired is not None and known(hired["median"]):
        said.append(
            _(
                "Half of the households hire {median} days of labour a year or fewer.",
                median=number(hired["median"]),
            )
        )
    return said


def _young_said(young: pd.DataFrame) -> list[str]:
    row = young.iloc[0]
    if not known(row["share"]):
        return []
    return [
        _(
            "{count} of {households} have a farmer of 17–45 years, or {share}.",
            count=number(row["households"]),
            households=households(row["n"]),
            share=percent(row["share"]),
        )
    ]
