"""The rules that tie the figures of one production row together."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from planning_kit.language import N_
from planning_kit.records.production_choices import FarmUnit
from planning_kit.records.record import Check

if TYPE_CHECKING:
    from planning_kit.records.production import Production

_PLANT = ("annual", "perennial")


def _used_fits(r: Production) -> bool:
    parts = [q for q in (r.quantity_sold, r.quantity_home) if q is not None]
    return r.quantity is None or not parts or sum(parts, Decimal(0)) <= r.quantity


PRODUCTION_CHECKS = (
    Check(
        "production.bearing-above-planted",
        ("bearing_area", "planted_area"),
        lambda r: (
            r.bearing_area is None or r.planted_area is None or r.bearing_area <= r.planted_area
        ),
        N_("The bearing area is larger than the planted area; check both"),
    ),
    Check(
        "production.used-above-output",
        ("quantity_sold", "quantity_home", "quantity"),
        lambda r: _used_fits(r),
        N_("More was sold and used at home than was produced; check the three figures"),
    ),
    Check(
        "production.area-without-crop",
        ("planted_area", "product_kind"),
        lambda r: r.product_kind not in _PLANT or r.planted_area is None or r.planted_area > 0,
        N_("A crop with an area of zero; write its area, or leave it blank if unknown"),
    ),
    Check(
        "production.sold-without-price",
        ("quantity_sold", "price"),
        lambda r: not r.quantity_sold or r.price is not None,
        N_("Something was sold but no price is stated; its income is not counted"),
    ),
    Check(
        "production.sack-without-weight",
        ("quantity_unit", "unit_weight_kg"),
        lambda r: r.quantity_unit != FarmUnit.KASOP or r.unit_weight_kg is not None,
        N_("Output is counted in sacks but the weight of a sack is not stated"),
    ),
)
