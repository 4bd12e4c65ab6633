"""Voting on a phone: the paper, the ballot, and a word that it is counted."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import secrets
from typing import Any

from tornado.web import HTTPError

from planning_kit.errors import KitError
from planning_kit.hall.badge import Badge
from planning_kit.hall.ballot_form import criteria_asked, fields_of, marks_of, voter_choices
from planning_kit.hall.light_desk import Seen, villages_said
from planning_kit.hall.light_page import LightPage
from planning_kit.hall.permissions import Action
from planning_kit.language import Words, _, current_language, speaking
from planning_kit.records import BallotMark
from planning_kit.records.poll_choices import PollMethod
from planning_kit.workbook.voting_paper import VotingPaper

_CLOSED = "store.box-sealed"
_NEW = "new"
_MOST_KEPT = 50


class Vote(LightPage):
    """One vote: shown until it is closed, then its result."""

    async def get(self, code: str) -> None:
        """Show the paper, with what this phone has marked so far."""
        badge = self.need(Action.CAST_VOTE)
        seen = await self.desk.seen(badge)
        paper = seen.papers.get(code)
        if paper is None:
            if code not in seen.closed:
                raise HTTPError(404)
            self.redirect(f"/result/{code}")
            return
        other = self._for_somebody_else(badge)
        if other == _NEW:
            self.redirect(f"/vote/{code}?paper={secrets.token_urlsafe(9)}")
            return
        kept = await self.desk.ballot_of(badge, code, _token(badge, code, other))
        with speaking(self.language):
            self._ask(seen, paper, fields_of(paper, kept), other=other, has_voted=bool(kept))

    async def post(self, code: str) -> None:
        """Count the ballot; it is told as counted once it is on the disk."""
        badge = self.need(Action.CAST_VOTE)
        other = self._for_somebody_else(badge)
        seen = await self.desk.seen(badge)
        paper = seen.papers.get(code)
        with speaking(self.language):
            if paper is None:
                self._tell_closed(code, seen)
                return
            marks = marks_of(paper, lambda name: self.get_body_argument(name, ""))
            wrong = [finding.say() for finding in paper.faults(marks)]
            if wrong:
                self._tell_wrong(seen, paper, list(dict.fromkeys(wrong)), other)
                return
        try:
            await self.desk.cast(badge, code, _token(badge, code, other), marks)
        except KitError as error:
            if error.code != _CLOSED:
                raise
            with speaking(self.language):
                self._tell_closed(code, seen)
            return
        with speaking(self.language):
            self._tell_counted(seen, code, other)

    def _for_somebody_else(self, badge: Badge) -> str:
        """Return the mark of a paper typed for somebody else; "" for the phone's own ballot."""
        paper = self.get_argument("paper", "")[:64]
        if paper:
            self.need(Action.TYPE_BALLOTS)
        return paper

    def _tell_counted(self, seen: Seen, code: str, other: str) -> None:
        said = _("Thank you. Your vote is counted, {time}.", time=_clock())
        if other:
            said = _("This ballot is counted, {time}.", time=_clock())
        more = _("You can change it until the vote is closed.")
        if self.wants_data:
            self.finish(json.dumps({"ok": True, "said": said, "more": more}))
            return
        self.show("counted.html.j2", said, seen, said=said, more=more, code=code, other=other)

    def _tell_closed(self, code: str, seen: Seen) -> None:
        said = _("The vote is closed. What you just sent did not come in time and is not counted.")
        self.set_status(409)
        if self.wants_data:
            self.finish(json.dumps({"ok": False, "closed": True, "said": said}))
            return
        more = f"/result/{code}" if code in seen.closed else ""
        self.show("sentence.html.j2", said, seen, lines=[said], more=more)

    def _tell_wrong(self, seen: Seen, paper: VotingPaper, wrong: list[str], other: str) -> None:
        self.set_status(400)
        if self.wants_data:
            self.finish(json.dumps({"ok": False, "said": " ".join(wrong)}))
            return
        marked = marks_of(paper, lambda name: self.get_body_argument(name, ""))
        self._ask(seen, paper, fields_of(paper, marked), wrong=wrong, other=other)

    def _ask(
        self, seen: Seen, paper: VotingPaper, fields: dict[str, str], *,
        wrong: list[str] | None = None, other: str = "", has_voted: bool = False,
    ) -> None:  # fmt: skip
        is_blank = not (fields or wrong or other or has_voted)
        at = (seen.titles[current_language()], seen.villages, paper.options,
              paper.stored.revision.revision_id)  # fmt: skip
        kept: dict[Any, str] = self.settings["blank_papers"]
        page = kept.get(at) if is_blank else None
        if page is None:
            page = self._paper(seen, paper, fields, wrong or [], other, has_voted)
        if is_blank:
            # Two hundred phones open the same paper in one minute: it is made once.
            if len(kept) > _MOST_KEPT:
                kept.clear()
            kept[at] = page
        self.send(page)

    def _paper(
        self, seen: Seen, paper: VotingPaper, fields: dict[str, str],
        wrong: list[str], other: str, has_voted: bool,
    ) -> str:  # fmt: skip
        is_scored = paper.poll.method == PollMethod.CRITERIA
        return self.made(
            "vote.html.j2", str(paper.poll.title), seen,
            paper=paper, method=str(paper.poll.method), fields=fields, wrong=wrong,
            criteria=criteria_asked(current_language()) if is_scored else [], other=other,
            has_voted=has_voted, villages=villages_said(seen),
            voter={name: voter_choices(name) for name in ("sex", "age_group")},
            label={name: str(BallotMark.field(name).label) for name in ("sex", "age_group")},
        )  # fmt: skip


class VoteState(LightPage):
    """Where a phone that has voted asks, every few seconds, whether the vote is closed."""

    async def get(self, code: str) -> None:
        """Answer open or closed, and nothing else."""
        seen = await self.desk.seen(self.need(Action.SEE_RESULT))
        self.finish({"open": code in seen.papers, "closed": code in seen.closed})


def _token(badge: Badge, poll_code: str, other: str) -> str:
    """Return what a box knows a ballot by: another one in each vote, and none of a person."""
    return hashlib.sha256(f"{badge.session}\n{poll_code}\n{other}".encode()).hexdigest()


def _clock() -> str:
    now = dt.datetime.now().astimezone().strftime("%H:%M")
    return str(Words(f"{now} น.", now))
