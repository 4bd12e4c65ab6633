"""The list of every province, amphoe and tambon of Thailand, by code.

Codes and names come from the package ``geothai``, which follows the list of the
Department of Provincial Administration. Nothing is read before the first question.
"""

from __future__ import annotations

from functools import cache

from planning_kit.areas.abolished import abolished_error, day_words, successor_codes
from planning_kit.areas.area import BANGKOK, Area, Level
from planning_kit.areas.codes import read_code, split_village_code
from planning_kit.areas.practice import practice_areas
from planning_kit.errors import KitError
from planning_kit.language import N_, translate

_BANGKOK_PREFIX = "เขต"


@cache
def _listed() -> dict[str, Area]:
    import geothai

    areas: dict[str, Area] = {}
    for p in geothai.provinces():
        province = areas[p.code] = Area(p.code, Level.PROVINCE, p.name_th, p.name_en)
        for d in geothai.districts(p.code):
            # The list writes Bangkok's khet with their level word, unlike all other names.
            name = d.name_th.removeprefix(_BANGKOK_PREFIX) if p.code == BANGKOK else d.name_th
            amphoe = areas[d.code] = Area(d.code, Level.AMPHOE, name, d.name_en, above=province)
            for s in geothai.subdistricts(d.code):
                areas[s.code] = Area(s.code, Level.TAMBON, s.name_th, s.name_en, above=amphoe)
    for area in practice_areas():
        areas[area.code] = area
    return areas


@cache
def _below() -> dict[str, tuple[Area, ...]]:
    grouped: dict[str, list[Area]] = {}
    for area in _listed().values():
        if area.above is not None:
            grouped.setdefault(area.above.code, []).append(area)
    return {code: tuple(areas) for code, areas in grouped.items()}


def every_area() -> tuple[Area, ...]:
    """Return all provinces, amphoe and tambons, then the three practice areas."""
    return tuple(_listed().values())


def get(code: str) -> Area:
    """Return the area with this code: 2, 4, 6 or 8 digits as text, Arabic or Thai.

    A village (8 digits) is any number 1 to 99 of a tambon that exists: there is no open
    list of villages, so its name is its number.

    Raises
    ------
    ReadingError
        ``areas.code-not-text``, ``areas.not-a-code``, ``areas.village-zero``.
    KitError
        ``areas.abolished-code`` (names the successors) or ``areas.unknown-code``.
    """
    digits = read_code(code)
    if len(digits) == 8:
        tambon, moo = split_village_code(digits)
        above = get(tambon)
        name_th, name_en = f"หมู่ที่ {moo}", f"Moo {moo}"
        return Area(digits, Level.VILLAGE, name_th, name_en, above.invented, above)
    area = _listed().get(digits)
    if area is not None:
        return area
    raise abolished_error(digits, successors(digits)) or _unknown(digits)


def successors(code: str) -> tuple[Area, ...]:
    """Return the areas that took the place of an abolished code, sorted by code.

    Empty for a code in use, for an unknown one, and where the list records no successor.
    """
    return tuple(_listed()[found] for found in successor_codes(read_code(code)))


def provinces() -> tuple[Area, ...]:
    """Return the 77 provinces, Bangkok among them, sorted by code."""
    return tuple(
        area for area in _listed().values() if area.level is Level.PROVINCE and not area.invented
    )


def amphoes(province_code: str) -> tuple[Area, ...]:
    """Return the amphoe (in Bangkok the khet) of a province, sorted by code."""
    return children(_at(province_code, Level.PROVINCE))


def tambons(code: str) -> tuple[Area, ...]:
    """Return the tambons (in Bangkok the khwaeng) of an amphoe or of a whole province."""
    area = _at(code, Level.PROVINCE, Level.AMPHOE)
    if area.level is Level.AMPHOE:
        return children(area)
    return tuple(tambon for amphoe in children(area) for tambon in children(amphoe))


def children(area: Area) -> tuple[Area, ...]:
    """Return the areas one step below. A tambon has none: villages are not listed."""
    return _below().get(area.code, ())


def parent(area: Area) -> Area | None:
    """Return the area one step above, ``None`` for a province."""
    return area.above


def list_date() -> str:
    """Return the date of the list in use, as ``"2026-10-23"``."""
    from geothai import DATA_VERSION

    year, month, day = DATA_VERSION.split(".")
    return f"{year}-{int(month):02d}-{int(day):02d}"


def source_line(language: str | None = None) -> str:
    """Return the credit that the list's licence (CC BY 4.0) asks for."""
    sentence = N_(
        "Area names and codes: GeoThai data {date} (github.com/GeoThai/data), CC BY 4.0, "
        "after the Department of Provincial Administration."
    )
    return translate(sentence, language).format(date=day_words(list_date()).say(language))


def _at(code: str, *levels: Level) -> Area:
    area = get(code)
    if area.level in levels:
        return area
    raise KitError(
        "areas.wrong-level",
        N_("{code} is {area}, of level {level}; here a code of level {wanted} is needed."),
        code=area.code,
        area=area.full_words,
        level=area.level.words,
        wanted=levels[-1].words,
    )


def _unknown(code: str) -> KitError:
    above = next(
        (_listed()[code[:n]] for n in (4, 2) if n < len(code) and code[:n] in _listed()), None
    )
    if above is None:
        return KitError(
            "areas.unknown-code",
            N_(
                "No area has the code {code} in the list of {date}. "
                "Check the digits, or search by name."
            ),
            code=code,
            date=day_words(list_date()),
        )
    return KitError(
        "areas.unknown-code",
        N_(
            "No area has the code {code} in the list of {date}, though {above} ({above_code}) "
            "exists. Check the last digits, or search by name."
        ),
        code=code,
        date=day_words(list_date()),
        above=above.full_words,
        above_code=above.code,
    )
