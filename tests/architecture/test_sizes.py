"""Files one can read at a sitting, functions one can hold in the head, names that say what."""

import ast
import re
from pathlib import PurePosixPath

import pytest

LONGEST_FILE = 250
LONGEST_FUNCTION = 39
VAGUE = {"util", "utils", "helper", "helpers", "common", "misc", "manager", "managers"}


def too_long(path: str, text: str) -> list[str]:
    """Say that a file has more lines than allowed."""
    lines = len(text.splitlines())
    return [f"{path} has {lines} lines"] if lines > LONGEST_FILE else []


def long_functions(path: str, text: str) -> list[str]:
    """Say every function whose body, without its docstring, is too long."""
    said = []
    for node in ast.walk(ast.parse(text)):
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        body = node.body[1:] if ast.get_docstring(node) is not None else node.body
        lines = (node.end_lineno or 0) - body[0].lineno + 1 if body else 0
        if lines > LONGEST_FUNCTION:
            said.append(f"{path}:{node.lineno} {node.name} has {lines} lines")
    return said


def vague_names(path: str) -> list[str]:
    """Say the words in a path that name no concept."""
    words = re.split(r"[/_.\- ]", str(PurePosixPath(path).with_suffix("")).lower())
    return [f"{path} says {word}" for word in words if word in VAGUE]


def test_no_file_is_too_long(sources):
    assert [line for path, text in sources.items() for line in too_long(path, text)] == []


def test_no_function_is_too_long(sources):
    assert [line for path, text in sources.items() for line in long_functions(path, text)] == []


def test_every_file_name_says_what_is_in_it(tracked):
    assert [line for path in tracked for line in vague_names(path)] == []


def test_a_file_of_251_lines_is_caught():
    assert too_long("a.py", "x = 1\n" * 251)
    assert too_long("a.py", "x = 1\n" * 250) == []


def test_a_function_of_40_lines_is_caught_and_its_docstring_is_not_counted():
    assert long_functions("a.py", "def f():\n" + "    x = 1\n" * 40)
    assert long_functions("a.py", "async def f():\n" + "    x = 1\n" * 40)
    told = 'def f():\n    """' + "Told.\n" * 60 + '    """\n'
    assert long_functions("a.py", told + "    x = 1\n" * 39) == []
    assert long_functions("a.py", told) == []


@pytest.mark.parametrize(
    "path", ["planning_kit/utils/a.py", "tests/date_helpers.py", "x/common.css", "a/Manager.py"]
)
def test_a_vague_name_is_caught(path):
    assert vague_names(path)


def test_a_word_inside_another_is_no_vague_name():
    assert vague_names("planning_kit/practice/commons.py") == []
