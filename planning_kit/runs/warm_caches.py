"""What a first page fills anyway, filled once before kernels are forked.

Word list, catalogues, area list, typeface and the store's own statements are read and compiled
by doing what a page does, in a workbook of no place that is thrown away. Kernels then share
them; each reading its own would take seconds and some hundred megabytes for every page.
"""

from __future__ import annotations

import tempfile
from importlib import import_module
from pathlib import Path

from planning_kit.language import speaking

_INVENTED, _YEAR_BE = "990101", 2571
_LONG_LABEL = "ชื่อยาวที่ต้องตัดเป็นหลายบรรทัดจึงต้องเปิดรายการคำ"


def fill() -> None:
    """Open a workbook, save into it, show a chapter and draw a picture, in both languages."""
    with tempfile.TemporaryDirectory(prefix="planning-kit-warm-") as folder:
        _rehearse(f"sqlite:///{(Path(folder) / 'nowhere.sqlite').as_posix()}")
    import_module("planning_kit.charts.wrap").close_typefaces()


def _rehearse(url: str) -> None:
    import planning_kit as kit
    from planning_kit.records import CalendarEntry
    from planning_kit.workbook import create, period_of, whole_tambon
    from planning_kit.workbook.saving import save_answers

    area = whole_tambon(_INVENTED)
    create(area, period_of(area, _YEAR_BE), store=url, who="warm", why="warm").close()
    with kit.open_workbook(_INVENTED, _YEAR_BE, store=url) as workbook:
        workbook.data_version()
        answers = {"kind": "water", "name": _LONG_LABEL, "months": "ก.พ.–พ.ค."}
        save_answers(workbook, CalendarEntry, answers, who="warm", why="warm")
        for language in ("en", "th"):
            with speaking(language):
                kit.cover(workbook)._repr_html_()
                kit.season_year(workbook)._repr_html_()
