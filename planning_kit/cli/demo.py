"""``planning-kit demo``: the practice tambon, from its filled workbook to the printed book."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from planning_kit.cli import exit_codes
from planning_kit.cli.author import user_name
from planning_kit.cli.console import say
from planning_kit.cli.demo_plan import endorse_practice_plan
from planning_kit.cli.importing import progress_bar
from planning_kit.language import _, current_language

_FOLDER = "planning-kit-demo"


def add(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add the command to the parser."""
    text = _("try everything on an invented tambon: its survey in, its plan out")
    parser = commands.add_parser("demo", help=text, description=text, parents=[common])
    parser.add_argument(
        "--out",
        metavar="DIR",
        type=Path,
        default=Path(_FOLDER),
        help=_("folder for the files ({folder} by default)", folder=_FOLDER),
    )
    parser.set_defaults(command=_demo)


def _demo(chosen: argparse.Namespace) -> int:
    from planning_kit.practice import write_practice_plan, write_practice_workbook
    from planning_kit.runs.writing import ready_folder

    folder: Path = chosen.out.resolve()
    ready_folder(folder)
    survey, plan = folder / "practice-survey.xlsx", folder / "practice-plan.xlsx"
    store_url = chosen.store or f"sqlite:///{(folder / 'practice.db').as_posix()}"
    if not survey.exists():
        # Later demos read the same file, with whatever a learner changed in it.
        say(_("1. Writing the filled survey workbook of the invented tambon"))
        write_practice_workbook(survey)
    if not plan.exists():
        say(_("   and the plan that its people made, in the planning workbook"))
        write_practice_plan(plan)
    say(_("2. Reading it into a database of its own"))
    _create(store_url)
    for file in (survey, plan):
        say(*(f"   {line}" for line in _import(file, store_url)))
    say(f"   {endorse_practice_plan(store_url)}")
    say(_("3. Making the reports; each takes some seconds"))
    pages = _reports(folder, store_url, full_log=chosen.debug)
    _tell(survey, plan, store_url, pages)
    return exit_codes.DONE


def _create(store_url: str) -> None:
    from planning_kit.practice import practice_period, practice_plan_area
    from planning_kit.workbook import create_unless_there

    # A second demo in the same folder goes on with the workbook of the first.
    why = _("practice workbook made by the demo")
    create_unless_there(
        practice_plan_area(), practice_period(), store=store_url, who=user_name(), why=why
    )


def _import(file: Path, store_url: str) -> list[str]:
    from planning_kit.practice import practice_plan_area
    from planning_kit.workbook import import_file

    with progress_bar() as progress:
        report = import_file(
            file,
            area=str(practice_plan_area().plan_area_id),
            store=store_url,
            who=user_name(),
            progress=progress,
        )
    return report.lines(current_language())


def _reports(folder: Path, store_url: str, *, full_log: bool) -> list[Path]:
    from planning_kit.runs.shelf import BOOK, notebook_names

    formats = _book_formats()
    pages: list[Path] = []
    for name in sorted(notebook_names(), key=lambda name: (name == BOOK, name)):
        asked = formats if name == BOOK else ("html",)
        pages += _report(folder, store_url, name, asked, full_log=full_log)
    return pages


def _book_formats() -> tuple[str, ...]:
    """Return how the book is written: on paper and as a picture too, where a browser can."""
    from planning_kit.report.browser import find_browser

    if find_browser() is not None:
        return ("html", "pdf", "png")
    say(
        _(
            "   No PDF and no picture of the one-page summary: they need Chrome, Edge or Chromium, "
            "and none was found. Install one and run this again."
        )
    )
    return ("html",)


def _report(
    folder: Path, store_url: str, name: str, formats: tuple[str, ...], *, full_log: bool
) -> tuple[Path, ...]:
    from planning_kit.practice import practice_period
    from planning_kit.runs import Job, run_notebook
    from planning_kit.runs.job import year_before
    from planning_kit.runs.known import look_up_workbook

    period = practice_period()
    start = int(period.plan_start_be or 0)
    job = Job(str(period.plan_area_id), start, year_before(start), current_language(), name)
    executed = run_notebook(
        name,
        job.parameters,
        out_dir=folder,
        store_url=store_url,
        language=job.language,
        formats=formats,
        stem=job.stem,
        title=look_up_workbook(job, store_url).title,
        practice=True,
        progress=True,
        full_log=full_log,
    )
    return executed.files


def _tell(survey: Path, plan: Path, store_url: str, pages: list[Path]) -> None:
    say(
        "",
        _("Everything here is invented, for practice only. The pages open in any browser:"),
        *(f"  {page}" for page in pages),
        "",
        _("The last ones are the whole plan: print it on A4, and pass its one-page picture on."),
        _("The survey as field teams fill it in: {path}", path=survey),
        _("The plan as a working group fills it in: {path}", path=plan),
        "",
        _("What to do next:"),
        _("  find your own tambon         planning-kit areas <name>"),
        _("  make its workbook            planning-kit new --area <code>"),
        _("  a blank survey workbook      planning-kit template --out survey.xlsx"),
        _("  read it back                 planning-kit import survey.xlsx --area <code>"),
        _("  make its report              planning-kit report --area <code> --out reports"),
        "",
        _("To work on this practice tambon add: --store {url}", url=store_url),
    )
