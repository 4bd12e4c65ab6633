"""The pages of the hall where plans, comments, requests and answers go and come as files."""

from __future__ import annotations

from planning_kit.hall.agency_page import RequestsFile, TakeAnswers
from planning_kit.hall.plans_page import AnswerPlan, CommentsFile, OpenFile, Plans
from planning_kit.hall.send_page import BackUp, HandedFile, SendPlan

PLANS_ROUTES = (
    (r"/plans", Plans),
    (r"/plans/open", OpenFile),
    (r"/plans/answer", AnswerPlan),
    (r"/plans/comments", CommentsFile),
    (r"/plans/send", SendPlan),
    (r"/plans/handover", HandedFile),
    (r"/plans/back-up", BackUp),
    (r"/plans/requests", RequestsFile),
    (r"/plans/answers", TakeAnswers),
)
