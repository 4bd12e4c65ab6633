"""Units in which farmers count what they grow, and their weight where they have one.

Weights by definition: kilogram, gram, tonne (1,000 kg), ขีด (0.1 kg).

Customary weights, marked ``customary``; all are general knowledge and want confirming locally:

- เกวียน of paddy, 1,000 kg, and ถัง of paddy, 10 kg. Both are measures of volume (a
  เกวียน is 100 ถัง); the paddy trade counts them at these weights. Milled rice is heavier
  (about 15 kg a ถัง), so state the weight for anything but paddy.
- หาบ, 60 kg: the royal หาบ of the Weights and Measures Act 2466; others were in use.

A กระสอบ, a bunch, a tray or an animal has no weight until somebody states one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from planning_kit.errors import ReadingError
from planning_kit.language import N_, Words
from planning_kit.thai.normalize import clean, excerpt
from planning_kit.thai.numbers import Number, read_number


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of produce.

    ``kind`` is ``"mass"``, ``"volume"``, ``"container"``, ``"count"`` or ``"bunch"``;
    ``kilograms`` what one weighs, ``None`` where it depends; ``customary`` that this
    weight is a custom to confirm locally and not a definition; ``aliases`` other
    spellings that are read as this unit.
    """

    code: str
    label: Words
    kind: str
    kilograms: Decimal | None = None
    customary: bool = False
    aliases: tuple[str, ...] = ()


def _mass(code: str, th: str, en: str, kilograms: str, *aliases: str) -> Unit:
    return Unit(code, Words(th, en), "mass", Decimal(kilograms), False, aliases)


def _customary(code: str, kind: str, th: str, en: str, kilograms: str, *aliases: str) -> Unit:
    return Unit(code, Words(th, en), kind, Decimal(kilograms), True, aliases)


def _unweighed(code: str, kind: str, th: str, en: str, *aliases: str) -> Unit:
    return Unit(code, Words(th, en), kind, None, False, aliases)


_ALL = (
    _mass("kg", "กก.", "kg", "1", "กิโลกรัม", "กิโล", "โล", "kilogram", "kilograms", "kgs", "kilo"),
    _mass("gram", "กรัม", "g", "0.001", "gram", "grams", "gm"),
    _mass("tonne", "ตัน", "tonne", "1000", "tonnes", "ton", "tons", "t", "เมตริกตัน"),
    _mass("khit", "ขีด", "khit (100 g)", "0.1", "khit"),
    _customary("haap", "mass", "หาบ", "haap", "60", "picul"),
    _customary("kwian", "volume", "เกวียน", "kwian", "1000", "kwien", "cartload"),
    _customary("thang", "volume", "ถัง", "thang", "10", "tang", "bucket"),
    _unweighed("litre", "volume", "ลิตร", "litre", "litres", "liter", "liters", "l"),
    _unweighed("kasop", "container", "กระสอบ", "sack", "kasop", "sacks", "bag", "bags", "กส."),
    _unweighed("basket", "container", "เข่ง", "basket", "baskets", "ตะกร้า"),
    _unweighed("tray", "container", "แผง", "tray", "trays", "ถาด"),
    _unweighed("head", "count", "ตัว", "head", "animal", "animals"),
    _unweighed("egg", "count", "ฟอง", "egg", "eggs"),
    _unweighed("fruit", "count", "ลูก", "fruit", "fruits", "ผล"),
    _unweighed("plant", "count", "ต้น", "plant", "plants", "tree", "trees"),
    _unweighed("flower", "count", "ดอก", "flower", "flowers"),
    _unweighed("hand", "bunch", "หวี", "hand (of bananas)", "hand", "hands"),
    _unweighed("bunch", "bunch", "เครือ", "bunch", "bunches"),
    _unweighed("bundle", "bunch", "มัด", "bundle", "bundles"),
    _unweighed("handful", "bunch", "กำ", "handful", "handfuls"),
)

UNITS: dict[str, Unit] = {unit.code: unit for unit in _ALL}
"""Every unit by its code."""


def _squeezed(text: str) -> str:
    return re.sub(r"[.\s]", "", clean(text)).casefold()


_BY_NAME = {
    _squeezed(name): unit
    for unit in _ALL
    for name in (unit.code, unit.label.th, unit.label.en, *unit.aliases)
}


def read_unit(text: str) -> Unit:
    """Read a unit from its code, its Thai or English name, or a common short form.

    Dots, spaces and capitals do not matter. Raises ``ReadingError`` for an unknown one.
    """
    try:
        return _BY_NAME[_squeezed(str(text))]
    except KeyError:
        raise ReadingError(
            "thai.unit-unknown",
            N_("“{text}” is not a unit the kit knows. Use one of: {known}."),
            text=excerpt(text),
            known=Words(
                ", ".join(unit.label.th for unit in _ALL),
                ", ".join(unit.label.en for unit in _ALL),
            ),
        ) from None


def to_kilograms(
    quantity: Number | None, unit: Unit | str, *, unit_weight_kg: Number | None = None
) -> Decimal | None:
    """Return the weight of ``quantity`` units in kilograms.

    ``unit_weight_kg`` is what one unit weighs, as stated by the person asked; it goes
    before a customary weight. ``None`` where the quantity is not stated, or where the unit
    has no weight of its own and none is stated: nothing is guessed. Raises
    ``ReadingError`` for an unknown unit, a stated weight that is not above zero, or one
    that contradicts a unit of mass (a kilogram that weighs 2 kg).
    """
    if isinstance(unit, str):
        unit = read_unit(unit)
    amount, stated = read_number(quantity), read_number(unit_weight_kg)
    if stated is not None and stated <= 0:
        raise ReadingError(
            "thai.unit-weight-not-positive",
            N_("One {unit} cannot weigh {weight} kg. State a weight above zero or leave it blank."),
            unit=unit.label,
            weight=stated,
        )
    by_definition = unit.kind == "mass" and not unit.customary
    if stated is not None and by_definition and stated != unit.kilograms:
        raise ReadingError(
            "thai.unit-weight-fixed",
            N_(
                "One {unit} is always {kilograms} kg, not {weight} kg. Leave the weight blank or "
                "choose another unit."
            ),
            unit=unit.label,
            kilograms=unit.kilograms,
            weight=stated,
        )
    each = unit.kilograms if stated is None else stated
    return None if amount is None or each is None else amount * each
