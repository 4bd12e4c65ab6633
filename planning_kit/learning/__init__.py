"""What was learnt: questions of every kind, and whether an answer is right."""

from planning_kit.learning.gain import FEWEST, Gain, gains, share_right
from planning_kit.learning.question import Answer, Choice, Question
from planning_kit.learning.question_kinds import (
    ChoiceQuestion,
    MatchQuestion,
    NumberQuestion,
    OrderQuestion,
)
from planning_kit.learning.task_question import ANYTHING, TaskQuestion

__all__ = [
    "ANYTHING",
    "FEWEST",
    "Answer",
    "Choice",
    "ChoiceQuestion",
    "Gain",
    "MatchQuestion",
    "NumberQuestion",
    "OrderQuestion",
    "Question",
    "TaskQuestion",
    "gains",
    "share_right",
]
