"""Why a part does not count, and why a total has no value: one word each, and its sentence."""

from __future__ import annotations

from planning_kit.language import N_, translate

LEFT_OUT = {
    "plan_area": "text",
    "place": "text",
    "tambons": "codes",
    "figure": "text",
    "way": "text",
    "unit": "text",
    "period_be": "number",
    "definition": "text",
    "value": "number",
    "numerator": "number",
    "denominator": "number",
    "n": "number",
    "as_of": "date",
    "is_endorsed": "yes_no",
    "reason": "text",
    "instead": "text",
}
"""One row per part that was handed over and does not count: ``reason`` a key of ``WHY_LEFT_OUT``
· ``instead`` the plan area that counts in its place, if one does."""

WHY_LEFT_OUT = {
    "not_stated": N_("states no value"),
    "hidden": N_("withheld, because fewer than five stand behind it or behind a neighbour"),
    "no_weight": N_("a mean without the weight behind it cannot be added"),
    "no_counts": N_("a share without its two counts cannot be added"),
    "no_bins": N_("a median or other quantile without counts by class cannot be added"),
    "bins_wrong": N_("its classes are out of order, overlap, or count less than zero"),
    "impossible": N_(
        "a number in it cannot be: less than zero, infinite, or a part over its whole"
    ),
    "unknown_place": N_("no area has this code"),
    "ground_not_in_place": N_("its tambons do not lie in the place it stands for"),
    "no_successor": N_("its tambon was abolished and no successor is recorded"),
    "not_expected": N_("none of its tambons is among those expected"),
    "invented": N_("an invented area belongs to no real total"),
    "sent_twice": N_("the same was sent twice and counts once"),
    "older_version": N_("another version of the same plan counts"),
    "shares_ground": N_("another plan area on the same ground counts"),
}

WHY_NOT = {
    "no_parts": N_("nothing was handed over yet"),
    "hidden": N_("withheld, because fewer than five stand behind it or behind a neighbour"),
    "no_weight": N_("the weights add up to zero"),
    "no_counts": N_("nobody was counted"),
    "open_end": N_("it lies in the open last class, so its value is not known"),
    "one_bin": N_("the classes of the parts share no edges, so nothing finer can be said"),
}


def say_why_left_out(reason: str, language: str | None = None) -> str:
    """Say a key of ``WHY_LEFT_OUT`` in ``language``, or in the one in use."""
    return translate(WHY_LEFT_OUT[reason], language)


def say_why_not(why_not: str, language: str | None = None) -> str:
    """Say a key of ``WHY_NOT`` in ``language``, or in the one in use."""
    return translate(WHY_NOT[why_not], language)
