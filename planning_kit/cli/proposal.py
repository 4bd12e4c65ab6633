"""``planning-kit proposal --area CODE --code N1``: a policy proposal as a brief of two sheets."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from planning_kit.cli import exit_codes
from planning_kit.cli.console import say
from planning_kit.cli.options import CODE_HELP, add_out, add_start, several
from planning_kit.language import _

FORMATS = ("html", "pdf", "docx")


def add(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add the command to the parser."""
    text = _("print policy proposals as briefs of two sheets")
    parser = commands.add_parser("proposal", help=text, description=text, parents=[common])
    parser.add_argument("--area", required=True, metavar=_("CODE"), help=_(CODE_HELP))
    add_start(parser)
    parser.add_argument(
        "--code",
        type=several,
        metavar=_("CODE"),
        help=_("code of a proposal, such as N1; several with commas; without it all of them"),
    )
    add_out(parser)
    parser.add_argument(
        "--format",
        type=_formats,
        default=("html",),
        metavar=",".join(FORMATS),
        help=_("file types"),
    )
    parser.set_defaults(command=_proposal)


def _formats(text: str) -> tuple[str, ...]:
    asked = tuple(one.casefold() for one in several(text))
    unknown = [one for one in asked if one not in FORMATS]
    if unknown or not asked:
        raise argparse.ArgumentTypeError(
            _(
                "this version writes {known}, not {unknown}",
                known=", ".join(FORMATS),
                unknown=", ".join(unknown) or "–",
            )
        )
    return asked


def _proposal(chosen: argparse.Namespace) -> int:
    from planning_kit.report.proposal_files import proposal_files
    from planning_kit.workbook import open_workbook

    with open_workbook(chosen.area.strip(), chosen.start, store=chosen.store) as workbook:
        files: list[Path] = proposal_files(
            workbook, chosen.out, codes=chosen.code, formats=chosen.format
        )
    for file in files:
        say(str(file))
    return exit_codes.DONE
