"""The room where people meet the workbook: apps and pages on this computer, by Voila and tornado."""

from planning_kit.hall.choices import HallChoices
from planning_kit.hall.serving import serve

__all__ = ["HallChoices", "serve"]
