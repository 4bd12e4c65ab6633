"""What people call the fields of a record in their own tables, and how near a heading comes."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache, partial
from typing import Any, NamedTuple

from planning_kit import thai
from planning_kit.language import Words
from planning_kit.records import Record
from planning_kit.records.local_questions import PREFIX
from planning_kit.shipped import shipped

SURE = 90.0
POSSIBLE = 78.0
_LABEL, _NAME, _ALIAS = "label", "name", "alias"
_SHORTEST_PART = 5
_BRACKETED = re.compile(r"[(\[（].*?[)\]）]")
_NOT_A_LETTER = re.compile(r"[^0-9a-z\u0e00-\u0e7f]+")
_LEADING = re.compile(r"^(?:จำนวน|ข้อมูล|ชื่อ|number of|no of|total)(?=.)")
_WORDS = re.compile(r"[a-z]+|[0-9]+")
_THAI = re.compile(r"[\u0e00-\u0e7f]")
# “cost_seed_baht” and “seed cost” are one heading: units and the order of words do not count.
_UNIT_WORDS = {"baht", "thb", "rai", "kg", "kgs", "ha", "acres", "acre", "per", "in", "of", "the"}
_PATH = re.compile(r"[/:.-]+")
_FEW_STEPS = 2
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


class Likeness(NamedTuple):
    """How near a heading comes to a field: 0 to 100, through which known spelling."""

    score: float
    spelling: str
    through: str


def leaf(heading: str) -> str:
    """Return the last name of a path of a form, such as ``males`` of ``group-people-males``.

    Exports of forms name a column by all the groups it stands in; other headings stay whole.
    """
    parts = _PATH.split(heading.strip())
    is_path = len(parts) > _FEW_STEPS and " " not in heading and not _THAI.search(heading)
    return parts[-1] if is_path and parts[-1] else heading


@lru_cache(maxsize=8192)
def plain(heading: str) -> str:
    """Return a heading to compare: no brackets, marks, spaces, letter case or Thai digits.

    Of a heading without Thai letters the words stand in the order of the alphabet, without
    words for units.
    """
    text = _CAMEL.sub(" ", thai.to_arabic_digits(thai.clean(heading)))
    bare = _BRACKETED.sub(" ", text).casefold()
    if not _NOT_A_LETTER.sub("", bare):
        bare = text.casefold()
    if _THAI.search(bare):
        return _NOT_A_LETTER.sub("", bare)
    words = _WORDS.findall(bare)
    return "".join(sorted([word for word in words if word not in _UNIT_WORDS] or words))


@cache
def known_spellings(record: str, field: str, label: Words) -> tuple[tuple[str, str], ...]:
    """Return ``(spelling, through)`` of a field: its name, its labels and the aliases."""
    name = field.removeprefix(PREFIX).replace("_", " ")
    told = [(label.th, _LABEL), (label.en, _LABEL), (name, _NAME)]
    aliases = _aliases()
    for table in (record, "any"):
        told += [(one, _ALIAS) for one in aliases.get(table, {}).get(field, ())]
    return tuple(told)


def spellings_of(table: str) -> dict[str, tuple[str, ...]]:
    """Return one table of the aliases as it is, such as ``place`` or ``measure``."""
    return {name: tuple(told) for name, told in _aliases().get(table, {}).items()}


@cache
def answers_said(field: str) -> dict[str, str]:
    """Return other words for the answers of a field: squeezed wording → the answer's code."""
    known: dict[str, Any] = dict(_aliases().get("answers", {}).get(field, {}))
    return {squeezed(word): code for code, words in known.items() for word in words}


def squeezed(text: str) -> str:
    """Return an answer to compare: no spaces, dots or hyphens, no letter case."""
    return re.sub(r"[\s.\-–_/]", "", thai.to_arabic_digits(thai.clean(text))).casefold()


# Some fifty types of record are tried on the same few hundred headings, more than once.
@lru_cache(maxsize=65_536)
def near_fields(heading: str, kind: type[Record]) -> Mapping[str, Likeness]:
    """Return how near ``heading`` comes to each field of ``kind``; those not possible are left out."""
    known = _fields_spelled(kind)
    found: dict[str, Likeness] = {}
    for wanted in _wanted(heading):
        for at in sorted(_maybe_alike(wanted, known)):
            field, spelled = known.fields[at]
            score = _score(wanted, spelled)
            if score >= POSSIBLE and (field not in found or score > found[field].score):
                found[field] = Likeness(score, spelled.spelling, spelled.through)
    return found


