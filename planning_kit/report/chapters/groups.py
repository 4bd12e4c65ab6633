"""The chapter on groups, enterprises and funds, and the households that belong to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from planning_kit.charts.bars import bars
from planning_kit.charts.values import Form
from planning_kit.language import Words, _
from planning_kit.profile import community as profile
from planning_kit.report.chapters.answer_tables import (
    leading,
    row_of,
    tally_table,
    worded,
    worded_answers,
)
from planning_kit.report.chapters.text_column import as_text
from planning_kit.report.chapters.village_names import village_name, village_names
from planning_kit.report.chapters.wording import (
    answer,
    evidence,
    households,
    known,
    label,
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

GROUPS = Words("กลุ่ม", "groups")


def groups(workbook: Workbook) -> Section:
    """Return the chapter on groups and funds, with their list and the households’ membership."""
    frame, asked = workbook.frame("group"), workbook.frame("household")
    title = _("Groups and funds")
    if frame.empty:
        section = nothing_known("groups", title, _("groups, enterprises and funds"), "group")
    else:
        section = Section("groups", title)
        table = profile.groups(frame)
        section.sentences = _findings(table)
        shown = worded(table, lambda kind: answer("group", "kind", kind), "kind")
        section.pictures.append(_picture(shown))
        section.tables.append(_by_kind(shown))
        section.evidence.append(evidence(workbook, "group", len(frame), of=GROUPS))
        section.parts.append(_list(workbook, frame))
    members = profile.memberships(asked, sample_of(workbook))
    if not members.empty:
        section.parts.append(_membership(workbook, members))
    return section


def _findings(table: pd.DataFrame) -> list[str]:
    count, stated = int(table["groups"].sum()), int(table["state_n"].sum())
    said = [_("Groups and funds on record: {count}.", count=number(count))]
    if stated:
        said.append(
            _(
                "{active} of the {n} whose state is stated are active.",
                active=number(table["active"].sum()),
                n=number(stated),
            )
        )
    if table["members_n"].sum():
        said.append(
            _(
                "Together they count {members} in {n} groups; one person may be in several.",
                members=persons(table["members"].sum()),
                n=number(table["members_n"].sum()),
            )
        )
    return said + _money(table)


def _money(table: pd.DataFrame) -> list[str]:
    held = int(table["balance_n"].sum())
    if not held:
        return [_("What funds the groups hold is not stated.")]
    return [
        _(
            "The funds they hold come to {amount} baht (stated by {n} groups).",
            amount=number(table["balance"].sum()),
            n=number(held),
        )
    ]


def _by_kind(shown: pd.DataFrame) -> Table:
    columns = [Column("label", label("group", "kind")), Column("groups", _("Groups"), Form.INT)]
    wanted = (
        ("active", _("Active"), Form.INT, "state_n"),
        ("members", _("Members (persons)"), Form.INT, "members_n"),
        ("women_share", _("Women among members"), Form.PERCENT, "women_n"),
        ("revenue", _("Revenue a year (baht)"), Form.BAHT, "revenue_n"),
        ("balance", _("Funds held (baht)"), Form.BAHT, "balance_n"),
        ("lent", _("Loans outstanding (baht)"), Form.BAHT, "lent_n"),
    )
    for name, heading, form, stated in wanted:
        if shown[stated].sum():
            columns.append(Column(name, heading, form))
            if not shown[stated].equals(shown["groups"]):
                columns.append(Column(stated, _("n"), Form.INT))
    note = _(
        "n is the number of groups that stated the figure before it; without n, all did. "
        "These are public bodies, so nothing is hidden."
    )
    return Table(shown, columns, caption=_("Groups and funds by kind"), note=note)


def _picture(shown: pd.DataFrame) -> Picture:
    caption = _("Number of groups and funds by kind")
    figure = bars(shown, label="label", value="groups")
    counts = [
        f"{kind} {number(n)}" for kind, n in zip(shown["label"], shown["groups"], strict=True)
    ]
    return Picture(figure, alt=f"{caption}: {'; '.join(counts)}", caption=caption)


def _list(workbook: Workbook, frame: pd.DataFrame) -> Section:
    listed = profile.group_list(frame)
    names = village_names(workbook.villages(), listed["village_code"])
    shown = listed.assign(
        village=[village_name(code, names) for code in listed["village_code"]],
        kind=[answer("group", "kind", code) for code in listed["kind"]],
        state=as_text(answer("group", "state", code) for code in listed["state"]),
    )
    wanted = (
        ("name", Form.TEXT),
        ("kind", Form.TEXT),
        ("village", Form.TEXT),
        ("members", Form.INT),
        ("women", Form.INT),
        ("state", Form.TEXT),
        ("products", Form.TEXT),
        ("results", Form.TEXT),
        ("needs", Form.TEXT),
    )
    columns = [
        Column(name, _("Village") if name == "village" else label("group", name), form)
        for name, form in wanted
        if shown[name].notna().any()
    ]
    needing = int(shown["needs"].notna().sum())
    part = Section("groups-list", _("Every group, what it achieves and what it needs"))
    part.sentences.append(
        _(
            "{n} of {count} groups say what support they need.",
            n=number(needing),
            count=number(len(shown)),
        )
    )
    part.tables.append(Table(shown, columns, caption=_("List of groups and funds")))
    part.evidence.append(evidence(workbook, "group", len(frame), of=GROUPS))
    return part


def _membership(workbook: Workbook, members: pd.DataFrame) -> Section:
    part = Section("memberships", _("Households that belong to a group"))
    shown = worded_answers(members, "household", "memberships")
    most = leading(shown[shown["key"] != "none"])
    if most is not None:
        part.sentences.append(
            _(
                "The group with the most households is {group}: {households} ({share}).",
                group=most["label"],
                households=households(most["households"]),
                share=percent(most["share"], 0),
            )
        )
    outside = row_of(shown, "none", "key")
    if outside is not None and known(outside["households"]):
        part.sentences.append(
            _("{households} belong to no group.", households=households(outside["households"]))
        )
    part.sentences.append(sample_of(workbook).sentence())
    caption = _("Households by membership")
    part.tables.append(tally_table(shown, label("household", "memberships"), caption))
    n = int(members["n"].iloc[0])
    part.evidence.append(evidence(workbook, "household", n))
    part.notes.append(_("A household may belong to several groups, so the shares exceed 100%."))
    return part
