"""What is counted of one meeting, laid out in lines, and what follows from it in sentences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from planning_kit.deliberate.coverage import coverage_by_village
from planning_kit.deliberate.quorum import quorum
from planning_kit.errors import KitError
from planning_kit.faces.held import Held
from planning_kit.language import _, translate
from planning_kit.records import Attendance, Forum
from planning_kit.records.forum_choices import AttendanceBy, ForumKind
from planning_kit.records.frames import to_frame
from planning_kit.thai import format_number

_CELLS = ("invited", "present", "women")
_COUNCIL = ("members", "members_present")
_WHOLE = ("invited", "present")
_SEXES = ("men", "women", "other_sex")
_AGES = ("under_25", "age_25_59", "age_60_up")


@dataclass(frozen=True)
class Counts:
    """A meeting, its rows by ``"village/99010101"``, and the villages there are with names."""

    meeting: Held
    rows: Mapping[str, Held]
    villages: Mapping[str, str]

    @property
    def is_council(self) -> bool:
        """Whether it is a council meeting, the only one with a quorum."""
        return bool(self.meeting["kind"] == ForumKind.COUNCIL_MEETING)

    @property
    def village_lines(self) -> dict[str, str]:
        """Id and name of every village, those met in rows alone too."""
        met = [held["name"] for held in self.rows.values() if held["by"] == AttendanceBy.VILLAGE]
        codes = dict.fromkeys([*self.villages, *met])
        return {f"{AttendanceBy.VILLAGE}/{code}": self.villages.get(code, code) for code in codes}


def sheet_of(counts: Counts) -> dict[str, Any]:
    """Return the lines of counters as the page takes them."""
    whole = [*_WHOLE, *(_COUNCIL if counts.is_council else ())]
    groups = [
        _fields(counts, _("In all"), whole),
        _fields(counts, _("Women and men"), _SEXES),
        _fields(counts, _("By age"), _AGES),
        _rows(counts, _("By village"), counts.village_lines) | {"note": _in_villages(counts)},
        _rows(
            counts,
            _("By group"),
            {
                id_: str(held["name"])
                for id_, held in counts.rows.items()
                if held["by"] != AttendanceBy.VILLAGE
            },
            opens=True,
        ),
    ]
    return {"groups": [group for group in groups if group["rows"]]}


def _fields(counts: Counts, title: str, names: Sequence[str]) -> dict[str, Any]:
    meeting = counts.meeting
    rows = [
        {
            "id": Forum.noun.name,
            "label": str(Forum.field(name).label),
            "cells": [{"name": name, "label": "", "value": meeting[name]}],
        }
        for name in names
    ]
    return {"title": title, "note": "", "rows": rows}


def _rows(
    counts: Counts, title: str, lines: Mapping[str, str], *, opens: bool = False
) -> dict[str, Any]:
    rows = [
        {"id": id_, "label": name, "opens": opens, "cells": _cells(counts.rows.get(id_))}
        for id_, name in lines.items()
    ]
    return {"title": title, "note": "", "rows": rows}


def _cells(held: Held | None) -> list[dict[str, Any]]:
    return [
        {
            "name": name,
            "label": str(Attendance.field(name).label),
            "value": None if held is None else held[name],
        }
        for name in _CELLS
    ]


def _in_villages(counts: Counts) -> str:
    present = [counts.rows[id_]["present"] for id_ in counts.village_lines if id_ in counts.rows]
    known = [one for one in present if one is not None]
    whole = counts.meeting["present"]
    if not known or whole is None:
        return ""
    return _(
        "Counted by village: {n}, of {present} present in all",
        n=format_number(sum(known)),
        present=format_number(whole),
    )


def said_of(counts: Counts) -> list[str]:
    """Say from how many villages people came and from which nobody did, and the quorum."""
    return [*_coverage(counts), *(_quorum(counts.meeting) if counts.is_council else ())]


def _coverage(counts: Counts) -> list[str]:
    frame = to_frame(Attendance, [held.record for held in counts.rows.values()])
    table = coverage_by_village(frame, counts.villages)
    if frame.empty or table.empty:
        return []
    came = int(table["came"].sum())
    said = [
        _(
            "{came} of {whole} villages took part.",
            came=format_number(came),
            whole=format_number(len(table)),
        )
    ]
    absent = [counts.villages.get(code, code) for code in table.loc[~table["came"], "village"]]
    if absent:
        said.append(_("Nobody is recorded from: {villages}.", villages=" · ".join(absent)))
    return said


def _quorum(meeting: Held) -> list[str]:
    try:
        reasons = quorum(meeting["members_present"], meeting["members"]).reasons()
    except KitError:
        # Not counted yet, or not in agreement; the counters say which.
        return [_("The number of members, or of members present, is not stated.")]
    return [
        translate(message).format(**{name: format_number(value) for name, value in values.items()})
        for message, values in reasons
    ]