@lru_cache(maxsize=65_536)
def nearest(heading: str, known: tuple[tuple[str, str], ...]) -> Likeness:
    """Return the best of the spellings for a heading."""
    best = Likeness(0.0, "", _ALIAS)
    for wanted in _wanted(heading):
        for spelled in _spelled(known):
            score = _score(wanted, spelled)
            if score > best.score:
                best = Likeness(score, spelled.spelling, spelled.through)
    return best


class _Spelled(NamedTuple):
    """A spelling as it is compared: ``bare`` lacks a leading word such as จำนวน."""

    plain: str
    bare: str
    size: int
    spelling: str = ""
    through: str = ""


# A form has hundreds of questions, and each is held against every field there is.
@lru_cache(maxsize=4096)
def _wanted(heading: str) -> tuple[_Spelled, ...]:
    texts = {plain(leaf(heading)), plain(_last_of_two(heading))} - {""}
    return tuple(_Spelled(text, _LEADING.sub("", text), len(text)) for text in sorted(texts))


@lru_cache(maxsize=4096)
def _spelled(known: tuple[tuple[str, str], ...]) -> tuple[_Spelled, ...]:
    return tuple(
        _Spelled(text, _LEADING.sub("", text), len(text), spelling, through)
        for spelling, through in known
        if (text := plain(spelling))
    )


class _FieldsSpelled(NamedTuple):
    """All spellings of the fields of a record type, with what finds the few that may be alike."""

    fields: tuple[tuple[str, _Spelled], ...]
    texts: tuple[str, ...]
    long: tuple[tuple[int, str], ...]
    bare: Mapping[str, tuple[int, ...]]


@lru_cache(maxsize=512)
def _fields_spelled(kind: type[Record]) -> _FieldsSpelled:
    fields = tuple(
        (spec.name, spelled)
        for spec in kind.fields()
        for spelled in _spelled(known_spellings(kind.noun.name, spec.name, spec.label))
    )
    bare: dict[str, tuple[int, ...]] = {}
    for at, (_field, spelled) in enumerate(fields):
        bare[spelled.bare] = (*bare.get(spelled.bare, ()), at)
    texts = tuple(spelled.plain for _field, spelled in fields)
    long = tuple((at, text) for at, text in enumerate(texts) if len(text) >= _SHORTEST_PART)
    return _FieldsSpelled(fields, texts, long, bare)


def _maybe_alike(wanted: _Spelled, known: _FieldsSpelled) -> set[int]:
    """Return the places of all spellings that ``_score`` might call possible, and a few more."""
    near = {at for _text, _score, at in _all_alike()(wanted.plain, known.texts)}
    near.update(at for at, text in known.long if text in wanted.plain)
    near.update(known.bare.get(wanted.bare, ()))
    return near


def _last_of_two(heading: str) -> str:
    """Return ``hh_code`` of ``loc-hh_code``: a name may stand in one group of a form only."""
    parts = _PATH.split(heading.strip())
    is_path = len(parts) == _FEW_STEPS and " " not in heading and not _THAI.search(heading)
    return parts[1] if is_path and parts[1] else heading


def _score(wanted: _Spelled, known: _Spelled) -> float:
    if wanted.plain == known.plain:
        return 100.0
    if wanted.bare == known.bare:
        return 96.0
    shorter, longer = min(wanted.size, known.size), max(wanted.size, known.size)
    # Texts so unequal in length cannot come near; a form has hundreds of long questions.
    if max(200 * shorter / (shorter + longer), 74 + 18 * shorter / longer) < POSSIBLE:
        return 0.0
    alike = _alike()(wanted.plain, known.plain)
    if shorter >= _SHORTEST_PART and known.plain in wanted.plain:
        # A part of a longer heading: the more of it, the surer.
        alike = max(alike, 74 + 18 * shorter / longer)
    # Short words differ in one letter and mean another thing.
    return alike if shorter >= _SHORTEST_PART else min(alike, POSSIBLE - 1)


@cache
def _alike() -> Callable[[str, str], float]:
    """Return the measure of likeness, loaded only when something is compared."""
    from rapidfuzz import fuzz

    return fuzz.ratio


@cache
def _all_alike() -> Callable[[str, Sequence[str]], list[tuple[str, float, int]]]:
    """Return what finds, among many texts, those that are possibly alike by that measure."""
    from rapidfuzz import fuzz, process

    return partial(process.extract, scorer=fuzz.ratio, score_cutoff=POSSIBLE, limit=None)


@cache
def _aliases() -> dict[str, dict[str, Any]]:
    with shipped("data", "mappings", "aliases.toml").open("rb") as file:
        return tomllib.load(file)
