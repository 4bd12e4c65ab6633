"""Land that households farm: how much, whose it is, and how safely it is held."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from planning_kit.charts.boxes import boxes
from planning_kit.charts.shares import whole
from planning_kit.charts.values import Form
from planning_kit.language import Words, _
from planning_kit.profile.land import (
    LANDLESS,
    SIZE_CLASSES,
    holding,
    irrigated_share,
    land_rights,
    operated_rai,
    size_classes,
    tenure_mix,
)
from planning_kit.profile.sampling import Sample
from planning_kit.report.chapters.answer_part import answer_part
from planning_kit.report.chapters.answer_tables import (
    row_of,
    spread_table,
    tally_table,
    worded,
)
from planning_kit.report.chapters.wording import (
    answer,
    evidence,
    households,
    known,
    label,
    not_stated,
    notes,
    nothing_known,
    number,
    percent,
    rai,
    sample_of,
)
from planning_kit.report.picture import Picture
from planning_kit.report.section import Section
from planning_kit.report.table import Column, Table

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

_HELD = {
    "operated_rai": Words("ที่ดินทำกินทั้งหมด", "All farm land"),
    "owned_rai": Words("ของตนเอง", "Own"),
    "rented_rai": Words("เช่า", "Rented"),
    "free_rai": Words("ผู้อื่นให้ทำฟรี", "Lent free of charge"),
    "irrigated_rai": Words("ในเขตชลประทาน", "Irrigated"),
}
_CLASSES = {"landless": LANDLESS} | {key: words for key, (_a, _b, words) in SIZE_CLASSES.items()}


def land(workbook: Workbook) -> Section:
    """Return the chapter on farm land; rights to it as counts of households only."""
    asked = workbook.frame("household")
    sample = sample_of(workbook)
    parts = [
        _holding(asked, sample),
        _sizes(asked, sample),
        _tenure(asked),
        _rights(asked),
        _irrigated(asked),
    ]
    found = [part for part in parts if part is not None]
    if not found:
        return nothing_known("land", _("Farm land"), _("farm land"), "household")
    line = evidence(workbook, "household", len(asked))
    for part in found:
        part.evidence.append(line)
    return Section("land", _("Farm land"), parts=found, notes=[sample.sentence()])


def _holding(asked: pd.DataFrame, sample: Sample) -> Section | None:
    held = holding(asked, sample)
    held = worded(held[held["n"] > 0], _HELD, "measure")
    if held.empty:
        return None
    section = Section("land-holding", _("Land per household"))
    every = row_of(held, "operated_rai")
    if every is not None and known(every["mean"]):
        section.sentences = [
            _(
                "A household farms {mean} on average. Half farm {median} or less.",
                mean=rai(every["mean"]),
                median=rai(every["median"]),
            )
        ]
        section.notes = notes(not_stated(_("farm land"), every["not_stated"]))
    drawn = held[held["median"].notna()]
    if len(drawn):
        caption = _("Rai per household: the middle half and the median")
        figure = boxes(drawn, label="label", form=Form.RAI)
        said = " · ".join(f"{row['label']} {rai(row['median'])}" for _at, row in drawn.iterrows())
        section.pictures = [Picture(figure, _("Median: {medians}", medians=said), caption)]
    caption = _("Farm land in rai per household; a household without any counts as 0")
    section.tables = [spread_table(held, _("Land"), caption, Form.RAI)]
    return section


def _sizes(asked: pd.DataFrame, sample: Sample) -> Section | None:
    found = worded(size_classes(asked, sample), _CLASSES)
    silent = int(operated_rai(asked).isna().sum())
    section = answer_part(
        "land-sizes",
        _("Small and large farms"),
        found,
        _("Farm land of the household"),
        asked=len(asked) - silent,
    )
    if section is not None:
        section.notes += notes(not_stated(_("farm land"), silent))
    return section


def _tenure(asked: pd.DataFrame) -> Section | None:
    mix = tenure_mix(asked)
    if mix.empty:
        return None
    mix = worded(mix, lambda key: str(_HELD[f"{key}_rai"]))
    section = Section("land-tenure", _("Own land and rented land"))
    rented = row_of(mix, "rented", "key")
    if rented is not None and known(rented["share"]):
        section.sentences = [
            _(
                "{households} rent land. {share} of the land farmed is rented, or {area}.",
                households=households(rented["households"]),
                share=percent(rented["share"]),
                area=rai(rented["area_rai"], 0),
            )
        ]
    shown = mix[mix["area_rai"] > 0]
    caption = _("Farm land by tenure, share of the area")
    if len(shown) and not mix["hidden"].any():
        figure = whole(shown, label="label", share="share")
        said = " · ".join(f"{r['label']} {percent(r['share'])}" for _at, r in shown.iterrows())
        section.pictures = [Picture(figure, f"{caption}: {said}", caption)]
    columns = [
        Column("label", _("Tenure")),
        Column("households", _("Households"), Form.INT),
        Column("area_rai", _("Area (rai)"), Form.RAI, 0),
        Column("share", _("Share of area"), Form.PERCENT),
        Column("n", _("n"), Form.INT),
    ]
    section.tables = [Table(mix, columns, caption=caption)]
    return section


def _rights(asked: pd.DataFrame) -> Section | None:
    found = land_rights(asked)
    if found.empty:
        return None
    section = Section("land-rights", _("Rights to the land"))
    section.sentences = [
        _(
            "This is told only as a number of households, never as an area and never by "
            "village, so that nobody can be harmed by it."
        )
    ]
    places = found[found["question"] != "title_deeds"]
    if len(places):
        places = worded(places, lambda name: label("household", name), "question")
        section.tables.append(tally_table(places, _("Question"), _("Households that said yes")))
    deeds = found[found["question"] == "title_deeds"]
    if len(deeds):
        heading = label("household", "title_deeds")
        deeds = worded(deeds, lambda code: answer("household", "title_deeds", code))
        section.tables.append(tally_table(deeds, heading, heading))
        section.notes.append(_("A household may hold several papers."))
    for name, part in found.groupby("question", sort=False):
        silent = len(asked) - int(part["n"].iloc[0])
        section.notes += notes(not_stated(label("household", str(name)), silent))
    return section


def _irrigated(asked: pd.DataFrame) -> Section | None:
    found = irrigated_share(asked)
    if found.n == 0:
        return None
    section = Section("land-irrigated", _("Irrigated land"))
    if found.share is None or found.part_rai is None or found.whole_rai is None:
        section.sentences = [_("The irrigated share may not be shown: too few households.")]
        return section
    section.sentences = [
        _(
            "Of {whole} farmed, {part} are irrigated, or {share} ({n} stated both).",
            whole=rai(found.whole_rai, 0),
            part=rai(found.part_rai, 0),
            share=percent(found.share),
            n=households(found.n),
        ),
        _(
            "The other {rest} lie outside the irrigated area.",
            rest=f"{number(100 * (1 - found.share), 1)}%",
        ),
    ]
    return section
