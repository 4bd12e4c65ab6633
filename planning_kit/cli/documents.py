"""``planning-kit documents --area CODE --meeting F03``: the papers of a meeting and of the plan."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from planning_kit.cli import exit_codes
from planning_kit.cli.console import say
from planning_kit.cli.options import CODE_HELP, add_out, add_start, several
from planning_kit.language import _

OF_MEETING = ("invitation", "agenda", "sign_in", "minutes")
OF_PLAN = ("covering_letter", "appointment")
FORMATS = ("html", "pdf", "docx")


def add(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add the command to the parser."""
    text = _("write the papers of a meeting, the covering letter and the appointment")
    parser = commands.add_parser("documents", help=text, description=text, parents=[common])
    parser.add_argument("--area", required=True, metavar=_("CODE"), help=_(CODE_HELP))
    add_start(parser)
    parser.add_argument("--meeting", metavar=_("CODE"), help=_("code of the meeting, such as F03"))
    parser.add_argument(
        "--kind",
        type=several,
        metavar=",".join((*OF_MEETING, *OF_PLAN)),
        help=_("one or several; without it those of the meeting, or of the plan"),
    )
    add_out(parser)
    parser.add_argument(
        "--format", type=several, default=("html",), metavar=",".join(FORMATS), help=_("file types")
    )
    parser.add_argument(
        "--wording", type=Path, metavar="DIR", help=_("folder with your own wordings (.toml)")
    )
    parser.add_argument("--thai-digits", action="store_true", help=_("write ๑๒๓ for 123"))
    parser.set_defaults(command=_documents, parser=parser)


def _documents(chosen: argparse.Namespace) -> int:
    from planning_kit.report.documents import write_documents
    from planning_kit.workbook import open_workbook

    kinds = chosen.kind or (OF_MEETING if chosen.meeting else OF_PLAN)
    _refuse_unknown(chosen.parser, kinds, (*OF_MEETING, *OF_PLAN))
    _refuse_unknown(chosen.parser, chosen.format, FORMATS)
    with open_workbook(chosen.area.strip(), chosen.start, store=chosen.store) as workbook:
        files = write_documents(
            workbook,
            kinds,
            chosen.out,
            meeting=chosen.meeting,
            formats=chosen.format,
            thai_digits=chosen.thai_digits,
            folder=chosen.wording,
        )
    for file in files:
        say(str(file))
    say(_("The wording is a default, to be edited; names and signatures are written by hand."))
    return exit_codes.DONE


def _refuse_unknown(
    parser: argparse.ArgumentParser, asked: tuple[str, ...], known: tuple[str, ...]
) -> None:
    unknown = [one for one in asked if one not in known]
    if unknown:
        parser.error(
            _(
                "this version writes {known}, not {unknown}",
                known=", ".join(known),
                unknown=", ".join(unknown),
            )
        )
