"""The workbook: opens, checks, saves. The one way in for imports, forms and bundles."""

from planning_kit.workbook.attaching import attach, attached
from planning_kit.workbook.corrections import CorrectedRow, RefusedRows
from planning_kit.workbook.create import create, period_of, whole_tambon
from planning_kit.workbook.differences import Difference
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
