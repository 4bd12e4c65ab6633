"""Where the files that travel with the kit lie: data, notebooks, course.

In a clone they are top-level folders beside the package; in a wheel they lie
inside it, under ``planning_kit/shipped_files``.
"""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def shipped(*parts: str) -> Path:
    """Return the path of a shipped file or folder, e.g. ``shipped("data", "areas")``.

    Raises ``FileNotFoundError`` when the installation lacks it.
    """
    for root in (_PACKAGE / "shipped_files", _PACKAGE.parent):
        path = root.joinpath(*parts)
        if path.exists():
            return path
    raise FileNotFoundError(f"the installation lacks {'/'.join(parts)}; install planning-kit again")
