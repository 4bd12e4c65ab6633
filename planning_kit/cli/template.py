"""``planning-kit template --out FILE.xlsx``: the blank workbook for field teams."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from planning_kit.cli import exit_codes
from planning_kit.cli.console import say
from planning_kit.errors import KitError
from planning_kit.language import N_, _, current_language

if TYPE_CHECKING:
    from planning_kit.records import LocalQuestion


def add(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add the command to the parser."""
    text = _("write the blank Excel workbook that field teams fill in")
    parser = commands.add_parser("template", help=text, description=text, parents=[common])
    parser.add_argument(
        "--out", type=Path, required=True, metavar="FILE.xlsx", help=_("the file to write")
    )
    parser.add_argument(
        "--book",
        choices=("survey", "plan"),
        default="survey",
        help=_("which workbook: what field teams gather (survey) or the plan itself (plan)"),
    )
    parser.add_argument(
        "--area",
        metavar=_("CODE"),
        help=_("add the questions that this tambon or plan area asks of its own"),
    )
    parser.add_argument(
        "--no-example", action="store_true", help=_("leave out the sheet with filled examples")
    )
    parser.add_argument(
        "--overwrite", action="store_true", help=_("replace the file if it is there already")
    )
    parser.set_defaults(command=_template)


def _template(chosen: argparse.Namespace) -> int:
    path: Path = chosen.out
    if path.suffix.lower() != ".xlsx":
        raise KitError(
            "cli.not-xlsx", N_("The template is an Excel file: end {path} in .xlsx"), path=str(path)
        )
    if path.exists() and not chosen.overwrite:
        # It may be a copy that a team has filled in.
        raise KitError(
            "cli.file-exists",
            N_("{path} is there already. Choose another name, or add --overwrite to replace it."),
            path=str(path),
        )
    from planning_kit.collect import write_template

    questions = _questions(chosen) if chosen.area else []
    path.parent.mkdir(parents=True, exist_ok=True)
    write_template(
        path,
        language=current_language(),
        example=not chosen.no_example,
        questions=questions,
        book=chosen.book,
    )
    if chosen.book == "plan":
        say(_("The blank planning workbook is in {path}", path=path))
    else:
        say(_("The blank workbook is in {path}", path=path))
    return exit_codes.DONE


def _questions(chosen: argparse.Namespace) -> list[LocalQuestion]:
    from planning_kit.workbook.local_questions import questions_of
    from planning_kit.workbook.location import opened
    from planning_kit.workbook.plan_areas import find_plan_area

    with opened(chosen.store, leave_no_trace=True) as store:
        return questions_of(store, find_plan_area(store, chosen.area.strip()))
