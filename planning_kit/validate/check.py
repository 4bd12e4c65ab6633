"""The whole judgement on a file: values, belonging, links, duplicates, oddities."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from planning_kit.language import N_
from planning_kit.validate import coordinates
from planning_kit.validate.belonging import place_row
from planning_kit.validate.checked import Checked, CheckedRow
from planning_kit.validate.contradictions import contradictions
from planning_kit.validate.duplicates import mark_duplicates
from planning_kit.validate.facts import Facts, Held, in_file_order
from planning_kit.validate.finding import Finding, Level, at_place
from planning_kit.validate.incoming import CollectedIn
from planning_kit.validate.link_order import in_order_of_links
from planning_kit.validate.links import Register, follow_links
from planning_kit.validate.own_kind import follow_own_kind
from planning_kit.validate.plausible import broken_checks, odd_values, persons_named
from planning_kit.validate.scope import AreaScope
from planning_kit.validate.stated_totals import stated_totals
from planning_kit.validate.together import judged_together
from planning_kit.validate.values import read_row


def check(
    collected: CollectedIn,
    area: AreaScope,
    known: Mapping[str, set[str]] | None = None,
    held: Held | None = None,
    mended: Collection[tuple[str, int]] = (),
) -> Checked:
    """Judge every row of a file; repair nothing, drop nothing.

    Parameters
    ----------
    collected:
        What a reader made of the file.
    area:
        Which villages belong to the plan area.
    known:
        Codes already kept for it, by record name: ``{"household": {"03-012", …}}``.
        Used for every type that others name: ``source``, ``village``, ``problem`` …
    held:
        Records already kept for it, by record name (``LOOKED_BACK_AT`` says which are
        asked for). With them a new file is compared with what earlier ones said; without,
        with itself alone.
    mended:
        Places (sheet, row) of the rows that were sent back to people and came in again.

    What is found does not depend on the order in which the rows come.
    """
    register = Register(known or {}, held)
    sources = [read_row(raw) for raw in collected.sources]
    _judge(sources, area, register, foreign=collected.is_foreign)
    rows = [read_row(raw) for raw in collected.rows]
    # Households are judged before the rows that name them, whatever the order of the sheets.
    for name in in_order_of_links():
        same = [row for row in rows if row.raw.record == name]
        _judge(same, area, register, foreign=collected.is_foreign)
        follow_own_kind(same, register, held)
    checked = Checked(rows, sources, _remarks(collected))
    for row, finding in judged_together(
        Facts([*sources, *rows], held, mended), collected.is_foreign
    ):
        (checked.remarks if row is None else row.findings).append(finding)
    return checked


def _judge(rows: list[CheckedRow], area: AreaScope, register: Register, *, foreign: bool) -> None:
    readable = sorted((row for row in rows if row.record is not None), key=in_file_order)
    for row in readable:
        place_row(row, area, others_expected=foreign)
        follow_links(row, register)
    far = coordinates.far_points(readable)
    for row in readable:
        row.findings += _oddities(row, far)
    mark_duplicates(readable)
    register.enter(rows)


def _oddities(row: CheckedRow, far: Mapping[int, Finding]) -> Iterable[Finding]:
    if row.record is None:
        return []
    point = coordinates.odd_point(row) or far.get(id(row))
    # One sentence about a point says more than two about its halves.
    skip = coordinates.FIELDS if coordinates.point_of(row.record) else ()
    odd = odd_values(row.raw, row.record, skip)
    broken = [*broken_checks(row.raw, row.record), *contradictions(row)]
    persons = persons_named(row.raw, row.record)
    return [*odd, *broken, *persons, *([point] if point else [])]


def _remarks(collected: CollectedIn) -> list[Finding]:
    remarks = [
        at_place(Level.NOTE, note.code, note.message_id, note.place, **note.values)
        for note in collected.notes
    ]
    remarks += [finding for one in collected.stated for finding in stated_totals(one)]
    if not collected.rows and not collected.sources:
        remarks.append(
            at_place(
                Level.NOTE,
                "validate.nothing-filled-in",
                N_("“{file}” holds no rows to import; fill in at least one sheet"),
                None,
                file=collected.file_name,
            )
        )
    return remarks
