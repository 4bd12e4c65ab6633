"""The room as a whole: light to import, and complete in both languages."""

import ast
import string
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import planning_kit.thai
from planning_kit import thai
from planning_kit.errors import ReadingError
from planning_kit.language import translate

ROOM = Path(planning_kit.thai.__file__).parent


def _marked_sentences():
    for path in sorted(ROOM.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in {"N_", "_"}:
                yield ast.literal_eval(node.args[0])


def _places(sentence):
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


@pytest.mark.parametrize("sentence", sorted(set(_marked_sentences())))
def test_every_sentence_is_said_in_thai_with_the_same_places(sentence):
    thai = translate(sentence, "th")
    assert thai != sentence
    assert _places(thai) == _places(sentence)


def test_importing_the_room_loads_nothing_heavy():
    code = (
        "import sys, planning_kit.thai; "
        "print([m for m in ('pandas', 'numpy', 'pythainlp', 'babel') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOM.parents[1],
    )
    assert done.stdout.strip() == "[]"


READERS = [getattr(thai, name) for name in sorted(thai.__all__) if name.startswith("read_")]
DIRTY = "0159๐๕-–/., ()ไร่งานตร.ว.ม.ค.มกราคมพ.ศ.ปีล้านแสนบาท฿ABe\u0e4d\u200b"


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.__name__)
@given(cell=st.one_of(st.text(alphabet=DIRTY, max_size=25), st.text(), st.floats(), st.integers()))
def test_any_cell_is_read_or_refused_with_a_sentence(reader, cell):
    try:
        reader(cell)
    except ReadingError as error:
        assert error.say("th") != error.say("en")
        assert error.code.startswith("thai.")
