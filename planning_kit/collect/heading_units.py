"""The unit that a heading names: “เนื้อที่ (ไร่)”, “area_ha”, “ผลผลิต (ตัน)”."""

from __future__ import annotations

import re

from planning_kit import thai
from planning_kit.records import FieldSpec, Kind

_LAND = (
    ("hectare", r"เฮกตาร์|เฮกแตร์|เฮคตาร์|\bhectares?\b|\bha\b"),
    ("acre", r"เอเคอร์|\bacres?\b|\bac\b"),
    # Before the smaller ones: “ไร่-งาน-ตร.ว.” is one area, written in full.
    ("rai", r"ไร่|\brai\b"),
    ("sqwah", r"ตารางวา|ตร\.? ?ว\b|ตร\.ว\.?|ตรว|\bsq(?:uare)? ?wah?\b"),
    ("km2", r"ตารางกิโลเมตร|ตร\.? ?กม|\bsq ?km\b|\bkm2\b"),
    ("m2", r"ตารางเมตร|ตร\.? ?ม\b|ตร\.ม\.?|\bsq ?m\b|\bm2\b"),
    ("ngan", r"(?<![ก-๙])งาน(?![ก-๙])|\bngan\b"),
)
_WEIGHT = (
    ("tonne", r"ตัน|\btonnes?\b|\btons?\b|\bmt\b"),
    ("kwian", r"เกวียน|\bkwian\b"),
    ("thang", r"ถัง|\bthang\b"),
    ("kasop", r"กระสอบ|\bbags?\b|\bsacks?\b"),
    ("kg", r"กิโลกรัม|กก\.?|\bkgs?\b|\bkilograms?\b"),
)
_MONEY = (
    ("million_baht", r"ล้านบาท|\bmillion baht\b"),
    ("thousand_baht", r"พันบาท|\bthousand baht\b"),
    ("baht", r"บาท|\bbaht\b"),
)
_SHARE = (("percent", r"ร้อยละ|เปอร์เซ็นต์|%|\bper ?cent\b|\bpct\b"),)
_OF_KIND = {Kind.LAND: _LAND, Kind.MONEY: _MONEY, Kind.SHARE: _SHARE, Kind.NUMBER: _WEIGHT}
_SACK = "kasop"
_A_MONTH = re.compile(r"ต่อเดือน|/ ?เดือน|รายเดือน|เดือนละ|per month|monthly|a month")


def unit_in(heading: str, spec: FieldSpec) -> str | None:
    """Return the unit a heading names, as a mapping writes it, for a field of this kind.

    A weight counts only where the field itself is in kilograms.
    """
    if spec.kind is Kind.NUMBER and not _is_weight(spec):
        return None
    found = _first(_OF_KIND.get(spec.kind, ()), heading)
    # A sack weighs what the mapping says it does.
    return None if found == _SACK else found


def output_unit_in(heading: str) -> str | None:
    """Return the unit in which a heading counts a harvest: ``kg``, ``tonne`` and the like."""
    return _first(_WEIGHT, heading)


def unit_of_land(text: str) -> str | None:
    """Return the unit of land that a text names, as a mapping writes it."""
    return _first(_LAND, text)


def is_monthly(heading: str) -> bool:
    """Tell whether a heading speaks of amounts a month."""
    return _A_MONTH.search(thai.clean(heading).casefold()) is not None


def _is_weight(spec: FieldSpec) -> bool:
    return spec.name.endswith("_kg")


def _first(units: tuple[tuple[str, str], ...], heading: str) -> str | None:
    text = thai.clean(heading).casefold().replace("_", " ")
    return next((unit for unit, pattern in units if re.search(pattern, text)), None)
