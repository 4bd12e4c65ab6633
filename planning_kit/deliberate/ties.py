"""Equal results: what happens to them is a named policy, and one policy asks the meeting.

``shared``: the tied share the better place and the next one is skipped (1, 2, 2, 4).
``by_criterion``: the greater size first, then severity, ease, concern; what is still equal
shares its place, and so does every tie of a vote that has no criteria. ``by_code``: by the
option's code, numbers in it counted as numbers (P2 before P10). ``ask``: refuse.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from planning_kit.errors import KitError
from planning_kit.language import N_
from planning_kit.records.poll_choices import TiePolicy

_NUMBER = re.compile(r"(\d+)")


def code_order(code: str) -> tuple[tuple[int, int, str], ...]:
    """Return what a code sorts by: P2 before P10, and any text after any number."""
    return tuple(
        (0, int(part), part) if part.isdecimal() else (1, 0, part)
        for part in _NUMBER.split(code)
        if part
    )


def tie_policy_of(policy: str | None) -> TiePolicy:
    """Return the policy of a code, ``shared`` where none was named.

    Raises ``KitError`` ``deliberate.unknown-tie-policy``.
    """
    found = next((one for one in TiePolicy if one.value == (policy or "shared")), None)
    if found is None:
        raise KitError(
            "deliberate.unknown-tie-policy",
            N_("“{policy}” is no way to settle ties. Use one of: {known}."),
            policy=policy,
            known=", ".join(one.value for one in TiePolicy),
        )
    return found


def ask_the_meeting(tied: Sequence[str]) -> KitError:
    """Return the refusal that names the tied options."""
    return KitError(
        "deliberate.tie-asks-meeting",
        N_(
            "These have the same result: {options}. The way chosen for ties is to ask the "
            "meeting: vote between them, or choose another way to settle ties."
        ),
        options=", ".join(tied),
    )


def placed(
    keys: Mapping[str, Any],
    policy: str | None = None,
    criteria: Mapping[str, tuple[Any, ...]] | None = None,
) -> tuple[list[tuple[str, int]], list[tuple[str, ...]]]:
    """Return (option, place) with the greatest key first, and the groups whose keys are equal.

    Parameters
    ----------
    keys:
        Option -> what it is ordered by; compared exactly, so give integers or fractions.
    criteria:
        Option -> what decides under ``by_criterion``, the greater first.

    Raises ``KitError`` ``deliberate.tie-asks-meeting`` or ``deliberate.unknown-tie-policy``.
    """
    chosen = tie_policy_of(policy)
    found: list[tuple[str, int]] = []
    ties: list[tuple[str, ...]] = []
    for key in sorted(set(keys.values()), reverse=True):
        group = sorted((one for one, own in keys.items() if own == key), key=code_order)
        if len(group) > 1:
            ties.append(tuple(group))
            if chosen is TiePolicy.ASK:
                raise ask_the_meeting(group)
        found += _within(group, len(found) + 1, chosen, criteria or {})
    return found, ties


def _within(
    group: Sequence[str], first: int, policy: TiePolicy, criteria: Mapping[str, tuple[Any, ...]]
) -> list[tuple[str, int]]:
    if policy is TiePolicy.BY_CODE:
        return [(one, first + at) for at, one in enumerate(group)]
    if policy is TiePolicy.BY_CRITERION and criteria:
        inner, _ties = placed({one: criteria[one] for one in group})
        return [(one, first + place - 1) for one, place in inner]
    return [(one, first) for one in group]
