"""A village from names: tambon, amphoe, province and village number become one code."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from planning_kit import areas, thai
from planning_kit.collect.collected import RawRow
from planning_kit.collect.mapping import FieldRule, PlaceRule
from planning_kit.errors import KitError
from planning_kit.language import N_


def find_place(rule: PlaceRule, raw: RawRow, read: Callable[[FieldRule], str]) -> None:
    """Put the code of the place a row names into its values.

    Where the names lead to no single place, the row keeps them as written and the error is
    kept beside them in ``raw.troubles``: a name is never guessed.
    """
    tambon, amphoe, province, moo = (
        read(part) if part is not None else ""
        for part in (rule.tambon, rule.amphoe, rule.province, rule.moo)
    )
    raw.columns[rule.field] = ", ".join(name for part in rule.rules() for name in part.columns())
    raw.values[rule.field] = " ".join(part for part in (tambon, amphoe, province, moo) if part)
    found = _resolved(tambon, amphoe, province)
    if isinstance(found, KitError):
        raw.troubles[rule.field] = found
        return
    try:
        raw.values[rule.field] = _village(found, moo) if rule.moo is not None else found
    except KitError as error:
        raw.troubles[rule.field] = error


def _village(tambon_code: str, moo: str) -> str:
    number = thai.read_moo(moo)
    if number is None:
        raise KitError(
            "collect.no-village-number",
            N_("The village number is not stated; fill it in"),
        )
    return areas.village_code(tambon_code, number)


@lru_cache(maxsize=16_384)
def _resolved(tambon: str, amphoe: str, province: str) -> str | KitError:
    # A search by name takes a while, and a table names the same tambon on many rows.
    if not tambon:
        return KitError("collect.no-tambon-name", N_("The tambon is not stated; fill it in"))
    try:
        found = areas.resolve(tambon=tambon, amphoe=amphoe or None, province=province or None)
    except KitError as error:
        return error.with_traceback(None)
    return found.code
