"""Peers of a tambon: those that farm alike, and where its figures stand among theirs.

A grouping to explain, not a statistical cluster: by main crop, and by water for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

FEWEST_PEERS = 3
"""Fewer peers than this say little; the group is widened step by step."""
IRRIGATED_FROM = 0.5
"""Share of farm land with irrigation from which a tambon counts as irrigated."""
CROP_AND_WATER, CROP, ALL = "crop_and_water", "crop", "all"


@dataclass(frozen=True)
class FarmingType:
    """``crop`` planted on most land, ``is_irrigated`` for most land; ``None`` = not told or hidden."""

    crop: str | None
    is_irrigated: bool | None


@dataclass(frozen=True)
class Peers:
    """``areas`` compared with; ``alike`` says in what (``CROP_AND_WATER``, ``CROP`` or ``ALL``)."""

    areas: tuple[str, ...]
    alike: str


@dataclass(frozen=True)
class Standing:
    """A value among those of ``n`` peers: their lowest, middle and highest value.

    The middle is the median of the peers' values, each tambon counting once: it is no figure of
    households. ``better`` how many peers have a better value, ``None`` where no direction is.
    """

    value: float
    n: int
    low: float
    middle: float
    high: float
    better: int | None


def farming_type(crop: str | None, irrigated_share: float | None) -> FarmingType:
    """Return the type of a tambon by its main crop and the share (0–1) of its land irrigated."""
    named = " ".join(crop.split()) if crop and crop.strip() else None
    water = None if irrigated_share is None else irrigated_share >= IRRIGATED_FROM
    return FarmingType(named, water)


def peers_of(area: str, types: Mapping[str, FarmingType]) -> Peers:
    """Return the peers of ``area`` among ``types`` (area -> its type), without itself.

    Those with the same crop and water; where they are fewer than ``FEWEST_PEERS``, those with the
    same crop; where these are fewer too, or its crop is not known, all.
    """
    own = types[area]
    others = [one for one in sorted(types) if one != area]
    if own.crop is not None:
        same_crop = [one for one in others if types[one].crop == own.crop]
        both = [one for one in same_crop if types[one].is_irrigated == own.is_irrigated]
        if own.is_irrigated is not None and len(both) >= FEWEST_PEERS:
            return Peers(tuple(both), CROP_AND_WATER)
        if len(same_crop) >= FEWEST_PEERS:
            return Peers(tuple(same_crop), CROP)
    return Peers(tuple(others), ALL)


def standing_among(
    value: float | None, peers: Iterable[float | None], direction: str | None = None
) -> Standing | None:
    """Return where ``value`` stands; ``None`` where it, or too many of the peers', are not known.

    ``direction`` ``up`` or ``down`` is better.
    """
    known = [one for one in peers if one is not None]
    if value is None or len(known) < FEWEST_PEERS:
        return None
    return Standing(
        value, len(known), min(known), median(known), max(known), _better(value, known, direction)
    )


def _better(value: float, known: Sequence[float], direction: str | None) -> int | None:
    if direction == "up":
        return sum(one > value for one in known)
    if direction == "down":
        return sum(one < value for one in known)
    return None
