"""Places of Thailand by code and by name: a name is never a key."""

from planning_kit.areas.area import Area, Level
from planning_kit.areas.codes import split_village_code, village_code
from planning_kit.areas.gazetteer import (
    amphoes,
    children,
    get,
    list_date,
    parent,
    provinces,
    source_line,
    successors,
    tambons,
)
from planning_kit.areas.match import Match, Reason
from planning_kit.areas.pilots import PilotProvince, is_pilot, pilot_provinces
from planning_kit.areas.regions import (
    Region,
    load_scheme,
    provinces_in,
    region_of,
    regions,
    scheme_title,
    schemes,
)
from planning_kit.areas.resolving import resolve
from planning_kit.areas.search import find
from planning_kit.areas.short_title import short_title

__all__ = [
    "Area",
    "Level",
    "Match",
    "PilotProvince",
    "Reason",
    "Region",
    "amphoes",
    "children",
    "find",
    "get",
    "is_pilot",
    "list_date",
    "load_scheme",
    "parent",
    "pilot_provinces",
    "provinces",
    "provinces_in",
    "region_of",
    "regions",
    "resolve",
    "scheme_title",
    "schemes",
    "short_title",
    "source_line",
    "split_village_code",
    "successors",
    "tambons",
    "village_code",
]
