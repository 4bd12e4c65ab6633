"""``planning-kit new``: a workbook for a plan area, its council and its years."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from planning_kit.cli import exit_codes
from planning_kit.cli.author import user_name
from planning_kit.cli.console import complain, say
from planning_kit.cli.options import FIRST_PLAN_YEAR, several, year_be
from planning_kit.errors import KitError
from planning_kit.language import N_, _, current_language

if TYPE_CHECKING:
    from planning_kit.records import PlanArea, PlanPeriod

SETTINGS = ("rural", "urban", "mixed")
_PLAN_YEARS = 5


def add(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add the command to the parser."""
    text = _("make a workbook: plan area, council and years")
    parser = commands.add_parser("new", help=text, description=text, parents=[common])
    parser.add_argument(
        "--area", type=several, default=(), metavar=_("CODE"), help=_("whole tambons inside")
    )
    parser.add_argument(
        "--villages",
        type=several,
        default=(),
        metavar=_("CODES"),
        help=_("villages inside (8 digits), where only some of a tambon belong"),
    )
    parser.add_argument(
        "--level",
        choices=("province", "region", "nation"),
        help=_("a place above the tambon, where plans are added up"),
    )
    parser.add_argument(
        "--code", metavar=_("CODE"), help=_("of the province (67) or region (codi-N)")
    )
    parser.add_argument("--id", metavar="ID", help=_("id of the plan area; the tambon code if one"))
    parser.add_argument("--name", help=_("name of the area; the tambon's by default"))
    parser.add_argument("--council", help=_("its community organization council"))
    parser.add_argument("--local-government", help=_("its local government or governments"))
    parser.add_argument("--setting", choices=SETTINGS, help=_("rural, urban or mixed"))
    parser.add_argument(
        "--start", type=year_be, default=FIRST_PLAN_YEAR, metavar=_("YEAR"), help=_("first year")
    )
    parser.add_argument(
        "--end",
        type=year_be,
        metavar=_("YEAR"),
        help=_("last year, B.E.; the plan has {n} years by default", n=_PLAN_YEARS),
    )
    parser.add_argument("--team", help=_("who makes the plan: roles, not people's names"))
    parser.set_defaults(command=_new)


def _new(chosen: argparse.Namespace) -> int:
    plan_area, period = _records(chosen)
    from planning_kit.workbook import create

    workbook = create(
        plan_area,
        period,
        store=chosen.store,
        who=user_name(),
        why=_("new workbook made on the command line"),
    )
    for sentence, values in workbook.notices:
        complain(_(sentence).format(**values))
    say(
        _("Made the workbook of {title}", title=workbook.title(current_language())),
        _("Its id for --area is {id}", id=plan_area.plan_area_id),
    )
    return exit_codes.DONE


def _records(chosen: argparse.Namespace) -> tuple[PlanArea, PlanPeriod]:
    from planning_kit.records import PlanPeriod

    area = higher_area(chosen.level, chosen.code) if chosen.level else _tambons(chosen)
    period = PlanPeriod(
        plan_area_id=area.plan_area_id,
        plan_start_be=chosen.start,
        plan_end_be=chosen.end or chosen.start + _PLAN_YEARS - 1,
        team=chosen.team,
    )
    return area, period


def higher_area(level: str, code: str | None) -> PlanArea:
    """Return the plan area of a place above the tambon; raises ``KitError`` ``cli.no-code``."""
    if level != "nation" and not code:
        raise KitError(
            "cli.no-code",
            N_("Say which {level}: --code with its code, such as 67 or codi-N."),
            level=level,
        )
    from planning_kit.workbook.higher_places import NATION, higher_place

    return higher_place(level, code or NATION)


def _tambons(chosen: argparse.Namespace) -> PlanArea:
    plan_area_id = _id(chosen)
    from planning_kit.records import PlanArea

    return PlanArea(
        plan_area_id=plan_area_id,
        name=chosen.name or _name(chosen),
        tambon_codes=chosen.area or None,
        village_codes=chosen.villages or None,
        council=chosen.council,
        local_governments=chosen.local_government,
        setting=chosen.setting,
    )


def _id(chosen: argparse.Namespace) -> str:
    if not chosen.area and not chosen.villages:
        raise KitError(
            "cli.no-place",
            N_("Say which area: --area with tambon codes, --villages with village codes, or both."),
        )
    if chosen.id is None:
        if len(chosen.area) == 1 and not chosen.villages:
            return str(chosen.area[0])
        raise KitError(
            "cli.id-needed",
            N_(
                "An area that is not one whole tambon needs an id of its own; add --id, such as A1."
            ),
        )
    return str(chosen.id)


def _name(chosen: argparse.Namespace) -> str:
    """Return the tambons' names, in Thai as the record keeps them."""
    tambons = dict.fromkeys([*chosen.area, *(code[:6] for code in chosen.villages)])
    return " ".join(_tambon_name(code) for code in tambons)


def _tambon_name(code: str) -> str:
    from planning_kit import areas

    try:
        return areas.get(code).title("th")
    except KitError:
        # The workbook refuses wrong codes, all of them in one go.
        return code
