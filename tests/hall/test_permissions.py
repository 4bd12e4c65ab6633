import pytest

from planning_kit.hall.permissions import Action, Role, may


@pytest.mark.parametrize(
    ("role", "allowed"),
    [
        (Role.FACILITATOR, set(Action)),
        (Role.RECORDER, {Action.SEE_PROGRESS, Action.OPEN_APP}),
        (Role.PARTICIPANT, set()),
        (Role.VIEWER, {Action.SEE_PROGRESS}),
    ],
)
def test_each_does_only_the_own_part(role, allowed):
    assert {action for action in Action if may(role, action)} == allowed
