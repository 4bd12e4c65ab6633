import pytest

from planning_kit.hall.permissions import Action, Role, may


@pytest.mark.parametrize(
    ("role", "allowed"),
    [
        (Role.FACILITATOR, set(Action) - {Action.BEGIN_AGAIN}),
        (
            Role.RECORDER,
            {Action.SEE_PROGRESS, Action.OPEN_APP, Action.SEE_TURNOUT, Action.SEE_RESULT,
             Action.ADD_CARD, Action.CAST_VOTE, Action.TYPE_BALLOTS, Action.ANSWER_QUIZ},
        ),
        (
            Role.PARTICIPANT,
            {Action.SEE_RESULT, Action.ADD_CARD, Action.CAST_VOTE, Action.ANSWER_QUIZ},
        ),
        (Role.VIEWER, {Action.SEE_PROGRESS, Action.SEE_TURNOUT, Action.SEE_RESULT}),
    ],
)  # fmt: skip
def test_each_does_only_the_own_part(role, allowed):
    assert {action for action in Action if may(role, action)} == allowed


def test_nobody_makes_a_real_workbook_in_practice():
    assert not may(Role.FACILITATOR, Action.MAKE_WORKBOOK, practice=True)
    assert may(Role.FACILITATOR, Action.OPEN_APP, practice=True)


def test_only_practice_begins_again():
    for role in (Role.FACILITATOR, Role.RECORDER):
        assert may(role, Action.BEGIN_AGAIN, practice=True)
        assert not may(role, Action.BEGIN_AGAIN)
    assert not may(Role.PARTICIPANT, Action.BEGIN_AGAIN, practice=True)
