"""One library, one entrance: each heavy library is imported in one room only."""

import ast
import re
from fnmatch import fnmatch

import pytest

DOORS = {
    "matplotlib": ("planning_kit/charts/*",),
    "sqlalchemy": ("planning_kit/store/*",),
    "openpyxl": (
        "planning_kit/collect/template*",
        "planning_kit/collect/spreadsheet*",
        "planning_kit/report/xlsx*",
    ),
    "python_calamine": ("planning_kit/collect/sheet_book*",),
    "papermill": ("planning_kit/runs/*",),
    "jupyter_client": ("planning_kit/runs/*",),
    "ipykernel": ("planning_kit/runs/*",),
    "nbclient": ("planning_kit/runs/*",),
    "dask": ("planning_kit/runs/*",),
    "distributed": ("planning_kit/runs/*",),
    "mistune": ("planning_kit/course/markdown*",),
    "nbconvert": ("planning_kit/report/*",),
    "pabutools": ("planning_kit/deliberate/allocate*", "planning_kit/collect/pabulib*"),
    "numpy_financial": ("planning_kit/plan/finance*",),
    "PIL": ("planning_kit/collect/photo*",),
    "cryptography": ("planning_kit/workbook/bundle_locking*",),
    "docx": ("planning_kit/report/docx*",),
    "voila": ("planning_kit/hall/*",),
    "tornado": ("planning_kit/hall/*",),
    "jupyter_server": ("planning_kit/hall/*",),
    "ipywidgets": ("planning_kit/faces/*",),
    "anywidget": ("planning_kit/faces/*",),
}
# The left wing thinks: no files, clock, random numbers or database.
PURE = ("profile", "deliberate", "plan", "indicators", "rollup", "learning")
IMPURE = {"os", "io", "pathlib", "random", "secrets", "sqlite3", "subprocess", "tempfile", "time"}
IMPURE_CALLS = {"open", "today", "now", "utcnow", "default_rng", "read_csv", "read_excel", "to_csv"}


def imported(text: str) -> list[tuple[int, str]]:
    """Every library that ``text`` imports, by its first name, with its line."""
    found = []
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            found += [(node.lineno, alias.name.split(".")[0]) for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and not node.level:
            found.append((node.lineno, (node.module or "").split(".")[0]))
    return found


def wrong_doors(path: str, text: str) -> list[str]:
    """Say every library that ``path`` enters by another door than its own."""
    return [
        f"{path}:{line} imports {library}; its door is {' or '.join(DOORS[library])}"
        for line, library in imported(text)
        if library in DOORS and not any(fnmatch(path, door) for door in DOORS[library])
    ]


def impurities(path: str, text: str) -> list[str]:
    """Say what a pure room does that depends on more than its arguments."""
    if path.split("/")[1] not in PURE:
        return []
    said = [f"{path}:{n} imports {name}" for n, name in imported(text) if name in IMPURE]
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Call):
            called = node.func
            name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
            if name in IMPURE_CALLS:
                said.append(f"{path}:{node.lineno} calls {name}")
    return said


def test_every_library_has_one_door(package):
    assert [line for path, text in package.items() for line in wrong_doors(path, text)] == []


def outside(text: str, *, served: bool = False) -> list[str]:
    """Return what a script of a page would fetch: modules, addresses, requests.

    A page that the hall has ``served`` may ask that very server: a path, no other address.
    """
    asks = r"\bfetch\((?![`'\"]/[^/])" if served else r"\bfetch\("
    return re.findall(rf"https?://|\bimport\b[ ({{'\"]|{asks}|XMLHttpRequest|@import|url\(", text)


def test_a_page_script_fetches_nothing(tracked):
    pages = {n: p.read_text("utf-8") for n, p in tracked.items() if n.endswith(".js")}
    found = {
        name: outside(text, served=name.startswith("planning_kit/hall/"))
        for name, text in pages.items()
    }
    assert {name: said for name, said in found.items() if said} == {}
    assert any(name.startswith("planning_kit/faces/") for name in pages)
    assert all(len(text.splitlines()) <= 250 for text in pages.values())


@pytest.mark.parametrize("line", ["import a from 'b'", "fetch('/x')", "import('https://a.b/c')"])
def test_a_script_that_fetches_is_caught(line):
    assert outside(line)


@pytest.mark.parametrize("line", ["fetch('//a.b/c')", "fetch(`https://a.b`)", "fetch(where)"])
def test_a_served_page_asks_its_own_server_alone(line):
    assert outside(line, served=True)
    assert not outside("fetch(`/alive?kernel=1`)", served=True)


def test_the_thinking_rooms_are_pure(package):
    assert [line for path, text in package.items() for line in impurities(path, text)] == []


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("planning_kit/report/people.py", "import matplotlib.pyplot as plt"),
        ("planning_kit/workbook/open.py", "from sqlalchemy import text"),
        ("planning_kit/collect/mapping.py", "from openpyxl import load_workbook"),
        ("planning_kit/cli/run.py", "import papermill"),
        ("planning_kit/report/section.py", "from ipywidgets import HTML"),
        ("planning_kit/workbook/saving.py", "import anywidget"),
        ("planning_kit/cli/bundle.py", "from cryptography.fernet import Fernet"),
        ("planning_kit/runs/batch.py", "from tornado.web import Application"),
        ("planning_kit/cli/serve.py", "from voila.app import Voila"),
        ("planning_kit/runs/kernel.py", "from jupyter_server.auth.identity import User"),
        ("planning_kit/hall/app_page.py", "import papermill"),
    ],
)
def test_another_door_is_caught_even_inside_a_function(path, line):
    assert wrong_doors(path, f"def late():\n    {line}\n")


def test_the_right_door_is_open():
    assert wrong_doors("planning_kit/charts/bars.py", "from matplotlib.figure import Figure") == []
    assert wrong_doors("planning_kit/collect/template_cells.py", "import openpyxl") == []


@pytest.mark.parametrize(
    "line",
    ["import random", "from pathlib import Path", "rows = open('x')", "now = dt.date.today()",
     "rng = np.random.default_rng(1)", "frame = pd.read_csv('x')"],
)  # fmt: skip
def test_a_clock_a_file_or_chance_in_a_pure_room_is_caught(line):
    assert impurities("planning_kit/profile/people.py", line)
    assert impurities("planning_kit/store/people.py", line) == []
