"""A village from names: found in the gazetteer, listed in the mapping, or numbered in turn."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from planning_kit import areas, thai
from planning_kit.collect.address_cells import split_address
from planning_kit.collect.area_names import area_code_of
from planning_kit.collect.collected import RawRow, Remark
from planning_kit.collect.mapping import FieldRule, PlaceRule
from planning_kit.collect.mapping_keys import plain_key
from planning_kit.errors import KitError
from planning_kit.language import N_

Read = Callable[[FieldRule], str]

BETWEEN_NAMES = " / "
_VILLAGE = "village_code"
_MOST_VILLAGES = 99
_DIGITS = 6
_NUMBERED = N_(
    "“{file}”: its places are not villages of the plan area; the mapping gave them village numbers: "
    "{places}"
)


class PlaceFinder:
    """Finds the places of one table; ``area`` is the tambon the file is imported for."""

    def __init__(self, rule: PlaceRule, area: str | None = None) -> None:
        self.rule = rule
        self.tambon = rule.tambon_code or _tambon(area)
        self.listed = {_key(name): place for name, place in rule.villages.items()}
        by_number_alone = rule.moo is not None and not (rule.tambon or rule.address)
        if self.tambon is None and (
            rule.number or by_number_alone or any(len(one) <= 2 for one in self.listed.values())
        ):
            raise KitError(
                "collect.no-tambon-code",
                N_(
                    "The mapping numbers villages but does not say of which tambon; add "
                    "tambon_code under [table.place], or import for one tambon"
                ),
            )
        self.given: dict[str, str] = {}
        self.names: dict[str, str] = {}

    def find(self, raw: RawRow, read: Read) -> None:
        """Put the code of the place a row names into its values.

        Where the names lead to no single place, the row keeps them as written and the error
        is kept beside them in ``raw.troubles``: a name is never guessed.
        """
        rule = self.rule
        raw.columns[rule.field] = ", ".join(rule.columns())
        if not rule.names:
            _find_by_gazetteer(rule, raw, read, self.tambon)
            return
        written = [read(FieldRule(column=name)) for name in rule.names]
        name = BETWEEN_NAMES.join(part for part in written if part)
        raw.values[rule.field] = name
        try:
            raw.values[rule.field] = self._numbered(name)
        except KitError as error:
            raw.troubles[rule.field] = error

    def told(self, file: str) -> list[Remark]:
        """Return the remark that lists which name got which village."""
        if not self.given:
            return []
        listed = "; ".join(f"{self.names[key]} = {code}" for key, code in self.given.items())
        return [Remark("collect.places-numbered", _NUMBERED, {"file": file, "places": listed})]

    def _numbered(self, name: str) -> str:
        key = _key(name)
        if not key:
            raise KitError("collect.no-place-name", N_("The place is not stated; fill it in"))
        if key not in self.given:
            self.given[key] = self._next(key, name)
            self.names[key] = name
        return self.given[key]

    def _next(self, key: str, name: str) -> str:
        if key in self.listed:
            return self._code(self.listed[key])
        if not self.rule.number:
            raise KitError(
                "collect.place-not-listed",
                N_("The place “{name}” is not among the villages of the mapping; add it there"),
                name=name,
            )
        taken = {*self.given.values(), *map(self._code, self.listed.values())}
        for moo in range(1, _MOST_VILLAGES + 1):
            code = self._code(str(moo))
            if code not in taken:
                return code
        raise KitError(
            "collect.too-many-places",
            N_(
                "The file names more than {most} places, and a tambon has at most that many "
                "villages; join some in the mapping"
            ),
            most=_MOST_VILLAGES,
        )

    def _code(self, place: str) -> str:
        if len(place) > 2:
            return place
        return areas.village_code(self.tambon or "", int(place))


def _tambon(area: str | None) -> str | None:
    """Return the area where it is one tambon: a wider one does not say whose villages."""
    return area if area is not None and len(area) == _DIGITS and area.isdigit() else None


def _key(name: str) -> str:
    return plain_key(name.replace("/", BETWEEN_NAMES))


def _find_by_gazetteer(rule: PlaceRule, raw: RawRow, read: Read, of: str | None) -> None:
    """Find the place by its names; a village number alone is one of the tambon ``of``."""
    try:
        tambon, amphoe, province, moo = _names(rule, read)
    except KitError as error:
        raw.values[rule.field] = ""
        raw.troubles[rule.field] = error
        return
    raw.values[rule.field] = " ".join(part for part in (tambon, amphoe, province, moo) if part)
    if not (rule.tambon or rule.address) and rule.moo is not None and of is not None:
        found: str | KitError = of
    else:
        found = _code_of(tambon, amphoe, province, needs_tambon=rule.field == _VILLAGE)
    if isinstance(found, KitError):
        raw.troubles[rule.field] = found
        return
    try:
        # A wider place needs no village number; what must be a village does.
        by_number = rule.moo is not None or rule.address is not None
        names_village = by_number and (moo or rule.field == _VILLAGE)
        raw.values[rule.field] = _village(found, moo) if names_village else found
    except KitError as error:
        raw.troubles[rule.field] = error


def _names(rule: PlaceRule, read: Read) -> list[str]:
    """Return tambon, amphoe, province and moo as the row names them; a part of its own goes first."""
    told = split_address(read(rule.address), rule.order) if rule.address is not None else {}
    own = {"tambon": rule.tambon, "amphoe": rule.amphoe, "province": rule.province, "moo": rule.moo}
    return [
        (read(part) if part is not None else "") or told.get(name, "") for name, part in own.items()
    ]


def _village(tambon_code: str, moo: str) -> str:
    number = thai.read_moo(moo)
    if number is None:
        raise KitError(
            "collect.no-village-number",
            N_("The village number is not stated; fill it in"),
        )
    return areas.village_code(tambon_code, number)


@lru_cache(maxsize=16_384)
def _code_of(tambon: str, amphoe: str, province: str, *, needs_tambon: bool) -> str | KitError:
    # A search by name takes a while, and a table names the same tambon on many rows.
    if needs_tambon and not tambon:
        return KitError("collect.no-tambon-name", N_("The tambon is not stated; fill it in"))
    try:
        return area_code_of(tambon, amphoe, province)
    except KitError as error:
        return error.with_traceback(None)
