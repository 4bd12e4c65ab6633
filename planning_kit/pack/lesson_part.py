"""One episode as the facilitator's handbook has it."""

from __future__ import annotations

from planning_kit.course.lesson import SECTIONS, Lesson, Step
from planning_kit.course.quiz import quiz_of
from planning_kit.language import N_, _, ngettext
from planning_kit.pack.links import (
    CARDS,
    CASE,
    HANDOUT,
    QUIZ,
    SLIDES,
    WORKSHEETS,
    Links,
    app_address,
)
from planning_kit.pack.page import block, listed, part, table
from planning_kit.report.markup import element, text

_LOOKING_BACK = (
    N_("What went well"),
    N_("What took longer or shorter than planned, by how many minutes"),
    N_("Questions people asked that had no answer"),
    N_("What to do otherwise next time"),
)
_LINES = 3


def lesson_part(lesson: Lesson, links: Links) -> str:
    """Return the whole episode, in the order of the Thai lesson plan."""
    inner = [
        _when(lesson),
        _doors(lesson),
        block(_("Questions of this episode"), listed([str(one) for one in lesson.questions])),
        block(_("Objectives"), listed([str(one.said) for one in lesson.objectives])),
        _written(lesson, links, "essence"),
        block(_("Key points"), listed([str(one) for one in lesson.key_points])),
        block(_("Media and materials"), _media(lesson)),
        _written(lesson, links, "notes"),
        _written(lesson, links, "content"),
        element("h3", text(_("Activity: leading in, teaching, closing"))),
        *(_step(step, links) for step in lesson.steps),
        *(_written(lesson, links, name) for name in ("group_case", "challenge")),
        _folded(lesson, links),
        *(_written(lesson, links, name) for name in ("mistakes", "no_power")),
        block(_("Measured before and after"), _measured(lesson)),
        _looking_back(),
    ]
    return part(lesson.key, lesson.called, "".join(inner))


def solution_part(lesson: Lesson, links: Links) -> str:
    """Return the solution of the challenge, for the end of the printed handbook."""
    heading = element("h4", text(lesson.called))
    return element("div", heading + links.html(lesson.sections["solution"]), class_="on-paper")


def _when(lesson: Lesson) -> str:
    said = _("Time: {n} minutes", n=lesson.minutes)
    if lesson.day:
        said = f"{said} · {_('Day {n}', n=lesson.day)}"
    return element("p", text(said), class_="big")


def _doors(lesson: Lesson) -> str:
    places = [
        (f"{lesson.key}/{SLIDES}", _("Slides")),
        (f"{lesson.key}/{CASE}", _("Group case")),
        *([(f"{lesson.key}/{CARDS}", _("Cards and signs"))] if lesson.cards else []),
        (f"{lesson.key}/{WORKSHEETS}", _("Worksheets")),
        (f"{lesson.key}/{HANDOUT}", _("Handout")),
        (f"{lesson.key}/{QUIZ}", _("Quiz on paper")),
    ]
    if lesson.app:
        places.append((app_address(lesson.app), _("Its app, in practice mode")))
    items = (element("li", element("a", text(said), href=address)) for address, said in places)
    return element("ul", "".join(items), class_="doors")


def _written(lesson: Lesson, links: Links, name: str) -> str:
    return block(SECTIONS[name], links.html(lesson.sections[name]))


def _media(lesson: Lesson) -> str:
    lines = [
        f"{one.said}: {one.count} {said_each(one.each)}".strip() for one in lesson.materials
    ]  # fmt: skip
    lines += [f"{one.title}: {len(one.texts)} {said_each(one.each)}" for one in lesson.cards]
    lines.append(f"{_('Group case')}: 1 {said_each('group')}")
    lines += [f"{one.title}: 1 {said_each(one.each)}" for one in lesson.worksheets]
    lines.append(f"{_('Handout')}: 1 {said_each('person')}")
    return listed(lines)


def said_each(each: str) -> str:
    """Return for whom something is counted, in words."""
    return {"person": _("for each person"), "group": _("for each group"),
            "room": _("for the room")}[each]  # fmt: skip


def _step(step: Step, links: Links) -> str:
    head = (
        element("span", text(step.part.said), class_="part")
        + text(step.title)
        + f" · {text(minutes_said(step.minutes))}"
    )
    rows = ((_("Do"), step.do), (_("Say"), step.say), (_("Look for"), step.look))
    # What is said aloud is said a line at a time.
    inner = "".join(
        element("div", element("dt", text(name)) + element("dd", links.html(said, by_line=True)))
        for name, said in rows
    )
    return element("div", element("h4", head) + element("dl", inner, class_="three"), class_="step")


def minutes_said(n: int) -> str:
    """Return a number of minutes in words."""
    return ngettext("{n} minute", "{n} minutes", n)


def _folded(lesson: Lesson, links: Links) -> str:
    inner = element("summary", text(_("Show the solution")))
    inner += links.html(lesson.sections["solution"])
    there = element(
        "p", text(_("The solution stands at the end of the handbook.")), class_="on-paper"
    )
    return element("details", inner) + there


def _measured(lesson: Lesson) -> str:
    objectives = {one.code: str(one.said) for one in lesson.objectives}
    rows = [
        [text(one.ask), text(objectives.get(one.objective, "")),
         text("✓" if one.is_in_test else "")]
        for one in quiz_of(lesson.code)
    ]  # fmt: skip
    heads = [_("Question"), _("Objective of learning"), _("In the tests before and after")]
    return table(heads, rows, (5, 4, 2)) if rows else ""


def _looking_back() -> str:
    lines = "<p></p>" * _LINES
    inner = "".join(element("h4", text(_(one))) + lines for one in _LOOKING_BACK)
    return block(_("Notes after teaching"), element("div", inner, class_="lines"))
