"""Records as a table: one row each, one column per field, one type per kind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from planning_kit.records.kinds import Kind
from planning_kit.records.record import Record

if TYPE_CHECKING:
    import pandas as pd

_NUMERIC = {Kind.INTEGER, Kind.NUMBER, Kind.MONEY, Kind.LAND, Kind.SHARE, Kind.YEAR_BE}


def to_frame(record_type: type[Record], rows: Iterable[Mapping[str, Any] | Record]) -> pd.DataFrame:
    """Return ``rows`` as a frame with every field of ``record_type`` as a column.

    Numbers, money (baht), land (square wah) and years become ``float64`` with NaN for
    not stated; yes–no becomes ``object`` of ``True``/``False``/``None``; dates become
    ``datetime64[ns]``; lists become tuples; all else is text or ``None``. Rows given as
    mappings may carry more columns; those follow, as they are.
    """
    import pandas as pd

    names = [spec.name for spec in record_type.fields()]
    plain = [row.model_dump() if isinstance(row, Record) else dict(row) for row in rows]
    extra = list(plain[0].keys() - set(names)) if plain else []
    data = pd.DataFrame(
        {
            name: pd.Series([row.get(name) for row in plain], dtype="object")
            for name in [*names, *sorted(extra)]
        }
    )
    for spec in record_type.fields():
        if spec.kind in _NUMERIC:
            data[spec.name] = data[spec.name].astype("float64")
        elif spec.kind is Kind.DATE:
            data[spec.name] = pd.to_datetime(data[spec.name]).astype("datetime64[ns]")
        elif spec.kind in (Kind.CHOICE, Kind.CHOICES):
            data[spec.name] = data[spec.name].map(_codes, na_action=None)
    return data


def _codes(value: Any) -> Any:
    """Return answers as their plain stored codes, so that frames hold only text."""
    if value is None or isinstance(value, float):
        return None
    if isinstance(value, str):
        return str(getattr(value, "value", value))
    return tuple(str(getattr(item, "value", item)) for item in value)
