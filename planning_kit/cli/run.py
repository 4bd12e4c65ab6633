"""``planning-kit run``: the reports of many areas, and a receipt."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from planning_kit.cli import exit_codes
from planning_kit.cli.console import complain, say
from planning_kit.cli.options import add_formats, add_out, add_years, whole_number
from planning_kit.errors import KitError
from planning_kit.language import N_, _, current_language

if TYPE_CHECKING:
    from planning_kit.runs import Job, Receipt

_FAILURES_SHOWN = 20


def add(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add the command to the parser."""
    text = _("make the reports of many areas; one failure never stops the rest")
    parser = commands.add_parser("run", help=text, description=text, parents=[common])
    parser.add_argument(
        "manifest",
        nargs="?",
        type=Path,
        metavar="MANIFEST.toml",
        help=_("what to make; where it is silent, the options hold"),
    )
    parser.add_argument(
        "--areas", type=Path, metavar=_("FILE"), help=_("a list instead: one area code a line")
    )
    add_years(parser)
    add_out(parser)
    add_formats(parser)
    parser.add_argument(
        "--notebook", metavar=_("NAME"), help=_("which notebook; the printed book by default")
    )
    parser.add_argument(
        "--workers", type=whole_number, metavar="N", help=_("how many at a time; one per core")
    )
    parser.add_argument(
        "--resume",
        action="store_true",
        help=_("keep reports made before from the same data, make the others"),
    )
    parser.set_defaults(command=_run)


def _run(chosen: argparse.Namespace) -> int:
    from planning_kit.runs.batch import run_many

    receipt = run_many(
        _jobs(chosen),
        out_dir=chosen.out,
        store_url=chosen.store,
        workers=chosen.workers,
        resume=chosen.resume,
        language=current_language(),
        full_log=chosen.debug,
    )
    return _show(receipt, chosen.out)


def _jobs(chosen: argparse.Namespace) -> list[Job]:
    from planning_kit.runs.area_list import read_area_list
    from planning_kit.runs.manifest import jobs_for, read_manifest
    from planning_kit.runs.shelf import BOOK

    if (chosen.manifest is None) == (chosen.areas is None):
        raise KitError(
            "cli.one-list",
            N_("Say what to run in one way: a MANIFEST.toml, or --areas with a list of codes."),
        )
    common: dict[str, Any] = {
        "plan_start": chosen.start,
        "fiscal_year": chosen.fiscal_year,
        "language": current_language(),
        "notebook": chosen.notebook or BOOK,
        "formats": chosen.format,
    }
    if chosen.manifest is not None:
        return read_manifest(chosen.manifest, defaults=common)
    return jobs_for(read_area_list(chosen.areas), **common)


def _show(receipt: Receipt, out: Path) -> int:
    bad = [outcome for outcome in receipt.outcomes if not outcome.state.is_good]
    for outcome in bad[:_FAILURES_SHOWN]:
        complain(f"{outcome.job.area} [{outcome.code}]: {outcome.sentence[current_language()]}")
    if len(bad) > _FAILURES_SHOWN:
        complain(_("… and {n} more; the index page lists all.", n=len(bad) - _FAILURES_SHOWN))
    good = len(receipt.outcomes) - len(bad)
    say(_("{good} of {asked} reports are there.", good=good, asked=receipt.asked))
    say(str(out / "index.html"))
    if receipt.interrupted:
        return exit_codes.INTERRUPTED
    return exit_codes.DONE if receipt.all_good else exit_codes.NOT_ALL_DONE
