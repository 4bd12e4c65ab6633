"""Causes and effects: each hangs on one of its own tree and side, and none in a circle."""

from __future__ import annotations

from collections.abc import Mapping

from planning_kit.language import N_
from planning_kit.records.forum_choices import TreeSide
from planning_kit.validate.facts import Fact, Facts, Marks
from planning_kit.validate.finding import Finding, Level, in_row
from planning_kit.validate.own_kind import circle_from

_Tree = dict[str, Fact]

_CIRCLE = N_(
    "These causes and effects hang on one another in a circle: {codes}. Decide which one hangs on "
    "the problem itself, and clear its cell “{label}”"
)
_OTHER_TREE = N_(
    "{code} belongs to the tree of problem {other}, not of {problem}; hang this on something of its "
    "own tree, or correct the problem code"
)
_UNKNOWN = N_(
    "{code} is not among the causes and effects of problem {problem}; add its row, correct the "
    "code, or leave the cell blank if this hangs on the problem itself"
)
_OTHER_SIDE = N_(
    "This is on the side “{side}”, but {code}, on which it hangs, on the side “{other}”; a cause "
    "hangs on causes, an effect on effects"
)
_BELOW_REFUSED = N_("{code}, on which this hangs, was refused; mend that row first")


def problem_trees(facts: Facts) -> Marks:
    """Yield a refusal for each cause or effect that has no place in its problem’s tree."""
    trees: dict[str, _Tree] = {}
    for fact in facts.of("tree_node"):
        trees.setdefault(fact.record.problem_code, {})[fact.record.node_code] = fact
    homes: dict[str, list[str]] = {}
    for problem, tree in trees.items():
        for code in tree:
            homes.setdefault(code, []).append(problem)
    for tree in trees.values():
        refused = {code: found for code in tree if (found := _fault(code, tree, homes))}
        refused |= _hanging_on(refused, tree)
        for code, finding in refused.items():
            row = tree[code].row
            if row is not None:
                yield row, finding


def _hanging_on(refused: Mapping[str, Finding], tree: _Tree) -> dict[str, Finding]:
    """Return the refusals of all that hangs, over however many steps, on what is refused."""
    found: dict[str, Finding] = {}
    falling = list(refused)
    for above in falling:
        for code, fact in tree.items():
            if fact.record.parent_code != above or code in refused or code in found:
                continue
            if fact.row is not None:
                found[code] = _say(fact, "validate.hangs-on-refused", _BELOW_REFUSED, code=above)
                falling.append(code)
    return found


def _fault(code: str, tree: _Tree, homes: Mapping[str, list[str]]) -> Finding | None:
    fact = tree[code]
    record, above = fact.record, fact.record.parent_code
    if fact.row is None or above is None:
        return None
    parent = tree.get(above)
    if parent is None:
        elsewhere = [home for home in homes.get(above, ()) if home != record.problem_code]
        sentence = _OTHER_TREE if elsewhere else _UNKNOWN
        values: dict[str, object] = {"code": above, "problem": record.problem_code}
        if elsewhere:
            values["other"] = ", ".join(elsewhere)
        name = "validate.parent-of-another-tree" if elsewhere else "validate.unknown-parent"
        return _say(fact, name, sentence, **values)
    if parent.record.side != record.side:
        sides = {"side": _side(record.side), "other": _side(parent.record.side)}
        return _say(fact, "validate.parent-of-another-side", _OTHER_SIDE, code=above, **sides)
    circle = circle_from(code, {key: _parents(one) for key, one in tree.items()})
    if not circle:
        return None
    said = " → ".join([*circle, circle[0]])
    label = record.field("parent_code").label
    return _say(fact, "validate.tree-circle", _CIRCLE, codes=said, label=label)


def _parents(fact: Fact) -> tuple[str, ...]:
    return (fact.record.parent_code,) if fact.record.parent_code else ()


def _side(code: str) -> object:
    return TreeSide.of(str(code)).words


def _say(fact: Fact, name: str, sentence: str, /, **values: object) -> Finding:
    assert fact.row is not None
    spec = fact.record.field("parent_code")
    return in_row(fact.row.raw, Level.REFUSE, name, sentence, spec, **values)
