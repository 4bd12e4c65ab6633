"""UTM coordinates that are placeholders, degrees, off the map or far from their tambon."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable
from statistics import median

from planning_kit.language import N_
from planning_kit.records import Record
from planning_kit.validate.checked import CheckedRow
from planning_kit.validate.finding import Finding, Level, in_row

EAST, NORTH = "utm_east", "utm_north"
FIELDS = (EAST, NORTH)
FAR_METRES = 50_000
_LEAST_COMPANY = 5
_PLACEHOLDER_BELOW = 10

Point = tuple[float, float]


def odd_point(row: CheckedRow) -> Finding | None:
    """Return a flag where the two coordinates cannot be a place in Thailand.

    ``validate.point-placeholder``: the same small number twice, (0, 0) or (2, 2).
    ``validate.point-in-degrees``: latitude and longitude of Thailand (5–21, 97–106).
    ``validate.point-off-the-map``: outside the bounds that the record calls plausible.
    ``validate.point-same-twice``: one number in both columns.
    """
    point = point_of(row.record)
    if point is None or row.record is None:
        return None
    low, high = sorted(point)
    if low == high and abs(low) < _PLACEHOLDER_BELOW:
        return _flag(row, "validate.point-placeholder", _PLACEHOLDER, point)
    if 5 <= low <= 21 and 97 <= high <= 106:
        return _flag(row, "validate.point-in-degrees", _DEGREES, point)
    if not all(_is_plausible(row.record, name, at) for name, at in zip(FIELDS, point, strict=True)):
        return _flag(row, "validate.point-off-the-map", _OFF, point)
    if low == high:
        return _flag(row, "validate.point-same-twice", _SAME, point)
    return None


def far_points(rows: Iterable[CheckedRow]) -> dict[int, Finding]:
    """Return, by ``id`` of the row, a flag for points far from the others of their tambon.

    Far is over 50 km, more than any tambon is long, from the median point of at least
    five rows of the same tambon, zone and type in the file.
    """
    groups: dict[tuple[object, ...], list[tuple[CheckedRow, Point]]] = defaultdict(list)
    for row in rows:
        point = point_of(row.record)
        village = getattr(row.record, "village_code", None)
        if point is not None and village and odd_point(row) is None:
            zone = getattr(row.record, "utm_zone", None)
            groups[row.raw.record, village[:6], zone].append((row, point))
    far = {}
    for members in groups.values():
        if len(members) < _LEAST_COMPANY:
            continue
        middle = median(p[0] for _, p in members), median(p[1] for _, p in members)
        for row, point in members:
            metres = math.dist(point, middle)
            if metres > FAR_METRES:
                kilometres = round(metres / 1000)
                far[id(row)] = _flag(row, "validate.point-far-away", _FAR, point, km=kilometres)
    return far


def point_of(record: Record | None) -> Point | None:
    """Return (easting, northing) where both are stated."""
    east, north = getattr(record, EAST, None), getattr(record, NORTH, None)
    return None if east is None or north is None else (float(east), float(north))


def _is_plausible(record: Record, name: str, at: float) -> bool:
    low, high = record.field(name).plausible
    return (low is None or at >= low) and (high is None or at <= high)


_PLACEHOLDER = N_(
    "The coordinates ({east}, {north}) are a placeholder, not a place; leave both blank if unknown"
)
_DEGREES = N_(
    "The coordinates ({east}, {north}) look like latitude and longitude; this column takes UTM "
    "metres"
)
_OFF = N_(
    "The coordinates ({east}, {north}) are not in Thailand; check for a missing or extra digit"
)
_SAME = N_("Easting and northing are the same number ({east}); one was copied over the other")
_FAR = N_(
    "The coordinates ({east}, {north}) lie about {km} km from the other points of this tambon; "
    "check both numbers"
)


def _flag(row: CheckedRow, code: str, message_id: str, point: Point, **values: object) -> Finding:
    assert row.record is not None
    east, north = (f"{at:,.2f}".rstrip("0").rstrip(".") for at in point)
    spec = row.record.field(EAST)
    return in_row(row.raw, Level.FLAG, code, message_id, spec, east=east, north=north, **values)
