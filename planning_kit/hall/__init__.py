"""The room where people meet the workbook: apps and pages on this computer, by Voila and tornado."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from planning_kit.hall.choices import HallChoices
    from planning_kit.hall.serving import serve

__all__ = ["HallChoices", "serve"]


def __getattr__(name: str) -> Any:
    """Fetch a name when it is asked for: the light pages must not bring Voila along."""
    if name == "serve":
        from planning_kit.hall.serving import serve

        return serve
    if name == "HallChoices":
        from planning_kit.hall.choices import HallChoices

        return HallChoices
    raise AttributeError(name)
