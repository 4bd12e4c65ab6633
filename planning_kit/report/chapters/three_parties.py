"""Farmers' council, community councils and CODI: what they do by quarter, and how it goes."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from planning_kit.charts.values import Form
from planning_kit.language import N_, _
from planning_kit.records.declared_lists import DeclaredList, declared_names
from planning_kit.records.follow_choices import Party
from planning_kit.records.plain_rows import Row, codes, framed, plain_rows
from planning_kit.report.chapters.following import (
    day_notes,
    follow_day,
    quarter_said,
    written_evidence,
)
from planning_kit.report.chapters.wording import answer, label, nothing_known, number
from planning_kit.report.section import Section
from planning_kit.report.table import Column, Table

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

_ACTION = (
    "action_code", "fiscal_year_be", "quarter", "what", "parties", "lead", "state", "result",
)  # fmt: skip
_CHECK = ("fiscal_year_be", "answered_as", "question", "score", "why", "answered_on")
_WORST_FIRST = N_("The lowest is “{question}”, {mean} of 4 on average.")


def three_parties(workbook: Workbook, today: date | None = None) -> Section:
    """Return the three-party action plan and the yearly check of the partnership."""
    title = _("Three parties: action plan and yearly check")
    actions = plain_rows(workbook.frame("joint_action"), _ACTION)
    answers = plain_rows(workbook.frame("partnership_check"), _CHECK)
    if not actions and not answers:
        return nothing_known("three-parties", title, _("joint actions"), "joint_action")
    day = follow_day(workbook, today)
    section = Section("three-parties", title, notes=day_notes(day, today))
    if actions:
        section.sentences = _counted(actions)
        section.tables = [_actions(actions)]
    section.parts = [
        _check(year, [row for row in answers if row["fiscal_year_be"] == year])
        for year in sorted({row["fiscal_year_be"] for row in answers})
    ]
    return section


def _counted(actions: list[Row]) -> list[str]:
    states = [row["state"] for row in actions]
    return [
        _(
            "{all} joint actions: {done} done, {doing} under way, {waiting} planned, put off or "
            "dropped, {unknown} without a state.",
            all=number(len(states)),
            done=number(states.count("done")),
            doing=number(states.count("under_way")),
            waiting=number(sum(s in ("planned", "put_off", "dropped") for s in states)),
            unknown=number(states.count(None)),
        )
    ]


def _actions(actions: list[Row]) -> Table:
    actions = sorted(
        actions, key=lambda row: (row["fiscal_year_be"], row["quarter"], row["action_code"])
    )
    shown = [
        {
            "when": quarter_said(row["fiscal_year_be"], row["quarter"]),
            "what": f"{row['action_code']} {row['what']}",
            "who": " · ".join(str(Party.of(one).words) for one in codes(row["parties"])) or None,
            "lead": answer("joint_action", "lead", row["lead"]) or None,
            "state": answer("joint_action", "state", row["state"]) or _("not stated"),
            "result": row["result"],
        }
        for row in actions
    ]
    columns = [
        Column("when", _("Quarter")),
        Column("what", label("joint_action", "what")),
        Column("who", label("joint_action", "parties")),
        Column("lead", label("joint_action", "lead")),
        Column("state", label("joint_action", "state")),
        Column("result", label("joint_action", "result")),
    ]
    types = {column.name: "text" for column in columns}
    caption = _("Action plan of the three parties by quarter")
    return Table(framed(shown, types), columns, caption, row_heading=False, wide=True)


def _check(year: float, answers: list[Row]) -> Section:
    questions = {code: str(words) for code, words in
                 declared_names(DeclaredList.PARTNERSHIP_QUESTION).items()}  # fmt: skip
    asked = dict.fromkeys([*questions, *(row["question"] for row in answers)])
    who = list(dict.fromkeys(row["answered_as"] for row in answers))
    shown, means = [], {}
    for code in asked:
        own = {row["answered_as"]: row for row in answers if row["question"] == code}
        scores = [row["score"] for row in own.values() if row["score"] is not None]
        mean = sum(scores) / len(scores) if scores else None
        if mean is not None:
            means[code] = mean
        shown.append(
            {f"a{at}": own.get(one, {}).get("score") for at, one in enumerate(who)}
            | {"question": questions.get(code, code), "mean": mean, "n": len(scores)}
            | {"why": _whys(own)}
        )
    columns = [
        Column("question", label("partnership_check", "question")),
        *[Column(f"a{at}", one, Form.INT) for at, one in enumerate(who)],
        Column("mean", _("Mean"), Form.NUMBER, 1),
        Column("n", _("n"), Form.INT),
        Column("why", label("partnership_check", "why")),
    ]
    kinds = {column.name: "number" if column.is_number else "text" for column in columns}
    part = Section(f"partnership-{int(year)}", _("Yearly check {year}", year=int(year)))
    if means:
        worst = min(means, key=lambda code: means[code])
        said = questions.get(worst, worst)
        part.sentences = [_(_WORST_FIRST, question=said, mean=number(means[worst], 1))]
    part.tables = [Table(framed(shown, kinds), columns, wide=True)]
    part.evidence = written_evidence(answers, "answered_as", "answered_on")
    part.notes = [
        _("Answers go from 1 (not at all) to 4 (fully). The questions are a default, not official.")
    ]
    return part


def _whys(own: dict[str, Row]) -> str | None:
    told = [f"{who}: {row['why']}" for who, row in own.items() if row["why"]]
    return "\n".join(told) or None
