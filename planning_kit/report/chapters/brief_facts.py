"""What a two-page brief says of one proposal, gathered from its line through all levels."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from planning_kit.deliberate.recurring_counts import COUNTS, PARTS, count_groups
from planning_kit.deliberate.told_problems import merged_refs, told_problems
from planning_kit.errors import KitError
from planning_kit.language import N_
from planning_kit.plan.proposal_lines import Ancestor, Line, ancestry, descendants, lines_of
from planning_kit.plan.proposal_standing import PROPOSAL, STANDINGS, standings
from planning_kit.records.area_ref import area_ref
from planning_kit.records.plain_rows import Row, codes, plain_rows
from planning_kit.report.chapters.gathered import Gathered

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

_GROUP = ("plan_area", "proposal_code", "member_refs", "is_confirmed", "title", "confirmed_on")
_FIGURE = ("plan_area", "problem_code", "statement", "value", "unit", "n", "as_of", "source")


@dataclass(frozen=True)
class BriefFacts:
    """A proposal, its standing, its line, the problems behind it (refs) and their figures."""

    ref: str
    row: Row
    standing: Row
    tree: Ancestor
    became: tuple[Line, ...]
    problems: tuple[str, ...]
    groups: tuple[Row, ...]
    count: Row
    parts: tuple[Row, ...]
    figures: tuple[Row, ...]


def brief_facts(workbook: Workbook, code: str, held: Gathered, today: date) -> BriefFacts:
    """Return what is known of a proposal of ``workbook``.

    The problems behind it are those it names, those of the confirmed groups it came out of, and
    those behind every proposal it came out of. Raises ``KitError`` ``report.no-such-proposal``.
    """
    rows = {
        area_ref(row["plan_area"], row["proposal_code"]): row
        for row in plain_rows(held.proposals, PROPOSAL)
    }
    ref = area_ref(workbook.area_id, code)
    _refuse_unknown(workbook, code, rows)
    lines = lines_of(held.origins)
    table = standings(held.proposals, held.steps, lines, today=today)
    [standing] = [row for row in plain_rows(table, STANDINGS) if row["ref"] == ref]
    tree = ancestry(ref, lines)
    line_of_it = tuple(dict.fromkeys(one.ref for one in tree.walk()))
    groups = tuple(
        row
        for row in plain_rows(held.groups, _GROUP)
        if row["is_confirmed"] is True
        and area_ref(row["plan_area"], row["proposal_code"]) in line_of_it
    )
    problems = _problems(line_of_it, rows, groups, held)
    counts, parts = count_groups({ref: problems}, held.problems, held.projects, heard=held.heard)
    [count] = plain_rows(counts, COUNTS)
    listed = tuple(plain_rows(parts, PARTS))
    became = tuple(descendants(ref, lines))
    return BriefFacts(
        ref,
        rows[ref],
        standing,
        tree,
        became,
        problems,
        groups,
        count,
        listed,
        _figures(problems, held),
    )


def _refuse_unknown(workbook: Workbook, code: str, rows: dict[str, Row]) -> None:
    area = workbook.area_id
    if area_ref(area, code) in rows:
        return
    own = [key.partition("/")[2] for key in rows if key.startswith(f"{area}/")]
    raise KitError(
        "report.no-such-proposal",
        N_("There is no proposal {code} in this workbook; it has {known}."),
        code=code,
        known=", ".join(sorted(own)) or "–",
    )


def _problems(
    refs: tuple[str, ...], rows: dict[str, Row], groups: tuple[Row, ...], held: Gathered
) -> tuple[str, ...]:
    told, last = told_problems(held.problems), merged_refs(held.problems)
    named = [
        area_ref(rows[ref]["plan_area"], code)
        for ref in refs
        if ref in rows
        for code in codes(rows[ref]["problem_codes"])
    ]
    # A proposal may be raised straight from a problem of another area.
    named += [ref for ref in refs if ref in last]
    named += [ref for group in groups for ref in codes(group["member_refs"])]
    standing = dict.fromkeys(last.get(ref, ref) for ref in named)
    return tuple(ref for ref in standing if ref in told)


def _figures(problems: tuple[str, ...], held: Gathered) -> tuple[Row, ...]:
    """Return the figures cited for these problems, of each statement once, the largest n first."""
    last = merged_refs(held.problems)
    found: dict[tuple[str, str], Row] = {}
    for row in plain_rows(held.evidence, _FIGURE):
        ref = area_ref(row["plan_area"], row["problem_code"])
        if last.get(ref, ref) in problems and row["statement"]:
            found.setdefault((str(row["plan_area"]), str(row["statement"])), row)
    order = {ref: at for at, ref in enumerate(problems)}

    def first(row: Row) -> tuple[float, int, str]:
        ref = area_ref(row["plan_area"], row["problem_code"])
        return (-(row["n"] or 0), order.get(last.get(ref, ref), len(order)), row["statement"])

    return tuple(sorted(found.values(), key=first))
