"""What was learnt: questions of every kind, and whether an answer is right."""

from planning_kit.learning.gain import FEWEST, Gain, gains, share_right
from planning_kit.learning.question import Answer, Choice, Question
from planning_kit.learning.question_kinds import (
    ChoiceQuestion,
    MatchQuestion,
    NumberQuestion,
    OrderQuestion,
)
from planning_kit.learning.task_question import ANYTHING, Beside, Lack, TaskQuestion

__all__ = [
    "ANYTHING",
    "FEWEST",
    "Answer",
    "Beside",
    "Choice",
    "ChoiceQuestion",
    "Gain",
    "Lack",
    "MatchQuestion",
    "NumberQuestion",
    "OrderQuestion",
    "Question",
    "TaskQuestion",
    "gains",
    "share_right",
]
