"""What is missing or wrong in the episodes of the course: for those who write them."""

from __future__ import annotations

import sys

from planning_kit.cli.console import say, speak_utf8
from planning_kit.course.episode import EPISODE_FILE
from planning_kit.course.lesson_checks import folder_faults
from planning_kit.language import _, set_language
from planning_kit.shipped import shipped


def main() -> int:
    """Say every fault of the folders that begin with what was typed, of all without."""
    speak_utf8()
    set_language("en")
    starts = tuple(sys.argv[1:]) or ("",)
    files = sorted(shipped("course").glob(f"[0-9][0-9]_*/{EPISODE_FILE}"))
    found = {
        file.parent.name: folder_faults(file.parent)
        for file in files
        if file.parent.name.startswith(starts)
    }
    for code, faults in found.items():
        say(f"{code}:", *(f"  {fault}" for fault in faults or [_("nothing is missing")]))
    return int(any(found.values()))


if __name__ == "__main__":
    sys.exit(main())
