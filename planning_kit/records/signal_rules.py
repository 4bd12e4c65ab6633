"""When a light is green, amber or red: thresholds that are data, a default and not official."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from planning_kit.errors import ReadingError
from planning_kit.language import N_, Words
from planning_kit.records.declared_keys import refuse_strange_keys

_PARTS = {
    "indicator": ("green_from", "amber_from", "green_miss", "amber_miss", "keep_within"),
    "project": ("green_behind", "amber_behind"),
    "due": ("value_days", "report_days", "soon_days"),
}
_FILE = "signals.toml"


@dataclass(frozen=True)
class SignalRules:
    """The thresholds of ``data/follow_up/signals.toml``; shares are 0–1, days are days.

    ``green_from``, ``amber_from``: way gone from baseline to target · ``green_miss``,
    ``amber_miss``: how far off the target, as a share of it, where there is no baseline ·
    ``keep_within``: for indicators to be kept · ``green_behind``, ``amber_behind``: share of a
    project's time gone by minus its work done · ``value_days``, ``report_days``: after a year or
    quarter ends, until values and reports are due · ``soon_days``: what is called soon.
    """

    green_from: float
    amber_from: float
    green_miss: float
    amber_miss: float
    keep_within: float
    green_behind: float
    amber_behind: float
    value_days: int
    report_days: int
    soon_days: int
    basis: Words


def signal_rules(data: Mapping[str, Any]) -> SignalRules:
    """Read the thresholds from the dict of ``signals.toml``.

    Raises ``ReadingError`` ``records.signals-incomplete`` naming what is missing or is no
    number, ``records.signals-order`` where amber is stricter than green, and
    ``records.declaration-key`` for a misspelt key.
    """
    refuse_strange_keys(data, {*_PARTS, "basis_th", "basis_en"}, "–", _FILE)
    found: dict[str, Any] = {}
    for part, names in _PARTS.items():
        own = data.get(part)
        if not isinstance(own, Mapping):
            raise _incomplete(f"[{part}]")
        refuse_strange_keys(own, names, part, _FILE)
        for name in names:
            value = own.get(name)
            if isinstance(value, bool) or not isinstance(value, int | float) or value < 0:
                raise _incomplete(f"{part}.{name}")
            found[name] = value
    th = data.get("basis_th") or data.get("basis_en") or "–"
    rules = SignalRules(**found, basis=Words(str(th), str(data.get("basis_en") or th)))
    _refuse_wrong_order(rules)
    return rules


def _refuse_wrong_order(rules: SignalRules) -> None:
    pairs = (
        ("amber_from", "green_from"),
        ("green_miss", "amber_miss"),
        ("green_behind", "amber_behind"),
    )
    known = {one.name for one in fields(rules)}
    for low, high in pairs:
        assert {low, high} <= known
        if getattr(rules, low) > getattr(rules, high):
            raise ReadingError(
                "records.signals-order",
                N_("{file}: {low} must not be above {high}; correct the two."),
                file=_FILE,
                low=low,
                high=high,
            )


def _incomplete(what: str) -> ReadingError:
    return ReadingError(
        "records.signals-incomplete",
        N_("{file} lacks {what}, or it is no number of 0 or more. Mend it there."),
        file=_FILE,
        what=what,
    )
