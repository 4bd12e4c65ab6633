"""``--layout``: in which layout of the local government a report prints ผ.01 and ผ.02."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from planning_kit.language import _


def add_layouts(parser: argparse.ArgumentParser) -> None:
    """Add ``--layout NAME_OR_FILE``, which may be given once for each form."""
    parser.add_argument(
        "--layout",
        action="append",
        metavar=_("LAYOUT"),
        help=_(
            "layout of ผ.01 or ผ.02, by its name in data/layouts (such as pp02_later_entry) or as "
            "a TOML file of your own; may be given twice"
        ),
    )


def checked_layouts(asked: Sequence[str] | None) -> tuple[str, ...] | None:
    """Return the layouts asked for, files by their full path; ``None`` if none was.

    Each is read once here, so that a wrong one is told before a long report begins.
    Raises ``KitError`` for one that is not there or amiss.
    """
    if not asked:
        return None
    from planning_kit.report.chapters.chosen_layout import known_layouts, read_layout

    for one in asked:
        read_layout(one)
    known = known_layouts()
    return tuple(one if one in known else str(Path(one).resolve()) for one in asked)
