"""The counts of a group of problems, and its parts tambon by tambon, as tables and facts."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from planning_kit.charts.values import Form
from planning_kit.deliberate.told_problems import told_problems
from planning_kit.language import _, ngettext
from planning_kit.records.area_ref import read_ref
from planning_kit.records.plain_rows import Row, framed, plain_rows
from planning_kit.report.chapters.gathered import Gathered
from planning_kit.report.chapters.proposal_words import RefWords
from planning_kit.report.chapters.wording import baht, joined, known, number
from planning_kit.report.section import Fact
from planning_kit.report.table import Column, Table


def coverage_said(count: Row) -> str:
    """Return "3 of 25 tambons"."""
    return ngettext(
        "{count} of {heard} tambon",
        "{count} of {heard} tambons",
        count["heard"],
        count=number(count["tambons"]),
        heard=number(count["heard"]),
    )


def silent_said(count: Row) -> str:
    """Say how many tambons stated no number of households; "" where all did."""
    if not count["unstated"]:
        return ""
    return ngettext(
        "not stated by {count} tambon",
        "not stated by {count} tambons",
        count["unstated"],
        count=number(count["unstated"]),
    )


def unpriced_said(count: Row) -> str:
    """Say for how many projects the money is asked, and how many state none."""
    said = ngettext(
        "for {count} project",
        "for {count} projects",
        count["projects"],
        count=number(count["projects"]),
    )
    if not count["unpriced"]:
        return said
    return f"{said} · " + _("{count} without an amount", count=number(count["unpriced"]))


def group_facts(count: Row) -> list[Fact]:
    """Return tambons of how many, households and money, each with what is not stated."""
    facts = [Fact(coverage_said(count), _("tell of this problem"))]
    if known(count["households"]):
        told = number(count["households"])
        facts.append(Fact(told, _("households affected, as stated"), silent_said(count)))
    if known(count["amount"]):
        facts.append(Fact(baht(count["amount"]), _("asked of others"), unpriced_said(count)))
    return facts


def group_notes(count: Row, words: RefWords) -> list[str]:
    """Return what was counted once although two tell it, and what is no longer there."""
    said = []
    if count["overlapping"]:
        named = joined(words.area(area) for area in count["overlapping"])
        said.append(
            _(
                "These plan areas share ground, which counts once, by the larger: {areas}",
                areas=named,
            )
        )
    if count["missing"]:
        said.append(
            _(
                "Not counted, because no frame holds them or their tambon set them aside: {refs}",
                refs=" · ".join(count["missing"]),
            )
        )
    return said


def parts_table(parts: pd.DataFrame, words: RefWords) -> Table:
    """Return one row per plan area: its problems in people's words, households, money."""
    rows = [
        {
            "area": words.area(row["plan_area"]),
            "problems": "\n".join(_told(ref, words) for ref in row["refs"]),
            "households": row["households"] if row["counts_households"] else None,
            "amount": row["amount"] if row["counts_amount"] else None,
        }
        for row in plain_rows(parts, parts.columns)
    ]
    columns = [
        Column("area", _("Plan area")),
        Column("problems", _("In people’s words")),
        Column("households", _("Households affected"), Form.INT),
        Column("amount", _("Money asked (baht)"), Form.INT),
    ]
    types = {"area": "text", "problems": "text", "households": "number", "amount": "number"}
    caption = _("Where it is told, tambon by tambon")
    return Table(framed(rows, types), columns, caption=caption, whole=False)


def members_table(refs: Sequence[str], held: Gathered, words: RefWords) -> Table:
    """Return the problems of a suggestion side by side."""
    told = told_problems(held.problems)
    rows = [
        {
            "area": words.area(told[ref].area),
            "problem": _told(ref, words),
            "households": told[ref].households,
        }
        for ref in refs
        if ref in told
    ]
    columns = [
        Column("area", _("Plan area")),
        Column("problem", _("In people’s words")),
        Column("households", _("Households affected"), Form.INT),
    ]
    types = {"area": "text", "problem": "text", "households": "number"}
    return Table(framed(rows, types), columns)


def _told(ref: str, words: RefWords) -> str:
    found = read_ref(ref)
    return f"{found.code if found else ref} {words.statement(ref)}"
