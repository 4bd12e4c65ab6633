"""Options and values that several commands share."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from planning_kit.language import LANGUAGES, N_, _

FIRST_PLAN_YEAR = 2571
_LOWEST_YEAR_BE, _HIGHEST_YEAR_BE = 2500, 2700


def global_options() -> argparse.ArgumentParser:
    """Return the options every command takes, before or after its name."""
    parser = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    group = parser.add_argument_group(_("for every command"))
    group.add_argument(
        "--store",
        metavar="URL",
        help=_("which database, such as sqlite:///plan.db; else PLANNING_KIT_STORE, else yours"),
    )
    group.add_argument(
        "--language", choices=LANGUAGES, help=_("th or en; else PLANNING_KIT_LANGUAGE, else th")
    )
    group.add_argument(
        "--data",
        metavar="DIR",
        help=_(
            "folder of your own data files in place of the kit’s (planning-kit defaults); else "
            "PLANNING_KIT_DATA"
        ),
    )
    group.add_argument(
        "--debug", action="store_true", help=_("show where in the program an error arose")
    )
    return parser


def year_be(text: str) -> int:
    """Read a Buddhist year in Thai or Arabic digits.

    Raises ``argparse.ArgumentTypeError`` for anything else, a Gregorian year above all.
    """
    from planning_kit.thai import to_arabic_digits

    digits = to_arabic_digits(text.strip())
    if digits.isdigit() and _LOWEST_YEAR_BE <= int(digits) <= _HIGHEST_YEAR_BE:
        return int(digits)
    raise argparse.ArgumentTypeError(
        _("“{text}” is not a Buddhist year; write one such as 2571", text=text)
    )


def day_typed(text: str) -> date:
    """Read a day as people write it, in Thai or in English; raises ``argparse.ArgumentTypeError``."""
    from planning_kit.errors import KitError
    from planning_kit.thai import read_date

    try:
        day = read_date(text)
    except KitError as error:
        raise argparse.ArgumentTypeError(error.say()) from error
    if day is None:
        raise argparse.ArgumentTypeError(
            _("“{text}” is no day; write one such as 28/11/2569", text=text)
        )
    return day


def several(text: str) -> tuple[str, ...]:
    """Split a value at commas; Thai digits become Arabic ones."""
    from planning_kit.thai import to_arabic_digits

    return tuple(part.strip() for part in to_arabic_digits(text).split(",") if part.strip())


def formats(text: str) -> tuple[str, ...]:
    """Read the formats of a report, each of those this version writes."""
    known = ("html", "pdf", "png", "xlsx")
    asked = tuple(dict.fromkeys(part.casefold() for part in several(text)))
    unknown = [form for form in asked if form not in known]
    if unknown or not asked:
        raise argparse.ArgumentTypeError(
            _(
                "this version writes {known}, not {unknown}",
                known=", ".join(known),
                unknown=", ".join(unknown) or "–",
            )
        )
    return asked


def whole_number(text: str) -> int:
    """Read a whole number of at least one."""
    if text.isdigit() and int(text) >= 1:
        return int(text)
    raise argparse.ArgumentTypeError(_("“{text}” is not a whole number from 1 up", text=text))


def add_out(parser: argparse.ArgumentParser, *, required: bool = True) -> None:
    """Add ``--out DIR``."""
    parser.add_argument(
        "--out", metavar="DIR", type=Path, required=required, help=_("folder for the files")
    )


def add_start(parser: argparse.ArgumentParser) -> None:
    """Add ``--start``, B.E."""
    parser.add_argument(
        "--start",
        type=year_be,
        metavar=_("YEAR"),
        default=FIRST_PLAN_YEAR,
        help=_("first year of the plan, B.E. ({year} by default)", year=FIRST_PLAN_YEAR),
    )


def add_years(parser: argparse.ArgumentParser) -> None:
    """Add ``--start`` and ``--fiscal-year``, both B.E."""
    add_start(parser)
    parser.add_argument(
        "--fiscal-year",
        type=year_be,
        metavar=_("YEAR"),
        help=_("fiscal year the report looks at, B.E. (the one before the plan by default)"),
    )


def add_formats(parser: argparse.ArgumentParser) -> None:
    """Add ``--format html,pdf,png,xlsx``."""
    parser.add_argument(
        "--format",
        type=formats,
        default=("html",),
        metavar="html,pdf,png,xlsx",
        help=_(
            "one or several, with commas between; png is the one-page summary as a picture; pdf "
            "and png need Chrome, Chromium or Edge"
        ),
    )


CODE_HELP = N_("tambon code of 6 digits, or the id of a plan area")
