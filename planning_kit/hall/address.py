"""What an address may ask of a notebook: four names, each of its type, and no other."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from planning_kit.errors import KitError, KitErrors
from planning_kit.language import LANGUAGES, N_
from planning_kit.thai import to_arabic_digits

NAMES = ("area", "plan_start", "fiscal_year", "language")
_AREA = re.compile(r"[0-9A-Za-z][0-9A-Za-z_.-]{0,39}")
_LOWEST_YEAR_BE, _HIGHEST_YEAR_BE = 2500, 2700
_LONGEST_SHOWN = 40


def parameters_of(arguments: Mapping[str, Sequence[bytes]], language: str) -> dict[str, object]:
    """Return a notebook's parameters from the arguments of an address.

    ``area`` and ``plan_start`` must be there; the fiscal year is by default the one before
    the plan, the language ``language``. Raises ``KitErrors`` with ``hall.unknown-argument``,
    ``hall.given-twice``, ``hall.missing-argument``, ``hall.bad-argument`` for all that is wrong.
    """
    wrong = [_unknown(name) for name in arguments if name not in NAMES]
    wrong += [_twice(name) for name in NAMES if len(arguments.get(name, ())) > 1]
    given = {name: _text(arguments[name][0]) for name in NAMES if arguments.get(name)}
    wrong += [_missing(name) for name in ("area", "plan_start") if not given.get(name)]
    wrong += [_bad(name, text) for name, text in given.items() if text and not _fits(name, text)]
    if wrong:
        raise KitErrors(wrong)
    start = _year(given["plan_start"])
    return {
        "area": to_arabic_digits(given["area"]),
        "plan_start": start,
        "fiscal_year": _year(given["fiscal_year"]) if given.get("fiscal_year") else start - 1,
        "language": given.get("language") or language,
    }


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", errors="replace").strip()


def _year(text: str) -> int:
    return int(to_arabic_digits(text))


def _fits(name: str, text: str) -> bool:
    plain = to_arabic_digits(text)
    if name == "area":
        return _AREA.fullmatch(plain) is not None
    if name == "language":
        return text in LANGUAGES
    if not (plain.isascii() and plain.isdigit() and len(plain) == 4):
        return False
    return _LOWEST_YEAR_BE <= int(plain) <= _HIGHEST_YEAR_BE


def _unknown(name: str) -> KitError:
    return KitError(
        "hall.unknown-argument",
        N_("The address asks for “{name}”, which no page here knows. It may ask for: {known}."),
        name=name[:_LONGEST_SHOWN],
        known=", ".join(NAMES),
    )


def _twice(name: str) -> KitError:
    return KitError(
        "hall.given-twice", N_("The address says “{name}” twice. Say it once."), name=name
    )


def _missing(name: str) -> KitError:
    return KitError(
        "hall.missing-argument",
        N_("The address does not say “{name}”. Go to the first page and choose a workbook."),
        name=name,
    )


def _bad(name: str, text: str) -> KitError:
    return KitError(
        "hall.bad-argument",
        N_(
            "“{text}” does not fit “{name}” in the address. An area is a code such as 730502, a "
            "year a Buddhist one such as 2571, a language th or en."
        ),
        name=name,
        text=text[:_LONGEST_SHOWN],
    )
