"""Opening a vote: on what, between which options, in which way, with which rules; and closing it."""

from __future__ import annotations

from typing import Any

from planning_kit.errors import KitError
from planning_kit.faces.named import named_records
from planning_kit.faces.redrawn import Chapter
from planning_kit.faces.step_parts import Part, button, choice, count, group, option, picks, say
from planning_kit.faces.step_parts import text as box
from planning_kit.faces.step_records import Paper
from planning_kit.faces.step_tool import Deed
from planning_kit.faces.vote_tool import VoteTool
from planning_kit.faces.vote_weights import Weights, label_of
from planning_kit.language import N_, _
from planning_kit.plan.chosen import in_plan
from planning_kit.plan.merged import standing
from planning_kit.records.poll_choices import PollAbout, PollMethod, TiePolicy
from planning_kit.tool_titles import title_of
from planning_kit.workbook import Workbook

_VOTES = ("ballot_mark", "vote_total", "pair_total")
_TITLES = {
    PollAbout.PROBLEM: N_("Which problems come first?"),
    PollAbout.PROJECT: N_("Which projects come first?"),
}
_NEW = {
    PollAbout.PROBLEM: N_("+ New vote on problems"),
    PollAbout.PROJECT: N_("+ New vote on projects"),
}


class VoteSetup(VoteTool):
    """Opens, changes and closes votes; a new one is saved at once with what is usual."""

    def __init__(self, *given: Any, **more: Any) -> None:
        super().__init__(*given, **more)
        self._weights = Weights()

    def parts(self) -> list[Part]:
        """Return how a vote is begun, and the one that is looked at."""
        begin = [button(f"new|{about}", _(said)) for about, said in _NEW.items()]
        return [group("", begin, css="row", name="new"), *super().parts()]

    def opened(self, poll: Paper) -> list[Part]:
        """Return the rules of a vote."""
        close = [
            button("close", _("Close the vote"), is_main=True),
            button("gone", _("Withdraw this vote")),
        ]
        actions = group("", close, css="row", name="actions")
        wrong = [say(sentence, "error") for _tone, sentence in self.said("gone")]
        return [*self._what(poll), *self._rules(poll), actions, *wrong]

    def deeds(self) -> dict[str, Deed]:
        """Return what the rules do."""
        return super().deeds() | {
            "new": self._begin,
            "field": self._answer,
            "options": self._choose_options,
            "weight": self._weigh,
            "close": self._close,
            "gone": self._take_out,
        }

    # --- what is asked -----------------------------------------------------------------------
    def _what(self, poll: Paper) -> list[Part]:
        has_votes = self.has_votes(poll)
        parts = [
            self._box(poll, "title"),
            self._picks(poll, "method", PollMethod, off=has_votes),
        ]
        if has_votes:
            parts.append(say(_("People have voted already, so the way of voting stays.")))
        about = str(poll.value("about"))
        asked = {*self._standing(about), *(poll.value("option_codes") or ())}
        names = {c: said for c, said in named_records(about, self.workbook).items() if c in asked}
        options = [option(code, name) for code, name in names.items()]
        chosen = [code for code in poll.value("option_codes") or () if code in names]
        said = self.said("options", poll, "option_codes")
        parts.append(picks("options", label_of(poll, "option_codes"), options, chosen,
                           several=True, said=said))  # fmt: skip
        forums = [option("", _("– choose –"))]
        forums += [option(*one) for one in named_records("forum", self.workbook).items()]
        said = self.said("field|forum_code", poll, "forum_code")
        parts.append(choice("field|forum_code", _("At which meeting?"), forums,
                            poll.value("forum_code"), said=said))  # fmt: skip
        return [*parts, self._box(poll, "date"), self._count(poll, "eligible")]

    def _rules(self, poll: Paper) -> list[Part]:
        method, parts = poll.value("method"), []
        if method == PollMethod.DOTS:
            parts.append(self._count(poll, "dots_each"))
        if method == PollMethod.APPROVAL:
            parts.append(self._count(poll, "max_approvals"))
        if poll.value("about") == PollAbout.PROJECT:
            parts.append(self._box(poll, "budget"))
        if method == PollMethod.CRITERIA:
            parts.append(self._weights.part(poll))
        parts.append(self._picks(poll, "tie_policy", TiePolicy))
        yes_no = [option(True, _("Yes, by two people")), option(False, _("No, once"))]
        parts.append(picks("field|is_double_entry", label_of(poll, "is_double_entry"), yes_no,
                           poll.value("is_double_entry")))  # fmt: skip
        return parts

    def _box(self, poll: Paper, name: str) -> Part:
        id_ = f"field|{name}"
        return box(id_, label_of(poll, name), poll.text(name), said=self.said(id_, poll, name))

    def _count(self, poll: Paper, name: str) -> Part:
        id_, value = f"field|{name}", poll.value(name)
        return count(id_, label_of(poll, name), value, said=self.said(id_, poll, name, ""))

    def _picks(self, poll: Paper, name: str, answers: Any, *, off: bool = False) -> Part:
        options = [option(one.value, str(one.words), off=off) for one in answers]
        id_, value = f"field|{name}", poll.value(name)
        said = self.said(id_, poll, name)
        return picks(id_, label_of(poll, name), options, value, stays=name == "method", said=said)

    # --- what people do ------------------------------------------------------------------------
    def _begin(self, about: str, _pressed: bool) -> None:
        codes = self._standing(about)
        if not codes:
            raise KitError(
                "faces.nothing-to-vote-on",
                N_("There is nothing to vote on yet; write down the problems or projects first"),
            )
        code = self.desk.next_code("poll")
        paper = self.desk.begin("poll", (code,))
        paper.answer(
            title=_(_TITLES[PollAbout.of(about)]),
            about=about,
            method=PollMethod.CRITERIA if about == PollAbout.PROBLEM else PollMethod.HANDS,
            option_codes=codes,
            is_closed=False,
        )
        self.poll_code = code

    def _standing(self, about: str) -> tuple[str, ...]:
        """Return what may be voted on: what was merged or set aside is left out."""
        frame = self.workbook.frame(about)
        rows = standing(frame) if about == PollAbout.PROBLEM else in_plan(frame)
        return tuple(str(row[f"{about}_code"]) for row in rows)

    def _answer(self, name: str, value: Any) -> None:
        if self.poll is None or (name == "method" and self.has_votes(self.poll)):
            return
        self.poll.answer(**{name: value})

    def _choose_options(self, codes: list[str]) -> None:
        assert self.poll is not None, "asked only of a vote"
        kept = self.poll.value("option_codes") or ()
        gone = sorted((set(kept) - set(codes)) & self._voted_on(self.poll))
        if gone:
            raise KitError(
                "faces.option-has-votes",
                N_("{options} has votes already and stays in the vote"),
                options=", ".join(gone),
            )
        # Options keep the order they stand in on the ballots; new ones follow.
        stays = [code for code in kept if code in codes]
        self.poll.answer(option_codes=(*stays, *(code for code in codes if code not in kept)))

    def _weigh(self, name: str, value: Any) -> None:
        assert self.poll is not None, "asked only of a vote"
        self._weights.answer(self.poll, name, str(value))

    def _close(self, _pressed: bool) -> None:
        assert self.poll is not None, "asked only of a vote"
        self.poll.answer(is_closed=True)

    def _take_out(self, _pressed: bool) -> None:
        poll = self.poll
        assert poll is not None, "asked only of a vote"
        if self.has_votes(poll):
            raise KitError(
                "faces.vote-has-votes",
                N_("People have voted already; close the vote instead of taking it out"),
            )
        self.desk.take_out(poll, _("opened by mistake"))

    def has_votes(self, poll: Paper) -> bool:
        """Tell whether anything was counted or typed for a vote."""
        return bool(self._voted_on(poll))

    def _voted_on(self, poll: Paper) -> set[str]:
        found = set()
        for name in _VOTES:
            for paper in self.desk.read(name).values():
                if paper.over is not None and paper.value("poll_code") == poll.value("poll_code"):
                    codes = (paper.value("option_code"), paper.values.get("against_code"))
                    found |= {str(code) for code in codes if code}
        return found

    def standing(self) -> tuple[str, str]:
        """Say that weights wait until they fit together."""
        if self._weights.waiting:
            return "late", _("Not saved yet: mend what is marked in red")
        return super().standing()


def vote_setup(
    workbook: Workbook, *chapters: Chapter, who: str | None = None, why: str | None = None
) -> VoteSetup:
    """Return the tool that opens a vote, sets its rules and closes it.

    ``chapters`` are the sections of the page that are redrawn after saving; ``who``, ``why``
    are kept with each revision.
    """
    return VoteSetup(
        workbook,
        chapters,
        title=title_of("vote_setup"),
        who=_("facilitator") if who is None else who,
        why=_("set up in the tool for votes") if why is None else why,
    )
