"""The row of a template that only shows how to fill in, and what people wrote over it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from planning_kit.collect.collected import Collected, LeftOut, Place, Remark
from planning_kit.collect.template_cells import PLACES, is_example
from planning_kit.language import N_
from planning_kit.records import Record, is_local
from planning_kit.records.kinds import is_blank

_LEFT_OUT = N_(
    "The row is marked as the example and mostly still says what the example said; to import it, "
    "clear the word in the first column"
)
_COUNTS = N_("The example row was written over, so it counts as one of your rows")
_CHECK = N_(
    "The example row was written over, so it counts as one of your rows; but {columns} still say "
    "what the example said: correct or clear them"
)


def is_filled_in(
    kind: type[Record],
    values: Mapping[str, Any],
    columns: Mapping[str, str],
    place: Place,
    collected: Collected,
) -> bool:
    """Tell whether a row that is marked as the example is data; what is told goes to ``collected``.

    People write over the example. It is theirs once it has a code of its own, or once half of
    what stands in it is theirs; untouched, it is left out without a word.
    """
    written = {name: value for name, value in values.items() if not is_blank(value)}
    same = [name for name, value in written.items() if _is_shipped(kind, name, value)]
    own = written.keys() - set(same)
    if not own:
        return False
    # A place says nothing: the example’s lies in whatever tambon the template is for.
    left = [name for name in same if name not in PLACES]
    if own.isdisjoint(kind.noun.key) and len(own) < len(left):
        collected.left_out.append(LeftOut(place, _LEFT_OUT))
        return False
    named = ", ".join(f"“{columns[name]}”" for name in left if name not in kind.noun.key)
    sentence = _CHECK if named else _COUNTS
    told: dict[str, object] = {"columns": named} if named else {}
    collected.notes.append(Remark("collect.example-written-over", sentence, told, place))
    return True


def _is_shipped(kind: type[Record], name: str, value: object) -> bool:
    return not is_local(name) and is_example(kind.field(name), value)
