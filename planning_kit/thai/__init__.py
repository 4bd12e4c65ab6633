"""Thai dates, numbers, land, units, money and order: read from real files, written for readers."""

from planning_kit.thai.collation import sort_key
from planning_kit.thai.dates import (
    MONTHS,
    MONTHS_SHORT,
    format_date,
    format_months,
    read_date,
    read_month,
    read_month_span,
    read_months,
    read_year_be,
)
from planning_kit.thai.digits import to_arabic_digits, to_thai_digits
from planning_kit.thai.fiscal import (
    fiscal_quarter,
    fiscal_quarter_bounds,
    fiscal_year_be,
    fiscal_year_bounds,
    format_be,
)
from planning_kit.thai.land import (
    ACRE,
    HECTARE,
    SQUARE_METRES_PER_RAI,
    SQUARE_WAH_PER_RAI,
    LandArea,
    format_land,
    read_land,
)
from planning_kit.thai.money import baht_in_words, format_baht, read_baht
from planning_kit.thai.normalize import clean
from planning_kit.thai.numbers import format_number, read_integer, read_number
from planning_kit.thai.units import UNITS, Unit, read_unit, to_kilograms
from planning_kit.thai.villages import read_moo

__all__ = [
    "ACRE",
    "HECTARE",
    "MONTHS",
    "MONTHS_SHORT",
    "SQUARE_METRES_PER_RAI",
    "SQUARE_WAH_PER_RAI",
    "UNITS",
    "LandArea",
    "Unit",
    "baht_in_words",
    "clean",
    "fiscal_quarter",
    "fiscal_quarter_bounds",
    "fiscal_year_be",
    "fiscal_year_bounds",
    "format_baht",
    "format_be",
    "format_date",
    "format_land",
    "format_months",
    "format_number",
    "read_baht",
    "read_date",
    "read_integer",
    "read_land",
    "read_month",
    "read_month_span",
    "read_months",
    "read_moo",
    "read_number",
    "read_unit",
    "read_year_be",
    "sort_key",
    "to_arabic_digits",
    "to_kilograms",
    "to_thai_digits",
]
