"""Typing paper ballots: worded scores, pairs, dots and ticks; twice, by two people, then compared."""

from __future__ import annotations

from typing import Any

from planning_kit.errors import KitError
from planning_kit.faces.ballot_differences import differences_listed
from planning_kit.faces.ballot_marks import (
    SCORES,
    VOTER,
    Ballot,
    as_printed,
    next_number,
    numbers_typed,
)
from planning_kit.faces.ballot_paper import paper_parts
from planning_kit.faces.named import named_records
from planning_kit.faces.redrawn import Chapter
from planning_kit.faces.step_parts import Part, button, choice, group, option, picks, say
from planning_kit.faces.step_parts import text as box
from planning_kit.faces.step_records import Paper
from planning_kit.faces.step_tool import Deed
from planning_kit.faces.vote_tool import VoteTool
from planning_kit.language import N_, _
from planning_kit.records.ballot import BallotMark
from planning_kit.records.household_choices import Sex
from planning_kit.records.poll_choices import PollMethod, VoterAge
from planning_kit.thai import clean, format_number, to_arabic_digits
from planning_kit.tool_titles import title_of
from planning_kit.workbook import Workbook

_FIRST, _SECOND = 1, 2


class BallotEntry(VoteTool):
    """One paper at a time, in its first or its second typing; who types sees only their own."""

    ways = (PollMethod.CRITERIA, PollMethod.PAIRWISE, PollMethod.DOTS, PollMethod.APPROVAL)
    entry = _FIRST
    number = ""

    def opened(self, poll: Paper) -> list[Part]:
        """Return the paper, what stands on it, and what was typed so far."""
        ballot = self.ballot(poll)
        return [
            self._which(ballot),
            *paper_parts(self, ballot, self.option_names(poll)),
            self._voter(ballot),
            *self._after(ballot),
            *self._typed(poll),
        ]

    def deeds(self) -> dict[str, Deed]:
        """Return what typing does."""
        return super().deeds() | {
            "entry": self._choose_entry,
            "number": self._choose_number,
            "open": self._open,
            "next": self._next,
            "gone": self._take_out,
            "score": self._score,
            "prefer": self._prefer,
            "dots": self._dots,
            "tick": self._tick,
            "voter": self._answer_head,
        }

    def ballot(self, poll: Paper) -> Ballot:
        """Return the paper that is typed now; the next one where none was chosen."""
        if not self.number:
            typed = numbers_typed(self.desk, str(poll.value("poll_code")))
            self.number = next_number(typed[self.entry])
        return Ballot(poll, self.number, self.entry, self.desk)

    # --- which paper -------------------------------------------------------------------------
    def _which(self, ballot: Ballot) -> Part:
        entries = [
            option(_FIRST, _("First typing")),
            option(_SECOND, _("Second typing, by another person")),
        ]
        parts = [picks("entry", _("Which typing?"), entries, self.entry, stays=True)]
        label = _("Ballot number, as printed on the paper")
        parts.append(box("number", label, ballot.number, said=self.said("number")))
        return group("", parts, css="pair", name="which")

    def _choose_entry(self, entry: int) -> None:
        self.entry, self.number = int(entry), ""

    def _choose_number(self, number: str) -> None:
        wanted = to_arabic_digits(clean(str(number)))
        if not wanted:
            raise KitError("faces.no-ballot-number", N_("Write the number that is printed on it"))
        typed = numbers_typed(self.desk, self.poll_code)
        self.number = as_printed(wanted, [one for own in typed.values() for one in own])

    def _open(self, number: str, entry: str, _pressed: bool) -> None:
        self.number, self.entry = number, int(entry)

    def choose_vote(self, code: str) -> None:
        """Look at another vote; its papers are typed from the next one on."""
        super().choose_vote(code)
        self.number = ""

    def _next(self, _pressed: bool) -> None:
        self.number = ""

    # --- what stands on it ---------------------------------------------------------------------
    def _now(self) -> Ballot:
        assert self.poll is not None, "typed only where there is a vote"
        return self.ballot(self.poll)

    def _score(self, code: str, criterion: str, value: Any) -> None:
        ballot = self._now()
        ballot.answer(code, None, **{criterion: value})
        self._drop_blank(ballot, code, SCORES)

    def _prefer(self, one: str, other: str, value: str) -> None:
        self._now().answer(one, other, preferred=None if value == "equal" else value)

    def _dots(self, code: str, value: Any) -> None:
        ballot = self._now()
        ballot.answer(code, None, dots=value)
        if str(value).strip() in ("", "0", "๐"):
            self._drop(ballot, code)

    def _tick(self, codes: list[str]) -> None:
        ballot = self._now()
        for code in ballot.poll.value("option_codes") or ():
            mark = ballot.mark(code)
            is_ticked = mark is not None and mark.value("approved") is True
            if code in codes and not is_ticked:
                ballot.answer(code, None, approved=True)
            elif code not in codes and mark is not None:
                self._drop(ballot, code)

    def _drop_blank(self, ballot: Ballot, code: str, names: tuple[str, ...]) -> None:
        mark = ballot.mark(code)
        if mark is not None and all(mark.value(name) is None for name in names):
            self._drop(ballot, code)

    def _drop(self, ballot: Ballot, code: str) -> None:
        """Take a mark out that the paper does not bear: a blank is no mark of 0."""
        mark = ballot.mark(code)
        if mark is not None:
            self.desk.take_out(mark, _("not on the paper"))

    # --- whose it is -----------------------------------------------------------------------------
    def _voter(self, ballot: Ballot) -> Part:
        if not ballot.is_begun:
            return say(_("Once the first mark is typed, village, sex and age of the voter can be "
                         "added, if they stand on the paper."))  # fmt: skip
        villages = [option("", _("not stated"))]
        villages += [option(*one) for one in named_records("village", self.workbook).items()]
        labels = {name: str(BallotMark.field(name).label) for name in VOTER}
        yes_no = [option(True, _("Yes")), option(False, _("No"))]
        sexes = [option(one.value, str(one.words)) for one in Sex]
        ages = [option(one.value, str(one.words)) for one in VoterAge]
        said = self.said("voter|village_code")
        parts = [choice("voter|village_code", _("Village"), villages,
                        ballot.voter("village_code"), said=said)]  # fmt: skip
        for name, options in (("sex", sexes), ("age_group", ages), ("is_landless", yes_no)):
            parts.append(picks(f"voter|{name}", labels[name], options, ballot.voter(name)))
        title = _("The voter, if it stands on the paper; never a name")
        return group(title, [group("", parts, css="pair", name="voter")], css="card")

    def _answer_head(self, name: str, value: Any) -> None:
        self._now().answer_head(name, value or None if name == "village_code" else value)

    # --- after it ----------------------------------------------------------------------------------
    def _after(self, ballot: Ballot) -> list[Part]:
        is_whole = ballot.is_whole()
        parts = [button("next", _("Next ballot →"), is_main=is_whole)]
        if ballot.is_begun:
            parts.append(button("gone", _("Take this ballot out")))
        found = [group("", parts, css="row", name="after")]
        if ballot.is_begun and not is_whole:
            found.append(say(_("Not every option is marked yet."), "flag"))
        return found

    def _take_out(self, _pressed: bool) -> None:
        ballot = self._now()
        for mark in ballot.marks().values():
            self.desk.take_out(mark, _("ballot typed by mistake"))

    def _typed(self, poll: Paper) -> list[Part]:
        typed = numbers_typed(self.desk, str(poll.value("poll_code")))
        said = _("Ballots typed the first time: {first}, the second time: {second}.",
                 first=format_number(len(typed[_FIRST])), second=format_number(len(typed[_SECOND])))  # fmt: skip
        options = [option(number, number) for number in typed[self.entry]]
        parts = [say(said, "total")]
        if options:
            label = _("Open a ballot of this typing again")
            parts.append(choice("number", label, [option("", _("– choose –")), *options], ""))
        return [*parts, *differences_listed(self.desk, poll, self.option_names(poll))]


def ballot_entry(
    workbook: Workbook, *chapters: Chapter, who: str | None = None, why: str | None = None
) -> BallotEntry:
    """Return the tool that types paper ballots, once or twice, and lists where typings differ.

    ``chapters`` are the sections of the page that are redrawn after saving, such as
    ``kit.ballot_checks`` and ``kit.priorities``; ``who``, ``why`` are kept with each revision.
    """
    return BallotEntry(
        workbook,
        chapters,
        title=title_of("ballot_entry"),
        who=_("recorder") if who is None else who,
        why=_("typed from the paper") if why is None else why,
    )
