"""In which order record types are judged, so that what a row names is judged before it."""

from __future__ import annotations

from functools import cache

from planning_kit.records import record_type, record_types

_TAXON = "taxon"


@cache
def in_order_of_links() -> tuple[str, ...]:
    """Return the name of every record type after those of the types it names."""
    order: dict[str, None] = {}
    for kind in record_types():
        _visit(kind.noun.name, order, set())
    return tuple(order)


def _visit(name: str, order: dict[str, None], on_the_way: set[str]) -> None:
    if name in order or name in on_the_way:
        return
    kind = record_type(name)
    on_the_way.add(name)
    if name != _TAXON and any(spec.taxonomy for spec in kind.fields()):
        _visit(_TAXON, order, on_the_way)
    for link in kind.noun.links:
        _visit(link.to, order, on_the_way)
    order[name] = None
