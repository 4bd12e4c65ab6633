"""Problem trees: what causes a problem, down to its roots, and what follows from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from planning_kit.charts.problem_tree import problem_tree
from planning_kit.language import _
from planning_kit.plan.merged import PROBLEM, standing
from planning_kit.records.plain_rows import Row, plain_rows
from planning_kit.report.chapters.picture_sheets import picture_sheets
from planning_kit.report.chapters.plan_frames import adopted_problems
from planning_kit.report.chapters.problems import adopted_first
from planning_kit.report.chapters.told_at import told_at
from planning_kit.report.chapters.wording import answer, joined, nothing_known, number
from planning_kit.report.section import Section

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

MOST = 8
"""Trees drawn at most; the others are named."""
_NODE = (
    "problem_code",
    "node_code",
    "side",
    "statement",
    "parent_code",
    "is_root_cause",
    "forum_code",
)


def problem_trees(workbook: Workbook) -> Section:
    """Return the trees of the problems, those adopted first in the order adopted."""
    title = _("Causes and effects")
    frame = workbook.frame("tree_node")
    nodes = plain_rows(frame, _NODE)
    drawn = {row["problem_code"] for row in nodes}
    rows = [row for row in standing(workbook.frame("problem")) if row["problem_code"] in drawn]
    rows = adopted_first(rows, adopted_problems(workbook))
    if not rows:
        return nothing_known("trees", title, _("causes and effects of problems"), "tree_node")
    section = Section("trees", title)
    section.sentences = [_said(workbook, len(rows))]
    section.parts = [_tree(row, frame, nodes) for row in rows[:MOST]]
    if left := rows[MOST:]:
        codes = joined(row["problem_code"] for row in left)
        section.notes.append(_("Trees not drawn here, kept in the workbook: {codes}.", codes=codes))
    section.evidence = told_at(workbook, [row["forum_code"] for row in nodes])
    return section


def problem_tree_of(workbook: Workbook, code: str) -> Section:
    """Return the tree of one problem as ``problem_trees`` shows it; empty before it has one."""
    frame = workbook.frame("tree_node")
    rows = [
        row for row in plain_rows(workbook.frame("problem"), PROBLEM) if row["problem_code"] == code
    ]
    if not rows or not (frame["problem_code"] == code).any():
        return nothing_known(
            "trees", _("Causes and effects"), _("causes and effects of problems"), "tree_node"
        )
    return _tree(rows[0], frame, plain_rows(frame, _NODE))


def _said(workbook: Workbook, count: int) -> str:
    if adopted_problems(workbook):
        return _(
            "Problems with a tree: {n}, shown in the order that the meeting adopted.",
            n=number(count),
        )
    return _("Problems with a tree: {n}, shown by their code.", n=number(count))


def _tree(row: Row, frame: pd.DataFrame, nodes: list[Row]) -> Section:
    code = row["problem_code"]
    own = [node for node in nodes if node["problem_code"] == code]
    title = _("{code}: its causes and effects", code=code)
    section = Section(f"tree-{code}", title)
    roots = [node["statement"] for node in own if node["is_root_cause"]]
    if roots:
        section.sentences.append(_("Root causes: {causes}.", causes=" · ".join(roots)))
    said = " · ".join(
        f"{answer('tree_node', 'side', side)}: "
        + "; ".join(node["statement"] for node in own if node["side"] == side)
        for side in dict.fromkeys(node["side"] for node in own)
    )
    figures = problem_tree(frame[frame["problem_code"] == code], row["statement"] or code)
    caption = _("Problem tree {code}", code=code)
    section.pictures = picture_sheets(figures, f"{row['statement']}. {said}", caption)
    return section
