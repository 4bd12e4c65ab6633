"""What people want to learn, who wants it, and the trainings that would answer it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from planning_kit.charts.values import Form
from planning_kit.language import N_, _
from planning_kit.profile.columns import answers
from planning_kit.profile.tally import tally_several
from planning_kit.profile.training_needs import wanted
from planning_kit.records import TrainingNeed
from planning_kit.records.training_catalogue import Training, declared_trainings, leading_to
from planning_kit.report.chapters.training_advice import advice, skill_said
from planning_kit.report.chapters.training_groups import by_group
from planning_kit.report.chapters.wording import (
    answer,
    joined,
    label,
    nothing_known,
    number,
    percent,
)
from planning_kit.report.section import Section
from planning_kit.report.table import Column, Table
from planning_kit.thai import format_date, format_months

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

KEY = "training-needs"
_HOW_TO_LEARN = ("hindrances", "ways", "times")
_MONTHS = [str(month) for month in range(1, 13)]
_CHOSEN = N_(
    "The meeting chooses. This order is advice: first what most people want, then what more "
    "people want most."
)


def training_needs(workbook: Workbook) -> Section:
    """Return needs by skill and by group, advice with its reasons, and the catalogue."""
    title = _("What people want to learn")
    needs = workbook.frame("training_need")
    table = wanted(needs)
    if table.empty or not table["place"].notna().any():
        return nothing_known(KEY, title, _("what people want to learn"), "training_need")
    trainings = declared_trainings()
    section = Section(KEY, title)
    section.sentences = [*_led_by(table), _(_CHOSEN)]
    section.tables = [_skills(table)]
    section.evidence = [_evidence(needs, int(table["n"].iloc[0]))]
    section.notes = [
        _("One person may want several things, so the shares may add up to more than 100%.")
    ]
    section.parts = [
        advice(workbook, table, trainings),
        *by_group(workbook, needs, table),
        _practical(needs),
        catalogue(trainings, list(table["skill"][table["place"].notna()])),
    ]
    for part in section.parts[:-1]:
        part.evidence = list(section.evidence)
    return section


def catalogue(trainings: tuple[Training, ...], skills: list[str] | None = None) -> Section:
    """Return the catalogue; with ``skills``, those that they lead to come first, in their order."""
    led = [one for skill in skills or () for one in leading_to(skill, trainings)]
    ordered = list(dict.fromkeys([*led, *trainings]))
    rows = [
        {
            "title": str(one.title),
            "for_whom": str(one.for_whom),
            "able_to": str(one.able_to),
            "hours": one.hours,
            "teachers": str(one.teachers),
            "skills": " · ".join(skill_said(code) for code in one.skills),
        }
        for one in ordered
    ]
    columns = [
        Column("title", _("Training")),
        Column("for_whom", _("For whom")),
        Column("able_to", _("What one can do afterwards")),
        Column("hours", _("Hours"), Form.INT),
        Column("teachers", _("Who could teach")),
        Column("skills", _("Answers that lead to it")),
    ]
    caption = _("Catalogue of trainings")
    section = Section("training-catalogue", _("Catalogue of trainings to choose from"))
    section.tables = [Table(pd.DataFrame(rows), columns, caption, whole=False, wide=True)]
    section.notes = [
        _("Hours and teachers are defaults that nobody has confirmed; ask the agencies here first.")
    ]
    return section


def _led_by(table: pd.DataFrame) -> list[str]:
    first = table[table["place"] == 1]
    names = joined(skill_said(code) for code in first["skill"])
    row = first.iloc[0]
    return [
        _(
            "Most people want to learn “{skills}”: {people} of {n} who answered, or {share}.",
            skills=names,
            people=number(row["people"]),
            n=number(row["n"]),
            share=percent(row["share"], 0),
        )
    ]


def _skills(table: pd.DataFrame) -> Table:
    none = table[(table["people"] == 0) & ~table["hidden"]]
    shown = table[(table["people"] > 0) | table["hidden"]]
    shown = shown.assign(label=[skill_said(code) for code in shown["skill"]])
    columns = [
        Column("place", _("Place"), Form.INT),
        Column("label", _("Skill")),
        Column("people", _("Want it"), Form.INT),
        Column("share", _("Share"), Form.PERCENT, 0),
        Column("n", _("n"), Form.INT),
    ]
    names = joined(skill_said(code) for code in none["skill"])
    note = _("Wanted by nobody: {skills}.", skills=names) if names else ""
    return Table(shown, columns, caption=_("Skills wanted, the most wanted first"), note=note)


def _practical(needs: pd.DataFrame) -> Section:
    """Return what decides when, where and how a training is held."""
    rows = []
    for field in (*_HOW_TO_LEARN, "free_months"):
        given, keys = answers(needs, field), list(TrainingNeed.field(field).choices or _MONTHS)
        if field == "free_months":
            given = given.map(lambda said: said and tuple(str(int(month)) for month in said))
        tally = tally_several(given, [str(key) for key in keys])
        told = tally[(tally["households"] > 0) | tally["hidden"]]
        rows += [
            {**row, "question": label("training_need", field), "said": _said(field, row["key"])}
            for row in told.sort_values("households", ascending=False).to_dict("records")
        ]
    columns = [
        Column("question", _("Question")),
        Column("said", _("Answer")),
        Column("households", _("Persons"), Form.INT),
        Column("share", _("Share"), Form.PERCENT, 0),
        Column("n", _("n"), Form.INT),
    ]
    section = Section("training-how", _("When, where and how people can learn"))
    frame = pd.DataFrame(rows, columns=["question", "said", "households", "share", "n", "hidden"])
    caption = _("Hindrances, ways, times and free months")
    section.tables = [Table(frame, columns, caption=caption)]
    return section


def _said(field: str, code: str) -> str:
    if field == "free_months":
        return format_months((int(code),))
    return answer("training_need", field, code)


def _evidence(needs: pd.DataFrame, n: int) -> str:
    days = pd.to_datetime(answers(needs, "asked_on").dropna())
    parts = [_("Source: sheets on training needs")]
    if len(days):
        first, last = (format_date(day.date(), "short") for day in (days.min(), days.max()))
        parts.append(_("gathered {dates}", dates=first if first == last else f"{first} – {last}"))
    parts.append(_("n = {n} persons, who chose to answer", n=number(n)))
    return " · ".join(parts)
