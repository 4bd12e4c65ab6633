"""What went wrong, said once: a code, and a sentence in Thai and in English."""

from planning_kit.errors.kit_error import KitError, KitErrors, ReadingError

__all__ = ["KitError", "KitErrors", "ReadingError"]
