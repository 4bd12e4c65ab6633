"""Following codes that were merged into others to the one that stands at last."""

from __future__ import annotations

from collections.abc import Mapping


def last_of(into: Mapping[str, str | None]) -> dict[str, str]:
    """Return code -> the code it was merged into at last (itself if not merged).

    A ring of merges, or a merge into an unknown code, leaves a code as it is.
    """
    found = {}
    for code in into:
        seen, at = {code}, code
        while (after := into.get(at)) is not None and after in into and after not in seen:
            at = after
            seen.add(at)
        found[code] = code if into.get(at) in seen else at
    return found
