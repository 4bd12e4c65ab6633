"""Target and actual, year by year: how far off, which way it goes, and what is not reported.

Only targets that people agreed on are used: no target is interpolated for the years between.
"""

from __future__ import annotations

import pandas as pd

from planning_kit.indicators.baseline import VALUE, baselines
from planning_kit.language import N_
from planning_kit.records.plain_rows import Row, framed, plain_rows

PROGRESS = {
    "indicator_code": "text",
    "name": "text",
    "unit": "text",
    "direction": "text",
    "places": "number",
    "fiscal_year_be": "number",
    "baseline": "number",
    "baseline_year_be": "number",
    "target": "number",
    "actual": "number",
    "n": "number",
    "variance": "number",
    "variance_share": "number",
    "way_gone": "number",
    "light": "text",
    "trend": "text",
}
"""One row per indicator and year with a target or an actual; an indicator with neither has one
row without a year.

``variance`` actual − target, in the unit · ``variance_share`` of the target · ``way_gone``
(actual − baseline) ÷ (target − baseline), 1 = arrived · ``n`` behind the actual · ``light``:

* ``reached``: the target is reached (more for up, less for down, within the tolerance for keep)
* ``on_the_way``: better than the baseline (keep: within twice the tolerance), not yet there
* ``not_better``: no better than the baseline, or no baseline to tell
* ``not_reported``: the year has a target and is over or running, but no actual; it is not zero
* ``not_due``: a target of a year to come
* ``no_target``: an actual in a year without a target, or nothing agreed at all

``trend`` better / worse / same against the last reported year before, or the baseline;
unknown where there is none.
"""

LIGHTS = {
    "reached": N_("target reached"),
    "on_the_way": N_("better than before, target not yet reached"),
    "not_better": N_("no better than before"),
    "not_reported": N_("not reported"),
    "not_due": N_("not due yet"),
    "no_target": N_("no target agreed"),
}
TRENDS = {
    "better": N_("getting better"),
    "worse": N_("getting worse"),
    "same": N_("unchanged"),
    "unknown": N_("cannot be told yet"),
}


def progress(
    indicators: pd.DataFrame,
    values: pd.DataFrame,
    fiscal_year_be: int,
    *,
    tolerance: float = 0.1,
) -> pd.DataFrame:
    """Return ``PROGRESS``, indicators in the order given, then years.

    ``fiscal_year_be`` the year now running: targets after it are not due. ``tolerance``, as a
    share of the target, is for indicators that are to be kept as they are.
    """
    base = {row["indicator_code"]: row for row in plain_rows(baselines(values), _BASE)}
    told: dict[str, dict[str, dict[float, Row]]] = {}
    for row in plain_rows(values, VALUE):
        if row["value"] is not None and row["fiscal_year_be"] is not None:
            of_kind = told.setdefault(row["indicator_code"], {}).setdefault(row["kind"], {})
            of_kind[row["fiscal_year_be"]] = row
    rows: list[Row] = []
    for indicator in plain_rows(indicators, _INDICATOR):
        own = told.get(indicator["indicator_code"], {})
        start = base.get(indicator["indicator_code"], {})
        rows += _years(indicator, own, start, fiscal_year_be, tolerance)
    return framed(rows, PROGRESS)


LIGHT_COUNTS = {"light": "text", "indicators": "number", "share": "number"}


def light_counts(table: pd.DataFrame, fiscal_year_be: int) -> pd.DataFrame:
    """Count the indicators of one year of ``PROGRESS`` by light; every light has its row.

    ``share`` of the indicators with a row in that year, 0–1, NaN where there is none.
    """
    lights = [
        row["light"]
        for row in plain_rows(table, ("fiscal_year_be", "light"))
        if row["fiscal_year_be"] == fiscal_year_be
    ]
    rows = [
        {
            "light": light,
            "indicators": lights.count(light),
            "share": lights.count(light) / len(lights) if lights else None,
        }
        for light in LIGHTS
    ]
    return framed(rows, LIGHT_COUNTS)


_BASE = ("indicator_code", "value", "fiscal_year_be")
_INDICATOR = ("indicator_code", "name", "unit", "direction", "places")


def _years(
    indicator: Row,
    own: dict[str, dict[float, Row]],
    start: Row,
    now: int,
    tolerance: float,
) -> list[Row]:
    targets, actuals = own.get("target", {}), own.get("actual", {})
    base = start.get("value")
    head = indicator | {"baseline": base, "baseline_year_be": start.get("fiscal_year_be")}
    rows = []
    last = base
    for year in sorted(targets.keys() | actuals.keys()):
        target, actual = (known.get(year, {}).get("value") for known in (targets, actuals))
        row = head | {"fiscal_year_be": year, "target": target, "actual": actual}
        row["n"] = actuals.get(year, {}).get("n")
        row |= _distance(actual, target, base)
        row["light"] = _light(row, year > now, tolerance)
        row["trend"] = _trend(indicator["direction"], last, actual, target)
        last = last if actual is None else actual
        rows.append(row)
    return rows or [head | {"light": "no_target", "trend": "unknown"}]


def _distance(actual: float | None, target: float | None, base: float | None) -> Row:
    if actual is None or target is None:
        return {}
    found: Row = {"variance": actual - target}
    if target:
        found["variance_share"] = (actual - target) / abs(target)
    if base is not None and target != base:
        found["way_gone"] = (actual - base) / (target - base)
    return found


def _light(row: Row, is_ahead: bool, tolerance: float) -> str:
    actual, target, base = row["actual"], row["target"], row["baseline"]
    if target is None:
        return "no_target"
    if actual is None:
        return "not_due" if is_ahead else "not_reported"
    if row["direction"] == "keep":
        off, near = abs(actual - target), tolerance * abs(target)
        return "reached" if off <= near else "on_the_way" if off <= 2 * near else "not_better"
    sign = -1 if row["direction"] == "down" else 1
    if sign * (actual - target) >= 0:
        return "reached"
    return "on_the_way" if base is not None and sign * (actual - base) > 0 else "not_better"


def _trend(
    direction: str | None, last: float | None, actual: float | None, target: float | None
) -> str:
    if actual is None or last is None:
        return "unknown"
    if direction == "keep":
        if target is None:
            return "unknown"
        gain = abs(last - target) - abs(actual - target)
    else:
        gain = last - actual if direction == "down" else actual - last
    return "same" if abs(gain) < 1e-9 else "better" if gain > 0 else "worse"
