"""Problem cards from phones: saved as problems, each under a code of its own."""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from planning_kit.records import Problem
from planning_kit.workbook import Workbook
from planning_kit.workbook.saving import Saving, Typed, save_rows

FIELDS = ("statement", "village_codes", "households_affected", "said_by")
"""What a card asks of a problem."""
_WHO = "participant"
_WHY = "a problem card from a phone"
_CODE = re.compile(r"C(\d{1,6})")
_REMEMBERED = 5000
_MOST_ROUNDS = 20
Place = tuple[str, int]


@dataclass(frozen=True)
class Card:
    """A card on its way: ``card_id`` was made by the phone, so that sending twice adds one.

    ``place`` is plan area and first year; ``answers`` are texts by field of ``problem``.
    """

    place: Place
    card_id: str
    answers: Mapping[str, str]


class Cards:
    """Saves cards together; remembers which it has."""

    def __init__(self, workbook_at: Callable[[Place], Workbook]) -> None:
        self._workbook_at = workbook_at
        self._known: OrderedDict[tuple[Place, str], Saving] = OrderedDict()

    def save(self, cards: Sequence[Card]) -> list[Saving]:
        """Check cards as the rows of a file and save them; raises what the store raises."""
        new: dict[Place, dict[str, Card]] = {}
        for card in cards:
            if (card.place, card.card_id) not in self._known:
                new.setdefault(card.place, {})[card.card_id] = card
        refused: dict[tuple[Place, str], Saving] = {}
        for place, of_place in new.items():
            saved = self._save_at(place, list(of_place.values()))
            for card_id, saving in zip(of_place, saved, strict=True):
                (self._known if saving.is_saved else refused)[place, card_id] = saving
        told = [self._known.get((c.place, c.card_id)) or refused[c.place, c.card_id] for c in cards]
        while len(self._known) > _REMEMBERED:
            self._known.popitem(last=False)
        return told

    def _save_at(self, place: Place, cards: list[Card]) -> list[Saving]:
        workbook = self._workbook_at(place)
        number = _highest(workbook)
        saved: dict[int, Saving] = {}
        waiting = list(enumerate(cards))
        # A code may have been taken meanwhile, or once been withdrawn: then the next ones are tried.
        for _round in range(_MOST_ROUNDS):
            rows = [
                Typed({**card.answers, "problem_code": f"C{number + at:03d}"})
                for at, (_place, card) in enumerate(waiting, 1)
            ]
            number += len(rows)
            for (at, _card), saving in zip(
                waiting, save_rows(workbook, Problem, rows, who=_WHO, why=_WHY), strict=True
            ):
                saved[at] = saving
            waiting = [(at, card) for at, card in waiting if saved[at].is_key_taken]
            if not waiting:
                break
        return [saved[at] for at in range(len(cards))]


def _highest(workbook: Workbook) -> int:
    codes = (_CODE.fullmatch(str(one.problem_code)) for one in workbook.records(Problem))
    return max((int(found[1]) for found in codes if found), default=0)
