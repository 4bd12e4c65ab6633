"""The order of the votes and the order adopted, side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from planning_kit.faces.decision_order import Computed, places_kept
from planning_kit.faces.step_parts import Part, Said, group, option, order, say
from planning_kit.faces.step_records import Paper
from planning_kit.language import N_, _
from planning_kit.records.poll_choices import DecisionAbout, PollAbout, PollMethod

_ABOUT = {
    PollAbout.PROBLEM: DecisionAbout.PROBLEM_ORDER,
    PollAbout.PROJECT: DecisionAbout.PROJECT_ORDER,
}
_SUBJECT = {
    PollAbout.PROBLEM: N_("The order of the problems"),
    PollAbout.PROJECT: N_("The order of the projects"),
}


def first_answers(poll: Paper, date_of_forum: Any) -> dict[str, Any]:
    """Return what a decision after a vote begins with; the order comes from the meeting."""
    about = PollAbout.of(str(poll.value("about")))
    return {
        "about": _ABOUT[about],
        "poll_code": poll.value("poll_code"),
        "forum_code": poll.value("forum_code"),
        "date": poll.values.get("date") or date_of_forum,
        "subject": _(_SUBJECT[about]),
        "method": str(PollMethod.of(str(poll.value("method"))).words),
    }


def by_votes(then: Computed, now: Computed, names: Mapping[str, str], *, is_kept: bool) -> Part:
    """Return the order to compare with; where a decision keeps one, whether it still holds."""
    parts = [say(f"{then.places.get(code, '–')}. {names.get(code, code)}") for code in then.codes]
    if not parts:
        parts = [say(then.why_not or now.why_not or _("No order of the votes is kept."), "flag")]
    elif is_kept and (now.why_not or now.is_moved):
        said = now.why_not or _(
            "Counted today, the votes give another order. The decision stands as it was made."
        )
        parts.append(say(said, "flag"))
    title = _("By the votes on that day") if is_kept else _("By the votes")
    return group(title, parts, css="card", name="votes")


def as_adopted(
    adopted: Sequence[str], names: Mapping[str, str], then: Computed, said: Said
) -> Part:
    """Return the order that is moved by hand, each option with its place by the votes."""
    items = [
        option(code, name, _place_said(then, code)) | {"places": places_kept(then, code)}
        for code, name in names.items()
    ]
    words = {"up": _("Up:"), "down": _("Down:"), "out": _("Leave out:"), "in": _("Take up:")}
    label = _("As the meeting adopts it")
    asked = order("adopted", label, items, adopted, words, said=said)
    return group("", [asked], css="card", name="adopted")


def _place_said(then: Computed, code: str) -> str:
    place = then.places.get(code)
    return _("not in the votes") if place is None else _("place {n} by the votes", n=place)
