"""``planning-kit attach FILE --area CODE``: keep a photo, a map or a paper with the plan."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from planning_kit.cli import exit_codes
from planning_kit.cli.author import user_name
from planning_kit.cli.console import say
from planning_kit.cli.options import CODE_HELP, add_start
from planning_kit.language import _

KINDS = ("photo", "resource_map", "minutes", "sign_in", "document", "logo")


def add(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add the command to the parser."""
    text = _("keep a photo, a hand-drawn map, a logo or a paper with the plan")
    parser = commands.add_parser("attach", help=text, description=text, parents=[common])
    parser.add_argument("file", type=Path, metavar="FILE", help=_("JPG, PNG, WebP or PDF"))
    parser.add_argument("--area", required=True, metavar=_("CODE"), help=_(CODE_HELP))
    add_start(parser)
    parser.add_argument("--kind", choices=KINDS, default="photo", help=_("what it is"))
    parser.add_argument(
        "--caption",
        required=True,
        metavar=_("TEXT"),
        help=_("what it shows, without anybody's name"),
    )
    about = parser.add_mutually_exclusive_group()
    about.add_argument("--meeting", metavar=_("CODE"), help=_("the meeting it belongs to"))
    about.add_argument("--project", metavar=_("CODE"), help=_("the project it shows"))
    about.add_argument("--problem", metavar=_("CODE"), help=_("the problem it shows"))
    parser.add_argument("--credit", metavar=_("TEXT"), help=_("who made it: a group or an office"))
    parser.set_defaults(command=_attach)


def _attach(chosen: argparse.Namespace) -> int:
    from planning_kit.workbook import attach, open_workbook

    with open_workbook(chosen.area.strip(), chosen.start, store=chosen.store) as workbook:
        named = (
            ("forum", chosen.meeting),
            ("project", chosen.project),
            ("problem", chosen.problem),
        )
        about = next(({"about": kind, "about_code": code} for kind, code in named if code), {})
        record = attach(
            workbook,
            chosen.file,
            kind=chosen.kind,
            caption=chosen.caption,
            who=user_name(),
            credit=chosen.credit,
            **about,
        )
    say(_("Kept “{file}”: {caption}", file=record.file_name, caption=record.caption))
    say(_("Its fingerprint, for a report of progress: {fingerprint}",
          fingerprint=record.fingerprint))  # fmt: skip
    return exit_codes.DONE
