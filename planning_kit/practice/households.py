"""The household sheet: who, land, water, work and consent, as the team typed it."""

from __future__ import annotations

from typing import Any

from planning_kit.practice.chance import Chance
from planning_kit.practice.crops import FIELD_CROPS
from planning_kit.practice.farms import Field
from planning_kit.practice.homes import Home
from planning_kit.practice.sources import SURVEY
from planning_kit.practice.typing_habits import typed_land, with_gaps

_GAPS = {
    "head_schooling": 3,
    "hired_days": 4,
    "water_short_months": 3,
    "rice_months": 5,
    "title_deeds": 4,
    "land_forest": 3,
    "drinking_water": 2,
}


def household_rows(farms: list[tuple[Home, list[Field]]]) -> list[dict[str, Any]]:
    """Return one row per surveyed household."""
    return [_row(home, fields) for home, fields in farms]


def _row(home: Home, fields: list[Field]) -> dict[str, Any]:
    chance = home.chance("household")
    row = {
        "household_id": home.household_id,
        "village_code": home.village.code,
        "is_farm_household": "ใช่" if home.is_farm else "ไม่ใช่",
        "is_registered_farmer": "ใช่" if home.is_farm and chance.yes(87) else "ไม่ใช่",
        **_members(home, chance),
        **_tenure(home, chance),
        **_water(home, chance),
        **_work(home, fields, chance),
        "consent_given": "ใช่",
        "consent_date": f"{chance.between(1, 30)} ก.ย. 2569",
        "source_code": SURVEY,
    }
    return with_gaps(row, _GAPS, chance)


def _members(home: Home, chance: Chance) -> dict[str, Any]:
    if home.elders and (not home.adults or chance.yes(65)):
        age = "60_up"
    else:
        age = chance.pick({"46_59": 68, "17_45": 32})
    primary = {"none": 3, "primary": 72, "lower_secondary": 12, "upper_secondary": 10, "higher": 3}
    younger = {"primary": 34, "lower_secondary": 24, "upper_secondary": 29, "higher": 13}
    male_heads = {"male": 66, "female": 34}
    if home.males == 0:
        male_heads = {"female": 1}
    elif home.males == home.members:
        male_heads = {"male": 1}
    return {
        "males": home.males,
        "females": home.members - home.males,
        "members_under_15": home.children,
        "members_15_to_59": home.adults,
        "members_60_up": home.elders,
        "head_sex": chance.pick(male_heads),
        "head_age": age,
        "head_schooling": chance.pick(younger if age == "17_45" else primary),
    }


def _tenure(home: Home, chance: Chance) -> dict[str, Any]:
    """Draw land and papers; land-reform and forest plots lie in the dry uplands."""
    dry = home.village.is_dry
    reform = home.owned > 0 and chance.yes(38 if dry else 4)
    forest = home.is_farm and chance.yes(12 if dry else 1)
    deeds = []
    if home.owned:
        deeds.append("spk" if reform else chance.pick({"chanote": 74, "ns3k": 18, "ns3": 8}))
    if home.rented and chance.yes(55):
        deeds.append("rental")
    return {
        "land_owned": typed_land(home.owned, chance),
        "land_rented": typed_land(home.rented, chance),
        "land_free_use": typed_land(home.lent, chance),
        "land_reform": "ใช่" if reform else "ไม่ใช่",
        "land_forest": "ใช่" if forest else "ไม่ใช่",
        "title_deeds": ", ".join(deeds) if deeds else ("none" if home.is_farm else None),
    }


def _water(home: Home, chance: Chance) -> dict[str, Any]:
    dry, wet = home.village.is_dry, home.village.is_wet
    sources = []
    if home.is_farm:
        sources = ["irrigation"] if home.irrigated else ["rain"]
        sources += ["pond"] if home.has_pond else []
        sources += ["well"] if chance.yes(22) else []
        sources += ["canal"] if wet and chance.yes(45) else []
    short = chance.between(3, 7) if dry else chance.between(0, 2) if wet else chance.between(1, 5)
    return {
        "land_irrigated": typed_land(home.irrigated, chance),
        "water_sources": ", ".join(sources) or None,
        "water_short_months": short if home.is_farm else None,
        "drinking_water": chance.pick(
            {"enough": 35, "sometimes_short": 50, "short": 15}
            if dry
            else {"enough": 86, "sometimes_short": 13, "short": 1}
        ),
    }


def _work(home: Home, fields: list[Field], chance: Chance) -> dict[str, Any]:
    able = home.adults + min(home.elders, 1)
    workers = min(max(chance.between(1, 2), 1), able) if home.is_farm else 0
    young = min(workers, home.adults, 1) if chance.yes(24) else 0
    rice = any(field.crop.name in ("ข้าวนาปี", "ข้าวนาปรัง") for field in fields)
    rai = home.land // 400
    return {
        "farm_workers": workers,
        "young_farmers": young,
        "hired_days": chance.about(rai, 60) if home.is_farm else 0,
        "farming_type": _farming_type(home, fields, chance),
        "memberships": _memberships(home, chance),
        "rice_months": chance.pick({12: 55, 10: 20, 8: 15, 6: 10})
        if rice
        else chance.between(0, 2),
    }


def _farming_type(home: Home, fields: list[Field], chance: Chance) -> str:
    if not home.is_farm:
        return "not_farming"
    names = {field.crop.name for field in fields}
    if names <= FIELD_CROPS and len(names - {"ข้าวนาปรัง"}) <= 1:
        return "single"
    if home.has_pond and names - FIELD_CROPS:
        return chance.pick({"integrated": 70, "new_theory": 30})
    return "several"


def _memberships(home: Home, chance: Chance) -> str:
    shares = {
        "baac": 62 if home.is_farm else 12,
        "village_fund": 55,
        "savings": 24,
        "welfare": 20,
        "cooperative": 14 if home.is_farm else 2,
        "enterprise": 7,
        "large_plot": 8 if home.is_farm else 0,
        "water_users": 45 if home.irrigated else 0,
    }
    joined = [name for name, percent in shares.items() if chance.yes(percent)]
    return ", ".join(joined) or "none"
