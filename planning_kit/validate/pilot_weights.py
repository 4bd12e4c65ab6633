"""The weights by which a pilot is chosen make 100 together, once every criterion has one."""

from __future__ import annotations

from planning_kit.language import N_
from planning_kit.records import declared_names
from planning_kit.records.declared_lists import DeclaredList
from planning_kit.validate.facts import Facts, Marks
from planning_kit.validate.finding import Level, in_row

_WHOLE = 100
_SUM = N_(
    "The weights of all criteria now add up to {sum}, not to 100; no order is worked out until "
    "they do"
)


def pilot_weights(facts: Facts) -> Marks:
    """Yield a flag where all criteria have a weight and they do not make 100, or make more.

    Weights are typed one after another, so that a sum below 100 is no mistake before the last.
    """
    new = list(facts.new("pilot_weight"))
    if not new:
        return
    listed = declared_names(DeclaredList.PILOT_CRITERION)
    stated = {
        fact.record.criterion: fact.record.weight
        for fact in reversed(facts.of("pilot_weight"))
        if fact.record.criterion in listed
    }
    whole = sum(stated.values())
    if whole > _WHOLE or (len(stated) == len(listed) and whole != _WHOLE):
        for record, row in new:
            values = {"sum": f"{whole:g}"}
            spec, code = record.field("weight"), "validate.pilot-weights-not-100"
            yield row, in_row(row.raw, Level.FLAG, code, _SUM, spec, **values)
