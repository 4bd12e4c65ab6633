"""Votes of the practice tambon counted in the hall: pairs of problems, dots on projects."""

from __future__ import annotations

from planning_kit.practice.chance import Chance
from planning_kit.practice.plan_texts import Row
from planning_kit.practice.villages import VILLAGES, PracticeVillage

PAIRS, DOTS = "V02", "V03"
DOTS_EACH = 3

# first, second: how many chose the first, the second, called them equal (40 people)
_PAIRS: dict[tuple[str, str], tuple[int, int, int]] = {
    ("P01", "P02"): (22, 16, 2),
    ("P01", "P03"): (27, 12, 1),
    ("P01", "P04"): (29, 10, 1),
    ("P01", "P06"): (24, 14, 2),
    ("P01", "P07"): (28, 11, 1),
    ("P02", "P03"): (25, 13, 2),
    ("P02", "P04"): (27, 10, 3),
    ("P02", "P06"): (21, 17, 2),
    ("P02", "P07"): (25, 14, 1),
    ("P03", "P04"): (23, 15, 2),
    ("P03", "P06"): (17, 21, 2),
    ("P03", "P07"): (22, 16, 2),
    ("P04", "P06"): (15, 24, 1),
    ("P04", "P07"): (18, 20, 2),
    ("P06", "P07"): (23, 14, 3),
}
_PEOPLE = (11, 10, 9, 10, 9, 8, 9, 5)
_LIKED = {
    "PJ01": 20, "PJ02": 10, "PJ03": 3, "PJ04": 2, "PJ05": 14, "PJ06": 6, "PJ07": 22, "PJ08": 6,
    "PJ09": 10, "PJ10": 2, "PJ11": 8, "PJ12": 4, "PJ13": 13, "PJ14": 7, "PJ15": 6,
}  # fmt: skip


def pair_rows() -> list[Row]:
    """Return the count of every pair of the six problems that stood first."""
    names = ("votes_for", "votes_against", "votes_equal")
    return [
        {"poll_code": PAIRS, "option_code": one, "against_code": other}
        | dict(zip(names, counts, strict=True))
        for (one, other), counts in _PAIRS.items()
    ]


def dot_rows() -> list[Row]:
    """Return the dots on every project, village by village; all dots are used."""
    rows = []
    for village, people in zip(VILLAGES, _PEOPLE, strict=True):
        chance = Chance("dots", village.moo)
        liked = _liked_in(village)
        dots = dict.fromkeys(_LIKED, 0)
        for _dot in range(people * DOTS_EACH):
            dots[chance.pick(liked)] += 1
        rows += [
            {
                "poll_code": DOTS,
                "option_code": project,
                "village_code": village.code,
                "votes": count,
                "voters": people,
            }
            for project, count in dots.items()
        ]
    return rows


def _liked_in(village: PracticeVillage) -> dict[str, int]:
    """Return how much a village likes each project: its own troubles weigh more."""
    liked = dict(_LIKED)
    if village.is_wet:
        liked["PJ08"] += 16
        liked["PJ11"] += 6
        liked["PJ09"] -= 9
    if village.is_dry:
        liked["PJ09"] += 18
        liked["PJ10"] += 6
        liked["PJ15"] += 6
    if village.moo in (2, 8):
        liked["PJ07"] += 18
    if village.moo == 3:
        liked["PJ12"] += 14
    return liked
