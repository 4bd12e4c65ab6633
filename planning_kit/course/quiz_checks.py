"""Questions of a quiz: what each must say, and that every objective is asked about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from planning_kit.course.folder import EpisodeFolder
from planning_kit.course.readable import reading_faults
from planning_kit.language import _
from planning_kit.learning import ANYTHING
from planning_kit.records import record_type, record_types
from planning_kit.shipped import shipped

_OF_KIND: Mapping[str, tuple[str, ...]] = {
    "choice": ("choices", "right"),
    "number": ("right",),
    "order": ("steps",),
    "match": ("firsts", "seconds"),
    "task": ("record", "want", "hints"),
}
_WALL, _OPEN = "บนจอ", "เปิด"
_WORDS, _LISTS = ("ask", "explain"), ("choices", "steps", "firsts", "seconds", "hints")


def quiz_faults(folder: EpisodeFolder) -> Iterator[str]:
    """Yield a sentence for each thing that is missing or wrong in ``quiz.toml``."""
    found = folder.quiz.get("question", [])
    asked = [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []
    objectives = [str(row.get("code")) for row in folder.rows("objective")]
    for at, one in enumerate(asked, 1):
        where = f"quiz.toml, {one.get('code') or at}"
        yield from _question_faults(where, one)
        if one.get("objective") not in objectives:
            yield _("{where}: “{name}” is no objective of this episode", where=where, name=one.get("objective"))  # fmt: skip
        if not str(one.get("code", "")).startswith(start := f"{folder.code[:2]}-"):
            yield _("{where}: the code must begin with {start}", where=where, start=start)
    yield from _on_the_wall(folder, [str((one.get("ask") or {}).get("th")) for one in asked
                                     if isinstance(one.get("ask"), dict)])  # fmt: skip
    for name in objectives:
        of_it = [one for one in asked if one.get("objective") == name]
        if not of_it:
            yield _("quiz.toml: no question asks about the objective “{name}”", name=name)
        elif not folder.is_skill and not any(one.get("test") for one in of_it):
            yield _("quiz.toml: no question with test = true asks about “{name}”", name=name)


def _on_the_wall(folder: EpisodeFolder, asked: list[str]) -> Iterator[str]:
    """Phones of learners open no app: what is to be read off stands on the wall."""
    for said in asked:
        if said.startswith(_OPEN):
            yield _("quiz.toml: phones open no app; say “ดูหน้า … บนจอ” in “{text}”", text=said)
    if folder.said.get("app") and not folder.is_skill and not any(_WALL in one for one in asked):
        yield _("quiz.toml: no question sends people to what is on the wall (“{word}”)", word=_WALL)


def _question_faults(where: str, one: Mapping[str, Any]) -> Iterator[str]:
    kind = str(one.get("kind"))
    if kind not in _OF_KIND:
        what = ", ".join(_OF_KIND)
        yield _("{where}: “{name}” must be {what}", where=where, name="kind", what=what)
        return
    for name in (*_WORDS, *_OF_KIND[kind]):
        if name not in one:
            yield _("{where}: “{name}” is missing", where=where, name=name)
    said = [one[name] for name in _WORDS if name in one]
    said += [row for name in _LISTS for row in one.get(name, [])]
    for words in said:
        if not (isinstance(words, dict) and words.get("th") and words.get("en")):
            yield _("{where}: each wording needs “th” and “en”", where=where)
        else:
            yield from reading_faults(where, str(words["th"]))
    if kind == "task":
        yield from _task_faults(where, one)
    if kind == "match" and len(one.get("firsts", [])) != len(one.get("seconds", [])):
        yield _("{where}: “firsts” and “seconds” must be as many", where=where)


def _task_faults(where: str, one: Mapping[str, Any]) -> Iterator[str]:
    """Yield what keeps a task from being looked for in practice data."""
    if one.get("test"):
        yield _("{where}: a task cannot have test = true; a phone cannot do it", where=where)
    many = one.get("many", 1)
    if not isinstance(many, int) or many < 1:
        yield _("{where}: “many” must be a whole number from 1 up", where=where)
    app = one.get("app")
    if app and not shipped("notebooks").joinpath(f"{app}.ipynb").exists():
        yield _("{where}: there is no notebook “{name}”", where=where, name=app)
    yield from _wanted_faults(where, one)
    for beside in one.get("beside", ()):
        yield from _wanted_faults(where, beside)
        by = {str(beside.get("by")): ANYTHING}
        for said in (one, beside):
            yield from _wanted_faults(where, {"record": said.get("record"), "want": by})


def _wanted_faults(where: str, said: Mapping[str, Any]) -> Iterator[str]:
    """Yield what is wrong with a ``record`` and what is wanted of its fields."""
    record, want = str(said.get("record", "")), said.get("want", {})
    if record not in {kind.noun.name for kind in record_types()}:
        yield _("{where}: there is no record type “{name}”", where=where, name=record)
        return
    specs = {spec.name: spec for spec in record_type(record).fields()}
    for name, value in want.items() if isinstance(want, dict) else ():
        spec = specs.get(name)
        if spec is None:
            yield _(
                "{where}: {record} has no field “{name}”", where=where, record=record, name=name
            )
        elif (
            spec.choices
            and value != ANYTHING
            and value not in {str(it.value) for it in spec.choices}
        ):
            yield _("{where}: “{name}” cannot be “{value}”", where=where, name=name, value=value)
