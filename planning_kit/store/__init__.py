"""The database: revisions in, latest facts and plain totals out. The only door to SQLAlchemy."""

from planning_kit.store.ballot_box import BoxedBallot
from planning_kit.store.drafts import Draft, TypedAnswer, drafts_of, drop_draft, keep_draft
from planning_kit.store.handovers import Handover, HandoverMark
from planning_kit.store.identity import record_uuid
from planning_kit.store.import_papers import KeptImport
from planning_kit.store.lasting import FrozenPlan, KeptFile
from planning_kit.store.learners import LearnerAnswer
from planning_kit.store.line_values import BadLineError
from planning_kit.store.merging import Merged
from planning_kit.store.revision import (
    WITHDRAWN,
    Correction,
    ImportBatch,
    KeptFinding,
    PlanAreaCounts,
    RefusedRow,
    Revision,
    Stored,
)
from planning_kit.store.revision_lines import line_of, paper_line, paper_row, row_of
from planning_kit.store.rivals import rivals
from planning_kit.store.rows import content_of, too_long
from planning_kit.store.store import Store
from planning_kit.store.totals import totals
from planning_kit.store.whole import PAPERS, Whole
from planning_kit.store.withdrawal import told_by_several, withdrawn
from planning_kit.store.writing import TOO_LONG

__all__ = [
    "PAPERS",
    "TOO_LONG",
    "WITHDRAWN",
    "BadLineError",
    "BoxedBallot",
    "Correction",
    "Draft",
    "FrozenPlan",
    "Handover",
    "HandoverMark",
    "ImportBatch",
    "KeptFile",
    "KeptFinding",
    "KeptImport",
    "LearnerAnswer",
    "Merged",
    "PlanAreaCounts",
    "RefusedRow",
    "Revision",
    "Store",
    "Stored",
    "TypedAnswer",
    "Whole",
    "content_of",
    "drafts_of",
    "drop_draft",
    "keep_draft",
    "line_of",
    "paper_line",
    "paper_row",
    "record_uuid",
    "rivals",
    "row_of",
    "told_by_several",
    "too_long",
    "totals",
    "withdrawn",
]
