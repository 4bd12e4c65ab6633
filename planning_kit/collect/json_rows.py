"""A JSON file as rows: a list of objects, a list inside an object, or one object a line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from planning_kit import thai
from planning_kit.collect import refusals
from planning_kit.collect.decoding import decode
from planning_kit.collect.json_nested import flattened, nested_lists, nested_rows
from planning_kit.collect.limits import MOST_CELLS, MOST_JSON_BYTES
from planning_kit.errors import KitError
from planning_kit.language import N_

_DEEPEST = 5
_MOST_LISTS = 200
_HALF_SIGN = re.compile(r"\\u[dD][89a-fA-F]")


def read_json(data: bytes, encoding: str | None, file: str) -> Any:
    """Return the content of a JSON file; a file of one object a line gives their list.

    Raises ``KitError`` ``collect.broken-json``, ``collect.too-big``, ``collect.too-many-cells``, or those of ``decode``.
    """
    if len(data) > MOST_JSON_BYTES:
        raise refusals.too_big(file, MOST_JSON_BYTES)
    # Counted before reading: a small text can stand for gigabytes of empty objects.
    if data.count(b"{") + data.count(b"[") > MOST_CELLS or data.count(b",") > 2 * MOST_CELLS:
        raise refusals.too_many_cells(file, file, MOST_CELLS)
    text = decode(data, encoding, file).removeprefix("\ufeff")
    try:
        return _parsed(text)
    except (ValueError, RecursionError) as error:
        content = _line_by_line(text)
        if content is not None:
            return content
        raise _broken(file, error) from error


def _broken(file: str, error: Exception) -> KitError:
    if isinstance(error, json.JSONDecodeError):
        return KitError(
            "collect.broken-json",
            N_(
                "“{file}” stops being JSON at line {row}, character {at}; save or download it again"
            ),
            file=file,
            row=error.lineno,
            at=error.colno,
        )
    return KitError(
        "collect.broken-json",
        N_("“{file}” is not a complete JSON file; save or download it again"),
        file=file,
    )


def list_at(content: Any, where: str | None, file: str) -> list[Any]:
    """Return the list of rows at a path such as ``data.items``; the only one by default.

    A path may lead into the rows of a list: ``data.events.damage`` are the rows of all lists
    ``damage`` in ``data.events``, each with the cells of the event it belongs to.

    Raises ``KitError`` ``collect.no-list-in-json``.
    """
    if where is None and not isinstance(content, list):
        paths = paths_of_lists(content)
        where = paths[0] if len(paths) == 1 else None
    content = _value_or_rows_at(content, where, file)
    if not _is_rows(content) and content != []:
        raise KitError(
            "collect.no-list-in-json",
            N_(
                "“{file}” has no list of rows at “{path}”; give the place of the list in the "
                "mapping, under [file] path"
            ),
            file=file,
            path=where or "(top)",
        )
    rows: list[Any] = content
    return rows


def value_at(content: Any, where: str | None) -> Any:
    """Return what stands at a path such as ``data.items``; ``None`` where there is nothing."""
    for step in where.split(".") if where else ():
        content = content.get(step) if isinstance(content, dict) else None
    return content


def _value_or_rows_at(content: Any, where: str | None, file: str) -> Any:
    """Return what stands at a path, which may lead on into the rows of a list."""
    steps = where.split(".") if where else []
    for at, step in enumerate(steps):
        if isinstance(content, list):
            rest = ".".join(steps[at:])
            return nested_rows(content, rest, steps[at - 1] if at else "", file) or None
        content = content.get(step) if isinstance(content, dict) else None
    return content


def paths_of_nested_lists(content: Any) -> list[str]:
    """Return where rows of a list hold lists of objects, such as ``data.events.damage``."""
    found: list[str] = []
    for path in paths_of_lists(content):
        rows = value_at(content, path)
        names = nested_lists(rows) if is_objects(rows) else []
        found += [f"{path}.{name}" if path else name for name in names]
    return found[:_MOST_LISTS]


def paths_of_lists(content: Any) -> list[str]:
    """Return where lists of rows lie in a JSON content; ``""`` is the content itself."""
    found: list[str] = []
    _look_for_lists(content, "", 0, found)
    return found


def rows_of(items: list[dict[str, Any]], file: str) -> tuple[list[str], Iterator[list[Any]]]:
    """Return the clean headings of all objects, and the cells of each under them.

    An object inside a row gives columns of its own, such as ``place.moo``.

    Raises ``KitError`` ``collect.too-many-cells``.
    """
    items = [flattened(item) for item in items]
    if sum(len(item) for item in items) > MOST_CELLS:
        raise refusals.too_many_cells(file, file, MOST_CELLS)
    named = dict.fromkeys(key for item in items for key in item)
    return [thai.clean(key) for key in named], (
        [_flat(item.get(key)) for key in named] for item in items
    )


def is_objects(items: list[Any]) -> bool:
    """Tell whether the rows are objects with named cells, not lists of cells."""
    return all(isinstance(item, dict) for item in items)


def _parsed(text: str) -> Any:
    content = json.loads(text, object_pairs_hook=_pairs)
    if _HALF_SIGN.search(text) is None:
        return content
    # JSON can spell half a sign, which no text can hold; it becomes a question mark.
    whole = json.dumps(content, ensure_ascii=False).encode("utf-8", "replace")
    return json.loads(whole, object_pairs_hook=_pairs)


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    named = dict(pairs)
    if len(named) == len(pairs):
        return named
    # A key said twice: the plain reader would forget the first in silence.
    named = {}
    for key, value in pairs:
        count, name = 2, key
        while name in named:
            name, count = f"{key} ({count})", count + 1
        named[name] = value
    return named


def _line_by_line(text: str) -> list[Any] | None:
    lines = [line for line in text.splitlines() if line.strip()]
    if len(lines) < 2 or not lines[0].lstrip().startswith("{"):
        return None
    try:
        return [_parsed(line) for line in lines]
    except (ValueError, RecursionError):
        # Then the first complaint, about the file as a whole, is the one to tell.
        return None


def _is_rows(content: Any) -> bool:
    if not isinstance(content, list) or not content:
        return False
    return is_objects(content) or all(isinstance(item, list) for item in content)


def _look_for_lists(content: Any, at: str, depth: int, found: list[str]) -> None:
    if len(found) >= _MOST_LISTS:
        return
    if _is_rows(content):
        found.append(at)
    elif isinstance(content, dict) and depth < _DEEPEST:
        for key, value in content.items():
            _look_for_lists(value, f"{at}.{key}" if at else str(key), depth + 1, found)


def _flat(value: Any) -> Any:
    if isinstance(value, list) and not any(isinstance(item, (dict, list)) for item in value):
        return ", ".join(str(item) for item in value)
    return json.dumps(value, ensure_ascii=False) if isinstance(value, (dict, list)) else value
