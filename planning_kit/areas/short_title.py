"""A tambon named with its amphoe, short enough for a line of a list."""

from __future__ import annotations

from planning_kit.areas.gazetteer import get
from planning_kit.errors import KitError
from planning_kit.language import Words


def short_title(code: object) -> str:
    """Return tambon and amphoe of a tambon's code; blank for a code that is no area's."""
    try:
        place = get(str(code))
    except KitError:
        return ""
    named = [one.title() for one in (place, place.above) if one is not None]
    return str(Words(" ", ", ")).join(named)
