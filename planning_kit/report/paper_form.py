"""The blank form on paper, made from the same declarations as sheet and screen."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from pathlib import Path

import nbformat

from planning_kit.language import N_, Words, _, speaking
from planning_kit.records import (
    Household,
    HouseholdAccount,
    LocalQuestion,
    Production,
    Record,
    extended,
    template_types,
)
from planning_kit.report.html import export
from planning_kit.report.markup import element, text
from planning_kit.report.paper_form_pages import many, numbers_of, questions, sheet
from planning_kit.report.paper_form_style import style_sheet
from planning_kit.report.pdf import print_pdf

SUFFIXES = (".html", ".pdf")
_ONE_HOUSEHOLD = (Household, Production, HouseholdAccount)
_TITLE = Words("แบบสอบถามและแบบบันทึกข้อมูลตำบล", "Questionnaire and record sheets of the tambon")
_PLAN_TITLE = Words("แบบบันทึกแผนของตำบล", "Record sheets of the tambon’s plan")
_HOW = (
    N_("Ask for consent first. Write a code for the household, never a name or a citizen number."),
    N_("Tick the box of the answer. Leave blank what is not known; write 0 for none."),
    N_("Questions marked * must be answered."),
)


def write_paper_form(
    path: str | Path,
    *,
    questions: Iterable[LocalQuestion] = (),
    place: str = "",
    language: str = "th",
    practice: bool = False,
    book: str = "survey",
) -> Path:
    """Write the blank form as .html or, printed by a browser, as .pdf (A4); return its path.

    Parameters
    ----------
    questions:
        The area's own questions, each among those of the record it is about.
    place:
        Title of the area, which runs along the top of every page.
    practice:
        Whether the area is invented, which every page then says.
    book:
        ``"survey"`` for what field teams gather, ``"plan"`` for the sheets of the plan itself.

    One household with what it grows and its account is one questionnaire; each other record
    type has a sheet of its own. Raises ``ValueError`` for another ending and ``KitError``:
    ``report.cannot-write``, ``report.no-browser``, ``report.not-printed``.
    """
    out = Path(path)
    if out.suffix.lower() not in SUFFIXES:
        raise ValueError(f"a paper form ends in {' or '.join(SUFFIXES)}, not {out.suffix!r}")
    with speaking(language):
        asked = tuple(questions)
        notebook = _as_notebook(_pages(asked) if book == "survey" else _plan_pages(asked))
        heading = _TITLE if book == "survey" else _PLAN_TITLE
        title = " · ".join(part for part in (str(heading), place) if part)
    if out.suffix.lower() == ".html":
        return export(notebook, out, title=title, language=language, practice=practice)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        page = Path(folder, "form.html")
        export(notebook, page, title=title, language=language, practice=practice)
        return print_pdf(page, out)


def _pages(asked: tuple[LocalQuestion, ...]) -> list[str]:
    household, production, account = (extended(kind, asked) for kind in _ONE_HOUSEHOLD)
    others = [extended(kind, asked) for kind in template_types() if kind not in _ONE_HOUSEHOLD]
    same = {
        name: number
        for name, number in numbers_of(household).items()
        if name in ("household_id", "source_code")
    }
    grown = 1 + len(household.fields())
    kept = grown + len(production.fields())
    return [
        style_sheet()
        + sheet("household", _part(1, household), _how() + questions(household), starts_page=False),
        sheet("production", _part(2, production), _several() + many(production, same, grown)),
        sheet("account", _part(3, account), questions(account, same, kept)),
        *(sheet(kind.noun.name, kind.noun.title, questions(kind)) for kind in others),
    ]


def _plan_pages(asked: tuple[LocalQuestion, ...]) -> list[str]:
    kinds = [extended(kind, asked) for kind in template_types("plan")]
    sheets = [sheet(kind.noun.name, kind.noun.title, questions(kind)) for kind in kinds]
    return [style_sheet() + sheets[0], *sheets[1:]]


def _part(number: int, kind: type[Record]) -> str:
    return _("Household questionnaire, part {n}: {title}", n=number, title=kind.noun.title)


def _how() -> str:
    return element("div", "".join(element("p", text(_(line))) for line in _HOW), class_="how")


def _several() -> str:
    said = _("One column for each thing grown or raised in a season; take another sheet for more.")
    return element("div", element("p", text(said)), class_="how")


def _as_notebook(pages: list[str]) -> nbformat.NotebookNode:
    """Return a notebook as if it had been run, because that is what the page is made of."""
    from nbformat.v4 import new_code_cell, new_notebook, new_output

    outputs = [new_output("display_data", data={"text/html": page}) for page in pages]
    return new_notebook(cells=[new_code_cell("", outputs=[one]) for one in outputs])
