"""The small-group case of an episode, in large type, with room for what the group answers."""

from __future__ import annotations

from planning_kit.course.lesson import SECTIONS, Lesson
from planning_kit.language import _
from planning_kit.pack.links import Links
from planning_kit.pack.page import book
from planning_kit.report.markup import element, text

_MOST_LINES = 24
_STYLE = """<style>
.case .who{display:flex;gap:.6cm;align-items:flex-end} .case .who .line{flex:1}
.case h3{break-after:avoid} .case .full table,.case .full th{font-size:inherit}
.answer{overflow:hidden;height:11cm}
@media print{.paper.big.case li{font-size:inherit} .paper.big.case{display:flex;flex-direction:column;min-height:25.4cm} .case .answer{flex:1 1 0;min-height:3.3cm;height:0}
 .answer p{height:1.1cm;flex:none}}
</style></head>"""


def case_page(lesson: Lesson, links: Links) -> str:
    """Return the case as groups get it: without its answer, and without roles that are cards."""
    group = element("p", f'{text(_("Group"))} <span class="line"></span>', class_="who")
    said = element("div", links.html(lesson.case))
    room = element("h3", text(_("What our group answers")))
    room += element("div", "<p></p>" * _MOST_LINES, class_="answer lines")
    heading = element("h2", text(f"{SECTIONS['group_case']} · {lesson.called}"))
    sheet = element("section", heading + group + said + room, id="case", class_="paper sheet big case")  # fmt: skip
    html = book([sheet], f"{lesson.called} · {_('Group case')}")
    return html.replace("</head>", _STYLE, 1)
