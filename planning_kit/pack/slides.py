"""Slides of an episode: few lines in letters that the last row of a hall can read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planning_kit import design as d
from planning_kit.course.lesson import Lesson
from planning_kit.language import _
from planning_kit.pack.lesson_part import minutes_said
from planning_kit.pack.page import listed, sheets
from planning_kit.report.html import PRACTICE
from planning_kit.report.markup import element, text
from planning_kit.report.qr import qr_svg

LEAST_LETTERS_VH = 6.0
"""Height of the smallest letters, in hundredths of a slide's height: one line in sixteen.

A rule of thumb of projection seats the last row eight picture heights away, where letters of
1/50 of the height are just read; marks of Thai are a third of a letter, so a third more is asked
than three times that. A test holds every line to it.
"""
_TOGETHER = 3
_STYLE = f"""
@page{{size:33.867cm 19.05cm;margin:0}}
:root{{--vh:min(1vh,.5625vw)}}
html{{scroll-snap-type:y mandatory;background:{d.INK}}}
.slide{{height:100vh;width:100vw;scroll-snap-align:start;margin:0;padding:calc(7*var(--vh)) calc(8*var(--vh));
 justify-content:center;gap:calc(4*var(--vh));font-size:calc(6.4*var(--vh));line-height:1.42}}
.slide h1{{font-size:calc(12*var(--vh));line-height:1.3;margin:0;color:{d.ACCENT};text-wrap:balance}}
.slide h2{{font-size:calc(8*var(--vh));line-height:1.35;margin:0;color:{d.ACCENT};text-wrap:balance}}
.slide p,.slide ul{{margin:0;padding:0;list-style:none}}
.slide li{{padding:calc(.6*var(--vh)) 0 calc(.6*var(--vh)) calc(4*var(--vh));position:relative}}
.slide li::before{{content:"";position:absolute;left:0;top:calc(3.7*var(--vh));width:calc(2.4*var(--vh));
 height:calc(2.4*var(--vh));background:{d.SERIES[1]};border-radius:50%}}
.slide .foot{{position:absolute;left:calc(8*var(--vh));bottom:calc(3*var(--vh));color:{d.MUTED};
 font-size:calc({LEAST_LETTERS_VH}*var(--vh));line-height:1.2}}
.slide .invented{{font-size:calc({LEAST_LETTERS_VH}*var(--vh));bottom:calc(3*var(--vh));right:calc(6*var(--vh));line-height:1.2}}
.slide .qr{{height:calc(56*var(--vh));width:auto}}
.two{{display:flex;align-items:center;gap:calc(8*var(--vh))}}
@media print{{:root{{--vh:.1905cm}} .slide{{height:19.04cm;width:33.86cm}}}}
"""


def slides_page(lesson: Lesson, hall: str = "") -> str:
    """Return the slides of an episode; with ``hall`` the quiz is shown with its address to scan."""
    return sheets("".join(_slides(lesson, hall)), lesson.called, _STYLE)


def _slides(lesson: Lesson, hall: str) -> Iterator[str]:
    first = lesson.called.partition(": ")[0]
    foot = f"{minutes_said(lesson.minutes)} · {_(PRACTICE)}"
    yield _slide(element("p", text(first)) + element("h1", text(lesson.title)), foot)
    yield from _lists(_("What we want to know"), [str(one) for one in lesson.questions])
    for step in lesson.steps:
        foot = minutes_said(step.minutes)
        if step.is_quiz:
            yield _quiz_slide(hall, foot)
        elif step.slide:
            yield _slide(element("h2", text(step.title)) + listed(step.slide), foot)
    yield from _lists(_("Key points"), [str(one) for one in lesson.key_points])


def _lists(title: str, lines: Sequence[str]) -> Iterator[str]:
    for at in range(0, len(lines), _TOGETHER):
        yield _slide(element("h2", text(title)) + listed(lines[at : at + _TOGETHER]))


def _quiz_slide(hall: str, foot: str) -> str:
    title = element("h2", text(_("Quiz on the phone")))
    if not hall:
        return _slide(title + listed([_("Open the first page on your phone"),
                                      _("Touch “Course: questions to answer”"),
                                      _("No phone: take the sheet of paper")]), foot)  # fmt: skip
    said = element("p", text(hall.removeprefix("http://")))
    shown = qr_svg(hall, _("Address to scan"), any_size=True)
    return _slide(element("div", shown + element("div", title + said), class_="two"), foot)


def _slide(inner: str, foot: str = "") -> str:
    below = element("p", text(foot), class_="foot") if foot else ""
    return element("section", inner + below, class_="sheet slide")
