"""A way of the TOWS table joins the fields that its name says: SO a strength and an opportunity."""

from __future__ import annotations

from planning_kit.language import N_, Words
from planning_kit.records.forum_choices import SwotQuadrant
from planning_kit.validate.facts import Facts, Marks
from planning_kit.validate.finding import Level, in_row

_JOINS = {
    SwotQuadrant.SO: (SwotQuadrant.STRENGTH, SwotQuadrant.OPPORTUNITY),
    SwotQuadrant.ST: (SwotQuadrant.STRENGTH, SwotQuadrant.THREAT),
    SwotQuadrant.WO: (SwotQuadrant.WEAKNESS, SwotQuadrant.OPPORTUNITY),
    SwotQuadrant.WT: (SwotQuadrant.WEAKNESS, SwotQuadrant.THREAT),
}
_STRANGE = N_(
    "{item} is a way to “{way}”, but follows from {strange}; correct the codes, or choose the "
    "field of the way that fits them"
)


def swot_ways(facts: Facts) -> Marks:
    """Yield a flag for each way that follows from items of fields it does not join."""
    field_of = {
        fact.record.item_code: SwotQuadrant.of(fact.record.quadrant)
        for fact in facts.of("swot_item")
        if fact.record.quadrant
    }
    for record, row in facts.new("swot_item"):
        way = field_of.get(record.item_code)
        if way is None or way not in _JOINS:
            continue
        linked = [(code, field_of[code]) for code in record.linked_codes or () if code in field_of]
        strange = [(code, field) for code, field in linked if field not in _JOINS[way]]
        if strange:
            values = {"item": record.item_code, "way": way.words, "strange": _named(strange)}
            spec, code = record.field("linked_codes"), "validate.swot-way-elsewhere"
            yield row, in_row(row.raw, Level.FLAG, code, _STRANGE, spec, **values)


def _named(items: list[tuple[str, SwotQuadrant]]) -> Words:
    th, en = (
        ", ".join(f"{code} ({field.words.say(tongue)})" for code, field in items)
        for tongue in ("th", "en")
    )
    return Words(th, en)
