"""Where two typings of a ballot differ, listed before anything is counted."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

from planning_kit.faces.ballot_marks import differences, numbers_typed
from planning_kit.faces.step_parts import Part, button, group, say
from planning_kit.faces.step_records import Desk, Paper
from planning_kit.language import N_, _
from planning_kit.records.ballot import BallotMark
from planning_kit.thai import format_number

_MOST = 20
_KINDS = {
    "only_first": N_("typed the first time only"),
    "only_second": N_("typed the second time only"),
    "twice": N_("entered twice by the same typist"),
}


def differences_listed(desk: Desk, poll: Paper, names: Mapping[str, str]) -> list[Part]:
    """Return a line for each ballot whose typings differ, with buttons that open each typing.

    What was marked is not told: who looks at the paper again is not to be led.
    """
    code = str(poll.value("poll_code"))
    first, second = (set(own) for own in numbers_typed(desk, code).values())
    if not second:
        return []
    found = differences(desk, code)
    # A paper typed once so far differs in nothing: its other typing is still to come.
    found = found.loc[found["ballot_no"].isin(first & second)]
    once = len(first ^ second)
    waiting = [say(_("Typed once so far: {n} ballots.", n=format_number(once)))] if once else []
    if found.empty:
        return waiting
    ballots = list(found.groupby("ballot_no", sort=False))
    told = _("The two typings differ on {n} ballots. Look at each paper and mend what is wrong; "
             "nothing is counted before.", n=format_number(len(ballots)))  # fmt: skip
    parts: list[Part] = [*waiting, say(told, "flag")]
    for number, rows in ballots[:_MOST]:
        lines = dict.fromkeys(_line(row, names) for row in rows.to_dict("records"))
        opens = [
            button(f"open|{number}|1", _("Open the first typing")),
            button(f"open|{number}|2", _("Open the second typing")),
        ]
        title = _("Ballot {number}", number=number)
        told_here = [say(line) for line in lines]
        row = group("", opens, css="row", name="open")
        parts.append(group(title, [*told_here, row], css="card", name=f"differs {number}"))
    if len(ballots) > _MOST:
        parts.append(say(_("and {n} more ballots", n=format_number(len(ballots) - _MOST))))
    return parts


def _line(row: Mapping[Hashable, Any], names: Mapping[str, str]) -> str:
    codes = [code for code in (row["option"], row["against"]) if code]
    what = " ↔ ".join(names.get(code, code) for code in codes)
    if row["kind"] == "differs":
        return f"{what}: {BallotMark.field(str(row['field'])).label}"
    return f"{what}: {_(_KINDS[str(row['kind'])])}"
