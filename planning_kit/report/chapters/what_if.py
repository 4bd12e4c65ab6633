"""What if some land went from the main crop to a mix? From the tambon’s own margins."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import pandas as pd

from planning_kit.charts.values import Form
from planning_kit.language import N_, _
from planning_kit.plan.what_if import SMALLEST, Technology, WhatIf, apply_technology, move_area
from planning_kit.profile.production import crops
from planning_kit.profile.production_year import production_year
from planning_kit.records.plain_rows import plain_rows
from planning_kit.report.chapters.plan_names import PlanNames
from planning_kit.report.chapters.plan_sentences import say
from planning_kit.report.chapters.wording import (
    baht,
    evidence,
    growers,
    joined,
    nothing_known,
    number,
    percent,
    rai,
    sample_of,
)
from planning_kit.report.section import Section
from planning_kit.report.table import Column, Table
from planning_kit.thai.land_area import SQUARE_WAH_PER_RAI

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

TENTH = 0.1
FIFTH = 0.2
_MOST = 3
_HOME_MORE = N_(
    "A household with {area} of {crop} (the median, n={n}) that changes {moved} of it would have "
    "{baht} more."
)
_HOME_LESS = N_(
    "A household with {area} of {crop} (the median, n={n}) that changes {moved} of it would have "
    "{baht} less."
)


def what_if(
    workbook: Workbook,
    from_product: str | None = None,
    rai: float | None = None,
    into: Mapping[str, float] | None = None,
    *,
    technology: Technology | None = None,
) -> Section:
    """Return a what-if of land moved from one crop into a mix, or of a ``technology``.

    Unless told otherwise a tenth of the largest crop’s area goes in equal parts to the next
    crops by area (at most three), which people here grow already: nothing is picked for its
    margin. ``into`` crop -> share, together 1. Raises ``KitError`` (``plan.what-if-…``).
    """
    title = _("What if? From one crop to a mix")
    found = production_year(workbook.frame("production"))
    table = crops(found.frame, by_season=False)
    enough = (table["budget_n"] >= SMALLEST) & ~table["hidden"] & ~table["sums_hidden"]
    # A crop whose area is kept back may not enter: its area could be read from the result.
    known = table[enough & table["margin_cash_rai"].notna() & table["area_rai"].notna()]
    if len(known) < 2:
        return nothing_known("what-if", title, _("margins of two crops or more"), "production")
    section = Section("what-if", title, sentences=found.sentences())
    if technology is None:
        chosen = from_product or str(known["product"].iloc[0])
        mix = into or _next_crops(known, chosen)
        area = known.set_index("product")["area_rai"].get(chosen, 0.0)
        moved = rai if rai is not None else float(area) * TENTH
        result = move_area(known, chosen, moved, mix)
        section.sentences += _moved_said(result, chosen, moved, mix)
        section.parts = _one_household(found.frame, known, chosen, mix)
    else:
        section.title = _("What if? A technology in one crop")
        result = apply_technology(known, technology, rai=rai)
        section.sentences += _difference(result)
    names = PlanNames(workbook)
    section.sentences += [say(message, values, names) for message, values in result.assumptions]
    section.tables = [_table(result)]
    section.evidence = [evidence(workbook, "production", growers(found.frame))]
    section.notes = [*found.notes(), sample_of(workbook).sentence()]
    return section


def _one_household(
    production: pd.DataFrame, known: pd.DataFrame, chosen: str, mix: Mapping[str, float]
) -> list[Section]:
    """Return the same for a household in the middle of the growers, a fifth of its crop moved."""
    own = production[production["product"] == chosen].groupby("household_id")["planted_area"].sum()
    own = own[own > 0]
    if len(own) < SMALLEST:
        return []
    area = float(own.median()) / SQUARE_WAH_PER_RAI
    moved = area * FIFTH
    result = move_area(known, chosen, moved, mix, areas={chosen: area})
    said = _(
        _HOME_MORE if result.difference >= 0 else _HOME_LESS,
        area=rai(area, 1),
        crop=chosen,
        n=number(len(own)),
        moved=rai(moved, 1),
        baht=baht(abs(result.difference)),
    )
    return [Section("what-if-household", _("What if? One household"), sentences=[said])]


def _next_crops(known: pd.DataFrame, chosen: str) -> dict[str, float]:
    others = [str(product) for product in known["product"] if product != chosen][:_MOST]
    return {product: 1 / len(others) for product in others}


def _moved_said(result: WhatIf, chosen: str, moved: float, mix: Mapping[str, float]) -> list[str]:
    shares = joined(f"{product} {percent(share, 0)}" for product, share in mix.items())
    return [
        _(
            "This is a what-if: {area} of {crop} become {mix}.",
            area=rai(moved, 0),
            crop=chosen,
            mix=shares,
        ),
        *_difference(result),
        _(
            "For each rai planted that is {each}.",
            each=baht(result.difference / moved).replace("-", "−"),
        ),
    ]


def _difference(result: WhatIf) -> list[str]:
    sentence = (
        _(
            "The tambon would have {difference} more, {after} in place of {before} from these crops.",
            difference=baht(abs(result.difference)),
            after=baht(result.after),
            before=baht(result.before),
        )
        if result.difference >= 0
        else _(
            "The tambon would have {difference} less, {after} in place of {before} from these crops.",
            difference=baht(abs(result.difference)),
            after=baht(result.after),
            before=baht(result.before),
        )
    )
    return [sentence]


def _table(result: WhatIf) -> Table:
    rows = plain_rows(result.table, result.table.columns)
    changed = [
        row
        for row in rows
        if row["area_before"] != row["area_after"] or row["margin_before"] != row["margin_after"]
    ]
    frame = pd.DataFrame(changed, columns=list(result.table.columns))
    columns = [
        Column("product", _("Crop")),
        Column("area_before", _("Area now (rai)"), Form.RAI),
        Column("area_after", _("Area then (rai)"), Form.RAI),
        Column("margin_after", _("Left over per rai (baht)"), Form.BAHT),
        Column("result_before", _("Left over now (baht)"), Form.BAHT),
        Column("result_after", _("Left over then (baht)"), Form.BAHT),
        Column("n", _("n"), Form.INT),
    ]
    caption = _("What if: area and what is left over")
    return Table(frame, columns, caption=caption, note=_("n: number behind the margin."))
