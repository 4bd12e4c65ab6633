"""The lowest room: Thai first, English complete."""

from planning_kit.language.catalogue import N_, _, ngettext, translate
from planning_kit.language.speaking import LANGUAGES, current_language, set_language, speaking
from planning_kit.language.words import Words

__all__ = [
    "LANGUAGES",
    "N_",
    "Words",
    "_",
    "current_language",
    "ngettext",
    "set_language",
    "speaking",
    "translate",
]
