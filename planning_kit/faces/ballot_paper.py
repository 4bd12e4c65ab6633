"""What one ballot asks, part by part, as it stands on the paper; no way of counting is named."""

from __future__ import annotations

from collections.abc import Mapping

from planning_kit.deliberate import criteria_words
from planning_kit.faces.ballot_marks import SCORES, Ballot
from planning_kit.faces.step_parts import Part, count, group, option, picks, say
from planning_kit.faces.step_records import Paper
from planning_kit.faces.step_tool import StepTool
from planning_kit.language import _
from planning_kit.plan.project_costs import project_costs
from planning_kit.records.declared_data import declared_toml
from planning_kit.records.poll_choices import PollAbout, PollMethod
from planning_kit.thai import format_baht, format_number

Marks = Mapping[frozenset[str], Paper]


def paper_parts(tool: StepTool, ballot: Ballot, names: Mapping[str, str]) -> list[Part]:
    """Return the parts of a ballot, options in the order of the vote."""
    method, marks = ballot.poll.value("method"), ballot.marks()
    if method == PollMethod.CRITERIA:
        return _scores(tool, marks, names)
    if method == PollMethod.PAIRWISE:
        return [_pair(tool, marks, names, one, str(other)) for one, other in ballot.pairs]
    if method == PollMethod.DOTS:
        return _dots(tool, ballot, marks, names)
    return _ticks(tool, ballot, marks, names)


def _scores(tool: StepTool, marks: Marks, names: Mapping[str, str]) -> list[Part]:
    words = criteria_words(declared_toml("criteria", "four_criteria.toml"))
    parts = []
    for code, name in names.items():
        mark = marks.get(frozenset([code]))
        asked = []
        for criterion in SCORES:
            one, id_ = words[criterion], f"score|{code}|{criterion}"
            steps = [option(at, f"{at} = {said}") for at, said in one.steps.items()]
            value = mark.value(criterion) if mark is not None else None
            said = tool.said(id_, mark, criterion)
            asked.append(picks(id_, f"{one.name}: {one.question}", steps, value, said=said))
        inner = group("", asked, css="steps", name=f"steps {code}")
        parts.append(group(name, [inner, *_whole(mark)], css="card", name=code))
    return parts


def _pair(tool: StepTool, marks: Marks, names: Mapping[str, str], one: str, other: str) -> Part:
    mark = marks.get(frozenset([one, other]))
    value = None if mark is None else mark.value("preferred") or "equal"
    options = [option(one, names[one]), option(other, names[other]), option("equal", _("Equal"))]
    id_ = f"prefer|{one}|{other}"
    label = _("Which of the two comes first?")
    asked = picks(id_, label, options, value, stays=True, said=tool.said(id_, mark, "preferred"))
    return group("", [asked, *_whole(mark)], css="card", name=id_)


def _dots(tool: StepTool, ballot: Ballot, marks: Marks, names: Mapping[str, str]) -> list[Part]:
    counters = []
    for code, name in names.items():
        mark, id_ = marks.get(frozenset([code])), f"dots|{code}"
        value = mark.value("dots") if mark is not None else None
        counters.append(count(id_, name, value, said=tool.said(id_, mark, "dots", "")))
    parts = [group("", counters, css="pair", name="dots")]
    each = ballot.poll.value("dots_each")
    if each:
        given = sum(int(one.values.get("dots") or 0) for one in marks.values())
        left = _("Dots left: {n} of {all}", n=format_number(int(each) - given), all=each)
        parts.append(say(left, "flag" if given > int(each) else "total"))
    return parts


def _ticks(tool: StepTool, ballot: Ballot, marks: Marks, names: Mapping[str, str]) -> list[Part]:
    poll, ticked = (
        ballot.poll,
        [
            code
            for code in names
            if (mark := marks.get(frozenset([code]))) is not None and mark.value("approved") is True
        ],
    )
    costs = _costs(tool, ballot, names)
    options = []
    for code, name in names.items():
        cost = costs.get(code)
        options.append(option(code, name, "" if cost is None else format_baht(cost)))
    said = [one for mark in marks.values() for one in tool.said("tick", mark, "approved")]
    label = _("What is ticked on the paper?")
    parts = [picks("tick", label, options, ticked, several=True, said=list(dict.fromkeys(said)))]
    if most := poll.value("max_approvals"):
        parts.append(say(_("Ticked {n} of at most {most}", n=len(ticked), most=most), "total"))
    if costs and poll.values.get("budget") is not None:
        left = float(poll.values["budget"]) - sum(costs[code] or 0 for code in ticked)
        told = _("Money left: {baht}", baht=format_baht(left))
        if left < 0:
            told = _("{baht} more than the money there is", baht=format_baht(-left))
        parts.append(say(told, "flag" if left < 0 else "total"))
    return parts


def _costs(tool: StepTool, ballot: Ballot, names: Mapping[str, str]) -> dict[str, float | None]:
    if ballot.poll.value("about") != PollAbout.PROJECT:
        return {}
    projects, lines = (tool.workbook.frame(name) for name in ("project", "budget_line"))
    return project_costs(projects, lines, list(names))


def _whole(mark: Paper | None) -> list[Part]:
    """Say what is wrong with a mark as a whole."""
    if mark is None:
        return []
    fields = ("", "ballot_no", "option_code", "against_code", "entry")
    return [say(text, "error") for name in fields for tone, text in mark.said.get(name, ())]
