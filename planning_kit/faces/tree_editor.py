"""The problem tree: why it is so, and what it leads to, box under box."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

import ipywidgets as w

from planning_kit.faces.adding import AddBox, Added
from planning_kit.faces.answer_control import ListControl
from planning_kit.faces.board import Board, Card, Group
from planning_kit.faces.chooser import Chooser
from planning_kit.faces.held import Held
from planning_kit.faces.record_editor import RecordEditor
from planning_kit.faces.tool import Shown, Told, Tool
from planning_kit.language import _
from planning_kit.plan.merged import standing
from planning_kit.records import TreeNode
from planning_kit.records.forum_choices import TreeSide
from planning_kit.tool_titles import title_of
from planning_kit.workbook import Workbook
from planning_kit.workbook.saving import Saving

ShowingTree = Callable[[Workbook, str], Shown]
"""What makes the Section of one problem's tree."""

_NODE = TreeNode.noun.name
_TRUNK = "trunk"
_DEEPEST = 3
_PREFIX = {TreeSide.CAUSE: "C", TreeSide.EFFECT: "E"}


class TreeEditor(Tool):
    """One problem at a time; touching a box opens what can be done with it."""

    def __init__(self, workbook: Workbook, section: ShowingTree, *, who: str | None) -> None:
        self._of_problem = section
        super().__init__(workbook, title_of("tree_editor"), self._tree, who=who)

    def _tree(self, workbook: Workbook) -> Shown:
        return self._of_problem(workbook, self.problem)

    @property
    def problem(self) -> str:
        """The code of the problem whose tree is shown; blank where there is none."""
        return self.chooser.code

    def _body(self) -> list[w.Widget]:
        self._nodes: dict[str, Held] = {}
        self._is_grown = False
        self.chooser = Chooser(_("Problem"), self._other_problem)
        self._none = w.HTML()
        self.board = Board(self._editor, "pk-outline")
        return [self.chooser.widget, self._none, self.board.widget]

    def refresh(self) -> None:
        """Show the problems to choose from, and the boxes of the one that is chosen."""
        everything = self.keeper.all(_NODE)
        rows = sorted(
            standing(self.workbook.frame("problem")), key=lambda row: str(row["problem_code"])
        )
        counts = [held["problem_code"] for held in everything]
        self._statements = {row["problem_code"]: row["statement"] or "" for row in rows}
        lines = {
            code: f"{code} ({counts.count(code)}) {said}" for code, said in self._statements.items()
        }
        self.chooser.show(lines)
        none = _("No problem is written yet; write problem cards first.")
        self._none.value = "" if lines else f'<p class="pk-help">{none}</p>'
        own = (held for held in everything if held["problem_code"] == self.problem)
        self._nodes = {held["node_code"]: held for held in own}
        self.board.show(self._groups() if lines else [])
        if self._is_grown:
            self._is_grown = False
            self.reopen()

    def reopen(self) -> None:
        """Show the open box as it is kept."""
        self.board.reopen()

    def _other_problem(self) -> None:
        self.board.open(None)
        self.refresh()
        self.draw()

    def _groups(self) -> list[Group]:
        code = self.problem
        trunk = Card(_TRUNK, f"{code} {self._statements[code]}", ("pk-trunk",))
        return [
            Group("effect", _("Effects: what it leads to"), list(self._side(TreeSide.EFFECT))),
            Group("problem", _("The problem: touch it to ask why, and what follows"), [trunk]),
            Group("cause", _("Causes: why it is so"), list(self._side(TreeSide.CAUSE))),
        ]

    def _side(self, side: TreeSide) -> Iterator[Card]:
        for held, deep in self._walk(side):
            looks = [f"pk-{side}", f"pk-deep-{min(deep, _DEEPEST)}"]
            root = ""
            if held["is_root_cause"]:
                looks.append("pk-root")
                root = f" ({TreeNode.field('is_root_cause').label})"
            yield Card(
                held["node_code"], f"{held['node_code']} {held['statement']}{root}", tuple(looks)
            )

    def _walk(self, side: TreeSide) -> Iterator[tuple[Held, int]]:
        """Yield the boxes of a side with their depth; one that hangs on nothing known comes first."""
        own = [held for held in self._nodes.values() if held["side"] == side]
        codes = {held["node_code"] for held in own}
        tops = [held for held in own if held["parent_code"] not in codes]
        waiting = [(held, 0) for held in reversed(tops)]
        while waiting:
            held, deep = waiting.pop()
            yield held, deep
            below = [one for one in own if one["parent_code"] == held["node_code"]]
            waiting += [(one, deep + 1) for one in reversed(below)]

    # --- what can be done with a box -----------------------------------------------------
    def _editor(self, key: str) -> w.Widget:
        if key == _TRUNK:
            return w.VBox([self._asking(TreeSide.CAUSE, None), self._asking(TreeSide.EFFECT, None)])
        held = self._nodes[key]
        side = TreeSide.of(str(held["side"]))
        names = ["statement", "parent_code"]
        if side is TreeSide.CAUSE:
            names.insert(1, "is_root_cause")
        hangs_on = ListControl(TreeNode.field("parent_code"), self._others(held, side))
        asked = RecordEditor(self, held, names, {"parent_code": hangs_on})
        close = w.Button(description=_("Close the box"))
        close.on_click(lambda _button: self.board.open(None))
        along = self._along(held)
        label = _("Take the box out")
        if len(along) > 1:
            label = _("Take out with the {n} that hang on it", n=len(along) - 1)
        out = w.Button(description=label)
        out.on_click(lambda _button: self.take_out(self._along(self._nodes[key])))
        bar = w.Box([close, out])
        bar.add_class("pk-bar")
        return w.VBox([self._asking(side, key), asked.widget, bar])

    def _asking(self, side: TreeSide, parent: str | None) -> w.Widget:
        ask = _("Why is that so?") if side is TreeSide.CAUSE else _("And what follows from it?")
        button = _("Add the cause") if side is TreeSide.CAUSE else _("Add the effect")
        add: Added = partial(self._add, side, parent)
        return AddBox(ask, button, add).widget

    def _add(self, side: TreeSide, parent: str | None, text: str, told: Told) -> None:
        answers = {"problem_code": self.problem, "side": side, "statement": text}
        if parent is not None:
            answers["parent_code"] = parent

        def grown(saving: Saving) -> None:
            # What is open offers every box to hang on, so it is made anew with the new one.
            self._is_grown = saving.is_saved
            told(saving)

        self.add_coded(_NODE, "node_code", _PREFIX[side], answers, grown, width=1)

    def _others(self, held: Held, side: TreeSide) -> list[tuple[str, str]]:
        return [
            (f"{one['node_code']} {one['statement']}", one["node_code"])
            for one, _deep in self._walk(side)
            if one["node_code"] != held["node_code"]
        ]

    def _along(self, held: Held) -> list[Held]:
        """Return a box and all that hangs on it, the outermost first."""
        found = [held]
        for one in found:
            found += [
                other
                for other in self._nodes.values()
                if other["parent_code"] == one["node_code"] and other not in found
            ]
        return found[::-1]


def tree_editor(workbook: Workbook, *, section: ShowingTree, who: str | None = None) -> TreeEditor:
    """Return the tree of a problem, to add causes and effects under any box.

    ``section`` makes the Section of one problem's tree; the front door hands it over. ``who``
    writes, as a role or a code of the table; it is kept with each revision.
    """
    return TreeEditor(workbook, section, who=who)
