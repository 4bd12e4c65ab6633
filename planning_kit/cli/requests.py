"""``planning-kit requests``: what one agency is asked for, out to it and its answers back."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from planning_kit.cli import exit_codes
from planning_kit.cli.author import user_name
from planning_kit.cli.console import complain, say
from planning_kit.cli.output_file import refuse_place, whole_file
from planning_kit.errors import KitError
from planning_kit.language import N_, _, current_language

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook


def add(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add the command to the parser."""
    text = _("write all that one agency is asked for to an Excel file, or take its answers in")
    parser = commands.add_parser("requests", help=text, description=text, parents=[common])
    whom = parser.add_mutually_exclusive_group()
    whom.add_argument(
        "--agency", metavar=_("CODE"), help=_("the agency: its code, name or abbreviation (ธกส)")
    )
    whom.add_argument(
        "--all",
        dest="every_agency",
        action="store_true",
        help=_("every agency that is asked for something, each in a file of its own"),
    )
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument(
        "--out",
        type=Path,
        metavar="FILE.xlsx",
        help=_("the file to write for the agency; with --all the folder for them"),
    )
    what.add_argument(
        "--answers", type=Path, metavar="FILE.xlsx", help=_("the file it sent back with answers")
    )
    parser.add_argument(
        "--area",
        metavar=_("CODE"),
        help=_("only this plan area, or all plans of a province, region or TH; else all there are"),
    )
    parser.add_argument(
        "--overwrite", action="store_true", help=_("replace the file if it is there already")
    )
    parser.set_defaults(command=_requests)


def _requests(chosen: argparse.Namespace) -> int:
    if chosen.answers is not None:
        return _take(chosen)
    if chosen.every_agency:
        return _write_all(chosen)
    if not chosen.agency:
        raise KitError(
            "cli.no-agency",
            N_(
                "Say which agency with --agency, such as --agency ธกส or --agency sao, or --all for "
                "every one."
            ),
        )
    if chosen.out.suffix.lower() != ".xlsx":
        raise KitError(
            "cli.requests-not-xlsx",
            N_("The requests go into an Excel file: end {path} in .xlsx"),
            path=str(chosen.out),
        )
    refuse_place(chosen.out, overwrite=chosen.overwrite)
    return _write(chosen)


def _write(chosen: argparse.Namespace) -> int:
    with _workbooks(chosen) as books:
        _write_one(books, _agency(chosen.agency, books), chosen.out)
    return exit_codes.DONE


def _write_all(chosen: argparse.Namespace) -> int:
    """Write a file for each agency; none where one of them is there already."""
    from planning_kit.report.agencies_asked import agencies_asked

    with _workbooks(chosen) as books:
        asked = agencies_asked(books)
        if not asked:
            raise KitError(
                "cli.nothing-asked",
                N_("Nothing is asked of any agency in these workbooks, so no file was written."),
            )
        for one in asked:
            refuse_place(chosen.out / one.file_name, overwrite=chosen.overwrite)
        for one in asked:
            _write_one(books, one.code, chosen.out / one.file_name)
    return exit_codes.DONE


def _write_one(books: list[Workbook], agency: str, out: Path) -> None:
    from planning_kit.report.xlsx_requests import write_requests

    with whole_file(out) as part:
        number = write_requests(books, agency, part, language=current_language())
    say(_("{n} requests are in {path}", n=number, path=out))


def _take(chosen: argparse.Namespace) -> int:
    from planning_kit.workbook.answering import read_answers, take_answers

    rows = read_answers(chosen.answers)
    why = _("answers in {file}", file=chosen.answers.name)
    with _workbooks(chosen) as books:
        report = take_answers(books, rows, who=user_name(), why=why)
    language = current_language()
    say(*report.said())
    complain(*(finding.line(language) for finding in report.findings))
    return exit_codes.DONE if report.all_accepted else exit_codes.NOT_ALL_DONE


@contextmanager
def _workbooks(chosen: argparse.Namespace) -> Iterator[list[Workbook]]:
    """Lend the latest workbook of each plan area, or of the one asked for.

    One above the tambon stands for every plan that was handed over to it.
    """
    from planning_kit.workbook.all_of_store import latest_workbooks
    from planning_kit.workbook.location import opened

    with opened(chosen.store, leave_no_trace=chosen.answers is None) as store:
        area = chosen.area.strip() if chosen.area else None
        yield latest_workbooks(store, area)


def _agency(said: str, books: list[Workbook]) -> str:
    """Return the code of the agency that is meant; ask where the name may mean several."""
    from planning_kit.records import Taxon
    from planning_kit.records.agency_names import AgencyNames
    from planning_kit.workbook.asking_plans import asking_plans

    plans = (one.plan for one in asking_plans(books))
    names = AgencyNames(taxon for plan in plans for taxon in plan.records(Taxon))
    found = names.find(said)
    if found.code is not None:
        return found.code
    if found.candidates:
        raise KitError(
            "cli.several-agencies",
            N_("“{said}” may mean {names}. Say which one by its code."),
            said=said,
            names=" · ".join(f"{code} {names.label(code)}" for code in found.candidates),
        )
    raise KitError(
        "cli.no-such-agency",
        N_(
            "No agency is called “{said}”. Give its code, name or abbreviation as in the list of agencies."
        ),
        said=said,
    )
