"""The light first page: what is open now, and what came of what is closed."""

from __future__ import annotations

import json
import secrets

from tornado.web import HTTPError

from planning_kit.hall.badge import Badge
from planning_kit.hall.cards import FIELDS, Card
from planning_kit.hall.light_desk import Seen, villages_said
from planning_kit.hall.light_join import hall_address
from planning_kit.hall.light_page import LightPage
from planning_kit.hall.light_quiz import has_quiz
from planning_kit.hall.permissions import Action, may
from planning_kit.language import _, speaking
from planning_kit.records import Problem
from planning_kit.workbook.saving import Level, Saving


class Home(LightPage):
    """What a phone can do here."""

    async def get(self) -> None:
        """Show the doors that are open to the visitor; newcomers are asked for the code."""
        badge: Badge | None = self.current_user
        if badge is None:
            self.redirect("/join")
            return
        seen = await self.desk.seen(badge)
        with speaking(self.language):
            doors = {
                "votes": self._votes(badge, seen),
                "cards": may(badge.role, Action.ADD_CARD),
                "quiz": may(badge.role, Action.ANSWER_QUIZ) and has_quiz(),
                "results": list(seen.closed.items()) if may(badge.role, Action.SEE_RESULT) else [],
                "workbook": (
                    hall_address(self, "/", badge) if may(badge.role, Action.OPEN_APP) else ""
                ),
                "papers": may(badge.role, Action.TYPE_BALLOTS),
            }
            self.show("home.html.j2", _("What you can do now"), seen, **doors)

    def _votes(self, badge: Badge, seen: Seen) -> list[tuple[str, str]]:
        if not may(badge.role, Action.CAST_VOTE):
            return []
        return [(code, str(paper.poll.title)) for code, paper in seen.papers.items()]


class AddCard(LightPage):
    """Where a problem is written on a card: the problem record, as far as a phone asks for it."""

    async def get(self) -> None:
        """Show an empty card."""
        seen = await self.desk.seen(self.need(Action.ADD_CARD))
        with speaking(self.language):
            self._ask(seen, {}, {})

    async def post(self) -> None:
        """Save the card, or say under each field what is wrong with it."""
        badge = self.need(Action.ADD_CARD)
        forum = self.joined_with(badge).forum_code
        answers = {name: self.get_body_argument(name, "") for name in FIELDS}
        card_id = self.get_body_argument("card_id", "")[:64]
        if not card_id:
            raise HTTPError(400)
        place = (badge.area, badge.plan_start)
        saving = await self.desk.add_card(
            Card(place, card_id, {**answers, "forum_code": forum} if forum else answers)
        )
        seen = await self.desk.seen(badge)
        with speaking(self.language):
            self._tell(saving, seen, answers)

    def _tell(self, saving: Saving, seen: Seen, answers: dict[str, str]) -> None:
        if not saving.is_saved:
            errors = {
                finding.field: finding.say()
                for finding in saving.findings
                if finding.level is Level.REFUSE
            }
            self.set_status(400)
            if self.wants_data:
                said = _("The card is not saved yet. Look at what is marked.")
                self.finish(json.dumps({"ok": False, "said": said, "errors": errors}))
                return
            self._ask(seen, answers, errors)
            return
        said = _("Thank you. The card is saved.")
        flags = [one.say() for one in saving.findings if one.level is Level.FLAG]
        if self.wants_data:
            self.finish(json.dumps({"ok": True, "said": " ".join([said, *flags])}))
            return
        self.show("sentence.html.j2", said, seen, lines=[said, *flags], more="/card")

    def _ask(self, seen: Seen, answers: dict[str, str], errors: dict[str, str]) -> None:
        fields = {
            name: {
                "label": str((spec := Problem.field(name)).label),
                "help": str(spec.help or ""),
                "value": answers.get(name, ""),
                "wrong": errors.get(name, ""),
            }
            for name in FIELDS
        }
        general = [said for name, said in errors.items() if name not in FIELDS]
        self.show(
            "card.html.j2", _("A problem card"), seen,
            fields=fields, villages=villages_said(seen), general=general,
            card_id=secrets.token_urlsafe(12),
        )  # fmt: skip
