"""Records that two computers left in two versions: said on the first page until they are settled."""

from __future__ import annotations

from planning_kit.language import ngettext
from planning_kit.runs.shelf import SYNTHESIS
from planning_kit.workbook import open_workbook
from planning_kit.workbook.settling import disputed

_TOOL = "tool-settle_versions"
_kept: dict[tuple[str, str, int], tuple[int, int]] = {}


def unsettled(area: str, plan_start: int, store_url: str) -> int:
    """Return how many records have two versions; worked out once while nothing is written."""
    at = (store_url, area, plan_start)
    with open_workbook(area, plan_start, store=store_url) as workbook:
        writes = workbook.store.writes()
        before, number = _kept.get(at, (-1, 0))
        if before != writes:
            number = len(disputed(workbook))
            _kept[at] = (writes, number)
        return number


def unsettled_said(number: int) -> str:
    """Say it, in the language in use."""
    return ngettext(
        "{n} record was changed on two computers; say which version is right.",
        "{n} records were changed on two computers; say which version of each is right.",
        number,
    )


def where_to_settle(place: str, *, above: bool) -> str:
    """Return the address of the tool, for a ``place`` as addresses name it."""
    return f"/tools/{SYNTHESIS if above else '00_start'}?{place}#{_TOOL}"
