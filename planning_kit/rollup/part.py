"""The part: what one plan area, or one place of a level, contributes to one figure."""

from __future__ import annotations

import pandas as pd

from planning_kit.errors import KitError
from planning_kit.language import N_
from planning_kit.records.plain_rows import codes, stated

WAYS = ("sum", "mean", "share", "quantile")
"""``sum``: values add · ``mean``: totals add, weights add, then divide · ``share``: counts add,
then divide · ``quantile``: counts of the same bins add, then interpolate."""

PARTS = {
    "plan_area": "text",
    "place": "text",
    "tambons": "codes",
    "figure": "text",
    "unit": "text",
    "period_be": "number",
    "definition": "text",
    "way": "text",
    "value": "number",
    "numerator": "number",
    "denominator": "number",
    "bins": "codes",
    "n": "number",
    "as_of": "date",
    "is_endorsed": "yes_no",
    "source": "text",
    "hidden": "yes_no",
    "villages": "codes",
}
"""One row = one figure of one place, of one year, by one definition.

``plan_area`` id · ``place`` the code the row stands for: 6 digits a tambon, 4 an amphoe, 2 a
province, a region's code, ``TH``; for a plan area of several tambons the smallest place that
holds them all · ``tambons`` the ground, 6-digit codes; empty = the whole place · ``period_be``
the B.E. year the value is about · ``definition`` its version · ``way`` one of ``WAYS`` ·
``value`` in ``unit`` · ``numerator``, ``denominator`` share: counts; mean: total and weight ·
``bins`` (lower, upper, count) in order, upper ``None`` = open · ``n`` respondents or records
behind · ``as_of`` day of the data · ``hidden`` withheld because 1–4 stand behind it, or to
protect such a cell · ``villages`` 8-digit codes where the part is only some villages of its
tambons; empty = whole tambons. NaN, ``None`` and empty mean not stated, never zero.
"""

COVERAGE = {
    "level": "text",
    "carried": "yes_no",
    "of_places": "number",
    "in_places": "number",
    "not_endorsed": "number",
    "missing": "codes",
    "withheld": "codes",
    "oldest_as_of": "date",
    "newest_as_of": "date",
    "why_not": "text",
}
"""``level`` of the table · ``carried`` a part wider than one place of this level, carried on as
it is · ``of_places`` tambons expected · ``in_places`` those that contributed ·
``not_endorsed`` of these, from plans not endorsed · ``missing`` expected tambons without a
part · ``withheld`` tambons whose part came hidden, or must not be told; in + missing + withheld = of ·
``why_not`` why there is no value, a key of ``reasons.WHY_NOT``."""

TOTALS = PARTS | COVERAGE
"""A total is a part of the next level. Its ``tambons`` are those that contributed, its
``as_of`` the oldest, its ``n`` the sum of what was stated, its ``source`` stated only where
all parts share one; ``value`` of a mean, share or quantile is worked out from what was added."""

KEY = ("figure", "way", "unit", "period_be", "definition")
"""Only rows alike in all of these are added."""

_NEEDED = ("place", "figure", "way")


def as_parts(frame: pd.DataFrame) -> pd.DataFrame:
    """Return a frame of parts, or of totals, with exactly the columns of ``TOTALS``.

    Columns that are absent count as not stated; ``plan_area`` then is the place. A mean with
    a value and a weight but no total gets value × weight. Rows of totals to which nothing
    contributed (coverage 0) are no parts and are left away.

    Raises ``KitError`` ``rollup.columns-missing``, ``rollup.cell-empty`` for a row without
    place, figure or way, ``rollup.unknown-way``.
    """
    absent = [name for name in _NEEDED if name not in frame]
    if absent:
        raise KitError(
            "rollup.columns-missing",
            N_("The table of parts lacks the columns {columns}. Add them."),
            columns=", ".join(absent),
        )
    parts = pd.DataFrame(
        {name: _column(frame, name, kind) for name, kind in TOTALS.items()}, copy=False
    )
    _check(parts)
    parts["plan_area"] = parts["plan_area"].where(parts["plan_area"].notna(), parts["place"])
    for name in ("oldest_as_of", "newest_as_of"):
        parts[name] = parts[name].fillna(parts["as_of"])
    weighed = parts["way"].eq("mean") & parts["numerator"].isna()
    parts["numerator"] = parts["numerator"].mask(weighed, parts["value"] * parts["denominator"])
    is_empty = parts["in_places"].eq(0) & ~parts["withheld"].astype("bool")
    return parts[~is_empty].reset_index(drop=True)


def _column(frame: pd.DataFrame, name: str, kind: str) -> pd.Series:
    size = len(frame)
    if name not in frame:
        empty: object = {"codes": (), "yes_no": False, "date": pd.NaT, "number": float("nan")}.get(
            kind
        )
        dtype = {"yes_no": "bool", "date": "datetime64[ns]", "number": "float64"}.get(kind)
        return pd.Series([empty] * size, dtype=dtype or "object")
    found = frame[name].reset_index(drop=True)
    if kind == "number":
        return pd.to_numeric(found).astype("float64")
    if kind == "date":
        return pd.to_datetime(found).astype("datetime64[ns]")
    if kind == "yes_no":
        # Not stated is not yes: an endorsement, or a hidden cell, must be said.
        return found.eq(True).fillna(False).astype("bool")
    if name == "bins":
        return _cells(found, lambda cell: tuple(stated(cell) or ()))
    if kind == "codes":
        return _cells(found, codes)
    return _texts(found)


def _cells(found: pd.Series, read: object) -> pd.Series:
    cells = [cell if type(cell) is tuple else read(cell) for cell in found]  # type: ignore[operator]
    made = pd.Series(index=range(len(cells)), dtype="object")
    made[:] = cells
    return made


def _texts(found: pd.Series) -> pd.Series:
    """Return text, ``None`` where blank; each distinct cell is looked at once."""
    where, distinct = pd.factorize(found.astype("object"), use_na_sentinel=True)
    said = [None if stated(cell) is None else str(cell).strip() for cell in distinct]
    return pd.Series([said[at] if at >= 0 else None for at in where], dtype="object")


def _check(parts: pd.DataFrame) -> None:
    for name in _NEEDED:
        if parts[name].isna().any():
            raise KitError(
                "rollup.cell-empty",
                N_("Row {row} of the table of parts states no {column}. Fill it in."),
                row=int(parts[name].isna().to_numpy().argmax()) + 1,
                column=name,
            )
    unknown = sorted(set(parts["way"]) - set(WAYS))
    if unknown:
        raise KitError(
            "rollup.unknown-way",
            N_("“{way}” is no way of adding up. There are: {known}."),
            way=unknown[0],
            known=", ".join(WAYS),
        )
