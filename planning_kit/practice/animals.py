"""The livestock and fish rows of the production sheet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from planning_kit.practice.chance import Chance
from planning_kit.practice.harvests import DAY_WAGE, YEAR_BE
from planning_kit.practice.homes import Home
from planning_kit.practice.sources import SURVEY
from planning_kit.practice.typing_habits import typed_land


@dataclass(frozen=True)
class Stock:
    """One kind of animal. Price in baht per unit sold, costs in baht per animal a year."""

    name: str
    kind: str
    variety: str
    percent: int
    herd: tuple[int, int]
    output_percent: int
    unit: str
    price: int
    feed: int
    other: int
    own_days: int
    home_percent: int


_STOCKS = (
    Stock("โคเนื้อ", "livestock", "ลูกผสม", 13, (2, 12), 34, "head", 21_000, 900, 500, 26, 0),
    Stock("แพะ", "livestock", "ลูกผสม", 4, (5, 24), 62, "head", 3100, 380, 140, 6, 0),
    Stock("ไก่พื้นเมือง", "livestock", "พื้นเมือง", 18, (10, 60), 150, "head", 110, 45, 6, 1, 40),
    Stock("เป็ดไข่", "livestock", "กากีแคมป์เบลล์", 4, (15, 60), 16_500, "egg", 4, 300, 30, 2, 12),
)
_FISH = Stock("ปลานิล", "fish", "จิตรลดา", 62, (800, 3000), 22, "kg", 52, 4, 1, 0, 14)
_POND_AREA = 200


def animal_rows(homes: list[Home]) -> list[dict[str, Any]]:
    """Return one row per household and kind of animal."""
    rows = []
    for home in homes:
        if not home.is_farm:
            continue
        chance = home.chance("animals")
        rows += [_row(home, stock, chance) for stock in _STOCKS if chance.yes(stock.percent)]
        if home.has_pond and chance.yes(_FISH.percent):
            pond = {"planted_area": typed_land(_POND_AREA, chance)}
            rows.append({**_row(home, _FISH, chance), **pond, "harvest_months": "เม.ย.-พ.ค."})
    return rows


def _row(home: Home, stock: Stock, chance: Chance) -> dict[str, Any]:
    herd = chance.between(*stock.herd)
    output = max(chance.about(herd * stock.output_percent // 100, 25), 1)
    kept = output * stock.home_percent // 100
    is_fish = stock.kind == "fish"
    days = 18 if is_fish else max(herd * stock.own_days // 4, 4)
    return {
        "household_id": home.household_id,
        "year_be": YEAR_BE,
        "season": "all_year",
        "product_kind": stock.kind,
        "product": stock.name,
        "variety": stock.variety,
        "plot": 1,
        "animals": herd,
        "planting_months": "มิ.ย." if is_fish else None,
        "quantity": output,
        "quantity_unit": stock.unit,
        "quantity_sold": output - kept,
        "quantity_home": kept,
        "price": chance.about(stock.price, 10) if output > kept else None,
        "sale_channel": chance.pick({"trader": 55, "market": 45}),
        "cost_seed": herd if is_fish else 0,
        "cost_feed": chance.about(herd * stock.feed, 25) // 10 * 10,
        "cost_labour": 0,
        "cost_other": chance.about(herd * stock.other, 25) // 10 * 10,
        "own_labour_days": min(days, 240),
        "cost_own_labour": min(days, 240) * DAY_WAGE,
        "cost_own_inputs": chance.between(0, 8) * 100,
        "standard": chance.pick({"none": 90, "gap": 10}),
        "technology": chance.pick({"none": 80, "compost": 20}),
        "source_code": SURVEY,
    }
