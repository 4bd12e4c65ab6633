"""A land area in ไร่, งาน and ตารางวา, exact."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from operator import index
from typing import Self

from planning_kit.errors import KitError, ReadingError
from planning_kit.language import N_
from planning_kit.thai.normalize import excerpt
from planning_kit.thai.numbers import Number, format_number, read_number

SQUARE_WAH_PER_RAI = 400
SQUARE_WAH_PER_NGAN = 100
NGAN_PER_RAI = 4
SQUARE_METRES_PER_RAI = 1600
SQUARE_METRES_PER_SQUARE_WAH = 4

HECTARE = Decimal(2500)
"""One hectare (10,000 m²) in square wah."""
ACRE = Decimal("1011.7141056")
"""One international acre (4,046.8564224 m²) in square wah."""

# One division by 400 or 4,000 is exact as a product with these.
_RAI_PER_SQUARE_WAH = Decimal("0.0025")
# Past this, 28 digits of working precision would no longer be exact; nobody owns so much.
_MOST = Decimal(10) ** 15


def _stated(value: Number) -> Decimal:
    number = read_number(value)
    if number is None:
        raise ReadingError(
            "thai.land-not-stated",
            N_("A land area needs a number and none was given. Write 0 if there is no land."),
        )
    if number > _MOST:
        raise ReadingError(
            "thai.land-too-large",
            N_("The land area “{text}” is larger than any country. Check the number and its unit."),
            text=excerpt(value),
        )
    return number


def negative_land(value: object) -> ReadingError:
    """Return the error for an area below zero."""
    return ReadingError(
        "thai.land-negative",
        N_("The land area “{text}” is below zero. An area is zero or more; check the minus sign."),
        text=excerpt(value),
    )


@dataclass(frozen=True, order=True, slots=True)
class LandArea:
    """An area of land: 1 ไร่ = 4 งาน = 400 ตารางวา = 1,600 m² exactly.

    Always in its one normal form (``ngan`` 0–3, ``square_wah`` at least 0 and under 100),
    so equal areas are equal objects and areas sort by size. Building one with parts out of
    these bounds raises ``ReadingError``; ``from_square_wah`` and ``from_rai`` carry over.
    """

    rai: int
    ngan: int = 0
    square_wah: Decimal = Decimal(0)

    def __post_init__(self) -> None:
        object.__setattr__(self, "rai", index(self.rai))
        object.__setattr__(self, "ngan", index(self.ngan))
        object.__setattr__(self, "square_wah", _stated(self.square_wah))
        if self.rai < 0 or self.ngan < 0 or self.square_wah < 0:
            raise negative_land(f"{self.rai}-{self.ngan}-{self.square_wah}")
        if self.ngan >= NGAN_PER_RAI:
            raise ReadingError(
                "thai.land-too-many-ngan",
                N_(
                    "{ngan} ngan is a whole rai or more. Of ngan write 0 to 3 and carry the rest "
                    "over: 4 ngan is 1 rai."
                ),
                ngan=self.ngan,
            )
        if self.square_wah >= SQUARE_WAH_PER_NGAN:
            raise ReadingError(
                "thai.land-too-many-wah",
                N_(
                    "{wah} sq wah is a whole ngan or more. Of sq wah write less than 100 and "
                    "carry the rest over: 100 sq wah is 1 ngan."
                ),
                wah=format_number(self.square_wah),
            )

    @classmethod
    def from_square_wah(cls, square_wah: Number) -> Self:
        """Build an area from ตารางวา. Raises ``ReadingError`` below zero."""
        total = _stated(square_wah)
        if total < 0:
            raise negative_land(square_wah)
        rai, rest = divmod(total, SQUARE_WAH_PER_RAI)
        ngan, wah = divmod(rest, SQUARE_WAH_PER_NGAN)
        return cls(int(rai), int(ngan), wah)

    @classmethod
    def from_rai(cls, rai: Number) -> Self:
        """Build an area from ไร่ with decimals. Raises ``ReadingError`` below zero."""
        stated = _stated(rai)
        if stated < 0:
            raise negative_land(rai)
        return cls.from_square_wah(stated * SQUARE_WAH_PER_RAI)

    @property
    def total_square_wah(self) -> Decimal:
        """The whole area in ตารางวา, exact."""
        return self.rai * SQUARE_WAH_PER_RAI + self.ngan * SQUARE_WAH_PER_NGAN + self.square_wah

    @property
    def in_rai(self) -> Decimal:
        """The whole area in ไร่, exact."""
        return self.total_square_wah * _RAI_PER_SQUARE_WAH

    @property
    def square_metres(self) -> Decimal:
        """The whole area in square metres, exact."""
        return self.total_square_wah * SQUARE_METRES_PER_SQUARE_WAH

    def __add__(self, other: LandArea) -> LandArea:
        if not isinstance(other, LandArea):
            return NotImplemented
        return LandArea.from_square_wah(self.total_square_wah + other.total_square_wah)

    def __radd__(self, other: int) -> LandArea:
        # sum() starts at the number 0.
        return self if other == 0 else NotImplemented

    def __sub__(self, other: LandArea) -> LandArea:
        if not isinstance(other, LandArea):
            return NotImplemented
        if other > self:
            raise KitError(
                "thai.land-subtraction",
                N_("{taken} rai cannot be taken from {held} rai: the rest would be below zero."),
                taken=format_number(other.in_rai),
                held=format_number(self.in_rai),
            )
        return LandArea.from_square_wah(self.total_square_wah - other.total_square_wah)
