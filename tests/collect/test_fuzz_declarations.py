"""Files in which people declare things: whatever they hold, a result or one clear error."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planning_kit.collect import load_mapping, read_question_file
from planning_kit.errors import KitError
from planning_kit.runs.area_list import read_area_list
from planning_kit.runs.manifest import read_manifest

SHARED = Path(__file__).resolve().parents[1] / "mappings" / "nakhon_pathom_disasters.toml"
QUESTIONS = Path(__file__).resolve().parents[2] / "data" / "local_questions"
QUIET = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
WORDS = st.sampled_from(
    ["source", "table", "record", "hazard", "fields", "=", "[", "]", "[[", '"', "{", "}", "\n",
     "5", "true", "area", "areas", "plan_start", "question", "code", "kind", "ไทย", ",", ".", "'"]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=40).map("".join))
BYTES = st.one_of(st.binary(max_size=200), TEXTS.map(lambda text: text.encode("utf-8", "replace")))
READERS = [
    (load_mapping, "m.toml"),
    (read_question_file, "q.toml"),
    (read_question_file, "q.xlsx"),
    (read_manifest, "batch.toml"),
    (read_area_list, "areas.txt"),
]


@pytest.mark.parametrize(
    ("read", "name"), READERS, ids=lambda value: getattr(value, "__name__", value)
)
@QUIET
@given(content=BYTES)
def test_any_bytes_give_a_result_or_one_clear_error(read, name, content, tmp_path):
    path = tmp_path / name
    path.write_bytes(content)
    try:
        read(path)
    except KitError as error:
        assert error.say("th").strip() and error.say("en").strip()


def _spoilt(source: Path):
    whole = source.read_bytes()
    places = st.integers(0, len(whole) - 1)
    return st.tuples(places, st.integers(0, 30), st.binary(max_size=12)).map(
        lambda cut: whole[: cut[0]] + cut[2] + whole[cut[0] + cut[1] :]
    )


@QUIET
@given(content=_spoilt(SHARED))
def test_a_mapping_spoilt_anywhere_is_read_or_refused(content, tmp_path):
    path = tmp_path / "m.toml"
    path.write_bytes(content)
    try:
        load_mapping(path)
    except KitError as error:
        assert error.say("th").strip()


@QUIET
@given(content=_spoilt(next(QUESTIONS.glob("*.toml"))))
def test_a_question_file_spoilt_anywhere_is_read_or_refused(content, tmp_path):
    path = tmp_path / "q.toml"
    path.write_bytes(content)
    try:
        read_question_file(path)
    except KitError as error:
        assert error.say("th").strip()
