"""The model-tambon score: five dimensions, their evidence, and what is not assessed yet."""

from __future__ import annotations

import pandas as pd

from planning_kit.errors import KitError, KitErrors
from planning_kit.indicators.model_tambon import (
    ModelItem,
    ModelScore,
    model_items_from,
    model_score,
)
from planning_kit.language import _
from planning_kit.records.declared_data import declared_rows
from planning_kit.records.plain_rows import framed, plain_rows
from planning_kit.report.chapters.meetings import by_code, meeting_line
from planning_kit.report.chapters.wording import nothing_known, number
from planning_kit.report.picture import Picture
from planning_kit.report.section import Section
from planning_kit.report.table import Column, Table
from planning_kit.thai import format_date
from planning_kit.workbook import Workbook

_KEY = "model-tambon"


def model_tambon(workbook: Workbook) -> Section:
    """Return the score by dimension, each item with its evidence; the unassessed are said."""
    items = model_items_from(declared_rows("model_tambon", "default.csv"))
    title = _("Model-tambon score")
    told = workbook.frame("model_score")
    if told.empty:
        return nothing_known(_KEY, title, _("the model-tambon score"), "model_score")
    try:
        score = model_score(told, items)
    except (KitError, KitErrors) as error:
        return Section(_KEY, title, sentences=[str(error)])
    words = {item.dimension: str(item.dimension_words) for item in items}
    section = Section(_KEY, title, sentences=_said(score))
    section.pictures = _bars(score, words)
    section.tables = [_dimensions(score, words), _items(score, items, workbook)]
    section.notes = list(dict.fromkeys(str(item.basis) for item in items))
    return section


def _said(score: ModelScore) -> list[str]:
    said = [
        _(
            "{points} of {possible} points that were assessed, out of {full} in all.",
            points=_points(score.points),
            possible=_points(score.possible),
            full=_points(score.full),
        )
    ]
    if score.not_assessed:
        said.append(
            _(
                "{count} of {all} items are not assessed yet; they count neither as points won "
                "nor as points lost.",
                count=number(score.not_assessed),
                all=number(len(score.items)),
            )
        )
    if score.without_evidence:
        said.append(
            _(
                "{count} items have points but no evidence, so their points do not count.",
                count=number(score.without_evidence),
            )
        )
    if score.unknown:
        said.append(
            _("Items that the list does not know: {items}.", items=" · ".join(score.unknown))
        )
    return said


def _bars(score: ModelScore, words: dict[str, str]) -> list[Picture]:
    from planning_kit.charts.model_scores import model_scores

    rows = plain_rows(score.dimensions, ("dimension", "points", "weight", "assessed"))
    drawn = [
        {
            "label": words[row["dimension"]],
            "points": row["points"] if row["assessed"] else None,
            "most": row["weight"],
        }
        for row in rows
    ]
    alt = " · ".join(
        _("{dimension}: {points} of {most}", dimension=row["label"],
          points=_points(row["points"]), most=_points(row["most"]))
        for row in drawn
    )  # fmt: skip
    sheets = model_scores(framed(drawn, {"label": "text", "points": "number", "most": "number"}))
    return [Picture(figure, alt, _("Points by dimension")) for figure in sheets]


def _dimensions(score: ModelScore, words: dict[str, str]) -> Table:
    frame = score.dimensions.assign(
        label=[words[code] for code in score.dimensions["dimension"]],
        points=score.dimensions["points"].where(score.dimensions["assessed"] > 0),
    )
    columns = [
        Column("label", _("Dimension")),
        Column("points", _("Points"), "number"),
        Column("possible", _("Points of the items assessed"), "number"),
        Column("weight", _("Full points"), "number", 0),
        Column("assessed", _("Items assessed"), "int"),
        Column("items", _("Items in all"), "int"),
    ]
    return Table(frame, columns, caption=_("Points by dimension"))


def _items(score: ModelScore, items: tuple[ModelItem, ...], workbook: Workbook) -> Table:
    said = {(item.dimension, item.item): str(item.words) for item in items}
    forums = by_code(workbook)
    shown = []
    for row in plain_rows(score.items, _ITEM):
        assessed = row["state"] == "assessed"
        shown.append(
            {
                "words": said[row["dimension"], row["item"]],
                "points": row["points"],
                "most": row["most"],
                "evidence": row["evidence"] if assessed else _missing(row["state"]),
                "who": meeting_line(forums.get(row["forum_code"])) or _dated(row["date"]),
            }
        )
    columns = [
        Column("words", _("Item assessed")),
        Column("points", _("Points"), "number"),
        Column("most", _("Out of"), "number", 0),
        Column("evidence", _("Evidence")),
        Column("who", _("Scored by, when")),
    ]
    types = {column.name: "number" if column.is_number else "text" for column in columns}
    frame: pd.DataFrame = framed(shown, types)
    return Table(frame, columns, caption=_("Every item, with its evidence"))


_ITEM = ("dimension", "item", "most", "points", "evidence", "state", "forum_code", "date")


def _missing(state: str) -> str:
    return _("not assessed yet") if state == "not_assessed" else _("no evidence written")


def _dated(day: object) -> str | None:
    return format_date(day, "short") if day is not None else None  # type: ignore[arg-type]


def _points(points: float | None) -> str:
    return number(points, 0 if points is None or points == int(points) else 1)
