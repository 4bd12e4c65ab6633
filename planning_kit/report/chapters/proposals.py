"""Policy proposals: what is asked of whom, what stands behind it, and what was answered."""

from __future__ import annotations

from planning_kit.language import _, ngettext
from planning_kit.plan.proposal_standing import FIELDS
from planning_kit.records.plain_rows import Row, framed, plain_rows
from planning_kit.report.chapters.meetings import listed
from planning_kit.report.chapters.plan_names import PlanNames
from planning_kit.report.chapters.wording import answer, baht, label, nothing_known, number
from planning_kit.report.markup import anchor
from planning_kit.report.section import Section
from planning_kit.report.table import Column, Table
from planning_kit.thai import format_date
from planning_kit.workbook import Workbook

_LEVELS = ("tambon", "province", "region", "nation")
_ANSWERED = ("accepted", "refused", "done")


def proposals(workbook: Workbook) -> Section:
    """Return the proposals: a list by level, then each with problems, figures, ask and answer."""
    rows = plain_rows(workbook.frame("proposal"), FIELDS)
    title = _("Policy proposals")
    if not rows:
        return nothing_known("proposals", title, _("policy proposals"), "proposal")
    rows.sort(key=lambda row: (_LEVELS.index(row["level"]), row["proposal_code"]))
    section = Section("proposals", title, sentences=_counted(rows), tables=[_list(rows)])
    names = PlanNames(workbook)
    section.parts = [_one(row, names) for row in rows]
    return section


def _counted(rows: list[Row]) -> list[str]:
    answered = sum(row["state"] in _ANSWERED for row in rows)
    return [
        ngettext(
            "The tambon makes {count} proposal; {answered} of them have an answer.",
            "The tambon makes {count} proposals; {answered} of them have an answer.",
            len(rows),
            count=number(len(rows)),
            answered=number(answered),
        )
    ]


def _list(rows: list[Row]) -> Table:
    shown = [
        row
        | {
            "said_level": answer("proposal", "level", row["level"]),
            "said_state": answer("proposal", "state", row["state"]) or None,
        }
        for row in rows
    ]
    columns = [
        Column("proposal_code", _("Code")),
        Column("statement", _("Proposal")),
        Column("said_level", label("proposal", "level")),
        Column("addressee", label("proposal", "addressee")),
        Column("said_state", label("proposal", "state")),
    ]
    types = {column.name: "text" for column in columns}
    return Table(framed(shown, types), columns, caption=_("Policy proposals, by level"))


def _one(row: Row, names: PlanNames) -> Section:
    said = [*listed(row["statement"])]
    if row["theme"]:
        said.append(_("Theme: {theme}", theme=names.taxon("policy_theme", row["theme"])))
    if problems := names.listed("problem", row["problem_codes"]):
        said.append(_("Problems behind it: {problems}", problems=" · ".join(problems)))
    if row["figures"]:
        said.append(_("Figures behind it: {figures}", figures=" ".join(listed(row["figures"]))))
    said += _asked(row)
    said.append(_answer(row))
    code = str(row["proposal_code"])
    to = row["addressee"] or answer("proposal", "level", row["level"])
    title = _("Proposal {code}, to {office}", code=code, office=to)
    return Section(f"proposal-{anchor(code)}", title, sentences=said)


def _asked(row: Row) -> list[str]:
    said = []
    kind = answer("proposal", "ask_kind", row["ask_kind"])
    if row["ask"]:
        asked = " ".join(listed(row["ask"]))
        said.append(
            _("What is asked ({kind}): {ask}", kind=kind, ask=asked)
            if kind
            else _("What is asked: {ask}", ask=asked)
        )
    if row["amount"] is not None:
        said.append(_("Amount asked: {amount}", amount=baht(row["amount"])))
    return said


def _answer(row: Row) -> str:
    state = answer("proposal", "state", row["state"]) or _("not stated")
    parts = [_("Status: {state}", state=state)]
    if row["sent_on"] is not None:
        parts.append(_("sent {date}", date=format_date(row["sent_on"], "short")))
    if row["answered_on"] is not None:
        parts.append(_("answered {date}", date=format_date(row["answered_on"], "short")))
    if row["answer"]:
        parts.append(_("answer: {answer}", answer=" ".join(listed(row["answer"]))))
    return " · ".join(parts)
