"""Recording what the meeting decides, beside the computed order: with reasons and dissent."""

from __future__ import annotations

from typing import Any

from planning_kit.errors import KitError
from planning_kit.faces.decision_order import (
    Computed,
    adopted_order,
    compared_with,
    computed_order,
    computed_then,
    departs,
)
from planning_kit.faces.decision_sides import as_adopted, by_votes, first_answers
from planning_kit.faces.named import named_records
from planning_kit.faces.redrawn import Chapter
from planning_kit.faces.step_parts import (
    Part,
    button,
    choice,
    count,
    group,
    option,
    picks,
    say,
)
from planning_kit.faces.step_parts import text as box
from planning_kit.faces.step_records import Paper
from planning_kit.faces.step_tool import Deed
from planning_kit.faces.vote_tool import VoteTool
from planning_kit.language import N_, _
from planning_kit.tool_titles import title_of
from planning_kit.workbook import Workbook

_VOTES = ("votes_for", "votes_against", "votes_abstain")


class DecisionRecorder(VoteTool):
    """The order adopted, moved by hand, beside what the votes say; counting never touches it.

    A decision is saved when people press the button; after that each change is saved at once.
    """

    decision_code = ""

    def opened(self, poll: Paper) -> list[Part]:
        """Return both orders, and all that is kept with the decision."""
        decision = self.decision(poll)
        now = computed_order(self.workbook, self.poll_code, computed_then(decision))
        then = compared_with(decision, now)
        names = named_records(str(poll.value("about")), self.workbook)
        codes = (*(decision.value("adopted_codes") or ()), *then.codes)
        options = dict.fromkeys([*codes, *(poll.value("option_codes") or ())])
        sides = [
            by_votes(then, now, names, is_kept=decision.over is not None),
            as_adopted(
                adopted_order(decision, then, poll),
                {code: names.get(code, code) for code in options},
                then,
                self.said("adopted", decision, "adopted_codes"),
            ),
        ]
        return [
            *self._which(poll, decision),
            group("", sides, css="pair", name="orders"),
            *self._reasons(decision, is_apart=departs(adopted_order(decision, then, poll), then)),
            *self._recorded(decision),
        ]

    def closed(self, poll: Paper) -> list[Part]:
        """Return the same: it is after a vote is closed that the meeting decides."""
        return self.opened(poll)

    def deeds(self) -> dict[str, Deed]:
        """Return what the recorder's answers do."""
        return super().deeds() | {
            "decision": self._choose,
            "adopted": self._adopt,
            "field": self._answer,
            "record": self._record,
        }

    # --- which decision ----------------------------------------------------------------------
    def _own(self, poll: Paper) -> dict[str, Paper]:
        return {
            str(key[0]): paper
            for key, paper in self.desk.read("decision").items()
            if paper.value("poll_code") == poll.value("poll_code")
        }

    def decision(self, poll: Paper) -> Paper:
        """Return the decision that is looked at: the vote's latest, else one that is begun."""
        own = self._own(poll)
        if self.decision_code not in own:
            kept = [code for code, paper in own.items() if paper.over is not None]
            self.decision_code = next(reversed(kept or list(own)), "")
        return own[self.decision_code] if self.decision_code else self._begin(poll)

    def _begin(self, poll: Paper) -> Paper:
        dates = {key[0]: paper.values.get("date") for key, paper in self.desk.read("forum").items()}
        self.decision_code = self.desk.next_code("decision")
        paper = self.desk.begin("decision", (self.decision_code,))
        paper.answer(**first_answers(poll, dates.get(poll.value("forum_code"))))
        # It is the meeting that decides when there is something to keep.
        paper.is_due = False
        return paper

    def _which(self, poll: Paper, decision: Paper) -> list[Part]:
        own = {code: paper for code, paper in self._own(poll).items() if paper.over is not None}
        if not own:
            return []
        options = [option(code, f"{code} {paper.text('subject')}") for code, paper in own.items()]
        options.append(option("new", _("+ New decision")))
        chosen = self.decision_code if decision.over is not None else "new"
        return [picks("decision", _("Which decision?"), options, chosen, stays=True)]

    def _choose(self, code: str) -> None:
        assert self.poll is not None, "asked only of a vote"
        if code != "new":
            self.decision_code = code
            return
        begun = [one for one, paper in self._own(self.poll).items() if paper.over is None]
        if begun:
            self.decision_code = begun[0]
        else:
            self._begin(self.poll)

    def choose_vote(self, code: str) -> None:
        """Look at another vote and what was decided after it."""
        super().choose_vote(code)
        self.decision_code = ""

    def _adopt(self, codes: list[str]) -> None:
        self._answered(adopted_codes=tuple(codes) or None)

    # --- what is kept with it --------------------------------------------------------------------
    def _reasons(self, decision: Paper, *, is_apart: bool) -> list[Part]:
        parts: list[Part] = []
        if is_apart and not decision.value("reason"):
            parts.append(say(_("The meeting departs from the votes. Write down why."), "flag"))
        if is_apart or decision.value("reason"):
            parts.append(self._text(decision, "reason", lines=3, is_needed=is_apart))
        parts.append(self._text(decision, "dissent", lines=3))
        counters = []
        for name in _VOTES:
            id_ = f"field|{name}"
            said = self.said(id_, decision, name)
            label = str(decision.kind.field(name).label)
            counters.append(count(id_, label, decision.value(name), said=said))
        return [*parts, group("", counters, css="row", name="hands")]

    def _recorded(self, decision: Paper) -> list[Part]:
        forums = [option("", _("– choose –"))]
        forums += [option(*one) for one in named_records("forum", self.workbook).items()]
        said = self.said("field|forum_code", decision, "forum_code")
        label = _("At which meeting?") + " *"
        parts = [
            self._text(decision, "subject", is_needed=True),
            choice("field|forum_code", label, forums, decision.value("forum_code"), said=said),
            self._text(decision, "date", is_needed=True),
            self._text(decision, "method"),
        ]
        found = [group("", parts, css="pair", name="about")]
        wrong = [*self.said("record"), *(decision.said.get("") or ())]
        found += [say(text, "error" if tone == "error" else "flag") for tone, text in wrong]
        if decision.over is None:
            found.append(button("record", _("Record the decision"), is_main=True))
        return found

    def _text(self, decision: Paper, name: str, *, lines: int = 1, is_needed: bool = False) -> Part:
        id_ = f"field|{name}"
        label = f"{decision.kind.field(name).label}{' *' if is_needed else ''}"
        said = self.said(id_, decision, name)
        return box(id_, label, decision.text(name), lines=lines, said=said)

    def _answer(self, name: str, value: Any) -> None:
        self._answered(**{name: value})

    def _answered(self, **answers: Any) -> None:
        assert self.poll is not None, "asked only of a vote"
        decision = self.decision(self.poll)
        decision.answer(**answers)
        if answers.get("forum_code") and decision.value("date") is None:
            # Decided at a meeting is decided on its day.
            held = self.desk.read("forum").get((answers["forum_code"],))
            decision.answer(date=held.values.get("date") if held else None)
        now = computed_order(self.workbook, self.poll_code, computed_then(decision))
        self._hold(decision, now, is_asked=decision.over is not None)

    def _record(self, _pressed: bool) -> None:
        assert self.poll is not None, "asked only of a vote"
        decision = self.decision(self.poll)
        if decision.over is not None:
            # Recorded already; the button was pressed twice.
            return
        now = computed_order(self.workbook, self.poll_code, computed_then(decision))
        # What is kept is the order of the votes as counted when the decision is made.
        adopted = adopted_order(decision, now, self.poll)
        decision.answer(computed_codes=now.codes or None, adopted_codes=adopted or None)
        self._hold(decision, now, is_asked=True)
        if not decision.is_due:
            raise KitError(
                "faces.departs-without-reason",
                N_("The order departs from the votes: write down why, then record it"),
            )

    def _hold(self, decision: Paper, now: Computed, *, is_asked: bool) -> None:
        """Let a decision be saved only when it is asked for, and with its reason."""
        then = compared_with(decision, now)
        assert self.poll is not None, "asked only of a vote"
        is_apart = departs(adopted_order(decision, then, self.poll), then)
        if then.places:
            decision.typed["follows_computed"] = not is_apart
        has_reason = bool(str(decision.value("reason") or "").strip())
        decision.is_due = is_asked and decision.conflict is None and (has_reason or not is_apart)

    def standing(self) -> tuple[str, str]:
        """Say that a decision that is only begun is not recorded yet."""
        looked_at = self.desk.read("decision").get((self.decision_code,))
        if looked_at is not None and looked_at.over is None:
            return "late", _("Not recorded yet: press “Record the decision” when it is made")
        others = [one for one in self.desk.unsaved() if one.over is None and not one.said]
        if len(others) == len(self.desk.unsaved()) and not self.remarks:
            return self.saved_at()
        return super().standing()


def decision_recorder(
    workbook: Workbook, *chapters: Chapter, who: str | None = None, why: str | None = None
) -> DecisionRecorder:
    """Return the tool that records what the meeting decides after a vote.

    ``chapters`` are the sections of the page that are redrawn after saving, such as
    ``kit.decisions``; ``who``, ``why`` are kept with each revision.
    """
    return DecisionRecorder(
        workbook,
        chapters,
        title=title_of("decision_recorder"),
        who=_("recorder") if who is None else who,
        why=_("decided by the meeting") if why is None else why,
    )
