"""What a class has learnt, for its organiser: sums alone, and nobody ranked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from planning_kit.course.lesson import Lesson
from planning_kit.course.sheet import AFTER, BEFORE, Sheet
from planning_kit.language import N_, _, ngettext
from planning_kit.learning import FEWEST, Gain, Question, gains, share_right
from planning_kit.pack.page import block, book, listed, part, table
from planning_kit.report.markup import element, text
from planning_kit.thai import format_date
from planning_kit.workbook.learners import LearnerAnswer

_FORMULA = N_(
    "Gain: the mean of each learner’s difference between the two tests, with the 95 % interval of "
    "a paired t (Student 1908). Share of what could be gained: (after − before) ÷ (1 − before) "
    "(Hake 1998). A wide interval means that it is uncertain; one that holds 0 shows no gain."
)
_HIDDEN = N_("Fewer than {n} learners: not told")

Given = Mapping[str, Mapping[str, Mapping[str, bool]]]
"""Sheet → learner → question → whether it was right; of tests the first answers, else the latest."""


def given_of(answers: Iterable[LearnerAnswer]) -> Given:
    """Return what was answered, by sheet, learner and question."""
    found: dict[str, dict[str, dict[str, bool]]] = {}
    for one in answers:
        kept = found.setdefault(one.sheet, {}).setdefault(one.learner, {})
        if one.sheet in (BEFORE, AFTER):
            kept.setdefault(one.question, one.is_right)
        else:
            kept[one.question] = one.is_right
    return found


def completed(sheets: Sequence[Sheet], given: Given) -> list[str]:
    """Return the learner codes that answered every question, in their order.

    Of sessions on farming skills, which a course may leave out, none is asked.
    """
    learners = sorted({who for of_sheet in given.values() for who in of_sheet})
    return [
        who
        for who in learners
        if all(
            sheet.is_full(given.get(sheet.code, {}).get(who, {}))
            for sheet in sheets
            if not sheet.is_skill
        )
    ]


def class_report_page(
    place: str,
    answers: Sequence[LearnerAnswer],
    sheets: Sequence[Sheet],
    objectives: Mapping[str, str],
    *,
    practice: bool,
) -> str:
    """Return the report of a class in the language in use.

    ``place`` is whose class it is; ``objectives`` are their wordings by code.
    """
    given = given_of(answers)
    title = _("What the class has learnt: {place}", place=place)
    inner = _who_came(answers, sheets, given) + _learnt(sheets, given, objectives)
    inner += "".join(_hard_and_easy(sheet, given) for sheet in sheets if sheet.code != BEFORE)
    return book([part("class", title, inner)], title, practice=practice)


def _who_came(answers: Sequence[LearnerAnswer], sheets: Sequence[Sheet], given: Given) -> str:
    days: dict[dt.date, set[str]] = {}
    for one in answers:
        if one.answered_at is not None:
            days.setdefault(one.answered_at.astimezone().date(), set()).add(one.learner)
    came = [f"{format_date(day)}: {_people(len(who))}" for day, who in sorted(days.items())]
    rows = [
        [text(sheet.title), str(len(given.get(sheet.code, {}))),
         str(sum(sheet.is_full(one) for one in given.get(sheet.code, {}).values()))]
        for sheet in sheets
    ]  # fmt: skip
    heads = [_("Questions of"), _("Learners who began"), _("Learners who answered all")]
    done = _("Answered everything, both tests included: {people}",
             people=_people(len(completed(sheets, given))))  # fmt: skip
    note = _("Learners with a code are counted by the days on which they answered; who came without a phone stands on the attendance sheet.")  # fmt: skip
    return (
        block(_("Attendance"), listed(came) + element("p", text(note), class_="note"))
        + block(_("Completion"), table(heads, rows, (5, 2, 2)) + element("p", text(done)))
    )  # fmt: skip


def _people(n: int) -> str:
    return ngettext("{n} learner", "{n} learners", n)


def _learnt(sheets: Sequence[Sheet], given: Given, objectives: Mapping[str, str]) -> str:
    tested = next((one.questions for one in sheets if one.code == BEFORE), ())
    asked = [(one.code, one.objective) for one in tested]
    found = gains(asked, given.get(BEFORE, {}), given.get(AFTER, {}))
    if all(one.gained is None for one in found):
        few = _("Fewer than {n} learners have answered both tests, so what was learnt is not told.")
        return block(_("Learning by objective"), element("p", text(few.format(n=FEWEST))))
    rows = [[text(objectives.get(one.objective, one.objective)), *_gain_cells(one)]
            for one in found]  # fmt: skip
    heads = [_("Objective of learning"), _("Learners in both tests"), _("Before"), _("After"),
             _("Gain, with its interval"), _("Share of what could be gained")]  # fmt: skip
    note = element("p", text(_(_FORMULA)), class_="note")
    return block(_("Learning by objective"), table(heads, rows, (5, 2, 2, 2, 3, 2)) + note)


def _gain_cells(one: Gain) -> list[str]:
    if one.gained is None or one.low is None or one.high is None:
        return [str(one.learners), text(_(_HIDDEN).format(n=FEWEST)), "", "", ""]
    interval = f"{_points(one.gained)} ({_points(one.low)} … {_points(one.high)})"
    if one.low == one.high:
        # Nobody differs from another: the formula gives no width, which is no certainty.
        interval = _("{points} (the same for each, so no interval)", points=_points(one.gained))
    last = _percent(one.normalized) if one.normalized is not None else "–"
    return [str(one.learners), _percent(one.before), _percent(one.after), text(interval), last]


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{100 * share:.0f}%"


def _points(share: float) -> str:
    points = round(100 * share)
    return f"{points:+d}".replace("-", "−") if points else "0"


def _hard_and_easy(sheet: Sheet, given: Given) -> str:
    """Return which questions nobody and everybody got right, in a sheet enough have answered."""
    counts = share_right([one.code for one in sheet.questions], given.get(sheet.code, {}))
    told = {code: (right, n) for code, (right, n) in counts.items() if n >= FEWEST}
    if not told:
        return ""
    nobody = [one for one in sheet.questions if told.get(one.code, (1, 0))[0] == 0]
    everybody = [one for one in sheet.questions if one.code in told
                 and told[one.code][0] == told[one.code][1]]  # fmt: skip
    inner = _named(_("Nobody got it right: teach it anew"), nobody, told)
    inner += _named(_("Everybody got it right"), everybody, told)
    return block(str(sheet.title), inner or element("p", text(_("No question was answered right by nobody or by everybody."))))  # fmt: skip


def _named(
    title: str, questions: Sequence[Question], told: Mapping[str, tuple[int, int]]
) -> str:  # fmt: skip
    lines = [f"{one.ask} ({_people(told[one.code][1])})" for one in questions]
    return element("h4", text(title)) + listed(lines) if lines else ""


def objectives_of(lessons: Iterable[Lesson]) -> dict[str, str]:
    """Return the wordings of all objectives by code, in the language in use."""
    return {one.code: str(one.said) for lesson in lessons for one in lesson.objectives}
