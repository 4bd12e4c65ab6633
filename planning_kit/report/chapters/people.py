"""Who lives in the households: how many, how old, who heads them, and food of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from planning_kit.charts.bars import bars
from planning_kit.charts.values import Form
from planning_kit.language import Words, _
from planning_kit.profile.people import (
    AGES,
    FOOD_MONTHS,
    HEAD_QUESTIONS,
    composition,
    dependency,
    farm_households,
    heads,
    household_size,
    staple_food,
)
from planning_kit.profile.sampling import Sample
from planning_kit.report.chapters.answer_part import share_picture
from planning_kit.report.chapters.answer_tables import (
    leading,
    row_of,
    spread_table,
    tally_table,
    worded,
    worded_answers,
)
from planning_kit.report.chapters.wording import (
    answer,
    evidence,
    households,
    known,
    label,
    not_stated,
    notes,
    nothing_known,
    number,
    percent,
    persons,
    sample_of,
)
from planning_kit.report.picture import Picture
from planning_kit.report.section import Section
from planning_kit.report.table import Column, Table

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

_MEMBERS = Words("สมาชิกทั้งหมด", "All members")


def people(workbook: Workbook) -> Section:
    """Return the chapter on the people of the households surveyed."""
    asked = workbook.frame("household")
    if asked.empty:
        return nothing_known("people", _("People"), _("households and their members"), "household")
    sample = sample_of(workbook)
    parts = [
        _size(asked, sample),
        _ages(asked),
        *_heads(asked, sample),
        _farming(asked, sample),
        _food(asked, sample),
    ]
    section = Section("people", _("People"), parts=[part for part in parts if part is not None])
    line = evidence(workbook, "household", len(asked))
    for part in section.parts:
        part.evidence.append(line)
    section.notes.append(sample.sentence())
    return section


def _member_label(name: str) -> str:
    return str(_MEMBERS) if name == "members" else label("household", name)


def _size(asked: pd.DataFrame, sample: Sample) -> Section | None:
    size = household_size(asked, sample)
    size = worded(size[size["n"] > 0], _member_label, "measure")
    if size.empty:
        return None
    section = Section("people-size", _("Size of households"))
    members = row_of(size, "members")
    if members is not None and known(members["mean"]):
        section.sentences = [
            _(
                "A household has {mean} members on average. Half have {median} or fewer.",
                mean=number(members["mean"], 1),
                median=number(members["median"]),
            )
        ]
        section.notes = notes(not_stated(_("number of members"), members["not_stated"]))
    caption = _("Persons per household")
    section.tables = [spread_table(size, _("Who"), caption, Form.NUMBER, places=1)]
    return section


def _ages(asked: pd.DataFrame) -> Section | None:
    found = composition(asked)
    if found.empty:
        return None
    found = worded(found, lambda name: label("household", name))
    section = Section("people-ages", _("Men and women, young and old"))
    section.sentences = _ages_said(asked, found)
    ages = found[found["question"] == "age"]
    if ages["persons"].notna().any():
        figure = bars(ages, label="label", value="share", form=Form.PERCENT)
        said = " · ".join(
            f"{row['label']} {percent(row['share'])}"
            for _at, row in ages.iterrows()
            if known(row["share"])
        )
        caption = _("Members by age group, share of all members")
        section.pictures = [Picture(figure, f"{caption}: {said}", caption)]
    columns = [
        Column("label", _("Members")),
        Column("persons", _("Persons"), Form.INT),
        Column("share", _("Share"), Form.PERCENT),
        Column("households", _("n (households)"), Form.INT),
    ]
    section.tables = [Table(found, columns, caption=_("Members by sex and by age group"))]
    return section


def _ages_said(asked: pd.DataFrame, found: pd.DataFrame) -> list[str]:
    said = []
    old = row_of(found, AGES[2], "key")
    if old is not None and known(old["persons"]):
        said.append(
            _(
                "{persons} are 60 or over, or {share} of the members.",
                persons=persons(old["persons"]),
                share=percent(old["share"]),
            )
        )
    ratio = dependency(asked)
    if ratio.total is not None:
        said.append(
            _(
                "Every 100 persons of working age (15–59) carry {total} others: "
                "{young} children and {old} elders.",
                total=number(ratio.total),
                young=number(ratio.young),
                old=number(ratio.old),
            )
        )
    return said


def _heads(asked: pd.DataFrame, sample: Sample) -> list[Section | None]:
    found = heads(asked, sample)
    section = Section("people-heads", _("Heads of households"))
    for question in HEAD_QUESTIONS:
        part = found[found["question"] == question]
        if part.empty:
            continue
        part = worded_answers(part, "household", question)
        heading = label("household", question)
        first = leading(part)
        if first is not None:
            section.sentences.append(
                _(
                    "{question}: most often “{answer}”, {share} of {households}.",
                    question=heading,
                    answer=answer("household", question, first["key"]),
                    share=percent(first["share"]),
                    households=households(first["n"]),
                )
            )
        section.tables.append(tally_table(part, heading, heading))
        section.notes += notes(not_stated(heading, len(asked) - int(part["n"].iloc[0])))
    return [section if section.tables else None]


def _farming(asked: pd.DataFrame, sample: Sample) -> Section | None:
    found = farm_households(asked, sample)
    if found.empty:
        return None
    found = worded(found, lambda name: label("household", name), "question")
    section = Section("people-farming", _("Farm households and the farmer register"))
    for _at, row in found.iterrows():
        if known(row["share"]):
            section.sentences.append(
                _(
                    "{question}: {count} of {n}, or {share}.",
                    question=row["label"],
                    count=number(row["households"]),
                    n=households(row["n"]),
                    share=percent(row["share"]),
                )
            )
        section.notes += notes(not_stated(row["label"], len(asked) - row["n"]))
    caption = _("Households that answered yes")
    section.tables = [tally_table(found, _("Question"), caption)]
    return section


def _food(asked: pd.DataFrame, sample: Sample) -> Section | None:
    found = staple_food(asked, sample)
    if found.empty:
        return None
    found = worded(found, FOOD_MONTHS)
    section = Section("people-food", _("Staple food of their own"))
    full = row_of(found, "12", "key")
    if full is not None and known(full["share"]):
        section.sentences = [
            _(
                "{households} eat their own staple food all year, or {share}.",
                households=households(full["households"]),
                share=percent(full["share"]),
            )
        ]
    heading = label("household", "rice_months")
    picture = share_picture(found, _("{question} (share of households)", question=heading))
    section.pictures = [picture] if picture is not None else []
    section.tables = [tally_table(found, _("Months in the year"), heading)]
    section.notes = notes(not_stated(heading, len(asked) - int(found["n"].iloc[0])))
    return section
