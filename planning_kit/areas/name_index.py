"""Every name of the list, ready to be looked up; built once, on the first search."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from planning_kit.areas.area import BANGKOK, Area, Level
from planning_kit.areas.gazetteer import every_area
from planning_kit.areas.practice import PRACTICE_TAMBON, PRACTICE_WORDS
from planning_kit.areas.spelling import is_latin, name_key, name_keys, sound_key

CAPITAL_KEYS = frozenset({"เมือง", "mueang", "muang", "muaeng", "meuang"})

# What people call a province other than its name; all in common use on forms.
_PROVINCE_ALIASES = {
    "10": ("กทม", "กรุงเทพ", "bkk", "krung thep", "krungthep maha nakhon"),
    "14": ("อยุธยา", "กรุงเก่า", "ayutthaya", "ayudhya"),
    "30": ("โคราช", "korat"),
    "24": ("แปดริ้ว", "paet rio"),
}


@dataclass(frozen=True)
class NameIndex:
    """Names to areas: by exact key, by alias, by sound, and in rows for comparing."""

    by_key: dict[str, tuple[Area, ...]]
    by_alias: dict[str, tuple[Area, ...]]
    by_sound: dict[str, tuple[Area, ...]]
    thai_sounds: tuple[str, ...]
    latin_sounds: tuple[str, ...]

    def sounds_in_writing_of(self, key: str) -> tuple[str, ...]:
        """Return the sound keys in the writing of ``key``, Thai or Latin."""
        return self.latin_sounds if is_latin(key) else self.thai_sounds


@lru_cache(maxsize=20_000)
def keys_of(area: Area) -> tuple[str, ...]:
    """Return the exact keys an area answers to, Thai and English."""
    return tuple(dict.fromkeys((*name_keys(area.name_th), *name_keys(area.name_en))))


def aliases_of(area: Area) -> tuple[str, ...]:
    """Return other words for an area: "เมือง" for a capital amphoe, "กทม." for Bangkok."""
    if area.level is Level.PROVINCE:
        return tuple(name_key(alias) for alias in _PROVINCE_ALIASES.get(area.code, ()))
    if is_capital(area):
        return tuple(sorted(CAPITAL_KEYS))
    if area.code == PRACTICE_TAMBON:
        return tuple(name_key(word) for word in PRACTICE_WORDS)
    return ()


def is_capital(area: Area) -> bool:
    """Tell whether an amphoe is its province's capital, always numbered 01 outside Bangkok."""
    return (
        area.level is Level.AMPHOE
        and area.code.endswith("01")
        and area.province_code != BANGKOK
        and not area.invented
    )


@cache
def name_index() -> NameIndex:
    """Return the index over all provinces, amphoe and tambons and the practice area."""
    areas = every_area()
    by_key = _grouped((key, area) for area in areas for key in keys_of(area))
    by_alias = _grouped((key, area) for area in areas for key in aliases_of(area))
    by_sound = _grouped((sound_key(key), area) for area in areas for key in keys_of(area))
    return NameIndex(
        by_key=by_key,
        by_alias=by_alias,
        by_sound=by_sound,
        thai_sounds=tuple(sorted(sound for sound in by_sound if not is_latin(sound))),
        latin_sounds=tuple(sorted(sound for sound in by_sound if is_latin(sound))),
    )


def _grouped(pairs: Iterable[tuple[str, Area]]) -> dict[str, tuple[Area, ...]]:
    grouped: dict[str, dict[str, Area]] = {}
    for key, area in pairs:
        if key:
            grouped.setdefault(key, {})[area.code] = area
    return {key: tuple(areas.values()) for key, areas in grouped.items()}
