"""The pages of the hall that belong to the course."""

from __future__ import annotations

from planning_kit.hall.app_quiz import AppQuiz, AppQuizzes
from planning_kit.hall.class_page import ClassPage
from planning_kit.hall.compare_page import ComparePage
from planning_kit.hall.course_page import CoursePage
from planning_kit.hall.paper_page import ADDRESS, PaperAnswers

COURSE_ROUTES = (
    (r"/course", CoursePage),
    (r"/quiz", AppQuizzes),
    (r"/quiz/([\w-]{1,40})", AppQuiz),
    (r"/compare", ComparePage),
    (r"/class", ClassPage),
    (ADDRESS, PaperAnswers),
)
