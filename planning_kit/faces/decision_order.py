"""The order that a vote gives, and whether what the meeting adopts departs from it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from planning_kit.deliberate.poll_counting import counted
from planning_kit.deliberate.poll_votes import polls_in
from planning_kit.deliberate.recount import likest, moved_since
from planning_kit.errors import KitError
from planning_kit.faces.step_records import Paper
from planning_kit.language import _
from planning_kit.workbook import Workbook


@dataclass(frozen=True)
class Computed:
    """``codes`` in the order of the votes, the place of each (equal where they share it).

    ``why_not`` says why there is no order; both ``codes`` and ``places`` are then empty.
    ``is_moved``: it is not the order that was kept with the decision.
    """

    codes: tuple[str, ...] = ()
    places: Mapping[str, int] = field(default_factory=dict)
    why_not: str = ""
    is_moved: bool = False


def computed_order(workbook: Workbook, poll_code: str, kept: Sequence[str] = ()) -> Computed:
    """Return the order of a vote, counted now as the report counts it.

    Where there are two ways to count, the one that gives the order ``kept`` is meant.
    """
    names = ("poll", "ballot_mark", "vote_total", "pair_total")
    found = [one for one in polls_in(*(workbook.frame(name) for name in names))
             if one.code == poll_code]  # fmt: skip
    if not found:
        return Computed()
    if found[0].is_too_small:
        said = _("Fewer than 5 ballots: the result is not shown, so that nobody’s vote is known.")
        return Computed(why_not=said)
    try:
        ranking = likest(counted(found[0]), kept)
    except KitError as error:
        return Computed(why_not=error.say())
    order = ranking.order.loc[ranking.order["place"].notna()]
    places = dict(zip(order["option"], order["place"].astype(int), strict=True))
    return Computed(tuple(places), places, is_moved=bool(kept and moved_since(ranking, kept)))


def compared_with(decision: Paper, now: Computed) -> Computed:
    """Return the order to compare a decision with: the one kept with it, else today's."""
    if decision.over is None:
        return now
    kept = computed_then(decision)
    if now.is_moved or now.why_not or not now.places:
        return kept_order(kept)
    # Today's order is still the same, and knows which options share a place.
    return Computed(kept, {code: now.places[code] for code in kept if code in now.places})


def computed_then(decision: Paper) -> tuple[str, ...]:
    """Return the order of the votes that was kept with a decision; empty before it is made."""
    return () if decision.over is None else tuple(decision.values.get("computed_codes") or ())


def adopted_order(decision: Paper, then: Computed, poll: Paper) -> tuple[str, ...]:
    """Return the order adopted; of a decision just begun that of the votes, to start from."""
    moved = decision.value("adopted_codes")
    if moved is not None or decision.over is not None:
        return tuple(moved or ())
    return then.codes or tuple(poll.value("option_codes") or ())


def kept_order(codes: Sequence[str]) -> Computed:
    """Return the order that was kept with a decision, as it was counted on that day."""
    return Computed(tuple(codes), {code: at for at, code in enumerate(codes, start=1)})


def places_kept(computed: Computed, code: str) -> list[int]:
    """Return the places that are no departure: of n that share place p, p to p + n - 1."""
    place = computed.places.get(code)
    if place is None:
        return []
    sharing = sum(other == place for other in computed.places.values())
    return list(range(place, place + sharing))


def departs(adopted: Sequence[str], computed: Computed) -> bool:
    """Tell whether an order departs from the computed one.

    Options that share a place may stand in either order, and a meeting may order only the
    first few; one left out before another that is taken is a departure.
    """
    if not computed.places:
        return False
    if any(code not in computed.places for code in adopted):
        return True
    places = [computed.places[code] for code in adopted]
    if places != sorted(places):
        return True
    last = max(places, default=0)
    return any(place < last for code, place in computed.places.items() if code not in adopted)
