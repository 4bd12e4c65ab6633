"""The page of one model tambon: score with evidence, beside peers, and what others can copy."""

from __future__ import annotations

from dataclasses import dataclass

from planning_kit.charts.values import Form
from planning_kit.indicators.model_tambon import ModelItem, ModelScore
from planning_kit.indicators.peers import (
    ALL,
    CROP,
    CROP_AND_WATER,
    FarmingType,
    Peers,
    peers_of,
    standing_among,
)
from planning_kit.language import N_, _
from planning_kit.records.plain_rows import Row, framed, plain_rows
from planning_kit.report.chapters.farming_shift import aims
from planning_kit.report.chapters.tambon_figures import TambonFigures, place_of
from planning_kit.report.chapters.wording import answer, label, number
from planning_kit.report.figures import FIGURES, printed
from planning_kit.report.section import Fact, Layout, Section
from planning_kit.report.table import Column, Table
from planning_kit.thai import format_date
from planning_kit.workbook.handed_plans import HandedPlan

_COMPARED = {
    "income.net_median": "up",
    "debt.formal_share": "down",
    "debt.service_share": "down",
    "water.short_share": "down",
    "farming.single_crop_share": "down",
    "farming.sustainable_share": "up",
    "standards.safe_share": "up",
    "crops.main_cash_cost_rai": "down",
    "crops.main_margin_rai": "up",
}
"""Figures that may be set beside those of peers, and which way is better."""
_OF_THE_CROP = "crops."
_ALIKE = {
    CROP_AND_WATER: N_(
        "Compared with {n} tambons with the same main crop and the same water: {type}."
    ),
    CROP: N_(
        "Compared with {n} tambons with the same main crop, {type}; fewer than three have the same "
        "water too."
    ),
    ALL: N_(
        "Compared with all {n} other tambons, because fewer than three have the same main crop "
        "({type})."
    ),
}
_KNOWN = ("name", "kind", "what", "benefit", "could_lead_to")
_LESSON = ("title", "what_helped", "obstacle", "way_out", "date")
_ITEM = ("dimension", "item", "most", "points", "evidence", "state", "date")


@dataclass(frozen=True)
class Scored:
    """A tambon with its score."""

    plan: HandedPlan
    place: str
    score: ModelScore


def farming_said(kind: FarmingType) -> str:
    """Return "rice, mostly not irrigated"."""
    water = {
        True: _("mostly irrigated"),
        False: _("mostly not irrigated"),
        None: _("irrigation not told"),
    }[kind.is_irrigated]
    return " · ".join((kind.crop or _("main crop not told"), water))


def model_profile(one: Scored, items: tuple[ModelItem, ...], figures: TambonFigures) -> Section:
    """Return the page of one tambon."""
    plan, score = one.plan, one.score
    section = Section(f"model-{plan.area_id}", one.place, layout=Layout.SHEET, folded=True)
    section.facts = [
        Fact(f"{number(score.points, 1)} / {number(score.full)}", _("points with evidence")),
        Fact(farming_said(figures.farming(place_of(plan))), _("Farms mainly")),
    ]
    standing, said = _beside_peers(plan, figures)
    section.sentences = [said]
    section.tables = [
        *standing,
        *_aims(plan, figures),
        *_evidence(score, items),
        *_innovations(plan),
        *_lessons(plan),
    ]
    section.evidence = [_source(plan)]
    return section


def _source(plan: HandedPlan) -> str:
    state = _("endorsed") if plan.is_endorsed else _("not endorsed yet")
    day = format_date(plan.handover.when.astimezone().date(), "short")
    return _("Source: plan handed over ({state}), received {date}", state=state, date=day)


