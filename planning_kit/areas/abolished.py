"""Codes that are no longer in use, and what took their place."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from planning_kit.areas.area import Area
from planning_kit.errors import KitError
from planning_kit.language import N_, Words

if TYPE_CHECKING:
    from geothai.types import Abolished

_MOST_NAMED = 12


@cache
def _abolished() -> dict[str, Abolished]:
    from geothai.abolished import abolished_areas

    return {area.code: area for area in abolished_areas()}


def successor_codes(code: str) -> tuple[str, ...]:
    """Return the codes that took over from an abolished one; empty when none is recorded."""
    area = _abolished().get(code)
    return tuple(sorted(area.successors)) if area else ()


def abolished_error(code: str, successors: tuple[Area, ...]) -> KitError | None:
    """Return the error that names what replaced ``code``, ``None`` if it was never abolished.

    The date is the day DOPA dropped the code, which may lie years after the area changed.
    A successor is proven by a Royal Gazette notice, or only likely because of its name.
    """
    area = _abolished().get(code)
    if area is None:
        return None
    values = {
        "code": code,
        "name": Words(area.name_th, area.name_en or area.name_th),
        "date": day_words(area.abolished_on),
    }
    if not successors:
        return KitError(
            "areas.abolished-code",
            N_(
                "Code {code} ({name}) was abolished on {date} and no successor is recorded. "
                "Search for the area by its present name."
            ),
            **values,
        )
    if area.successors_basis == "notice":
        sentence = N_(
            "Code {code} ({name}) was abolished on {date}. Use its successor: {successors}."
        )
    else:
        sentence = N_(
            "Code {code} ({name}) was abolished on {date}. Its likely successor, matched by "
            "name, is {successors}. Check it, then use that code."
        )
    return KitError("areas.abolished-code", sentence, successors=named(successors), **values)


def named(areas: tuple[Area, ...]) -> Words:
    """Return codes with full titles, ``"730502 ตำบลบางปลา …; …"``, in both languages.

    Past twelve areas the list ends in "…", or a common name would fill the screen.
    """
    th, en = (
        "; ".join(f"{area.code} {area.full_title(language)}" for area in areas[:_MOST_NAMED])
        + ("; …" if len(areas) > _MOST_NAMED else "")
        for language in ("th", "en")
    )
    return Words(th, en)


def day_words(iso: str) -> Words:
    """Return an ISO date written out, with the Buddhist year in Thai."""
    from planning_kit.thai.dates import format_date

    day = date.fromisoformat(iso)
    return Words(format_date(day, language="th"), format_date(day, language="en"))


def abolished_named(tambon: str, amphoe: str | None, province: str | None) -> tuple[str, ...]:
    """Return the codes that took over from an abolished tambon of this name.

    Empty unless a province or an amphoe is given: a bare name fits too many old tambons.
    """
    if not amphoe and not province:
        return ()
    from geothai.abolished import match_abolished

    found = match_abolished(tambon, district=amphoe, province=province)
    return tuple(sorted({code for area in found for code in area.successors}))
