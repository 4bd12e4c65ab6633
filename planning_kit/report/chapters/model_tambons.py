"""Model tambons of a place: scores with evidence, peers, the shift to sustainable farming, profiles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planning_kit.charts.values import Form
from planning_kit.errors import KitError, KitErrors
from planning_kit.indicators.model_tambon import (
    ModelItem,
    ModelScore,
    model_items_from,
    model_score,
)
from planning_kit.language import _, ngettext
from planning_kit.records.declared_data import declared_rows
from planning_kit.records.plain_rows import framed, plain_rows
from planning_kit.report.chapters.farming_shift import farming_shift
from planning_kit.report.chapters.level_plans import LevelPlans, plans_evidence, said_place
from planning_kit.report.chapters.model_profile import Scored, farming_said, model_profile
from planning_kit.report.chapters.tambon_figures import TambonFigures, place_of
from planning_kit.report.chapters.wording import nothing_known, number
from planning_kit.report.section import Fact, Layout, Section
from planning_kit.report.table import Column, Table

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

MOST_PROFILES = 5
"""So many tambons have a page of their own, those with most points; all stand in the table."""

MOST_SHOWN = 10
"""So many stand in the table at once; the others are folded on a screen."""


@dataclass(frozen=True)
class _Scores:
    scored: tuple[Scored, ...]
    faults: tuple[str, ...]


def model_tambons(workbook: Workbook) -> Section:
    """Return the scores of all tambons, their farming and its shift, and a page for the foremost."""
    title, held = _("Model tambons: what others can copy"), LevelPlans(workbook)
    items = model_items_from(declared_rows("model_tambon", "default.csv"))
    found = _scores(held, items)
    if not found.scored and not found.faults:
        return nothing_known("model-tambons", title, _("the model-tambon score"), "model_score")
    figures = TambonFigures(held)
    section = Section("model-tambons", title, layout=Layout.LANDSCAPE)
    section.facts = [
        Fact(_("{n} of {all}", n=number(len(found.scored)), all=number(len(held.expected))),
             _("tambons that scored themselves")),
    ]  # fmt: skip
    section.sentences = [*_said(found), *found.faults]
    section.tables = [_table(found.scored[:MOST_SHOWN], items, figures)]
    section.evidence = [
        plans_evidence(held, n=sum(_assessed(one.score) for one in found.scored),
                       what=_("items assessed"))
    ]  # fmt: skip
    section.notes = [
        _("Default criteria, not an official standard. A point counts only with written evidence."),
        _(
            "Farms alike means the same main crop (by land) and the same water (at least half of "
            "the land irrigated, or less). Where fewer than three others are alike in both, those "
            "with the same crop count as peers; where these are fewer too, all tambons."
        ),
    ]
    if further := found.scored[MOST_SHOWN:]:
        section.parts = [_further(further, items, figures)]
    section.parts += [farming_shift(held, figures)]
    section.parts += [model_profile(one, items, figures) for one in found.scored[:MOST_PROFILES]]
    return section


def _further(
    scored: tuple[Scored, ...], items: tuple[ModelItem, ...], figures: TambonFigures
) -> Section:
    title = ngettext(
        "{count} more tambon", "{count} more tambons", len(scored), count=number(len(scored))
    )
    return Section("model-further", title, tables=[_table(scored, items, figures)], folded=True)


def _scores(held: LevelPlans, items: tuple[ModelItem, ...]) -> _Scores:
    """Return the score of each tambon, most points first, and what could not be scored."""
    scored, faults = [], []
    for plan in held.plans:
        told = plan.frame("model_score")
        if told.empty:
            continue
        place = said_place(plan.tambon_codes[0])
        try:
            scored.append(Scored(plan, place, model_score(told, items)))
        except (KitError, KitErrors) as error:
            faults.append(_("{place} is not scored: {why}", place=place, why=str(error)))
    scored.sort(key=lambda one: (-one.score.points, one.place))
    return _Scores(tuple(scored), tuple(faults))


def _said(found: _Scores) -> list[str]:
    said = [
        _(
            "Points are given by each tambon to itself, at a meeting; they order whom to visit, "
            "and judge nobody."
        )
    ]
    if len(found.scored) > MOST_PROFILES:
        said.append(
            _(
                "The {count} tambons with most points have a page of their own below.",
                count=number(MOST_PROFILES),
            )
        )
    return said


def _assessed(score: ModelScore) -> int:
    return len(score.items) - score.not_assessed - score.without_evidence


def _table(
    scored: tuple[Scored, ...], items: tuple[ModelItem, ...], figures: TambonFigures
) -> Table:
    dimensions = {item.dimension: str(item.dimension_words) for item in items}
    rows = []
    for one in scored:
        points = {
            f"d_{row['dimension']}": row["points"] if row["assessed"] else None
            for row in plain_rows(one.score.dimensions, ("dimension", "points", "assessed"))
        }
        rows.append(
            points
            | {
                "place": one.place,
                "farming": farming_said(figures.farming(place_of(one.plan))),
                "points": one.score.points,
                "possible": one.score.possible,
                "items": _("{n} of {all}", n=number(_assessed(one.score)),
                           all=number(len(one.score.items))),
                "state": _("endorsed") if one.plan.is_endorsed else _("not endorsed yet"),
            }
        )  # fmt: skip
    columns = [
        Column("place", _("Tambon")),
        Column("points", _("Points"), Form.NUMBER, 1),
        Column("possible", _("Points of the items assessed"), Form.NUMBER, 0),
        Column("items", _("Items assessed")),
        *(Column(f"d_{code}", words, Form.NUMBER, 1) for code, words in dimensions.items()),
        Column("farming", _("Farms mainly")),
        Column("state", _("Plan")),
    ]
    types = {column.name: "number" if column.is_number else "text" for column in columns}
    caption = _("Points by dimension, each out of 20; “–” is not assessed, which is not zero")
    return Table(framed(rows, types), columns, caption=caption, wide=True, listed=True)
