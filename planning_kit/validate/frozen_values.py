"""A baseline that was frozen stays as it is: progress is measured from it."""

from __future__ import annotations

from planning_kit.language import N_
from planning_kit.validate.facts import Facts, Marks
from planning_kit.validate.finding import Level, in_row

_KEPT = ("value", "n", "as_of", "is_frozen")

_FROZEN = N_(
    "The baseline of indicator {indicator} is frozen, because progress is measured from it; what "
    "is kept stays. If it was wrong, enter a new indicator and say why in its note"
)


def frozen_values(facts: Facts) -> Marks:
    """Yield a refusal for each row that would change a frozen value."""
    for record, row in facts.new("indicator_value"):
        kept = facts.before("indicator_value", record)
        if kept is None or kept.is_frozen is not True:
            continue
        changed = [name for name in _KEPT if getattr(kept, name) != getattr(record, name)]
        if changed:
            spec = record.field(changed[0])
            values = {"indicator": record.indicator_code}
            name = "validate.frozen-baseline"
            yield row, in_row(row.raw, Level.REFUSE, name, _FROZEN, spec, **values)
