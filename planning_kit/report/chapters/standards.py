"""Safe farming: area under each standard, each counted apart, and the technology in use."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from planning_kit.charts.bars import bars
from planning_kit.charts.values import Form
from planning_kit.language import _
from planning_kit.profile.production_year import production_year
from planning_kit.profile.sampling import Sample
from planning_kit.profile.standards import SAFE, safe_area
from planning_kit.profile.standards import standards as by_standard
from planning_kit.profile.technology import technologies
from planning_kit.report.chapters.answer_part import answer_part
from planning_kit.report.chapters.answer_tables import given, worded_answers
from planning_kit.report.chapters.wording import (
    evidence,
    growers,
    known,
    label,
    not_stated,
    notes,
    nothing_known,
    percent,
    rai,
    sample_of,
)
from planning_kit.report.picture import Picture
from planning_kit.report.section import Section
from planning_kit.report.table import Column, Table

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

_PLANTS = ("annual", "perennial")


def standards(workbook: Workbook) -> Section:
    """Return the chapter on GAP, organic and PGS area, each apart, and on technology."""
    title = _("Safe farming and technology")
    found = production_year(workbook.frame("production"))
    sample = sample_of(workbook)
    parts = [_safe(found.frame), _technology(found.frame, sample)]
    kept = [part for part in parts if part is not None]
    if not kept:
        subject = _("standards and technology")
        return nothing_known("standards", title, subject, "production")
    line = evidence(workbook, "production", growers(found.frame))
    for part in kept:
        part.evidence.append(line)
    section = Section("standards", title, sentences=found.sentences(), parts=kept)
    section.notes = [*found.notes(), sample.sentence()]
    return section


def _safe(grown: pd.DataFrame) -> Section | None:
    table = by_standard(grown)
    if table.empty:
        return None
    table = worded_answers(table, "production", "standard")
    section = Section("standards-area", _("Safe area"), sentences=_safe_said(grown, table))
    drawn = given(table[table["key"] != "none"])
    if drawn["area_rai"].notna().any():
        caption = _("Planted area under each standard (rai)")
        figure = bars(drawn, label="label", value="area_rai", form=Form.RAI, places=1)
        said = " · ".join(
            f"{row['label']} {rai(row['area_rai'])}"
            for _at, row in drawn.iterrows()
            if known(row["area_rai"])
        )
        section.pictures = [Picture(figure, f"{caption}: {said}", caption)]
    columns = [
        Column("label", label("production", "standard")),
        Column("households", _("Households"), Form.INT),
        Column("area_rai", _("Planted area (rai)"), Form.RAI),
        Column("share", _("Share of area"), Form.PERCENT),
        Column("n", _("n"), Form.INT),
    ]
    note = _("Area adds up all seasons. A household may have fields under several standards.")
    caption = _("Planted area by standard")
    section.tables = [Table(table, columns, caption=caption, note=note)]
    crops = growers(grown[grown["product_kind"].isin(_PLANTS)])
    silent = crops - int(table["n"].iloc[0])
    section.notes = notes(not_stated(label("production", "standard"), silent))
    return section


def _safe_said(grown: pd.DataFrame, table: pd.DataFrame) -> list[str]:
    whole = safe_area(grown)
    said = []
    if whole.share is not None:
        said.append(
            _(
                "{area} are safe area (GAP, organic or PGS), or {share} of {whole} planted.",
                area=rai(whole.part_rai),
                share=percent(whole.share),
                whole=rai(whole.whole_rai),
            )
        )
    for key in SAFE:
        row = table[table["key"] == key].iloc[0]
        if known(row["area_rai"]):
            said.append(
                _(
                    "{standard}: {area}, or {share}.",
                    standard=row["label"],
                    area=rai(row["area_rai"]),
                    share=percent(row["share"]),
                )
            )
    return said


def _technology(grown: pd.DataFrame, sample: Sample) -> Section | None:
    if grown.empty:
        return None
    found = worded_answers(technologies(grown, sample), "production", "technology")
    heading = label("production", "technology")
    title = _("Technology in use")
    return answer_part(
        "standards-technology", title, found, heading, asked=growers(grown), several=True
    )
