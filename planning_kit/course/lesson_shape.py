"""The keys of ``episode.toml``: which there are, of what kind, how many of each table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from planning_kit.language import N_, _

_KINDS: Mapping[str, tuple[type, str]] = {
    "text": (str, N_("a text that is not empty")),
    "number": (int, N_("a whole number above 0")),
    "flag": (bool, N_("true or false")),
    "texts": (list, N_("a list of texts")),
    "words": (dict, N_("a text in Thai and one in English: {th = …, en = …}")),
}


@dataclass(frozen=True)
class Key:
    """One key of a table; ``among`` are the only values it may have."""

    kind: str = "text"
    must: bool = True
    among: tuple[object, ...] = ()


_EACH = Key(among=("person", "group", "room"))
_BOTH = {"th": Key(), "en": Key()}
HEAD: Mapping[str, Key] = {
    "title": Key("words"),
    "day": Key("number", must=False, among=(1, 2, 3)),
    "minutes": Key("number"),
    "app": Key(must=False),
    "draft": Key("flag", must=False),
    "long_sentences": Key("texts", must=False),
    "typed_figures": Key("texts", must=False),
}
TABLES: Mapping[str, Mapping[str, Key]] = {
    "question": _BOTH,
    "objective": {"code": Key(), **_BOTH},
    "key_point": _BOTH,
    "material": {"th": Key(), "each": _EACH, "count": Key("number")},
    "step": {
        "part": Key(among=("lead", "teach", "close")),
        "minutes": Key("number"),
        "title": Key("words"),
        "do": Key(),
        "say": Key(),
        "look": Key(),
        "slide": Key("texts", must=False),
        "app": Key("flag", must=False),
        "quiz": Key("flag", must=False),
    },
    "worksheet": {
        "code": Key(),
        "title": Key("words"),
        "record": Key(),
        "fields": Key("texts", must=False),
        "example": Key(),
        "each": _EACH,
        "how": Key(),
        "rows": Key("number", must=False),
    },
    "line": {"worksheet": Key(), "after": Key(), "is": Key(), **_BOTH},
    "cards": {
        "code": Key(),
        "title": Key("words"),
        "each": Key(among=("group", "room")),
        "from": Key(must=False),
        "says": Key("texts", must=False),
        "answers": Key(must=False),
        "large": Key("flag", must=False),
        "mixed": Key("flag", must=False),
    },
}
HOW_MANY: Mapping[str, tuple[int, int]] = {
    "question": (2, 4),
    "objective": (2, 5),
    "key_point": (3, 6),
    "material": (0, 20),
    "step": (3, 14),
    "worksheet": (1, 4),
    "line": (0, 8),
    "cards": (0, 4),
}


def shape_faults(said: Mapping[str, Any]) -> Iterator[str]:
    """Yield a sentence for everything that is missing, unknown or of another kind."""
    tables = {name: said.get(name, []) for name in TABLES}
    head = {name: value for name, value in said.items() if name not in TABLES}
    yield from _table_faults("episode.toml", head, HEAD)
    for name, rows in tables.items():
        low, high = HOW_MANY[name]
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            yield _("episode.toml: write [[{name}]] with two brackets on each side", name=name)
            continue
        if not low <= len(rows) <= high:
            yield _(
                "episode.toml: there are {n} of [[{name}]]; there should be {low} to {high}",
                n=len(rows), name=name, low=low, high=high,
            )  # fmt: skip
        for at, row in enumerate(rows, 1):
            yield from _table_faults(f"episode.toml, [[{name}]] {at}", row, TABLES[name])


def _table_faults(
    where: str, table: Mapping[str, Any], keys: Mapping[str, Key]
) -> Iterator[str]:  # fmt: skip
    for name in table.keys() - keys.keys():
        yield _("{where}: nothing is called “{name}” here", where=where, name=name)
    for name, key in keys.items():
        if name not in table:
            if key.must:
                yield _("{where}: “{name}” is missing", where=where, name=name)
        elif not _fits(table[name], key):
            what = ", ".join(map(str, key.among)) or _(_KINDS[key.kind][1])
            yield _("{where}: “{name}” must be {what}", where=where, name=name, what=what)


def _fits(value: object, key: Key) -> bool:
    kind = _KINDS[key.kind][0]
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        return False
    if key.among:
        return value in key.among
    if isinstance(value, list):
        return bool(value) and all(isinstance(one, str) and one.strip() for one in value)
    if isinstance(value, dict):
        texts = (value.get("th"), value.get("en"))
        return set(value) == {"th", "en"} and all(isinstance(t, str) and t.strip() for t in texts)
    return bool(value.strip()) if isinstance(value, str) else key.kind == "flag" or bool(value)
