"""The traffic light of each indicator and year, and its trend over the years.

Direction counts everywhere: ``better_by`` is positive where the actual is better than the
target, whichever way the indicator is to move. The rule of the light stands in
``data/follow_up/signals.toml`` (``SignalRules``), a default that an area may change.
"""

from __future__ import annotations

import pandas as pd

from planning_kit.indicators.progress import PROGRESS
from planning_kit.language import N_
from planning_kit.records.plain_rows import Row, framed, plain_rows
from planning_kit.records.signal_rules import SignalRules

SIGNALS = PROGRESS | {"better_by": "number", "signal": "text", "why": "text"}
"""``PROGRESS`` with the light. ``signal`` green, amber, red or grey · ``why``:

* ``way_gone``: judged by the way gone from baseline to target
* ``no_baseline``: there is none, so only the distance to the target was looked at
* ``at_baseline``: the target is no better than the baseline, so only the distance was looked at
* ``keep``: to be kept near its target
* ``not_reported``, ``not_due``, ``no_target``: no judgement, grey; not reported is not zero

``better_by`` in the indicator's unit; NaN without target or actual.
"""

SIGNAL_WORDS = {
    "green": N_("on course"),
    "amber": N_("behind"),
    "red": N_("far behind"),
    "grey": N_("no judgement"),
}
WHY = {
    "way_gone": N_("judged by the way from baseline to target"),
    "no_baseline": N_("no baseline: judged by the distance to the target only"),
    "at_baseline": N_("target no better than the baseline: judged by the distance to it"),
    "keep": N_("to be kept near its target"),
    "not_reported": N_("not reported"),
    "not_due": N_("not due yet"),
    "no_target": N_("no target agreed"),
}


def signals(progress: pd.DataFrame, rules: SignalRules) -> pd.DataFrame:
    """Return ``SIGNALS`` from ``PROGRESS``, row by row."""
    rows = []
    for row in plain_rows(progress, PROGRESS):
        signal, why = _judged(row, rules)
        rows.append(row | {"better_by": better_by(row), "signal": signal, "why": why})
    return framed(rows, SIGNALS)


def better_by(row: Row) -> float | None:
    """Return how much better than its target an actual is, in the unit; negative is worse.

    Of an indicator to be kept, any distance is worse.
    """
    if row["actual"] is None or row["target"] is None:
        return None
    off = float(row["actual"] - row["target"])
    if row["direction"] == "keep":
        return -abs(off)
    return -off if row["direction"] == "down" else off


def _judged(row: Row, rules: SignalRules) -> tuple[str, str]:
    better = better_by(row)
    if better is None:
        light = row["light"]
        return "grey", light if light in ("not_reported", "not_due") else "no_target"
    miss = _share(max(-better, 0.0), row["target"])
    if row["direction"] == "keep":
        return _by_miss(miss, rules.keep_within, 2 * rules.keep_within), "keep"
    if row["baseline"] is None or not _aims_the_good_way(row):
        why = "no_baseline" if row["baseline"] is None else "at_baseline"
        return _by_miss(miss, rules.green_miss, rules.amber_miss), why
    way = row["way_gone"]
    if way >= rules.green_from - 1e-9:
        return "green", "way_gone"
    return ("amber" if way >= rules.amber_from - 1e-9 else "red"), "way_gone"


def _aims_the_good_way(row: Row) -> bool:
    aim = row["target"] - row["baseline"]
    return bool(aim < 0) if row["direction"] == "down" else bool(aim > 0)


def _share(off: float, target: float) -> float:
    if off == 0:
        return 0.0
    return off / abs(target) if target else float("inf")


def _by_miss(miss: float, green: float, amber: float) -> str:
    return "green" if miss <= green + 1e-9 else "amber" if miss <= amber + 1e-9 else "red"


TRENDS_OVER_YEARS = {
    "indicator_code": "text",
    "name": "text",
    "unit": "text",
    "direction": "text",
    "places": "number",
    "points": "number",
    "first_year_be": "number",
    "first": "number",
    "last_year_be": "number",
    "last": "number",
    "per_year": "number",
    "trend": "text",
    "aim_year_be": "number",
    "aim": "number",
    "at_this_pace": "number",
    "will_reach": "text",
}
"""One row per indicator. ``points`` values told, the baseline included · ``per_year`` the mean
change a year from first to last · ``trend`` better, worse, same, or unknown with fewer than two
values · ``aim`` the last target · ``at_this_pace`` what the last target's year would bring if the
change went on · ``will_reach`` yes, no, unknown. A straight line through two points is no forecast:
it only tells whether the pace so far is enough."""


def trends_over_years(progress: pd.DataFrame) -> pd.DataFrame:
    """Return ``TRENDS_OVER_YEARS`` from ``PROGRESS``, indicators in their order."""
    grouped: dict[str, list[Row]] = {}
    for row in plain_rows(progress, PROGRESS):
        grouped.setdefault(row["indicator_code"], []).append(row)
    return framed([_over_years(rows) for rows in grouped.values()], TRENDS_OVER_YEARS)


def _over_years(rows: list[Row]) -> Row:
    head = {
        name: rows[0][name] for name in ("indicator_code", "name", "unit", "direction", "places")
    }
    told = {row["fiscal_year_be"]: row["actual"] for row in rows if row["actual"] is not None}
    base, base_year = rows[0]["baseline"], rows[0]["baseline_year_be"]
    if base is not None and base_year is not None:
        told.setdefault(base_year, base)
    aims = [row for row in rows if row["target"] is not None]
    aim: Row = (
        {"aim_year_be": aims[-1]["fiscal_year_be"], "aim": aims[-1]["target"]} if aims else {}
    )
    found = head | aim | {"points": len(told), "trend": "unknown", "will_reach": "unknown"}
    if not told:
        return found
    first, last = min(told), max(told)
    found |= {"first_year_be": first, "first": told[first]}
    found |= {"last_year_be": last, "last": told[last]}
    if first == last:
        return found
    per_year = (told[last] - told[first]) / (last - first)
    found |= {"per_year": per_year, "trend": _way(head["direction"], per_year, told, aim)}
    if aim and aim["aim_year_be"] >= last:
        ahead = told[last] + per_year * (aim["aim_year_be"] - last)
        found["at_this_pace"] = ahead
        reached = better_by(head | {"actual": ahead, "target": aim["aim"]})
        enough = reached is not None and reached >= -1e-9
        found["will_reach"] = (
            "unknown" if head["direction"] == "keep" else "yes" if enough else "no"
        )
    return found


def _way(direction: str | None, per_year: float, told: dict[float, float], aim: Row) -> str:
    if direction == "keep":
        if not aim:
            return "unknown"
        gain = abs(told[min(told)] - aim["aim"]) - abs(told[max(told)] - aim["aim"])
    else:
        gain = -per_year if direction == "down" else per_year
    return "same" if abs(gain) < 1e-9 else "better" if gain > 0 else "worse"
