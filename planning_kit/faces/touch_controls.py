"""Controls of the tools: codes of a record are touched or chosen by name, never typed."""

from __future__ import annotations

from dataclasses import replace

from planning_kit.faces.answer_control import ButtonsControl, ListControl, Option
from planning_kit.faces.control import Control
from planning_kit.faces.inputs import listed_codes, make_control
from planning_kit.language import Words
from planning_kit.records import FieldSpec, Forum, Kind, Record, Village
from planning_kit.thai import format_date
from planning_kit.workbook import Workbook


def touch_control(kind: type[Record], name: str, workbook: Workbook) -> Control:
    """Return the control of one field; lists of the area are buttons, meetings are named."""
    spec = kind.field(name)
    if spec.taxonomy is not None:
        return ButtonsControl(spec, taxonomy_options(workbook, spec.taxonomy))
    to = next((link.to for link in kind.noun.links if link.field == name), None)
    if to == Forum.noun.name:
        # People choose a meeting by its name; its code stands in front of that.
        named = replace(spec, label=Words("เวที", "Meeting"))
        return ListControl(named, forum_options(workbook))
    if to == Village.noun.name and (villages := village_options(workbook)):
        return (
            ButtonsControl(spec, villages) if spec.kind is Kind.CODES else _listed(spec, villages)
        )
    return make_control(spec)


def taxonomy_options(workbook: Workbook, name: str) -> list[Option]:
    """Return the entries of a list that are in use, with their wording."""
    listed = workbook.taxonomy(name)
    return [
        (row["code"], Words(row["label_th"], row["label_en"] or row["label_th"]))
        for row in listed.to_dict("records")
        if row["is_retired"] is not True
    ]


def forum_options(workbook: Workbook) -> list[tuple[str, str]]:
    """Return the meetings as they are named in a list, the latest first, with their codes."""
    held = sorted(workbook.records(Forum), key=lambda one: str(one.date or ""), reverse=True)
    return [
        (
            " · ".join(
                part
                for part in (
                    str(one.forum_code),
                    str(one.title),
                    format_date(one.date, "short") if one.date else "",
                )
                if part
            ),
            str(one.forum_code),
        )
        for one in held
    ]


def village_options(workbook: Workbook) -> list[Option]:
    """Return the villages that are listed, by number and name."""
    return [(code, Words(said, said)) for said, code in listed_codes("village", workbook)]


def _listed(spec: FieldSpec, options: list[Option]) -> Control:
    named = replace(spec, label=Words("หมู่บ้าน", "Village"))
    return ListControl(named, [(str(words), code) for code, words in options])
