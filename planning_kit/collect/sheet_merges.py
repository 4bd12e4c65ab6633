"""A merged rectangle of a sheet."""

from __future__ import annotations

from typing import NamedTuple


class Merge(NamedTuple):
    """First and last row, counted from 1; first and last column, counted from 0."""

    top: int
    bottom: int
    left: int
    right: int
