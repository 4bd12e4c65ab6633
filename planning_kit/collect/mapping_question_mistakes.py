"""A mapping that leads a column to a local question nobody asks here."""

from __future__ import annotations

from difflib import get_close_matches

from planning_kit.errors import KitError
from planning_kit.language import N_, Words
from planning_kit.records import Record, is_local

_UNKNOWN = N_(
    "In the mapping “{file}”: the area asks no local question “{field}” of the record “{record}”; "
    "use {known}, or add the question first: planning-kit questions add FILE --area CODE"
)
_NONE = N_(
    "In the mapping “{file}”: the area asks no local question “{field}” of the record “{record}”, "
    "and no other either; add it first: planning-kit questions add FILE --area CODE"
)


def unknown_question(file: str, record: str, name: str, kind: type[Record]) -> KitError:
    """Return ``collect.mapping-unknown-question`` with the questions that ``kind`` has."""
    asked = [one for one in kind.model_fields if is_local(one)]
    near = get_close_matches(name, asked, n=3, cutoff=0.5) or asked
    labels = {one: kind.field(one).label for one in near}
    return KitError(
        "collect.mapping-unknown-question",
        _UNKNOWN if asked else _NONE,
        file=file,
        field=name,
        record=record,
        known=Words(
            ", ".join(f"{one} ({label.th})" for one, label in labels.items()),
            ", ".join(f"{one} ({label.en})" for one, label in labels.items()),
        ),
    )
