"""A workbook of an invented tambon with one source, two villages and the example's questions."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import ipywidgets as w
import pytest

import planning_kit as kit
from planning_kit.collect import read_question_file
from planning_kit.records import Source, Village
from planning_kit.records.local_question_file import read_questions
from planning_kit.shipped import shipped
from planning_kit.store import Store
from planning_kit.workbook import Workbook, create, open_workbook, whole_tambon
from planning_kit.workbook.local_questions import add_questions


@pytest.fixture
def store(empty: Path, tmp_path: Path) -> Iterator[Store]:
    with Store.open(shutil.copy(empty, tmp_path / "kit.sqlite")) as opened:
        yield opened


@pytest.fixture
def workbook(store: Store, filled: Path, tmp_path: Path) -> Workbook:
    # Between two pieces of work nobody has the file open.
    shutil.copy(filled, tmp_path / "kit.sqlite")
    return open_workbook("990101", store=store)


@pytest.fixture(scope="session")
def filled(empty: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the workbook's store once: copying it is quicker than filling one anew."""
    path = Path(shutil.copy(empty, tmp_path_factory.mktemp("filled") / "kit.sqlite"))
    with Store.open(path) as store:
        fill(store)
    return path


def fill(store: Store) -> None:
    made = create(whole_tambon("990101"), store=store, who="ผู้ทดสอบ")
    declared = read_question_file(shipped("data", "local_questions", "example.toml"))
    add_questions(store, read_questions(declared, "990101"), who="a", why="b")
    source = Source(
        source_code="S1",
        title="สำรวจ",
        publisher="คณะทำงาน",
        method="random",
        date_to=dt.date(2026, 9, 30),
    )
    made.save(source, who="a", why="b")
    for moo in (1, 2):
        made.save(Village(village_code=f"990101{moo:02}", name=f"บ้าน {moo}"), who="a", why="b")


HOME = {"household_id": "03-012", "village_code": "99010101"}


@pytest.fixture
def boxes():
    """Return the boxes, lists and buttons of a question in the order of reading."""

    def find(form: Any, name: str) -> list[Any]:
        found, waiting = [], [form.controls[name].widget]
        while waiting:
            one = waiting.pop(0)
            if isinstance(one, (w.Text, w.Textarea, w.Dropdown, w.ToggleButton)):
                found.append(one)
            waiting = [*getattr(one, "children", ()), *waiting]
        return found

    return find


@pytest.fixture
def put(boxes):
    """Type into the boxes of a question; ``None`` leaves a box alone."""

    def typing(form: Any, name: str, *texts: Any) -> None:
        for box, text in zip(boxes(form, name), texts, strict=False):
            if text is not None:
                box.value = text

    return typing


@pytest.fixture
def press(boxes):
    """Press the buttons of a question with these wordings."""

    def pressing(form: Any, name: str, *wordings: str) -> None:
        for wording in wordings:
            found = (b for b in boxes(form, name) if b.description.removeprefix("✓ ") == wording)
            button = next(found)
            button.value = not button.value

    return pressing


@pytest.fixture
def form(workbook: Workbook, put):
    """Return a household form with a code and a village typed in."""
    made = kit.form(workbook, "household")
    for name, text in HOME.items():
        put(made, name, text)
    return made


class Driven:
    """A table with the messages of its page written by hand, and what it answers."""

    def __init__(self, workbook, kind="household", **more):
        self.table = kit.table(workbook, kind, **more)
        self.told = []
        self.table.page.send = lambda message, buffers=None: self.told.append(message)
        self.n = 0
        self.ask("rows")

    def ask(self, ask, **more):
        self.n += 1
        self.told.clear()
        self.table._heard(None, {"ask": ask, "n": self.n, **more}, [])
        return self.told[-1]

    def edit(self, row_id, **cells):
        return self.ask("edit", rows={row_id: cells})

    def names(self):
        return [column.spec.name for column in self.table.sheet.columns]

    def row(self, row_id):
        shown = self.table.sheet.rows[row_id].shown(self.table.sheet.columns)
        return {**shown, **dict(zip(self.names(), shown["cells"], strict=True))}


@pytest.fixture
def drive_table():
    """Return how a table is driven without a page: by its messages."""
    return Driven


@pytest.fixture
def driven(workbook):
    return Driven(workbook)


@pytest.fixture
def home(driven):
    """A saved household, as the page knows it."""
    driven.edit("new-1", household_id="03-012", village_code="99010101")
    return driven


def _inside(widget: w.Widget) -> Iterator[w.Widget]:
    yield widget
    for child in getattr(widget, "children", ()):
        yield from _inside(child)


@pytest.fixture
def inside():
    """Return what walks through a widget and all that is in it."""
    return _inside


@pytest.fixture
def button():
    """Return what finds the button that says something; what is hidden cannot be touched."""

    def button_of(tool: Any, wording: str) -> w.Button:
        found = (one for one in _inside(tool.widget) if isinstance(one, w.Button | w.ToggleButton))
        return next(one for one in found if wording in one.description)

    return button_of


@pytest.fixture
def box():
    """Return what finds a box by its label."""

    def box_of(tool: Any, label: str) -> Any:
        found = (one for one in _inside(tool.widget) if isinstance(one, w.Text | w.Textarea))
        return next(one for one in found if label in one.description)

    return box_of


@pytest.fixture
def write(box, button):
    """Return what writes into a box and then touches a button."""

    def writing(tool: Any, label: str, text: str, then: str) -> None:
        box(tool, label).value = text
        button(tool, then).click()

    return writing
