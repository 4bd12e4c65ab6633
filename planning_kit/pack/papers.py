"""Papers to sign: who came, and the certificate."""

from __future__ import annotations

from collections.abc import Sequence

from planning_kit import design as d
from planning_kit.course.lesson import Lesson
from planning_kit.course.times import CourseTimes
from planning_kit.language import _
from planning_kit.pack.page import book, part, sheets, table
from planning_kit.report.markup import element, text

_ON_A_SHEET = 14
_STYLE = f"""
@page{{size:A4 landscape;margin:0}}
.certificate{{width:29.69cm;height:20.99cm;padding:2.2cm 3cm;gap:.5cm;align-items:center;text-align:center;
 font-size:19pt;border:.35cm double {d.ACCENT};justify-content:center}}
.certificate h1{{font-size:40pt;color:{d.ACCENT};margin:0;line-height:1.3}}
.certificate p{{margin:0}} .certificate .name{{border-bottom:2px solid {d.INK};width:17cm;min-height:1.6cm;
 font-size:28pt;font-weight:700}}
.certificate .small{{font-size:14pt;color:{d.MUTED}}}
.signs{{display:flex;gap:3cm;margin-top:.8cm}} .signs div{{width:9cm}}
.signs .line{{border-bottom:1.5px solid {d.INK};height:1.2cm}}
@media screen and (max-width:40rem){{.certificate{{width:auto;height:auto;padding:1.5rem 1rem;font-size:1rem;overflow-wrap:anywhere}}
 .certificate h1{{font-size:1.8rem}} .certificate .name{{width:100%}} .certificate .small{{font-size:.85rem}}
 .signs{{flex-direction:column;gap:1rem}} .signs div{{width:auto}}}}
"""


def attendance_page(times: CourseTimes) -> str:
    """Return the sheet on which people sign on each day; it has lines for all and a few more."""
    heads = [_("No."), _("Name"), _("Village"), _("Woman, man, other"), _("Age"),
             *(_("Day {n}", n=one.number) for one in times.days), _("Learner code")]  # fmt: skip
    people = -(-times.people // _ON_A_SHEET) * _ON_A_SHEET
    parts = []
    for first in range(1, people + 1, _ON_A_SHEET):
        rows = [[str(at), *[""] * (len(heads) - 1)] for at in range(first, first + _ON_A_SHEET)]
        note = element("p", text(_("This sheet has names: keep it locked away, and show it in no picture. Whoever has a code writes it in the last column.")))  # fmt: skip
        grid = table(heads, rows, (0.9, 4.2, 2, 2.5, 1.2, *[1.5] * len(times.days), 2))
        grid = grid.replace(
            'class="table-box full"', 'class="table-box full to-fill" style="--row:1.42cm"'
        )
        parts.append(part(f"from-{first}", _("Attendance sheet"), note + grid))
    return book(parts, f"{times.title} · {_('Attendance sheet')}", practice=False)


def certificate_page(
    lessons: Sequence[Lesson], times: CourseTimes, learners: Sequence[str] = ("",)
) -> str:
    """Return a certificate for each learner code; the name is written in by hand, nobody keeps it."""
    made = "".join(_certificate(lessons, times, code) for code in learners)
    return sheets(made, _("Certificate"), _STYLE)


def _certificate(lessons: Sequence[Lesson], times: CourseTimes, code: str) -> str:
    hours = sum(one.minutes for one in lessons if one.day) / 60
    body = [
        element("h1", text(_("Certificate"))),
        element("p", text(_("given to"))),
        element("p", "", class_="name"),
        element("p", text(_("who has completed the course"))),
        element("p", element("b", text(times.title))),
        element("p", text(_("{hours} hours, with the field assignment and the review day", hours=f"{hours:g}"))),
        element("p", text(_("given on …………………………………… at ……………………………………"))),
        _signs(),
        element("p", text(_("It certifies attendance and completed work; it is no official qualification.")), class_="small"),
    ]  # fmt: skip
    if code:
        body.append(element("p", text(f"{_('Learner code')} {code}"), class_="small"))
    return element("section", "".join(body), class_="sheet certificate")


def _signs() -> str:
    one = element("div", "", class_="line")
    signs = (_("Chair of the community organization council"), _("Facilitator"))
    return element("div", "".join(element("div", one + text(who)) for who in signs), class_="signs")
