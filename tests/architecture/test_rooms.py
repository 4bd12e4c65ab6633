"""Who may import whom: one way only, and rooms side by side never."""

import ast
from pathlib import PurePosixPath

import pytest

GROUND = ("language", "errors", "thai", "areas", "records")
LEFT = ("profile", "deliberate", "plan", "indicators", "rollup", "learning")
RIGHT = ("collect", "validate", "store")

# What each room may import beside itself. A room that stands not here may import nothing.
MAY = {
    **{room: GROUND[:height] for height, room in enumerate(GROUND)},
    **dict.fromkeys((*LEFT, *RIGHT), GROUND),
    "charts": (*GROUND, *LEFT),
    # The only room that knows files, judgement and database together.
    "workbook": (*GROUND, *RIGHT),
    "report": (*GROUND, *LEFT, "charts", "workbook"),
    # Episodes, quizzes and their figures; what prints them stands above.
    "course": (*GROUND, *LEFT, "workbook", "report"),
    # The course as pages to show and sheets to print.
    "pack": (*GROUND, "learning", "course", "workbook", "report"),
    "tool_titles": GROUND,
    "visitor": (),
    "faces": (*GROUND, *LEFT, "charts", "workbook", "tool_titles", "visitor"),
    # Writes its rows through the same Excel template that field teams fill in.
    "practice": (*GROUND, "collect"),
    "runs": (*GROUND, "workbook", "report", "faces"),
    "hall": (
        *GROUND,
        "learning",
        "course",
        "pack",
        "workbook",
        "report",
        "faces",
        "runs",
        "tool_titles",
        "visitor",
    ),
    # Writes blank templates; all else goes through workbook.
    "cli": (*GROUND, "collect", "course", "pack", "workbook", "report", "runs", "practice", "hall"),
}
FREE = {"__version__", "shipped", "design", "doors"}
FRONT_DOOR = "the front door"
THROUGH_THE_FRONT_DOOR = {"runs", "hall", "cli"}


def room_of(path: str) -> str:
    """The room a file lies in; modules beside the rooms are rooms of one file."""
    inside = PurePosixPath(path).relative_to("planning_kit")
    return inside.parts[0] if len(inside.parts) > 1 else inside.stem


def imported_rooms(text: str) -> list[tuple[int, str]]:
    """Every room that ``text`` imports, anywhere, with its line."""
    found = []
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            found += [(node.lineno, alias.name) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            if node.level:
                found.append((node.lineno, "a relative import"))
            elif node.module == "planning_kit":
                found += [(node.lineno, f"planning_kit.{alias.name}") for alias in node.names]
            else:
                found.append((node.lineno, node.module or ""))
    return [
        (line, _target(name))
        for line, name in found
        if name.split(".")[0] == "planning_kit" or name == "a relative import"
    ]


def _target(name: str) -> str:
    parts = name.split(".")
    if len(parts) == 1:
        return name if name.startswith("a ") else FRONT_DOOR
    return parts[1] if parts[1] in MAY or parts[1] in FREE else FRONT_DOOR


def forbidden_imports(path: str, text: str) -> list[str]:
    """Say every import of ``path`` that its room may not make."""
    room = room_of(path)
    allowed = {room, *MAY.get(room, ()), *FREE}
    if room in THROUGH_THE_FRONT_DOOR:
        allowed.add(FRONT_DOOR)
    if room == "__init__":
        allowed |= {"language"}
    return [
        f"{path}:{line} {room} may not import {target}"
        for line, target in imported_rooms(text)
        if target not in allowed
    ]


def test_every_import_goes_down(package):
    assert [line for path, text in package.items() for line in forbidden_imports(path, text)] == []


def test_every_folder_is_a_known_room(package):
    rooms = {room_of(path) for path in package if path.count("/") > 1}
    assert rooms <= MAY.keys() | {"shipped_files"}


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("planning_kit/thai/dates.py", "from planning_kit.areas import get"),
        ("planning_kit/profile/people.py", "from planning_kit.store import Store"),
        ("planning_kit/profile/people.py", "from planning_kit.collect.tables import rows"),
        ("planning_kit/collect/table.py", "from planning_kit import validate"),
        ("planning_kit/validate/links.py", "    import planning_kit.collect"),
        ("planning_kit/workbook/open.py", "from planning_kit.profile import income"),
        ("planning_kit/report/land.py", "from planning_kit.faces import form"),
        ("planning_kit/report/land.py", "from planning_kit.store import Store"),
        ("planning_kit/charts/bars.py", "from planning_kit import open_workbook"),
        ("planning_kit/records/field.py", "from .. import thai"),
        ("planning_kit/design.py", "from planning_kit.report import Section"),
        ("planning_kit/invented/room.py", "from planning_kit.language import _"),
    ],
)
def test_an_import_upwards_or_sideways_is_caught(path, line):
    assert forbidden_imports(path, f"if True:\n    {line.strip()}\n")


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("planning_kit/records/field.py", "from planning_kit.thai.dates import read_date"),
        ("planning_kit/records/field.py", "from planning_kit import thai, errors"),
        ("planning_kit/charts/bars.py", "from planning_kit import design"),
        ("planning_kit/workbook/open.py", "from planning_kit.store import Store"),
        ("planning_kit/report/cover.py", "from planning_kit import __version__, areas"),
        ("planning_kit/cli/lab.py", "import planning_kit"),
        ("planning_kit/profile/people.py", "import pandas as pd"),
    ],
)
def test_an_import_downwards_is_welcome(path, line):
    assert forbidden_imports(path, line) == []
