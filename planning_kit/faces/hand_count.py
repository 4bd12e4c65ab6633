"""Counting in the hall: raised hands, stickers and pairs, option by option and village by village."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from planning_kit.faces.named import named_records
from planning_kit.faces.redrawn import Chapter
from planning_kit.faces.step_parts import Part, count, group, option, picks, say
from planning_kit.faces.step_records import Paper
from planning_kit.faces.step_tool import Deed
from planning_kit.faces.vote_tool import VoteTool
from planning_kit.language import _
from planning_kit.records.poll_choices import PollMethod
from planning_kit.records.vote_total import PairTotal
from planning_kit.thai import format_number
from planning_kit.tool_titles import title_of
from planning_kit.workbook import Workbook

_PAIR = ("votes_for", "votes_against", "votes_equal")
_WHOLE = ""


class HandCount(VoteTool):
    """Counters for what the hall shows: a row of totals for each option and village."""

    ways = (PollMethod.HANDS, PollMethod.DOTS, PollMethod.APPROVAL, PollMethod.PAIRWISE)
    village = _WHOLE

    def opened(self, poll: Paper) -> list[Part]:
        """Return the village, and a counter for every option or pair."""
        if poll.value("method") == PollMethod.PAIRWISE:
            return [self._where(), *self._pairs(poll)]
        counters = [*self._voters(poll), *self._options(poll), *self._together(poll)]
        return [self._where(), *counters]

    def deeds(self) -> dict[str, Deed]:
        """Return what the counters do."""
        return super().deeds() | {
            "village": self._choose_village,
            "voters": self._count_voters,
            "votes": self._count_votes,
            "pair": self._count_pair,
        }

    # --- where -----------------------------------------------------------------------------
    def _where(self) -> Part:
        villages = named_records("village", self.workbook)
        options = [option(_WHOLE, _("The whole hall together"))]
        options += [option(code, name) for code, name in villages.items()]
        label = _("Whose votes are counted now?")
        return picks("village", label, options, self.village, stays=True)

    def _choose_village(self, code: str) -> None:
        self.village = code or _WHOLE

    # --- options ---------------------------------------------------------------------------
    def _totals(self, poll: Paper, *, here: bool) -> Iterator[Paper]:
        """Yield the totals of everyone, of no single group, in this village or in all."""
        for paper in self.desk.read("vote_total").values():
            is_own = paper.value("poll_code") == poll.value("poll_code")
            is_here = (paper.value("village_code") or _WHOLE) == self.village
            if is_own and paper.value("group") is None and (is_here or not here):
                yield paper

    def _here(self, poll: Paper) -> dict[str, Paper]:
        return {one.value("option_code"): one for one in self._totals(poll, here=True)}

    def _voters(self, poll: Paper) -> list[Part]:
        papers = self._here(poll).values()
        stated = [one.value("voters") for one in papers if one.value("voters") is not None]
        value = stated[0] if stated else None
        said = [*self.said("voters"), *_first(one.said.get("voters", []) for one in papers)]
        return [count("voters", _("How many people can vote here?"), value, said=said)]

    def _options(self, poll: Paper) -> list[Part]:
        here = self._here(poll)
        sums = self._sums(poll)
        parts = []
        for code, name in self.option_names(poll).items():
            paper, id_ = here.get(code), f"votes|{code}"
            value = paper.value("votes") if paper is not None else None
            note = _("all villages: {n}", n=format_number(sums[code])) if code in sums else ""
            said = self.said(id_, paper, "votes", "")
            parts.append(count(id_, name, value, note=note, said=said))
        return [group("", parts, css="pair", name="options")]

    def _sums(self, poll: Paper) -> dict[str, int]:
        sums: dict[str, int] = {}
        for paper in self._totals(poll, here=False):
            if paper.values.get("votes") is not None:
                code = paper.value("option_code")
                sums[code] = sums.get(code, 0) + int(paper.values["votes"])
        return sums

    def _together(self, poll: Paper) -> list[Part]:
        here = list(self._totals(poll, here=True))
        given = sum(int(one.values.get("votes") or 0) for one in here)
        parts = [say(_("Counted here: {n}", n=format_number(given)), "total")]
        people = max((int(one.values.get("voters") or 0) for one in here), default=0)
        each = poll.value("dots_each")
        if poll.value("method") == PollMethod.DOTS and each and people:
            most = people * int(each)
            told = _("{people} people with {each} dots each: {most} dots in all",
                     people=people, each=each, most=most)  # fmt: skip
            parts.append(say(told, "flag" if given > most else "help"))
        places = {one.value("village_code") or _WHOLE for one in self._totals(poll, here=False)
                  if one.values.get("votes") is not None}  # fmt: skip
        if _WHOLE in places and len(places) > 1:
            told = _("Some votes are counted by village and some for the whole hall; they are "
                     "added up. Make sure that nobody is counted twice.")  # fmt: skip
            parts.append(say(told, "flag"))
        return parts

    def _total(self, poll: Paper, option_code: str) -> Paper:
        here = self._here(poll)
        if option_code in here:
            return here[option_code]
        key = (poll.value("poll_code"), option_code, self.village or None, None)
        known = [one.value("voters") for one in here.values()]
        return self.desk.begin("vote_total", key, voters=known[0] if known else None)

    def _count_votes(self, option_code: str, value: object) -> None:
        assert self.poll is not None, "counted only where there is a vote"
        self._total(self.poll, option_code).answer(votes=value)

    def _count_voters(self, value: object) -> None:
        assert self.poll is not None, "counted only where there is a vote"
        for code in self.poll.value("option_codes") or ():
            self._total(self.poll, code).answer(voters=value)

    # --- pairs -----------------------------------------------------------------------------
    def _pairs(self, poll: Paper) -> list[Part]:
        names = self.option_names(poll)
        labels = [str(PairTotal.field(name).label) for name in _PAIR]
        parts = []
        for one, other in combinations(names, 2):
            paper = self._pair(poll, one, other)
            counters = []
            for name, label in zip(_PAIR, labels, strict=True):
                id_ = f"pair|{one}|{other}|{name}"
                own = _as_written(paper, one, name)
                value = paper.value(own) if paper is not None else None
                counters.append(count(id_, label, value, said=self.said(id_, paper, own)))
            title = f"{names[one]} ↔ {names[other]}"
            row = group("", counters, css="row", name="counters")
            parts.append(group(title, [row], css="card", name=f"{one}|{other}"))
        return parts

    def _pair(self, poll: Paper, one: str, other: str) -> Paper | None:
        papers, code = self.desk.read("pair_total"), poll.value("poll_code")
        turned = ((one, other), (other, one))
        keys = [(code, *pair, self.village or None) for pair in turned]
        return next((papers[key] for key in keys if key in papers), None)

    def _count_pair(self, one: str, other: str, name: str, value: object) -> None:
        assert self.poll is not None, "counted only where there is a vote"
        key = (self.poll.value("poll_code"), one, other, self.village or None)
        paper = self._pair(self.poll, one, other) or self.desk.begin("pair_total", key)
        paper.answer(**{_as_written(paper, one, name): value})


def _as_written(paper: Paper | None, one: str, name: str) -> str:
    """Return the field of a count, where the pair is written the other way round too."""
    if paper is None or paper.value("option_code") == one:
        return name
    return {"votes_for": "votes_against", "votes_against": "votes_for"}.get(name, name)


def _first(found: Iterable[list[tuple[str, str]]]) -> list[tuple[str, str]]:
    return next((one for one in found if one), [])


def hand_count(
    workbook: Workbook, *chapters: Chapter, who: str | None = None, why: str | None = None
) -> HandCount:
    """Return counters for votes that the hall shows openly: hands, stickers, pairs.

    ``chapters`` are the sections of the page that are redrawn after saving, such as
    ``kit.priorities``; ``who``, ``why`` are kept with each revision.
    """
    return HandCount(
        workbook,
        chapters,
        title=title_of("hand_count"),
        who=_("recorder") if who is None else who,
        why=_("counted in the hall") if why is None else why,
    )
