"""What the tools of a vote have in common: which vote, its options by name, whether it is open."""

from __future__ import annotations

from planning_kit.deliberate.ties import code_order
from planning_kit.faces.named import named_records
from planning_kit.faces.step_parts import Part, button, head, option, picks, say
from planning_kit.faces.step_records import Paper
from planning_kit.faces.step_tool import Deed, StepTool
from planning_kit.language import _
from planning_kit.records.poll_choices import PollMethod


class VoteTool(StepTool):
    """A tool that works on one vote at a time."""

    ways: tuple[str, ...] = tuple(PollMethod)
    """The ways of voting that the tool can work with."""
    poll_code = ""

    def parts(self) -> list[Part]:
        """Return which vote is looked at, and what the tool does with it."""
        parts, poll = self.chooser(), self.poll
        if poll is None:
            return parts
        title = head(f"{poll.value('poll_code')} {poll.value('title')}")
        return [*parts, title, *(self.opened(poll) if is_open(poll) else self.closed(poll))]

    def opened(self, poll: Paper) -> list[Part]:
        """Return what stands on the page of a vote that is open."""
        raise NotImplementedError

    def polls(self) -> dict[str, Paper]:
        """Return the votes the tool can work with, by code."""
        found = self.desk.read("poll")
        codes = sorted((str(key[0]) for key in found), key=code_order)
        return {code: found[code,] for code in codes if found[code,].value("method") in self.ways}

    @property
    def poll(self) -> Paper | None:
        """The vote that is looked at: the one chosen, else the first that is open."""
        polls = self.polls()
        if self.poll_code in polls:
            return polls[self.poll_code]
        open_ones = [one for one in polls.values() if one.value("is_closed") is not True]
        found = next(iter([*open_ones, *polls.values()]), None)
        self.poll_code = "" if found is None else str(found.value("poll_code"))
        return found

    def chooser(self) -> list[Part]:
        """Return the parts that choose the vote."""
        polls = self.polls()
        if not polls:
            return [say(_("No vote of this kind has been opened yet. Open one above first."))]
        options = [
            option(code, f"{code} {paper.value('title')}", "" if is_open(paper) else _("closed"))
            for code, paper in polls.items()
        ]
        chosen = self.poll
        code = chosen and chosen.value("poll_code")
        return [picks("vote", _("Which vote?"), options, code, stays=True)]

    def closed(self, poll: Paper) -> list[Part]:
        """Return what is said of a vote that is closed."""
        said = _("This vote is closed: nothing can be changed. Open it again to go on.")
        return [say(said, "flag"), button("reopen", _("Open the vote again"))]

    def deeds(self) -> dict[str, Deed]:
        """Return what choosing and opening a vote do."""
        return {"vote": self.choose_vote, "reopen": self.reopen}

    def choose_vote(self, code: str) -> None:
        """Look at another vote."""
        self.poll_code = str(code)

    def reopen(self, _pressed: bool) -> None:
        """Open a closed vote again."""
        if self.poll is not None:
            self.poll.answer(is_closed=False)

    def option_names(self, poll: Paper) -> dict[str, str]:
        """Return the options of a vote in their order, by code, with their names."""
        known = named_records(str(poll.value("about")), self.workbook)
        return {code: known.get(code, code) for code in poll.value("option_codes") or ()}


def is_open(poll: Paper) -> bool:
    """Tell whether a vote is not closed."""
    return poll.value("is_closed") is not True
