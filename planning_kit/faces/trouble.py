"""What went wrong at a screen: whether it may go well a little later."""

from __future__ import annotations

from planning_kit.errors import KitError


def is_trouble(error: KitError) -> bool:
    """Tell whether the store is locked, full or away, so that the same may go well later."""
    return error.code.startswith("store.") and error.code != "store.conflict"
