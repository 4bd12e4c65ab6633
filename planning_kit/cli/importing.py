"""``planning-kit import FILE --area CODE``: survey data into the store, every row accounted for."""

from __future__ import annotations

import argparse
import csv
import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from planning_kit.cli import exit_codes
from planning_kit.cli.author import user_name
from planning_kit.cli.console import complain, say
from planning_kit.cli.output_file import refuse_place, whole_file
from planning_kit.cli.refused import add_mending
from planning_kit.errors import KitError
from planning_kit.language import N_, _, current_language

if TYPE_CHECKING:
    from planning_kit.workbook import ImportReport

_LEVELS = {"refuse": N_("refuse"), "flag": N_("flag"), "note": N_("note")}


def add(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add the command to the parser."""
    text = _("read a filled workbook, or a CSV, JSON or Excel table with a mapping")
    parser = commands.add_parser("import", help=text, description=text, parents=[common])
    parser.add_argument("file", type=Path, metavar=_("FILE"), help=_("the file to read"))
    parser.add_argument(
        "--area",
        required=True,
        metavar=_("CODE"),
        help=_("tambon code or plan area id; an amphoe or province code takes every tambon in it"),
    )
    parser.add_argument(
        "--mapping",
        metavar="M.toml",
        help=_("how the columns of a foreign file map to ours"),
    )
    parser.add_argument(
        "--dry-run", action="store_true", help=_("check everything and change nothing")
    )
    parser.add_argument(
        "--accept-good",
        action="store_true",
        help=_("save the good rows although others are refused"),
    )
    parser.add_argument(
        "--findings", type=Path, metavar="FILE.csv", help=_("write every finding to this CSV file")
    )
    add_mending(parser)
    parser.add_argument(
        "--who", metavar=_("ROLE"), help=_("who imports, as kept with each row; a role will do")
    )
    parser.set_defaults(command=_import)


def _import(chosen: argparse.Namespace) -> int:
    _refuse_wrong_files(chosen)
    from planning_kit.collect.register_templates import mapping_file
    from planning_kit.workbook import import_file

    with progress_bar() as progress:
        report = import_file(
            chosen.file,
            area=chosen.area.strip(),
            store=chosen.store,
            mapping=mapping_file(chosen.mapping) if chosen.mapping else None,
            dry_run=chosen.dry_run,
            accept_good=chosen.accept_good,
            who=chosen.who or user_name(),
            progress=progress,
        )
    code = show(report)
    if chosen.findings is not None:
        write_findings(report, chosen.findings)
        say(_("Every finding is in {path}", path=chosen.findings))
    if chosen.mend is not None:
        write_rows_to_mend(
            report, chosen.mend, flagged=chosen.mend_flagged, mapped=bool(chosen.mapping)
        )
    return code


def _refuse_wrong_files(chosen: argparse.Namespace) -> None:
    """Refuse a file that cannot be read, and places that must not be written to, before all else."""
    if chosen.file.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(chosen.file))
    if not chosen.file.is_file():
        raise KitError(
            "cli.no-such-file",
            N_("There is no file {path}. Check its name and folder."),
            path=str(chosen.file),
        )
    asked = ((chosen.mend, ".xlsx"), (chosen.findings, ".csv"))
    for path, ending in asked:
        if path is not None:
            refuse_place(path, overwrite=chosen.overwrite, read=chosen.file, ending=ending)
    if chosen.mend_flagged and chosen.mend is None:
        raise KitError(
            "cli.mend-needs-file",
            N_("--mend-flagged goes with --mend FILE.xlsx; add where to write"),
        )


def show(report: ImportReport) -> int:
    """Say what came of an import, and return the exit code."""
    say(*report.lines(current_language()))
    if report.all_accepted:
        return exit_codes.DONE
    told = N_(
        "Refused rows: {n}. Mend them in the file and import it again; "
        "--findings FILE.csv lists every one, --mend FILE.xlsx writes them out to be mended."
    )
    if report.held_back:
        told = N_(
            "Refused rows: {n}, so nothing was saved. Mend them in the file and import it again "
            "(--findings FILE.csv lists every one), or take the good rows now with --accept-good "
            "and have the others written out with --mend FILE.xlsx."
        )
    complain(_(told, n=report.total("refused")))
    return exit_codes.NOT_ALL_DONE


def write_rows_to_mend(
    report: ImportReport, path: Path, *, flagged: bool, mapped: bool = False
) -> None:
    """Write the rows that go back to people, and say how to bring them in again."""
    if not report.to_mend.chosen(flagged=flagged):
        say(_("There is nothing to mend, so {path} was not written", path=path))
        return
    number = report.to_mend.write(path, flagged=flagged, language=current_language())
    say(_("{n} rows to mend are in {path}", n=number, path=path))
    if report.import_id is None and report.before is None and not report.all_accepted:
        told = N_(
            "It holds only those rows, and nothing is saved yet: take the good rows first with "
            "--accept-good, then mend this file and import it too."
        )
        say(_(told))
    elif mapped:
        say(_("Mend it, then import it by the same command, without --mapping."))
    else:
        say(_("Mend it, then import it by the same command."))


@contextmanager
def progress_bar() -> Iterator[Callable[[str, int, int], None]]:
    """Lend what ``import_file`` tells its steps to: a bar, or nothing where no terminal is."""
    from tqdm import tqdm

    with tqdm(disable=None, leave=False) as bar:

        def tell(said: str, done: int, of: int) -> None:
            bar.total = of
            bar.set_description(said)
            bar.update(done - bar.n)

        yield tell


def write_findings(report: ImportReport, path: Path) -> None:
    """Write every finding to a CSV file that Excel opens: place, value, sentence, level, code."""
    language = current_language()
    heads = (
        _("Level of the finding"),
        _("Sheet in the file"),
        _("Row in the file"),
        _("Column in the file"),
        _("Value as read"),
        _("What was found"),
        _("Code of the finding"),
    )
    # The mark at the start tells Excel that the file is UTF-8.
    with whole_file(path) as part, part.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(heads)
        for found in report.findings:
            place = (found.sheet, found.row, found.column)
            told = (
                _(_LEVELS[str(found.level)]),
                *place,
                found.value,
                found.say(language),
                found.code,
            )
            writer.writerow(_not_a_formula(value) for value in told)


def _not_a_formula(value: object) -> object:
    """Keep Excel from running a cell of a foreign file that begins like a formula."""
    if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r"):
        return f"'{value}"
    return value
