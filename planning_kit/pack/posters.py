"""Posters for the walls: how to join with a phone, the way of the course, its days, house rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planning_kit import design as d
from planning_kit.course.lesson import Lesson
from planning_kit.course.run_sheet import run_sheet
from planning_kit.course.times import CourseTimes, Day, clock
from planning_kit.language import N_, _
from planning_kit.pack.page import sheets
from planning_kit.report.markup import element, text
from planning_kit.report.qr import qr_svg

_JOIN = (
    N_("Join the Wi-Fi of this room"),
    N_("Scan the picture, or type the address"),
    N_("Type the code on the wall"),
)
_RULES = (
    N_("One speaks, all listen"),
    N_("Score first, talk afterwards"),
    N_("Codes in place of names"),
    N_("Who cannot read is read to"),
    N_("The meeting decides, not the computer"),
)
_STYLE = f"""
@page{{size:A4;margin:0}}
.poster{{width:21cm;height:29.69cm;padding:2cm;gap:.9cm;font-size:27pt;line-height:1.4}}
.poster h1{{font-size:46pt;line-height:1.3;margin:0;color:{d.ACCENT};text-wrap:balance}}
.poster ol{{margin:0;padding:0 0 0 1.6cm}} .poster li{{padding:.25cm 0}} .poster li::marker{{color:{d.ACCENT};font-weight:700}}
.poster .qr{{width:11cm;height:11cm;align-self:center;display:block}}
.poster .empty{{width:11cm;height:11cm;align-self:center;border:3px dashed {d.MUTED};display:grid;
 place-items:center;text-align:center;color:{d.MUTED};font-size:18pt;padding:.6cm}}
.poster .address{{text-align:center;font-weight:700;margin:0;overflow-wrap:anywhere}}
.poster .write{{border-bottom:2px solid {d.INK};min-height:1.5cm;margin:0;color:{d.MUTED};font-size:20pt}}
.poster dl{{display:grid;grid-template-columns:auto 1fr;gap:.35cm .8cm;margin:0}}
.poster dt{{font-weight:700;color:{d.ACCENT}}} .poster dd{{margin:0}}
.poster.long{{font-size:27pt;gap:.8cm}} .poster.long h1{{font-size:40pt}} .poster.few{{font-size:37pt;gap:1.2cm}}
@media screen and (max-width:40rem){{.poster,.poster.long,.poster.few{{width:auto;height:auto;padding:1.2rem;font-size:1.1rem}}
 .poster h1,.poster.long h1{{font-size:1.8rem}} .poster .qr,.poster .empty{{width:100%;height:auto;max-width:11cm}}}}
"""


def posters_page(lessons: Sequence[Lesson], times: CourseTimes, hall: str = "") -> str:
    """Return the posters; with ``hall`` the first holds the address as a picture to scan."""
    return sheets("".join(_posters(lessons, times, hall)), _("Posters"), _STYLE)


def _posters(lessons: Sequence[Lesson], times: CourseTimes, hall: str) -> Iterator[str]:
    yield _poster(_("Join with your phone"), _scan(hall) + _numbered([_(one) for one in _JOIN])
                  + _line(_("Name of the Wi-Fi")) + _line(_("Code")))  # fmt: skip
    episodes = [str(one.title) for one in lessons if one.day]
    yield _poster(_("Our way to the plan"), _numbered(episodes), "long")
    for day in times.days:
        if any(one.day == day.number for one in lessons):
            yield _poster(str(day.title), _day(day, lessons, times), "long")
    yield _poster(_("How we work together"), _numbered([_(one) for one in _RULES]), "few")


def _day(day: Day, lessons: Sequence[Lesson], times: CourseTimes) -> str:
    """Return when each episode and each meal begins."""
    rows, before = [], None
    for slot in run_sheet(day, lessons, times.besides, times.within):
        if slot.lesson is None or slot.lesson is not before:
            title = slot.lesson.title if slot.lesson else slot.besides.title if slot.besides else ""
            rows.append(element("dt", clock(slot.start)) + element("dd", text(title)))
        before = slot.lesson or before
    return element("dl", "".join(rows))


def _scan(hall: str) -> str:
    if not hall:
        said = _("Paste here the picture from the page “Phones in this room”, or build the pack with --hall")  # fmt: skip
        return element("div", text(said), class_="empty") + _line(_("Address"))
    return qr_svg(hall, _("Address to scan"), any_size=True) + element(
        "p", text(hall.removeprefix("http://")), class_="address"
    )


def _numbered(lines: Sequence[str]) -> str:
    return element("ol", "".join(element("li", text(one)) for one in lines))


def _line(label: str) -> str:
    return element("p", text(label), class_="write")


def _poster(title: str, inner: str, css: str = "") -> str:
    said = element("h1", text(title)) + inner
    return element("section", said, class_=f"sheet poster {css}".strip())
