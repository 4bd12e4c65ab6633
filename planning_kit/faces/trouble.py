"""What went wrong at a screen: whether to try again, and how to say it to people in a hall."""

from __future__ import annotations

from planning_kit.errors import KitError
from planning_kit.language import _


def is_trouble(error: KitError) -> bool:
    """Tell whether the store is locked, full or away, so that the same may go well later."""
    return error.code.startswith("store.") and error.code != "store.conflict"


def said_at_a_screen(error: KitError) -> str:
    """Say an error as it matters at a screen: nobody in the hall writes commands."""
    if error.code == "workbook.linked-records":
        return _(
            "This cannot be taken out, because others name it: {linked}. Take those out or change "
            "them first.",
            linked=error.values["linked"],
        )
    return error.say()
