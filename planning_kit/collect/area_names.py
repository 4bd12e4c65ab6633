"""An area from names: tambon, amphoe and province lead to one code, or to a question."""

from __future__ import annotations

from functools import lru_cache

from planning_kit import areas, thai
from planning_kit.areas.abolished import named
from planning_kit.areas.codes import looks_like_code
from planning_kit.errors import KitError
from planning_kit.language import N_, Words

_WHOLE_COUNTRY = "00"
_COUNTRY_WORDS = {
    "ประเทศไทย",
    "ทั้งประเทศ",
    "รวมทั้งประเทศ",
    "ทั่วประเทศ",
    "ทั่วราชอาณาจักร",
    "thailand",
    "whole kingdom",
}
_SAME = (areas.Reason.CODE, areas.Reason.NAME, areas.Reason.ALIAS)
_NEAR = 3
_MANY = 300


@lru_cache(maxsize=16_384)
def area_code_of(tambon: str = "", amphoe: str = "", province: str = "") -> str:
    """Return the code of the narrowest area named: 6 digits, 4, 2, or 00 for the country.

    Names may carry their level word ("อ.บางเลน"); a part may also be a code. The wider
    parts must hold the narrower one. Nothing is guessed: another spelling is only suggested.

    Raises ``KitError``: ``collect.no-area-name`` where nothing is named,
    ``collect.ambiguous-area`` and ``collect.unknown-area`` with candidates, and what
    ``areas.resolve`` raises for a tambon.
    """
    tambon, amphoe, province = (thai.clean(part) for part in (tambon, amphoe, province))
    if tambon:
        found = areas.resolve(tambon=tambon, amphoe=amphoe or None, province=province or None)
        return found.code
    if not (amphoe or province):
        raise KitError("collect.no-area-name", N_("No area is named; fill in its name or code"))
    if not amphoe and province.casefold() in _COUNTRY_WORDS:
        return _WHOLE_COUNTRY
    above = _the_one(province, areas.Level.PROVINCE, None) if province else None
    if not amphoe:
        assert above is not None
        return above.code
    return _the_one(amphoe, areas.Level.AMPHOE, above).code


def _the_one(text: str, level: areas.Level, within: areas.Area | None) -> areas.Area:
    if looks_like_code(text):
        area = areas.get(text)
        found = [area] if area.level is level and _lies_in(area, within) else []
        return _only(found, text, level, within, ())
    matches = areas.find(text, level=level, within=within, limit=_MANY)
    same = [match.area for match in matches if match.reason in _SAME]
    exact = [match.area for match in matches if match.reason is areas.Reason.NAME]
    near = tuple(match.area for match in matches[:_NEAR])
    return _only(exact if len(exact) == 1 else same, text, level, within, near)


def _lies_in(area: areas.Area, within: areas.Area | None) -> bool:
    return within is None or area.code.startswith(within.code)


def _only(
    found: list[areas.Area],
    text: str,
    level: areas.Level,
    within: areas.Area | None,
    near: tuple[areas.Area, ...],
) -> areas.Area:
    if len(found) == 1:
        return found[0]
    place = within.full_words if within is not None else Words("ประเทศไทย", "Thailand")
    values = {"name": text, "level": level.words, "place": place}
    if found:
        raise KitError(
            "collect.ambiguous-area",
            N_(
                "“{name}” is the name of {count} areas of this level ({level}): {candidates}; "
                "name the province too, or give the code"
            ),
            count=len(found),
            candidates=named(tuple(sorted(found, key=lambda area: area.code))),
            **values,
        )
    if near:
        raise KitError(
            "collect.unknown-area",
            N_(
                "“{name}”: no {level} in {place} has this name; did you mean {near}? Correct "
                "the name, or give the code"
            ),
            near=named(near),
            **values,
        )
    raise KitError(
        "collect.unknown-area",
        N_("“{name}”: no {level} in {place} has this name; correct the name, or give the code"),
        **values,
    )
