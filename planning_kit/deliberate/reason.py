"""Why something is so, in words that a report can say: a message id and what fills its places."""

from __future__ import annotations

from typing import Any, NamedTuple


class Reason(NamedTuple):
    """One sentence not yet said.

    ``message`` is an English message id marked with ``N_``; ``values`` fills its ``{places}``
    with plain numbers, codes and tuples of codes. The report formats them.
    """

    message: str
    values: dict[str, Any]


def reason(message: str, /, **values: Any) -> Reason:
    """Return the ``Reason`` of a marked message id and its values."""
    return Reason(message, values)
