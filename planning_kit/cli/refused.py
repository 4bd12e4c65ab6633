"""``planning-kit refused --area CODE``: rows that imports did not take, to be mended, and their fate."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from planning_kit import thai
from planning_kit.cli import exit_codes
from planning_kit.cli.console import say
from planning_kit.cli.options import whole_number
from planning_kit.cli.output_file import refuse_place
from planning_kit.errors import KitError
from planning_kit.language import N_, _, current_language

if TYPE_CHECKING:
    from planning_kit.workbook import CorrectedRow, RefusedRows

_WRONG_CHOICE = N_(
    "There is no import {wanted} in this list; give a number from 1 to {most}, as planning-kit "
    "refused --area {area} lists them"
)
_MOST_SHOWN = 20
_NONE = N_("No import of this plan area refused a row.")


def add(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add the command to the parser."""
    text = _("list the rows that imports did not take, or write them to an Excel to be mended")
    parser = commands.add_parser("refused", help=text, description=text, parents=[common])
    parser.add_argument(
        "--area", required=True, metavar=_("CODE"), help=_("tambon code or plan area id")
    )
    parser.add_argument(
        "--import",
        dest="number",
        type=whole_number,
        metavar="N",
        help=_("which import of the list (the last one with rows still to be mended by default)"),
    )
    parser.add_argument(
        "--out", type=Path, metavar="FILE.xlsx", help=_("write the rows to this Excel file")
    )
    parser.add_argument(
        "--all",
        action="store_true",
        help=_("with --out the rows mended since as well; without it their whole history"),
    )
    parser.add_argument(
        "--overwrite", action="store_true", help=_("replace the file if it is there already")
    )
    parser.set_defaults(command=_refused)


def add_mending(parser: argparse.ArgumentParser) -> None:
    """Add the options of an import that writes out the rows to mend."""
    parser.add_argument(
        "--mend",
        type=Path,
        metavar="FILE.xlsx",
        help=_("write the refused rows to this Excel file, to be mended and imported again"),
    )
    parser.add_argument(
        "--mend-flagged",
        action="store_true",
        help=_("write the rows that were kept but should be checked to that file as well"),
    )
    parser.add_argument(
        "--overwrite",
        action="store_true",
        help=_("replace the file of --mend or --findings if it is there already"),
    )


def _refused(chosen: argparse.Namespace) -> int:
    from planning_kit.workbook.corrections import corrected_rows, kept_to_mend, refused_imports
    from planning_kit.workbook.location import opened
    from planning_kit.workbook.plan_areas import find_plan_area, id_of

    if chosen.out is not None:
        refuse_place(chosen.out, overwrite=chosen.overwrite, ending=".xlsx")
    with opened(chosen.store, leave_no_trace=True) as store:
        own_id = id_of(find_plan_area(store, chosen.area.strip()))
        found = refused_imports(store, own_id)
        if chosen.out is None:
            _tell(found, corrected_rows(store, own_id), chosen)
            return exit_codes.DONE
        one = _which(found, chosen.number, chosen.area)
        rows = kept_to_mend(store, one.import_id, own_id, mended_too=chosen.all)
        number = rows.write(chosen.out, language=current_language())
    say(_("{n} rows to mend are in {path}", n=number, path=chosen.out))
    return exit_codes.DONE


def _tell(
    found: list[RefusedRows], corrected: list[CorrectedRow], chosen: argparse.Namespace
) -> None:
    """Say what each import, or the one asked for, refused, and what became of the rows."""
    if chosen.number is not None:
        one = _which(found, chosen.number, chosen.area)
        corrected = [
            row for row in corrected if row.refused_in and row.refused_in.import_id == one.import_id
        ]
        say(_line(chosen.number, one))
    else:
        say(*_listed(found))
    shown = corrected if chosen.all else corrected[-_MOST_SHOWN:]
    say(*_history(shown))
    if len(shown) < len(corrected):
        say(_("… and {n} rows mended earlier; --all lists them too", n=len(corrected) - len(shown)))


def _which(found: list[RefusedRows], number: int | None, area: str) -> RefusedRows:
    if not found:
        raise KitError("cli.none-refused", _NONE)
    if number is None:
        still_open = [one for one in found if one.still_open]
        return (still_open or found)[-1]
    if not 1 <= number <= len(found):
        raise KitError(
            "cli.no-such-import", _WRONG_CHOICE, wanted=number, most=len(found), area=area
        )
    return found[number - 1]


def _listed(found: list[RefusedRows]) -> Iterator[str]:
    if not found:
        yield _(_NONE)
    for number, one in enumerate(found, start=1):
        yield _line(number, one)


def _line(number: int, one: RefusedRows) -> str:
    said = _(
        "{number}. {date} {file} ({who}): refused {refused}, mended since {mended}, still to "
        "be mended {open}",
        number=number,
        date=thai.format_date(one.kept_import.when.astimezone().date()),
        file=one.kept_import.file_name,
        who=one.kept_import.who,
        refused=one.refused,
        mended=one.mended,
        open=one.still_open,
    )
    if one.withheld:
        said += _(", not to be kept, so not to be mended {n}", n=one.withheld)
    return said


def _history(corrected: list[CorrectedRow]) -> Iterator[str]:
    from planning_kit.records import record_type

    for one in corrected:
        at, accepted = one.correction, one.accepted_in
        said = _(
            "{title}: {file}, sheet “{sheet}”, row {row} came in mended on {date} from {new} "
            "({who})",
            title=record_type(at.record_type).noun.title,
            file=at.file_name,
            sheet=at.sheet,
            row=at.row,
            date=thai.format_date(accepted.when.astimezone().date()),
            new=accepted.file_name,
            who=accepted.who,
        )
        reasons = [finding.say() for finding in one.findings if finding.level == "refuse"]
        if one.refused_in is not None and reasons:
            day = thai.format_date(one.refused_in.when.astimezone().date())
            said += _("; refused on {date}: {why}", date=day, why=" · ".join(reasons))
        yield said
