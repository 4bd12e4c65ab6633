"""What a first page fills anyway, filled once before kernels are forked.

Word list, catalogues, area list, typeface and the store's own statements are read and compiled
by doing what a page does, in a workbook of no place that is thrown away. Kernels then share
them; each reading its own would take seconds and some hundred megabytes for every page.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from planning_kit.language import speaking

_LONG_LABEL = "ชื่อยาวที่ต้องตัดเป็นหลายบรรทัดจึงต้องเปิดรายการคำ"


def fill() -> None:
    """Open a workbook, save into it, show a chapter and draw a picture, in both languages."""
    with tempfile.TemporaryDirectory(prefix="planning-kit-warm-") as folder:
        _rehearse(f"sqlite:///{(Path(folder) / 'nowhere.sqlite').as_posix()}")


def _rehearse(url: str) -> None:
    import planning_kit as kit
    from planning_kit.charts.wrap import wrapped
    from planning_kit.practice import practice_period, practice_plan_area
    from planning_kit.records import CalendarEntry
    from planning_kit.workbook import create
    from planning_kit.workbook.plan_areas import id_of
    from planning_kit.workbook.saving import save_answers

    area, period = practice_plan_area(), practice_period()
    create(area, period, store=url, who="warm", why="warm").close()
    with kit.open_workbook(id_of(area), int(period.plan_start_be or 0), store=url) as workbook:
        workbook.data_version()
        answers = {"kind": "water", "name": _LONG_LABEL, "months": "ก.พ.–พ.ค."}
        save_answers(workbook, CalendarEntry, answers, who="warm", why="warm")
        wrapped(_LONG_LABEL, 1.0)
        for language in ("en", "th"):
            with speaking(language):
                kit.cover(workbook)._repr_html_()
                kit.season_year(workbook)._repr_html_()
