"""How many things the farms grow, and how far the tambon leans on a single crop."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from planning_kit.charts.values import Form, written
from planning_kit.language import _
from planning_kit.profile.diversity import (
    PRODUCT_COUNTS,
    Diversity,
    farming_types,
    products_per_household,
)
from planning_kit.profile.diversity import diversity as measured
from planning_kit.profile.production_year import production_year
from planning_kit.report.chapters.answer_part import answer_part
from planning_kit.report.chapters.answer_tables import worded, worded_answers
from planning_kit.report.chapters.wording import (
    evidence,
    growers,
    households,
    label,
    nothing_known,
    number,
    percent,
    sample_of,
)
from planning_kit.report.section import Section
from planning_kit.report.table import Column, Table

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook


def diversity(workbook: Workbook) -> Section:
    """Return the chapter on single crops, many crops and types of farming."""
    title = _("One crop or many")
    found = production_year(workbook.frame("production"))
    asked, sample = workbook.frame("household"), sample_of(workbook)
    counts = worded(products_per_household(found.frame, sample), PRODUCT_COUNTS)
    types = worded_answers(farming_types(asked, sample), "household", "farming_type")
    heading, kinds = _("Different crops and animals"), label("household", "farming_type")
    grown = growers(found.frame)
    from_production = [
        _planted(found.frame),
        answer_part(
            "diversity-products",
            _("How many things a household produces"),
            counts,
            heading,
            asked=grown,
        ),
    ]
    parts = [part for part in from_production if part is not None]
    line = evidence(workbook, "production", grown)
    for part in parts:
        part.evidence.append(line)
    kinds_part = answer_part("diversity-types", kinds, types, kinds, asked=len(asked))
    if kinds_part is not None:
        kinds_part.evidence.append(evidence(workbook, "household", len(asked)))
        parts.append(kinds_part)
    if not parts:
        return nothing_known("diversity", title, _("what households grow"), "production")
    section = Section("diversity", title, parts=parts, notes=found.notes())
    section.sentences = found.sentences()
    section.notes.append(sample.sentence())
    return section


def _planted(grown: pd.DataFrame) -> Section | None:
    found = measured(grown)
    if found.n == 0:
        return None
    section = Section("diversity-planted", _("How far the tambon leans on single crops"))
    section.sentences = _said(found)
    rows = [
        (_("Different crops"), written(found.crops, Form.INT)),
        (_("Area of households with one crop, share"), percent(found.single_crop_share)),
        (_("Growers with one crop, share"), percent(found.single_crop_households)),
        (_("Diversity of area (Simpson, 0–1)"), number(found.simpson, 2)),
        (_("Diversity of area (Shannon)"), number(found.shannon, 2)),
    ]
    frame = pd.DataFrame(rows, columns=["label", "value"]).assign(n=found.n)
    columns = [
        Column("label", _("Measure")),
        Column("value", _("Value")),
        Column("n", _("n (households)"), Form.INT),
    ]
    note = _(
        "Simpson: 0 means that one crop covers all the area; nearer 1 means many crops of like "
        "area. Area adds up all seasons."
    )
    section.tables = [Table(frame, columns, caption=_("Diversity of planted area"), note=note)]
    return section


def _said(found: Diversity) -> list[str]:
    if found.single_crop_share is None:
        return [_("How many households grow a single crop may not be shown: too few households.")]
    return [
        _(
            "{share} of {households} that grow crops grow only one.",
            share=percent(found.single_crop_households),
            households=households(found.n),
        ),
        _(
            "Their fields make up {share} of the planted area.",
            share=percent(found.single_crop_share),
        ),
    ]
