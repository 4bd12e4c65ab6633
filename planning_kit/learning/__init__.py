"""What was learnt: questions of every kind, and whether an answer is right."""

from planning_kit.learning.question import Answer, Choice, Question
from planning_kit.learning.question_kinds import (
    ChoiceQuestion,
    MatchQuestion,
    NumberQuestion,
    OrderQuestion,
)

__all__ = [
    "Answer",
    "Choice",
    "ChoiceQuestion",
    "MatchQuestion",
    "NumberQuestion",
    "OrderQuestion",
    "Question",
]
