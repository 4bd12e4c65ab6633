"""What one agency was asked, promised and gave, what it co-owns, and the log of talks with it."""

from __future__ import annotations

from datetime import date

import pandas as pd

from planning_kit.charts.values import Form
from planning_kit.language import N_, Words, _
from planning_kit.records.follow_choices import AgencyKind, AgencyLevel
from planning_kit.records.plain_rows import Row, framed, plain_rows
from planning_kit.report.chapters.following import written_evidence
from planning_kit.report.chapters.plan_names import PlanNames
from planning_kit.report.chapters.wording import answer, joined
from planning_kit.report.section import Section
from planning_kit.report.table import Column, Table
from planning_kit.thai import format_date

SILENT = N_("silent: its day is over")


def standing_words(row: Row) -> str:
    """Say how a pledge stands; silent where its day is over without an answer."""
    if row["standing"] == "silent":
        return _(SILENT)
    return answer("pledge", "state", row["standing"])


def agency_record(
    code: str,
    table: pd.DataFrame,
    owned: list[str],
    contacts: list[Row],
    names: PlanNames,
    known: Row | None,
) -> Section:
    """Return the part of one agency; ``known`` is its row of the registry, ``None`` for a stranger."""
    own = plain_rows(table[table["agency"] == code], table.columns)
    talks = sorted(
        (row for row in contacts if row["agency"] == code), key=lambda row: row["date"] or date.min
    )
    part = Section(f"convergence-{code}", names.taxon("agency", code))
    part.sentences = [said for said in (_what_it_is(known), _owns(owned, names)) if said]
    part.tables = [one for one in (_requests(own, names), _talks(talks, names)) if one is not None]
    part.evidence = written_evidence(
        [row | {"by": _("log of the working group")} for row in talks], "by", "date"
    )
    return part


def _what_it_is(known: Row | None) -> str:
    if known is None:
        return _("This agency is not in the list of agencies; add it there with its source.")
    said = [
        str(words)
        for words in (
            _words(AgencyKind, known["agency_kind"]),
            _words(AgencyLevel, known["agency_level"]),
        )
        if words
    ]
    if known["is_confirmed"] is not True:
        said.append(_("name and abbreviation not confirmed"))
    return " · ".join(said)


def _words(choices: type[AgencyKind] | type[AgencyLevel], code: object) -> Words | None:
    return None if code is None else choices.of(str(code)).words


def _owns(owned: list[str], names: PlanNames) -> str:
    if not owned:
        return ""
    return _(
        "Answers together for: {list}.", list=joined(names.coded("indicator", c) for c in owned)
    )


def _requests(rows: list[Row], names: PlanNames) -> Table | None:
    if not rows:
        return None
    shown = [
        {
            "project": names.coded("project", row["project_code"]),
            "what": " · ".join(one for one in (row["what"], row["role"]) if one),
            "amount": row["amount"],
            "asked": format_date(row["asked_on"], "short") if row["asked_on"] else None,
            "by": format_date(row["by_date"], "short") if row["by_date"] else None,
            "state": standing_words(row),
            "answer": row["answer"],
        }
        for row in rows
    ]
    columns = [
        Column("project", _("Project"), links=names.links("project")),
        Column("what", _("What is asked")),
        Column("amount", _("Worth (baht)"), Form.BAHT),
        Column("asked", _("Asked on")),
        Column("by", _("Needed by")),
        Column("state", _("Answered or not")),
        Column("answer", _("Answer")),
    ]
    kinds = {column.name: "number" if column.is_number else "text" for column in columns}
    return Table(framed(shown, kinds), columns, _("Requests"), wide=True)


def _talks(rows: list[Row], names: PlanNames) -> Table | None:
    if not rows:
        return None
    shown = [
        {
            "day": format_date(row["date"], "short") if row["date"] else None,
            "kind": " · ".join(
                answer("contact", name, row[name]) for name in ("kind", "way") if row[name]
            ),
            "about": _about(row, names),
            "asked": row["asked"],
            "said": row["said"],
            "next": _next(row),
        }
        for row in rows
    ]
    columns = [
        Column("day", _("Day")),
        Column("kind", _("How")),
        Column("about", _("About")),
        Column("asked", _("What was asked")),
        Column("said", _("What the agency said")),
        Column("next", _("Next step")),
    ]
    types = {column.name: "text" for column in columns}
    return Table(framed(shown, types), columns, _("Letters, calls and meetings"), wide=True)


def _about(row: Row, names: PlanNames) -> str | None:
    told = [names.coded(kind, row[f"{kind}_code"]) for kind in ("project", "indicator")
            if row[f"{kind}_code"]]  # fmt: skip
    told += [row[name] for name in ("proposal_code", "document") if row[name]]
    return " · ".join(told) or None


def _next(row: Row) -> str | None:
    day = format_date(row["due"], "short") if row["due"] else None
    return " · ".join(one for one in (row["next_step"], day) if one) or None
