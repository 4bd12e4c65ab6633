"""The forty anonymous paper ballots of the practice tambon: five from each village.

People differ: women score what makes ill and what is eaten higher, those without land score
land and the rights of wage workers higher, the dry villages water, the low ones floods.
"""

from __future__ import annotations

from dataclasses import dataclass

from planning_kit.practice.chance import Chance
from planning_kit.practice.plan_texts import Row
from planning_kit.practice.villages import VILLAGES, PracticeVillage

CRITERIA = ("size", "severity", "ease", "concern")
SCORED, TICKED = "V01", "V04"

# Tenths of a point, in the order of CRITERIA.
_USUAL: dict[str, tuple[int, int, int, int]] = {
    "P01": (34, 35, 26, 37),
    "P02": (36, 36, 22, 34),
    "P03": (36, 31, 29, 32),
    "P04": (33, 32, 22, 32),
    "P05": (19, 27, 19, 23),
    "P06": (27, 32, 30, 29),
    "P07": (27, 25, 35, 28),
    "P08": (28, 26, 28, 27),
    "P09": (23, 33, 22, 29),
    "P10": (32, 24, 19, 25),
    "P11": (16, 28, 20, 21),
    "P12": (30, 27, 23, 27),
}
_SWING = 7
_TICKS = {"PJ05": 30, "PJ01": 28, "PJ02": 22, "PJ03": 17, "PJ04": 12, "PJ15": 11}
_MOST_TICKS = 3

# One line per village: sex, age group and whether without land, of its five voters.
_PEOPLE = (
    "f2 m2 f6 m6 f1",
    "m2 f2 m6 f2 f6L",
    "f2 f6 m2 f1 m2",
    "m1 f2 m2 f6 m6",
    "f2 m2L f6 m6 f2",
    "m2 f2L m6 f2L m1",
    "f6 m2 f2 m2L f1",
    "m2L f2L m6 f6L m1",
)
_SEX = {"f": "female", "m": "male"}
_AGE = {"1": "under_25", "2": "age_25_59", "6": "age_60_up"}


@dataclass(frozen=True)
class Voter:
    """One paper: nobody knows whose, only what stands in its head."""

    number: str
    village: PracticeVillage
    sex: str
    age_group: str
    is_landless: bool

    @property
    def head(self) -> Row:
        """Return what stands in the head of the paper."""
        return {
            "village_code": self.village.code,
            "sex": self.sex,
            "age_group": self.age_group,
            "is_landless": "ใช่" if self.is_landless else "ไม่ใช่",
        }


def voters() -> list[Voter]:
    """Return the forty voters, five a village."""
    found: list[Voter] = []
    for village, people in zip(VILLAGES, _PEOPLE, strict=True):
        for person in people.split():
            number = f"{len(found) + 1:03d}"
            sex, age = _SEX[person[0]], _AGE[person[1]]
            found.append(Voter(number, village, sex, age, person.endswith("L")))
    return found


def ballot_rows() -> list[Row]:
    """Return the marks of both paper polls; the scores are typed twice and agree."""
    rows = []
    for voter in voters():
        marks = [_scored(voter, option) for option in _USUAL]
        rows += [{**mark, "entry": entry} for entry in (1, 2) for mark in marks]
    for voter in voters():
        rows += _ticked(voter)
    return rows


def _scored(voter: Voter, option: str) -> Row:
    chance = Chance("score", voter.number, option)
    leaning = _leaning(voter, option)
    tenths = [usual + leaning + chance.between(-_SWING, _SWING) for usual in _USUAL[option]]
    # How easy it is does not depend on whom it hurts.
    tenths[CRITERIA.index("ease")] -= leaning
    marks = {name: _mark(value) for name, value in zip(CRITERIA, tenths, strict=True)}
    return {
        "poll_code": SCORED,
        "ballot_no": voter.number,
        "option_code": option,
        **marks,
        **voter.head,
    }


def _mark(tenths: int) -> int:
    return min(max((tenths + 5) // 10, 1), 4)


def _leaning(voter: Voter, option: str) -> int:
    """Return by how many tenths a point this voter scores ``option`` off the usual."""
    leaning = 0
    if voter.sex == "female":
        leaning += {"P06": 6, "P07": 6, "P03": -4, "P04": -3}.get(option, 0)
    else:
        leaning += {"P06": -4, "P07": -5, "P03": 3, "P04": 3}.get(option, 0)
    if voter.is_landless:
        leaning += {"P05": 15, "P11": 18, "P03": -8, "P04": -6, "P12": -4}.get(option, 0)
    if voter.age_group == "under_25":
        leaning += {"P10": 9, "P12": 7, "P02": -4}.get(option, 0)
    if voter.village.is_wet:
        leaning += {"P01": -6, "P09": 9, "P08": 3}.get(option, 0)
    elif voter.village.is_dry:
        leaning += {"P01": 3, "P09": -6}.get(option, 0)
    return leaning


def _ticked(voter: Voter) -> list[Row]:
    chance = Chance("tick", voter.number)
    left = dict(_TICKS)
    if voter.is_landless:
        left["PJ15"] += 30
    if voter.village.is_dry:
        left["PJ04"] += 14
    rows = []
    for _tick in range(chance.pick({2: 30, _MOST_TICKS: 70})):
        option = chance.pick(left)
        del left[option]
        head = {"poll_code": TICKED, "ballot_no": voter.number, "option_code": option}
        rows.append({**head, "entry": 1, "approved": "ใช่", **voter.head})
    return rows
