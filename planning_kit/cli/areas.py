"""``planning-kit areas TEXT``: find a tambon, amphoe or province by name or code."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from planning_kit.cli import exit_codes
from planning_kit.cli.console import complain, say
from planning_kit.language import _

if TYPE_CHECKING:
    from planning_kit.areas import Area, Match

_MOST_SHOWN = 10


def add(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add the command to the parser."""
    text = _("find a tambon by name or code")
    parser = commands.add_parser("areas", help=text, description=text, parents=[common])
    parser.add_argument(
        "text", nargs="+", metavar=_("TEXT"), help=_("a name in Thai or English, or a code")
    )
    parser.add_argument(
        "--limit", type=int, default=_MOST_SHOWN, metavar="N", help=_("the most lines shown")
    )
    parser.set_defaults(command=_areas)


def _areas(chosen: argparse.Namespace) -> int:
    from planning_kit import areas
    from planning_kit.areas import Reason

    text = " ".join(chosen.text)
    matches = areas.find(text, limit=chosen.limit)
    if not matches:
        if text.strip().isdigit():
            # An unknown code, or an abolished one without successor, has its own sentence.
            areas.get(text)
        complain(_("Nothing is called “{text}”. Check the spelling, or try a part.", text=text))
        return exit_codes.NOT_ALL_DONE
    fitting = [match for match in matches if match.reason is not Reason.SIMILAR]
    if not fitting:
        complain(_("Nothing is called “{text}”. These names are near:", text=text))
        say(*map(_line, matches))
        return exit_codes.NOT_ALL_DONE
    if matches[0].reason is Reason.SUCCESSOR:
        complain(_("The code {code} is no longer in use. Use instead:", code=text))
    say(*map(_line, fitting))
    return exit_codes.DONE


def _line(match: Match) -> str:
    area = match.area
    told = [area.code.ljust(8), area.full_title(), _region(area)]
    return "  ".join(part for part in (*told, _marks(area)) if part)


def _region(area: Area) -> str:
    from planning_kit.areas import region_of

    return "" if area.invented else region_of(area.code).name


def _marks(area: Area) -> str:
    from planning_kit.areas import is_pilot

    if area.invented:
        return _("[invented, for practice]")
    return _("[pilot province]") if is_pilot(area.code) else ""
