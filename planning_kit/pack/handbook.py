"""The facilitator's handbook: the course, its days by the minute, and every episode."""

from __future__ import annotations

from collections.abc import Sequence

from planning_kit.course.glossary import glossary
from planning_kit.course.lesson import Lesson, Step
from planning_kit.course.run_sheet import Slot, run_sheet
from planning_kit.course.times import CourseTimes, clock
from planning_kit.language import _, speaking
from planning_kit.pack.lesson_part import lesson_part, minutes_said, solution_part
from planning_kit.pack.links import HANDBOOK, led
from planning_kit.pack.materials import materials_table, prints_table
from planning_kit.pack.page import block, book, contents, listed, part, table
from planning_kit.pack.texts import text_part
from planning_kit.report.markup import anchor, element, text


def handbook_page(lessons: Sequence[Lesson], times: CourseTimes) -> str:
    """Return the handbook as one page."""
    links = led(lessons)
    cover = element(
        "section",
        element("h1", text(times.title))
        + element("p", text(_("Facilitator’s handbook")))
        + element("p", text(_how_much(lessons))),
        id="cover",
        class_="cover",
    )
    solutions = "".join(solution_part(one, links(one)) for one in lessons)
    parts = [
        cover,
        contents(_("Contents")),
        text_part("how_to_run"),
        *(day_part(times, lessons, number) for number in _days(times, lessons)),
        *(lesson_part(one, links(one)) for one in lessons),
        text_part("field_assignment"),
        element(
            "section",
            element("h2", text(_("Solutions of the challenges"))) + solutions,
            id="solutions",
            class_="sheet on-paper",
        ),
    ]
    return book(parts, f"{times.title} · {_('Facilitator’s handbook')}")


def run_sheet_page(lessons: Sequence[Lesson], times: CourseTimes) -> str:
    """Return the days by the minute, each with what has to lie ready, as a page of their own."""
    parts = []
    for number in _days(times, lessons):
        taught = [one for one in lessons if one.day == number]
        parts.append(day_part(times, lessons, number))
        brought = block(_("What to bring"), materials_table(taught, times.people))
        printed = block(_("What to print"), prints_table(taught, times.people))
        title = f"{next(one.title for one in times.days if one.number == number)} · {_('Ready on the table')}"  # fmt: skip
        parts.append(
            part(f"ready-{number}", title, element("div", brought + printed, class_="dense"))
        )
    return book(parts, f"{times.title} · {_('Run sheet')}")


def glossary_page(title: str) -> str:
    """Return the words of planning with what they mean, in Thai with the English word."""
    rows = "".join(
        element(
            "div",
            element("h4", text(f"{one.word.th} ({one.word.en})")) + element("p", text(one.means)),
            id=anchor(one.code),
        )
        for one in glossary().values()
    )
    return book(
        [part("glossary", _("Words of planning"), element("div", rows, class_="big"))],
        title,
        practice=False,
    )


def summary_page(lessons: Sequence[Lesson], times: CourseTimes) -> str:
    """Return the English summary: objectives, key points and activity of every episode."""
    with speaking("en"):
        parts = [
            part(
                one.key,
                one.called,
                element("p", text(_("Time: {n} minutes", n=one.minutes)))
                + block(_("Questions of this episode"), listed([str(q) for q in one.questions]))
                + block(_("Objectives"), listed([str(o.said) for o in one.objectives]))
                + block(_("Key points"), listed([str(point) for point in one.key_points]))
                + block(_("Activity"), listed([_activity(step) for step in one.steps])),
            )
            for one in lessons
        ]
        return book([contents(_("Contents")), *parts], str(times.title))


def _activity(step: Step) -> str:
    return f"{step.part.said}: {step.title} ({minutes_said(step.minutes)})"


def day_part(times: CourseTimes, lessons: Sequence[Lesson], number: int) -> str:
    """Return one day by the minute, with a column for the times as they came."""
    day = next(one for one in times.days if one.number == number)
    slots = run_sheet(day, lessons, times.besides, times.within)
    heads = [_("Clock"), _("Minutes"), _("As it was"), _("What"), _("Step")]
    before = [None, *(slot.lesson for slot in slots)]
    rows = [_row(slot, goes_on=slot.lesson is was) for slot, was in zip(slots, before, strict=False)]  # fmt: skip
    inner = element("p", text(_("Meals and prayers begin at the end of an episode or a step, near their time. Write the real times beside.")))  # fmt: skip
    return part(
        f"day-{number}",
        str(day.title),
        inner + element("div", table(heads, rows, (2, 1, 1.6, 4, 5.4)), class_="run"),
    )


def _row(slot: Slot, *, goes_on: bool) -> list[str]:
    when = f"{clock(slot.start)}–{clock(slot.end)}"
    if slot.lesson is None or slot.step is None:
        besides = slot.besides.title if slot.besides else ""
        return [when, str(slot.minutes), "", element("b", text(besides)), ""]
    link = element("a", text(slot.lesson.called), href=f"{HANDBOOK}#{slot.lesson.key}")
    said = f"{text(slot.step.part.said)}: {text(slot.step.title)}"
    return [when, str(slot.minutes), "", "" if goes_on else link, said]


def _days(times: CourseTimes, lessons: Sequence[Lesson]) -> list[int]:
    return [one.number for one in times.days if any(at.day == one.number for at in lessons)]


def _how_much(lessons: Sequence[Lesson]) -> str:
    episodes = [one for one in lessons if one.day]
    hours = sum(one.minutes for one in episodes) / 60
    return _("{n} episodes, {hours} hours; sessions on farming skills besides: {more}",
             n=len(episodes), hours=f"{hours:g}", more=len(lessons) - len(episodes))  # fmt: skip
