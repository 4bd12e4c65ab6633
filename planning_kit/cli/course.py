"""``planning-kit course --out DIR``: the course, ready to print and to show."""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from planning_kit.cli import exit_codes
from planning_kit.cli.console import say
from planning_kit.cli.options import add_out
from planning_kit.language import _

if TYPE_CHECKING:
    from planning_kit.pack.build import Pack

FORMATS = ("html", "pdf")
_PORTS = range(1, 65_536)
_ADDRESS = re.compile(r"(?:http://)?([\w.-]+(?::(\d{1,5}))?)/?", re.ASCII)


def add(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add the command to the parser."""
    text = _("write the course: handbook, worksheets, slides, posters, papers, ready to print")
    parser = commands.add_parser("course", help=text, description=text, parents=[common])
    add_out(parser)
    parser.add_argument(
        "--format",
        choices=FORMATS,
        default="pdf",
        help=_("html: pages only; pdf (by default): pages and each of them printed"),
    )
    parser.add_argument(
        "--hall",
        type=_hall,
        metavar=_("ADDRESS"),
        help=_("address of the hall for phones, as “serve” says it; printed as a picture to scan"),
    )
    parser.add_argument(
        "--times",
        type=Path,
        metavar="FILE.toml",
        help=_("your own days, meals and prayers: a changed copy of course/course.toml"),
    )
    parser.add_argument(
        "--class-of",
        metavar=_("CODE"),
        help=_("instead: what the class of this plan area has learnt, and its certificates"),
    )
    parser.set_defaults(command=_course)


def _hall(text: str) -> str:
    found = _ADDRESS.fullmatch(text.strip())
    if found is None or int(found[2] or 1) not in _PORTS:
        raise argparse.ArgumentTypeError(
            _("“{text}” is no address of a hall; write it as 192.168.1.5:8867", text=text)
        )
    return f"http://{found[1]}"


def _course(chosen: argparse.Namespace) -> int:
    from planning_kit.course.episode import episodes
    from planning_kit.course.lesson_reading import lessons
    from planning_kit.course.times import course_times
    from planning_kit.pack.build import INDEX, Pack, write_pack

    times = course_times(chosen.times)
    if chosen.class_of:
        return _class(chosen, Pack(lessons(), times))
    for draft in (one for one in episodes() if one.is_draft):
        say(_("Left out, still being written: {title}", title=str(draft.title)))
    files = write_pack(
        Pack(lessons(), times, chosen.hall or ""), chosen.out, pdf=chosen.format == "pdf"
    )  # fmt: skip
    say(_("{n} files are written. Begin with {path}", n=len(files), path=chosen.out / INDEX))
    return exit_codes.DONE


def _class(chosen: argparse.Namespace, pack: Pack) -> int:
    from planning_kit.cli.class_answers import class_answers
    from planning_kit.pack.build import write_class

    found = class_answers(chosen.class_of.strip(), chosen.store)
    files = write_class(pack, found.place, found.answers, chosen.out,
                        practice=found.practice, pdf=chosen.format == "pdf")  # fmt: skip
    for file in files:
        say(str(file))
    return exit_codes.DONE
