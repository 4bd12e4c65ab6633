"""``make figures``: the figures that episodes of the course name, worked out and kept."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from planning_kit.cli.console import complain, speak_utf8
from planning_kit.cli.practice_store import practice_store
from planning_kit.course.episode import episodes
from planning_kit.course.figure import FIGURES_FILE, written
from planning_kit.course.figures_worked_out import figures_of
from planning_kit.practice import practice_plan_area
from planning_kit.workbook import open_workbook


def main() -> int:
    """Write the figures of every episode into its folder; say which names mean nothing."""
    speak_utf8()
    wrong = []
    with tempfile.TemporaryDirectory() as folder:
        url = practice_store(f"sqlite:///{(Path(folder) / 'practice.db').as_posix()}")
        area = str(practice_plan_area().plan_area_id)
        with open_workbook(area, store=url) as workbook:
            for one in episodes():
                try:
                    found = figures_of(workbook, one)
                except LookupError as error:
                    wrong.append(f"{one.code}: {error}")
                else:
                    (one.folder / FIGURES_FILE).write_text(written(found), "utf-8")
    complain(*wrong)
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
