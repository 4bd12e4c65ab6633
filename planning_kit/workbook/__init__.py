"""The workbook: opens, checks, saves. The one way in for imports, forms and bundles.

Names are fetched when first asked for: the phones' own small process opens workbooks and must
not carry what reads and writes spreadsheets.
"""

from typing import TYPE_CHECKING

from planning_kit.doors import door

if TYPE_CHECKING:
    from planning_kit.workbook.attaching import attach, attached
    from planning_kit.workbook.corrections import CorrectedRow, RefusedRows
    from planning_kit.workbook.creating import (
        create,
        create_unless_there,
        period_of,
        whole_tambon,
    )
    from planning_kit.workbook.difference import Difference
    from planning_kit.workbook.endorsing import Version, differences, endorse, is_changed, versions
    from planning_kit.workbook.evidence import Evidence
    from planning_kit.workbook.import_report import ImportReport
    from planning_kit.workbook.importing import import_file
    from planning_kit.workbook.location import default_store_url
    from planning_kit.workbook.mending import MendingRows
    from planning_kit.workbook.opening import open_workbook
    from planning_kit.workbook.quality import ImportSummary
    from planning_kit.workbook.workbook import Workbook

__all__ = [
    "CorrectedRow",
    "Difference",
    "Evidence",
    "ImportReport",
    "ImportSummary",
    "MendingRows",
    "RefusedRows",
    "Version",
    "Workbook",
    "attach",
    "attached",
    "create",
    "create_unless_there",
    "default_store_url",
    "differences",
    "endorse",
    "import_file",
    "is_changed",
    "open_workbook",
    "period_of",
    "versions",
    "whole_tambon",
]

__getattr__ = door(
    __name__,
    {
        **dict.fromkeys(("attach", "attached"), "attaching"),
        **dict.fromkeys(("CorrectedRow", "RefusedRows"), "corrections"),
        **dict.fromkeys(("create", "create_unless_there", "period_of", "whole_tambon"), "creating"),
        "Difference": "difference",
        **dict.fromkeys(
            ("Version", "differences", "endorse", "is_changed", "versions"), "endorsing"
        ),
        "Evidence": "evidence",
        "ImportReport": "import_report",
        "import_file": "importing",
        "default_store_url": "location",
        "MendingRows": "mending",
        "open_workbook": "opening",
        "ImportSummary": "quality",
        "Workbook": "workbook",
    },
)
