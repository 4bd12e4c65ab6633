"""``planning-kit report``: the printed plan of one area."""

from __future__ import annotations

import argparse
from typing import Any

from planning_kit.cli import exit_codes
from planning_kit.cli.console import say
from planning_kit.cli.layouts import add_layouts, checked_layouts
from planning_kit.cli.options import CODE_HELP, add_formats, add_out, add_years
from planning_kit.language import _, current_language


def add(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add the command to the parser."""
    text = _("make the report of one area, ready to print")
    parser = commands.add_parser("report", help=text, description=text, parents=[common])
    parser.add_argument("--area", required=True, metavar=_("CODE"), help=_(CODE_HELP))
    add_years(parser)
    add_out(parser)
    add_formats(parser)
    add_layouts(parser)
    parser.add_argument(
        "--notebook",
        type=lambda text: tuple(part.strip() for part in text.split(",") if part.strip()),
        metavar=_("NAME"),
        help=_("which notebooks, with commas between; the printed book by default"),
    )
    parser.set_defaults(command=_report)


def _report(chosen: argparse.Namespace) -> int:
    from planning_kit.runs import Job, run_notebook
    from planning_kit.runs.job import year_before
    from planning_kit.runs.known import look_up_workbook
    from planning_kit.runs.shelf import BOOK

    layouts = checked_layouts(chosen.layout)
    for notebook in chosen.notebook or (BOOK,):
        job = Job(
            chosen.area.strip(),
            chosen.start,
            chosen.fiscal_year or year_before(chosen.start),
            current_language(),
            notebook,
            chosen.format,
        )
        known = look_up_workbook(job, chosen.store)
        executed = run_notebook(
            notebook,
            job.parameters,
            out_dir=chosen.out,
            store_url=chosen.store,
            language=job.language,
            formats=job.formats,
            layouts=layouts,
            stem=job.stem,
            title=known.title,
            practice=known.practice,
            progress=True,
            full_log=chosen.debug,
        )
        say(*(str(path) for path in executed.files))
    return exit_codes.DONE
