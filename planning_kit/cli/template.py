"""``planning-kit template --out FILE``: the blank workbook, or the blank form on paper."""

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

_EXCEL, _PAPER = (".xlsx",), (".html", ".pdf")


def add(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add the command to the parser."""
    text = _("write the blank Excel workbook that field teams fill in, or the form on paper")
    parser = commands.add_parser("template", help=text, description=text, parents=[common])
    parser.add_argument(
        "--out",
        type=Path,
        required=True,
        metavar="FILE.xlsx|.html|.pdf",
        help=_("the file to write: .xlsx for a computer, .html or .pdf to print on paper"),
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
    if path.suffix.lower() not in (*_EXCEL, *_PAPER):
        raise KitError(
            "cli.not-xlsx",
            N_(
                "The template is an Excel file or a form on paper: end {path} in .xlsx, .html or .pdf"
            ),
            path=str(path),
        )
    if path.exists() and not chosen.overwrite:
        # It may be a copy that a team has filled in.
        raise KitError(
            "cli.file-exists",
            N_("{path} is there already. Choose another name, or add --overwrite to replace it."),
            path=str(path),
        )
    area = _area(chosen) if chosen.area else ("", [], False, None)
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.suffix.lower() in _PAPER:
        _write_paper(path, area, chosen.book)
    else:
        _write_excel(path, area, chosen.book, example=not chosen.no_example)
    return exit_codes.DONE


_Area = tuple[str, "list[LocalQuestion]", bool, "str | None"]


def _write_paper(path: Path, area: _Area, book: str) -> None:
    from planning_kit.report.paper_form import write_paper_form

    place, questions, practice, _tambon = area
    write_paper_form(
        path,
        questions=questions,
        place=place,
        language=current_language(),
        practice=practice,
        book=book,
    )
    say(_("The blank form to print is in {path}", path=path))


def _write_excel(path: Path, area: _Area, book: str, *, example: bool) -> None:
    from planning_kit.collect import write_template

    _place, questions, _practice, tambon = area
    write_template(
        path,
        language=current_language(),
        example=example,
        questions=questions,
        book=book,
        tambon=tambon,
    )
    if book == "plan":
        say(_("The blank planning workbook is in {path}", path=path))
    else:
        say(_("The blank workbook is in {path}", path=path))


def _area(chosen: argparse.Namespace) -> _Area:
    """Return the title of the area, what it asks besides, whether it is invented, a tambon of it."""
    from planning_kit import areas
    from planning_kit.workbook.local_questions import questions_of
    from planning_kit.workbook.location import opened
    from planning_kit.workbook.plan_areas import codes_of, find_plan_area

    with opened(chosen.store, leave_no_trace=True) as store:
        plan_area = find_plan_area(store, chosen.area.strip())
        invented = any(areas.get(code[:6]).invented for code in codes_of(plan_area))
        tambon = next((code[:6] for code in codes_of(plan_area)), None)
        return str(plan_area.name), questions_of(store, plan_area), invented, tambon
