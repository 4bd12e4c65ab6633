"""Water for the farm and the house, and the hands that farm."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from planning_kit.language import _
from planning_kit.profile.privacy import too_few
from planning_kit.profile.sampling import Sample
from planning_kit.profile.water import (
    MONTHS_SHORT,
    house_water,
    months_short,
    months_short_spread,
    water_sources,
)
from planning_kit.report.chapters.answer_part import answer_part
from planning_kit.report.chapters.answer_tables import worded, worded_answers
from planning_kit.report.chapters.labour import labour_part
from planning_kit.report.chapters.wording import (
    evidence,
    households,
    known,
    label,
    nothing_known,
    number,
    percent,
    sample_of,
)
from planning_kit.report.section import Section

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook


def water(workbook: Workbook) -> Section:
    """Return the chapter on water and labour."""
    asked = workbook.frame("household")
    sample = sample_of(workbook)
    title = _("Water and labour")
    parts = [
        _sources(asked, sample),
        _short(asked, sample),
        _house(asked, sample),
        labour_part(asked, sample),
    ]
    found = [part for part in parts if part is not None]
    if not found:
        return nothing_known("water", title, _("water and farm labour"), "household")
    line = evidence(workbook, "household", len(asked))
    for part in found:
        part.evidence.append(line)
    return Section("water", title, parts=found, notes=[sample.sentence()])


def _sources(asked: pd.DataFrame, sample: Sample) -> Section | None:
    found = worded_answers(water_sources(asked, sample), "household", "water_sources")
    heading = label("household", "water_sources")
    title = _("Where farm water comes from")
    return answer_part("water-sources", title, found, heading, asked=len(asked), several=True)


def _short(asked: pd.DataFrame, sample: Sample) -> Section | None:
    found = worded(months_short(asked, sample), MONTHS_SHORT)
    heading = label("household", "water_short_months")
    title = _("Months short of farm water")
    section = answer_part("water-short", title, found, heading, asked=len(asked))
    if section is None:
        return None
    never = found[found["key"] == "0"].iloc[0]
    short = never["n"] - never["households"]
    if known(short) and not too_few(short):
        section.sentences = [
            _(
                "{count} of {households} are short of farm water in some month, or {share}.",
                count=number(short),
                households=households(never["n"]),
                share=percent(1 - never["share"]),
            )
        ]
    mean = months_short_spread(asked, sample).iloc[0]
    if known(mean["mean"]):
        said = _("On average water runs short for {mean} months.", mean=number(mean["mean"], 1))
        section.sentences.append(said)
    return section


def _house(asked: pd.DataFrame, sample: Sample) -> Section | None:
    found = worded_answers(house_water(asked, sample), "household", "drinking_water")
    heading = label("household", "drinking_water")
    return answer_part("water-house", _("Water for the house"), found, heading, asked=len(asked))
