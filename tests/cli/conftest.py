"""The command as a user meets it: words in, words and an exit code out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook

from planning_kit.cli import main
from planning_kit.collect import write_template
from planning_kit.language import current_language, set_language
from planning_kit.store import Store

PARAMETERS = 'area = "990101"\nplan_start = 2571\nfiscal_year = 2570\nlanguage = "th"'
OPEN = "import planning_kit as kit\nkit.set_language(language)\nworkbook = kit.open_workbook(area, plan_start)"

SOURCE = {
    "source_code": "S1",
    "title": "สำรวจครัวเรือน",
    "publisher": "สภาองค์กรชุมชน",
    "method": "census",
    "date_to": "1/5/2569",
}


@dataclass(frozen=True)
class Said:
    """What a command said and how it ended."""

    code: int
    out: str
    err: str


Command = Callable[..., Said]


@pytest.fixture
def store(tmp_path: Path) -> str:
    """Return the address of a store of this test's own, not there yet."""
    return f"sqlite:///{(tmp_path / 'kit.db').as_posix()}"


@pytest.fixture
def kit(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, store: str
) -> Iterator[Command]:
    """Return a function that runs ``planning-kit`` in English on a store of its own."""
    monkeypatch.setenv("PLANNING_KIT_STORE", store)
    monkeypatch.setenv("PLANNING_KIT_LANGUAGE", "en")
    monkeypatch.setenv("PLANNING_KIT_LOGS", str(tmp_path / "logs"))
    before = current_language()

    def run(*arguments: object) -> Said:
        capsys.readouterr()
        code = main([str(argument) for argument in arguments])
        said = capsys.readouterr()
        return Said(code, said.out, said.err)

    yield run
    set_language(before)


@pytest.fixture
def notebook(tmp_path: Path) -> Callable[..., Path]:
    """Return a function that writes a notebook which opens the workbook, then does more."""

    def write(*sources: str, name: str = "tiny") -> Path:
        kernel = {"name": "python3", "language": "python", "display_name": "Python 3"}
        cells = [new_code_cell(PARAMETERS, metadata={"tags": ["parameters"]})]
        cells += [new_code_cell(source) for source in (OPEN, *sources)]
        path = tmp_path / f"{name}.ipynb"
        nbformat.write(new_notebook(cells=cells, metadata={"kernelspec": kernel}), path)
        return path

    return write


@pytest.fixture
def say_title(notebook: Callable[..., Path]) -> Path:
    """Return a notebook that shows the title of its workbook and the fiscal year."""
    return notebook(
        "from IPython.display import Markdown\n"
        "Markdown(f'**{workbook.title(language)}** {fiscal_year}')"
    )


@pytest.fixture
def filled(tmp_path: Path) -> Callable[..., Path]:
    """Return a function that writes a survey of these villages."""

    def write(*villages: dict[str, object], name: str = "survey.xlsx") -> Path:
        path = tmp_path / name
        rows = {"source": [SOURCE], "village": list(villages)}
        write_template(path, filled=rows, example=False)
        return path

    return write


@pytest.fixture
def rows_kept(store: str) -> Callable[[], int]:
    """Return a function that counts the villages in the store."""

    def count() -> int:
        with Store.open(store) as opened:
            return len(opened.latest("village"))

    return count
