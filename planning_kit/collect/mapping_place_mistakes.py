"""What is wrong in the part of a mapping that places rows in villages."""

from __future__ import annotations

from collections.abc import Iterator

from planning_kit import areas
from planning_kit.collect.mapping import PlaceRule
from planning_kit.errors import KitError, ReadingError
from planning_kit.language import N_

_VILLAGE = "village_code"


def mistakes_of_place(file: str, place: PlaceRule) -> Iterator[KitError]:
    """Yield one error for each thing that keeps a place from being found."""
    # A village number alone is one of tambon_code, or of the tambon the file is imported for.
    named = (place.tambon, place.moo, place.address)
    lacks_tambon = not any(named) and place.field == _VILLAGE
    if bool(place.rules()) == bool(place.names) or (place.rules() and lacks_tambon):
        yield KitError(
            "collect.mapping-missing-key",
            N_(
                "In the mapping “{file}”, [table.place]: give either tambon (with amphoe, province "
                "and moo) or address, or names with number or villages"
            ),
            file=file,
        )
    elif place.names and not place.number and not place.villages:
        yield KitError(
            "collect.mapping-place-codes",
            N_(
                "In the mapping “{file}”, [table.place]: say which village each name is, by "
                "villages = {{…}} or number = true"
            ),
            file=file,
        )
    for code in (*place.villages.values(), *([place.tambon_code] if place.tambon_code else [])):
        if not _is_code(code, is_tambon=code == place.tambon_code):
            yield KitError(
                "collect.mapping-place-code",
                N_(
                    "In the mapping “{file}”, [table.place]: “{code}” is no code; a tambon has 6 "
                    "digits, a village 8, or 1 to 99 beside tambon_code"
                ),
                file=file,
                code=code,
            )


def _is_code(code: str, *, is_tambon: bool) -> bool:
    try:
        if is_tambon:
            areas.village_code(code, 1)
        elif code.isdigit() and len(code) <= 2:
            return int(code) > 0
        else:
            areas.split_village_code(code)
    except ReadingError:
        return False
    return True
