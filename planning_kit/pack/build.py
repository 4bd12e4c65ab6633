"""The whole pack, written into a folder: pages, and each of them printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from planning_kit.course.lesson import Lesson
from planning_kit.course.quiz import quiz_of
from planning_kit.course.sheet import BEFORE, sheet_of, sheets
from planning_kit.course.times import CourseTimes
from planning_kit.errors import KitError
from planning_kit.language import N_, _, speaking
from planning_kit.pack.card_sheets import cards_page
from planning_kit.pack.case_sheet import case_page
from planning_kit.pack.class_report import (
    class_report_page,
    completed,
    given_of,
    objectives_of,
)
from planning_kit.pack.handbook import glossary_page, handbook_page, run_sheet_page, summary_page
from planning_kit.pack.index import index_page
from planning_kit.pack.links import (
    CARDS,
    CASE,
    GLOSSARY,
    HANDBOOK,
    HANDOUT,
    QUIZ,
    RUN_SHEET,
    SLIDES,
    WORKSHEETS,
    led,
)
from planning_kit.pack.materials import materials_table, prints_table
from planning_kit.pack.page import book, for_paper, part
from planning_kit.pack.papers import attendance_page, certificate_page
from planning_kit.pack.posters import posters_page
from planning_kit.pack.quiz_paper import quiz_paper
from planning_kit.pack.slides import slides_page
from planning_kit.pack.texts import PAPERS, pack_text, text_page
from planning_kit.pack.training_papers import catalogue_page, needs_page
from planning_kit.pack.worksheets import worksheets_page
from planning_kit.report.html import cannot_write
from planning_kit.report.markup import element
from planning_kit.report.pdf import find_browser, print_pdf
from planning_kit.workbook.learners import LearnerAnswer

INDEX = "index.html"
_AT_ONCE = 2


@dataclass(frozen=True)
class Pack:
    """What is built: its lessons, times, and the hall's address for phones ("" if not known)."""

    lessons: Sequence[Lesson]
    times: CourseTimes
    hall: str = ""


def write_pack(pack: Pack, out: Path, *, pdf: bool = True) -> list[Path]:
    """Write the pack into a folder and return its files, the index first.

    It is in Thai, with a summary in English. Raises ``KitError``: ``course.nothing`` without a
    lesson, ``report.no-browser`` when all pages are written and cannot be printed,
    ``report.not-printed``, ``report.cannot-write``.
    """
    if not pack.lessons:
        raise KitError("course.nothing", N_("There is no episode to print: all are drafts."))
    files = []
    with speaking("th"):
        for name, html in _pages(pack, with_pdf=pdf and find_browser() is not None):
            files.append(_write(out / name, html))
    if pdf:
        files += _print([file for file in files if file.name != INDEX])
    return files


def write_class(
    pack: Pack,
    place: str,
    answers: Sequence[LearnerAnswer],
    out: Path,
    *,
    practice: bool,
    pdf: bool,
) -> list[Path]:
    """Write the report of a class and a certificate for each who completed it; return the files.

    In the language in use. Raises as :func:`write_pack`.
    """
    asked = sheets()
    report = class_report_page(
        place, answers, asked, objectives_of(pack.lessons), practice=practice
    )
    files = [_write(out / "class_report.html", report)]
    if done := completed(asked, given_of(answers)):
        page = certificate_page(pack.lessons, pack.times, done)
        files.append(_write(out / "certificates.html", page))
    return files + (_print(files) if pdf else [])


def _write(file: Path, html: str) -> Path:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(html, encoding="utf-8", newline="\n")
    except OSError as error:
        raise cannot_write(file, error) from error
    return file


def _print(pages: Sequence[Path]) -> list[Path]:
    def printed(page: Path) -> Path:
        bare = page.with_suffix(".print.html")
        bare.write_text(for_paper(page.read_text("utf-8")), encoding="utf-8")
        try:
            return print_pdf(bare, page.with_suffix(".pdf"))
        finally:
            bare.unlink()

    with ThreadPoolExecutor(_AT_ONCE) as pool:
        return list(pool.map(printed, pages))


def _pages(pack: Pack, *, with_pdf: bool) -> Iterator[tuple[str, str]]:
    lessons, times = pack.lessons, pack.times
    papers = {HANDBOOK: _("Facilitator’s handbook"), RUN_SHEET: _("Run sheet"),
              "posters.html": _("Posters"), GLOSSARY: _("Words of planning"),
              "summary_en.html": "English summary"}  # fmt: skip
    papers |= {f"papers/{name}.html": pack_text(name)[0] for name in PAPERS}
    papers |= {"papers/attendance.html": _("Attendance sheet"),
               "papers/certificate.html": _("Certificate"),
               "papers/tests.html": _("Test before and after the course"),
               "papers/training_needs.html": _("Sheet on training needs"),
               "papers/trainings.html": _("Catalogue of trainings to choose from")}  # fmt: skip
    yield INDEX, index_page(lessons, times, papers, with_pdf=with_pdf)
    yield HANDBOOK, handbook_page(lessons, times)
    yield RUN_SHEET, run_sheet_page(lessons, times)
    yield "posters.html", posters_page(lessons, times, pack.hall)
    yield GLOSSARY, glossary_page(_("Words of planning"))
    yield "summary_en.html", summary_page(lessons, times)
    counted = {"bring": element("div", materials_table(lessons, times.people), class_="dense"),
               "print": element("div", prints_table(lessons, times.people, "../"), class_="dense")}  # fmt: skip
    for name in PAPERS:
        yield f"papers/{name}.html", text_page(name, counted)
    yield "papers/attendance.html", attendance_page(times)
    yield "papers/certificate.html", certificate_page(lessons, times)
    yield "papers/training_needs.html", needs_page()
    yield "papers/trainings.html", catalogue_page()
    tested = sheet_of(BEFORE)
    yield (
        "papers/tests.html",
        quiz_paper(papers["papers/tests.html"], tested.questions if tested else ()),
    )
    for lesson in lessons:
        yield from _of_lesson(lesson, pack)


def _of_lesson(lesson: Lesson, pack: Pack) -> Iterator[tuple[str, str]]:
    links, folder = led(pack.lessons, "../")(lesson), lesson.key
    title = lesson.called
    yield f"{folder}/{SLIDES}", slides_page(lesson, pack.hall)
    yield f"{folder}/{CASE}", case_page(lesson, links)
    if lesson.cards:
        yield f"{folder}/{CARDS}", cards_page(lesson)
    yield f"{folder}/{WORKSHEETS}", worksheets_page(lesson, links)
    yield f"{folder}/{HANDOUT}", book([part("handout", title, element("div", links.html(lesson.handout), class_="big"))],
                                      f"{title} · {_('Handout')}")  # fmt: skip
    yield f"{folder}/{QUIZ}", quiz_paper(f"{title} · {_('Quiz')}", quiz_of(lesson.code))
