"""A reason of ``planning_kit.deliberate`` as a sentence, with or without the way of counting.

On a screen in the hall no method has a name: people see what they marked and what came of it.
The method part of the printed book passes ``naming=True`` and says everything.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from planning_kit.deliberate import Reason
from planning_kit.language import N_, translate
from planning_kit.report.chapters.option_names import OptionNames
from planning_kit.report.chapters.wording import joined_briefly, number

LEFT_OUT = frozenset(
    {
        N_("Multiplied they give {product} of at most 256: place {place} by the product."),
        N_(
            "Weighted {weight_size}, {weight_severity}, {weight_ease} and {weight_concern} % they "
            "give {weighted_sum} of at most 4: place {place} by the sum."
        ),
        N_("Product and sum put it at different places."),
    }
)
"""Sentences about the way of counting, not said in the hall."""

IN_THE_HALL = {
    N_("Its {votes} supporters pay its {cost} baht out of their equal shares."): N_(
        "{votes} people chose it; their part of the money is enough for its {cost} baht."
    ),
    N_(
        "Its {votes} supporters could not pay its {cost} baht from their shares; it is paid from "
        "what was left at the end, the most votes first."
    ): N_("{votes} people chose it; its {cost} baht are paid from money left at the end."),
    N_("Its {votes} supporters had {money} baht of their shares left; it costs {cost} baht."): N_(
        "{votes} people chose it; their part of the money still had {money} baht, but it costs "
        "{cost} baht."
    ),
}
"""Sentences about equal shares, and what is said in the hall in their place."""

_MEANS = ("size", "severity", "ease", "concern", "weighted_sum")
_BAHT = ("cost", "money", "left", "budget")
_OPTIONS = ("options", "rises", "falls", "entered", "left", "path", "option")


def sentence(one: Reason, names: OptionNames, *, naming: bool = False) -> str | None:
    """Return a reason in the language in use; ``None`` for one not said in the hall."""
    message = one.message
    if not naming:
        if message in LEFT_OUT:
            return None
        message = IN_THE_HALL.get(message, message)
    told = {name: _written(name, value, one, names) for name, value in one.values.items()}
    # Totals of the whole tambon name no village.
    told.setdefault("village", names.village(None))
    return translate(message).format(**told)


def sentences(found: Iterable[Reason], names: OptionNames, *, naming: bool = False) -> list[str]:
    """Return the reasons that are said, one sentence each."""
    said = (sentence(one, names, naming=naming) for one in found)
    return [one for one in said if one]


def _written(name: str, value: Any, one: Reason, names: OptionNames) -> str:
    if name == "group":
        return names.group(str(one.values.get("facet")), str(value))
    if name == "village":
        return names.village(value)
    if name in _OPTIONS and not isinstance(value, int | float):
        found = (value,) if isinstance(value, str) else tuple(value)
        if name == "path":
            return " → ".join([*found, *found[:1]])
        # Beside a table that explains the codes, codes are enough.
        return joined_briefly(found) if name == "options" else names.listed(found)
    if isinstance(value, int | float):
        if name in _MEANS:
            return number(value, 2)
        if name in _BAHT:
            return number(value)
        return number(value, 0 if float(value).is_integer() else 1)
    return str(value)