def _beside_peers(plan: HandedPlan, figures: TambonFigures) -> tuple[list[Table], str]:
    own = place_of(plan)
    types = {place_of(one): figures.farming(place_of(one)) for one in figures.held.plans}
    peers = peers_of(own, types)
    said = _(_ALIKE[peers.alike], n=number(len(peers.areas)), type=farming_said(types[own]))
    rows = [
        row for key, way in _COMPARED.items() if (row := _compared(own, key, way, peers, figures))
    ]
    if not rows:
        return [], said
    columns = [
        Column("figure", _("Figure")),
        Column("own", _("This tambon")),
        Column("low", _("Lowest of peers")),
        Column("middle", _("Middle of peers")),
        Column("high", _("Highest of peers")),
        Column("n", _("Peers that told it"), Form.INT),
        Column("better", _("Peers that do better"), Form.INT),
    ]
    types_of = {column.name: "number" if column.is_number else "text" for column in columns}
    caption = _("Beside peers; the middle is that of tambons, not of households")
    return [Table(framed(rows, types_of), columns, caption=caption, wide=True)], said


def _compared(own: str, key: str, way: str, peers: Peers, figures: TambonFigures) -> Row | None:
    if key.startswith(_OF_THE_CROP) and peers.alike == ALL:
        return None
    mine = figures.of(own, key)
    others = [figures.of(area, key) for area in peers.areas]
    values = [one.value for one in others if one is not None]
    stands = standing_among(mine.value if mine else None, values, way)
    if stands is None or mine is None:
        return None
    kind = FIGURES[key]
    told = {
        name: printed(kind, value * kind.scale)
        for name, value in (("low", stands.low), ("middle", stands.middle), ("high", stands.high))
    }
    value = printed(kind, stands.value * kind.scale)
    shown = _("{value} ({year}, n = {n})", value=value, year=mine.year or "–", n=number(mine.n))
    head = {"figure": str(kind.label), "own": shown}
    return {**head, **told, "n": stands.n, "better": stands.better}


def _aims(plan: HandedPlan, figures: TambonFigures) -> list[Table]:
    rows = aims(plan, figures)
    if not rows:
        return []
    columns = [
        Column("indicator", _("Indicator")),
        Column("baseline", _("Baseline")),
        Column("actual", _("Latest value")),
        Column("target", _("Last target")),
    ]
    caption = _("Where safe and sustainable production stood, stands and is to go")
    return [
        Table(
            framed(rows, {column.name: "text" for column in columns}), columns, caption, listed=True
        )
    ]


def _evidence(score: ModelScore, items: tuple[ModelItem, ...]) -> list[Table]:
    words = {(item.dimension, item.item): str(item.words) for item in items}
    rows = [
        {
            "item": words[row["dimension"], row["item"]],
            "points": row["points"],
            "most": row["most"],
            "evidence": row["evidence"],
            "date": format_date(row["date"], "short") if row["date"] else None,
        }
        for row in plain_rows(score.items, _ITEM)
        if row["state"] == "assessed"
    ]
    rows.sort(key=lambda row: -row["points"] / row["most"])
    columns = [
        Column("item", _("Item assessed")),
        Column("points", _("Points"), Form.NUMBER),
        Column("most", _("Out of"), Form.NUMBER, 0),
        Column("evidence", _("Evidence")),
        Column("date", _("Scored on")),
    ]
    types = {column.name: "number" if column.is_number else "text" for column in columns}
    caption = _("Every item assessed, with its evidence")
    return [Table(framed(rows, types), columns, caption, listed=True)] if rows else []


def _innovations(plan: HandedPlan) -> list[Table]:
    rows = [
        row | {"kind": answer("local_knowledge", "kind", row["kind"])}
        for row in plain_rows(plan.frame("local_knowledge"), _KNOWN)
    ]
    columns = [Column(name, label("local_knowledge", name)) for name in _KNOWN]
    caption = _("Innovation, local knowledge and technology that others can copy")
    types = dict.fromkeys(_KNOWN, "text")
    return [Table(framed(rows, types), columns, caption, wide=True, listed=True)] if rows else []


def _lessons(plan: HandedPlan) -> list[Table]:
    rows = [
        row | {"date": format_date(row["date"], "short") if row["date"] else None}
        for row in plain_rows(plan.frame("lesson"), _LESSON)
    ]
    columns = [Column(name, label("lesson", name)) for name in _LESSON]
    caption = _("Lessons: what helped, what stood in the way, and the way out")
    types = dict.fromkeys(_LESSON, "text")
    return [Table(framed(rows, types), columns, caption, wide=True, listed=True)] if rows else []
