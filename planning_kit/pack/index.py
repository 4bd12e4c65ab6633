"""The first page of the pack: everything in it, by when it is needed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from planning_kit.course.lesson import Lesson
from planning_kit.course.times import CourseTimes
from planning_kit.language import _
from planning_kit.pack.links import CARDS, CASE, HANDOUT, QUIZ, SLIDES, WORKSHEETS, app_address
from planning_kit.pack.page import book, part, table
from planning_kit.report.markup import element, text


def index_page(
    lessons: Sequence[Lesson], times: CourseTimes, papers: Mapping[str, str], *, with_pdf: bool
) -> str:
    """Return the page; ``papers`` are titles by file, in order. Each stands with its PDF."""
    said = _("Everything opens without internet. Print what ends in .pdf; show what ends in .html.")
    start = element("p", text(said), class_="big")
    whole = [[_both(file, title, with_pdf)] for file, title in papers.items()]
    parts = [
        part("start", str(times.title), start + table([_("For the facilitator")], whole)),
        part("episodes", _("Episode by episode"), _episodes(lessons, with_pdf)),
        part("apps", _("Apps in practice mode"), _apps(lessons)),
    ]
    return book(parts, str(times.title), practice=False)


def _episodes(lessons: Sequence[Lesson], with_pdf: bool) -> str:
    names = ((SLIDES, _("Slides")), (CASE, _("Group case")), (CARDS, _("Cards and signs")),
             (WORKSHEETS, _("Worksheets")), (HANDOUT, _("Handout")), (QUIZ, _("Quiz on paper")))  # fmt: skip
    rows = [
        [
            element("a", text(one.called), href=f"handbook.html#{one.key}"),
            *(
                _both(f"{one.key}/{file}", title, with_pdf) if file != CARDS or one.cards else "–"
                for file, title in names
            ),
        ]
        for one in lessons
    ]
    return table([_("Episode"), *(title for _file, title in names)], rows, (4, 2, 2, 2, 2, 2, 2))


def _both(file: str, title: str, with_pdf: bool) -> str:
    links = [element("a", text(title), href=file)]
    if with_pdf:
        links.append(element("a", "PDF", href=file.replace(".html", ".pdf")))
    return " · ".join(links)


def _apps(lessons: Iterable[Lesson]) -> str:
    told = element("p", text(_("Start the hall first, in a window for commands:")))
    told += element("p", element("b", "planning-kit serve --practice"))
    rows = [
        [text(one.called), element("a", text(_("Open its app")), href=app_address(one.app))]
        for one in lessons
        if one.app
    ]
    return told + table([_("Episode"), _("App")], rows, (5, 3))
