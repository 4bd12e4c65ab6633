"""No error is swallowed: nothing bare, nothing silent."""

import ast

import pytest

BROAD = {"Exception", "BaseException"}


def swallowed(path: str, text: str) -> list[str]:
    """Say every place in ``text`` where an error would vanish."""
    said = []
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.ExceptHandler):
            if node.type is None:
                said.append(f"{path}:{node.lineno} bare except")
            if all(_is_nothing(step) for step in node.body):
                said.append(f"{path}:{node.lineno} silent except")
        elif isinstance(node, ast.Call) and _name(node.func) == "suppress":
            if {_name(kind) for kind in node.args} & BROAD:
                said.append(f"{path}:{node.lineno} suppresses every error")
        elif isinstance(node, ast.Try):
            # A return inside ``finally`` throws away the error on its way.
            inside = [inner for step in node.finalbody for inner in ast.walk(step)]
            returns = [inner for inner in inside if isinstance(inner, ast.Return)]
            said += [f"{path}:{inner.lineno} returns out of finally" for inner in returns]
    return said


def _is_nothing(step: ast.stmt) -> bool:
    return isinstance(step, ast.Pass) or (
        isinstance(step, ast.Expr) and isinstance(step.value, ast.Constant)
    )


def _name(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def test_no_error_is_swallowed(sources):
    assert [line for path, text in sources.items() for line in swallowed(path, text)] == []


@pytest.mark.parametrize(
    "text",
    [
        "try:\n    f()\nexcept:\n    raise\n",
        "try:\n    f()\nexcept ValueError:\n    pass\n",
        "try:\n    f()\nexcept ValueError:\n    ...\n",
        "try:\n    f()\nexcept ValueError:\n    'never mind'\n",
        "with contextlib.suppress(Exception):\n    f()\n",
        "def f():\n    try:\n        g()\n    finally:\n        return 1\n",
    ],
)
def test_a_swallowed_error_is_caught(text):
    assert swallowed("a.py", text)


def test_an_error_that_is_answered_is_fine():
    assert swallowed("a.py", "try:\n    f()\nexcept ValueError:\n    found = None\n") == []
    assert swallowed("a.py", "with suppress(FileNotFoundError):\n    f()\n") == []
    assert swallowed("a.py", "def f():\n    return 1\n") == []
