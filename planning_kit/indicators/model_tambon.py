"""The model-tambon score: five dimensions × 20 points, and no point without evidence.

This is the kit's own default, not an official standard; items and weights are data.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

from planning_kit.errors import KitError, KitErrors
from planning_kit.language import N_, Words
from planning_kit.records.plain_rows import Row, framed, plain_rows

FULL_MARKS = 100.0


@dataclass(frozen=True)
class ModelItem:
    """One item: at most ``most`` points of its dimension, which weighs ``weight`` of 100."""

    dimension: str
    dimension_words: Words
    weight: float
    item: str
    words: Words
    most: float
    evidence: Words
    basis: Words


ITEMS = {
    "dimension": "text",
    "item": "text",
    "most": "number",
    "points": "number",
    "evidence": "text",
    "state": "text",
    "forum_code": "text",
    "date": "date",
}
"""``state`` assessed / no_evidence (points written, evidence not: they do not count) /
not_assessed · ``points`` NaN unless assessed."""

DIMENSIONS = {
    "dimension": "text",
    "weight": "number",
    "items": "number",
    "assessed": "number",
    "points": "number",
    "possible": "number",
}
"""``points`` of ``possible`` points of the items assessed, both in points of the dimension's
weight; an item not assessed is in neither, so ``possible`` < ``weight`` shows the gap."""


@dataclass(frozen=True)
class ModelScore:
    """``points`` of ``possible`` assessed of ``full`` marks; ``share`` points ÷ possible.

    ``share`` ``None`` while nothing is assessed. ``unknown`` items scored that are not
    declared, left out.
    """

    dimensions: pd.DataFrame
    items: pd.DataFrame
    points: float
    possible: float
    full: float
    share: float | None
    without_evidence: int
    not_assessed: int
    unknown: tuple[str, ...]


def model_items_from(rows: Iterable[Mapping[str, str]]) -> tuple[ModelItem, ...]:
    """Read the items from the rows of ``default.csv`` (or a tambon's own file).

    Raises ``KitError`` ``indicators.model-item`` for a row that is not complete,
    ``indicators.model-weights`` unless the dimensions' weights add up to 100.
    """
    found: dict[tuple[str, str], ModelItem] = {}
    for number, row in enumerate(rows, start=2):
        item = _item(row, number)
        same = [other.weight for other in found.values() if other.dimension == item.dimension]
        if (item.dimension, item.item) in found or any(weight != item.weight for weight in same):
            raise _wrong(number, f"{item.dimension}.{item.item}")
        found[item.dimension, item.item] = item
    weights = {item.dimension: item.weight for item in found.values()}
    if abs(sum(weights.values()) - FULL_MARKS) > 1e-6:
        raise KitError(
            "indicators.model-weights",
            N_("The weights of the dimensions add up to {total}, not to 100. Correct them."),
            total=sum(weights.values()),
        )
    return tuple(found.values())


def model_score(scores: pd.DataFrame, items: Iterable[ModelItem]) -> ModelScore:
    """Score a tambon. ``scores`` as ``workbook.frame(ModelScore)``, one row per item.

    Points count only with evidence. Raises ``KitErrors`` of ``indicators.model-points``
    for points below 0 or above the item's most, ``indicators.model-twice`` for an item
    scored twice.
    """
    declared = tuple(items)
    told: dict[tuple[str, str], Row] = {}
    errors: list[KitError] = []
    most = {(item.dimension, item.item): item.most for item in declared}
    for row in plain_rows(scores, _SCORE):
        at = (row["dimension"], row["item"])
        errors += _errors(row, at in told, most.get(at))
        told[at] = row
    if errors:
        raise KitErrors(errors)
    rows = [_scored(item, told.get((item.dimension, item.item), {})) for item in declared]
    dimensions = _dimensions(declared, rows)
    points, possible = (sum(row[name] for row in dimensions) for name in ("points", "possible"))
    states = [row["state"] for row in rows]
    return ModelScore(
        dimensions=framed(dimensions, DIMENSIONS),
        items=framed(rows, ITEMS),
        points=points,
        possible=possible,
        full=sum(row["weight"] for row in dimensions),
        share=points / possible if possible else None,
        without_evidence=states.count("no_evidence"),
        not_assessed=states.count("not_assessed"),
        unknown=tuple(sorted(f"{a}.{b}" for a, b in told.keys() - most.keys())),
    )


_SCORE = ("dimension", "item", "points", "evidence", "forum_code", "date")


def _errors(row: Row, is_twice: bool, most: float | None) -> list[KitError]:
    found = []
    at = f"{row['dimension']}.{row['item']}"
    if is_twice:
        sentence = N_("The item {item} is scored twice. Keep one score.")
        found.append(KitError("indicators.model-twice", sentence, item=at))
    if most is not None and row["points"] is not None and not 0 <= row["points"] <= most:
        sentence = N_("The item {item} has {points} points. Give 0 to {most}.")
        values = {"item": at, "points": row["points"], "most": most}
        found.append(KitError("indicators.model-points", sentence, **values))
    return found


def _scored(item: ModelItem, row: Row) -> Row:
    head = {"dimension": item.dimension, "item": item.item, "most": item.most}
    told = {name: row.get(name) for name in ("evidence", "forum_code", "date")}
    if row.get("points") is None:
        return head | told | {"state": "not_assessed"}
    if row["evidence"] is None:
        return head | told | {"state": "no_evidence"}
    return head | told | {"state": "assessed", "points": row["points"]}


def _dimensions(declared: tuple[ModelItem, ...], rows: list[Row]) -> list[Row]:
    found = []
    for code, weight in {item.dimension: item.weight for item in declared}.items():
        own = [row for row in rows if row["dimension"] == code]
        done = [row for row in own if row["state"] == "assessed"]
        # The items' points may add up to another figure than the weight: they are scaled to it.
        scale = weight / sum(row["most"] for row in own)
        found.append(
            {
                "dimension": code,
                "weight": weight,
                "items": len(own),
                "assessed": len(done),
                "points": scale * sum(row["points"] for row in done),
                "possible": scale * sum(row["most"] for row in done),
            }
        )
    return found


def _item(row: Mapping[str, str], number: int) -> ModelItem:
    try:
        found = ModelItem(
            dimension=row["dimension"],
            dimension_words=Words(row["dimension_th"], row["dimension_en"]),
            weight=float(row["weight"]),
            item=row["item"],
            words=Words(row["item_th"], row["item_en"]),
            most=float(row["most"]),
            evidence=Words(row["evidence_th"], row["evidence_en"]),
            basis=Words(row["basis_th"], row["basis_en"]),
        )
    except (KeyError, ValueError) as error:
        raise _wrong(number, str(error).strip("'")) from error
    if not found.dimension or not found.item or found.most <= 0 or found.weight < 0:
        raise _wrong(number, "dimension, item, most, weight")
    return found


def _wrong(number: int, what: str) -> KitError:
    return KitError(
        "indicators.model-item",
        N_("Row {row} of the model-tambon items is not right: {what}. Correct it."),
        row=number,
        what=what,
    )
