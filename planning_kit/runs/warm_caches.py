"""What a first page fills anyway, filled once before kernels are forked."""

from __future__ import annotations


def fill() -> None:
    """Load the word list, the catalogues, the area list and the typeface."""
