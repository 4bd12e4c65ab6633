"""``planning-kit synthesis``: the plans of tambons put together for a province, region or nation."""

from __future__ import annotations

import argparse
from typing import Any

from planning_kit.cli import exit_codes
from planning_kit.cli.author import user_name
from planning_kit.cli.console import say
from planning_kit.cli.options import add_formats, add_out, add_years
from planning_kit.language import _, current_language

LEVELS = ("province", "region", "nation")


def add(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add the command to the parser."""
    text = _("put together the plans that tambons handed over")
    parser = commands.add_parser("synthesis", help=text, description=text, parents=[common])
    parser.add_argument("--level", required=True, choices=LEVELS, help=_("how far up"))
    parser.add_argument(
        "--code", metavar=_("CODE"), help=_("of the province (67) or region (codi-N)")
    )
    add_years(parser)
    add_out(parser)
    add_formats(parser)
    parser.set_defaults(command=_synthesis)


def _synthesis(chosen: argparse.Namespace) -> int:
    from planning_kit.cli.new import higher_area
    from planning_kit.runs import Job, run_notebook
    from planning_kit.runs.job import year_before
    from planning_kit.runs.known import look_up_workbook
    from planning_kit.runs.shelf import SYNTHESIS
    from planning_kit.workbook import create_unless_there, period_of

    place, why = higher_area(chosen.level, chosen.code), _("made to put plans together")
    area = create_unless_there(
        place, period_of(place, chosen.start), store=chosen.store, who=user_name(), why=why
    )
    year = chosen.fiscal_year or year_before(chosen.start)
    job = Job(area, chosen.start, year, current_language(), SYNTHESIS, chosen.format)
    known = look_up_workbook(job, chosen.store)
    executed = run_notebook(
        SYNTHESIS,
        job.parameters,
        out_dir=chosen.out,
        store_url=chosen.store,
        language=job.language,
        formats=job.formats,
        stem=job.stem,
        title=known.title,
        practice=known.practice,
        full_log=chosen.debug,
    )
    say(*(str(file) for file in executed.files))
    return exit_codes.DONE
