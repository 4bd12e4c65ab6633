"""Who lives in an invented household, and what land and water it has."""

from __future__ import annotations

from dataclasses import dataclass

from planning_kit.practice.chance import Chance
from planning_kit.practice.typing_habits import plots_of
from planning_kit.practice.villages import VILLAGES, PracticeVillage

# Square wah at equal steps of the distribution: many small holdings, few large ones.
_OWNED = (400, 1400, 2200, 3000, 3900, 4800, 5900, 7200, 9200, 12400, 26000)
_RENTED = (1000, 2000, 3000, 4000, 4800, 6000, 7600, 9600, 12000, 15600, 30000)
_LENT = (400, 800, 1200, 2000, 3200)


@dataclass(frozen=True)
class Home:
    """One surveyed household; land in square wah."""

    household_id: str
    village: PracticeVillage
    is_farm: bool
    children: int
    adults: int
    elders: int
    males: int
    owned: int
    rented: int
    lent: int
    irrigated: int
    has_pond: bool

    @property
    def members(self) -> int:
        """Return how many people live there."""
        return self.children + self.adults + self.elders

    @property
    def land(self) -> int:
        """Return all land farmed, in square wah."""
        return self.owned + self.rented + self.lent

    def chance(self, topic: str) -> Chance:
        """Return this household's own stream of draws for ``topic``."""
        return Chance(topic, self.household_id)


def practice_homes() -> list[Home]:
    """Return the surveyed households, drawn at random from each village's roll."""
    homes: list[Home] = []
    for village in VILLAGES:
        roll = Chance("sample", village.moo).sample(village.households, village.surveyed)
        homes.extend(_home(village, number) for number in roll)
    return homes


def _home(village: PracticeVillage, number: int) -> Home:
    household_id = f"{village.moo:02d}-{number:03d}"
    chance = Chance("home", household_id)
    is_farm = chance.yes(village.farm_households * 100 // village.households)
    children, adults, elders = _people(chance)
    members = children + adults + elders
    owned, rented, lent = _land(chance) if is_farm else (0, 0, 0)
    land = owned + rented + lent
    watered = land if chance.yes(70) else land // 200 * 100
    irrigated = watered if chance.yes(village.irrigated) else 0
    return Home(
        household_id=household_id,
        village=village,
        is_farm=is_farm,
        children=children,
        adults=adults,
        elders=elders,
        males=min(members, sum(chance.yes(48) for _person in range(members))),
        owned=owned,
        rented=rented,
        lent=lent,
        irrigated=irrigated,
        has_pond=is_farm and land >= 2000 and chance.yes(24),
    )


def _people(chance: Chance) -> tuple[int, int, int]:
    """Return children, adults under 60, elders: an ageing place, never an empty house."""
    elders = chance.pick({0: 38, 1: 34, 2: 28})
    adults = chance.pick({0: 20, 1: 32, 2: 34, 3: 10, 4: 4} if elders else {1: 20, 2: 58, 3: 22})
    children = chance.pick({0: 52, 1: 28, 2: 16, 3: 4}) if adults else chance.pick({0: 85, 1: 15})
    return children, adults, elders


def _land(chance: Chance) -> tuple[int, int, int]:
    owns = chance.yes(84)
    rents = chance.yes(34) if owns else chance.yes(88)
    owned = plots_of(chance.curve(_OWNED), chance) if owns else 0
    rented = plots_of(chance.curve(_RENTED), chance) if rents else 0
    lent = plots_of(chance.curve(_LENT), chance) if chance.yes(7) or not owned + rented else 0
    return owned, rented, lent
