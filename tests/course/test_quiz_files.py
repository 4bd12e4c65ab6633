"""Every quiz of the course can be asked, in both languages, and has one right answer."""

from __future__ import annotations

import re

import pytest

from planning_kit.course.episode import episodes
from planning_kit.course.sheet import AFTER, BEFORE, sheet_of, sheets
from planning_kit.learning import ChoiceQuestion, NumberQuestion, Question, TaskQuestion
from planning_kit.runs.app_face import as_app
from planning_kit.runs.shelf import notebook_path, read_notebook

THAI = re.compile("[\u0e01-\u0e5b]")
ASKED = {question.code: question for sheet in sheets() for question in sheet.questions}


@pytest.mark.parametrize("question", ASKED.values(), ids=ASKED)
def test_a_question_is_complete(question: Question):
    for words in (question.ask, question.explain):
        assert THAI.search(words.th) and "{" not in words.th + words.en
        assert re.search("[a-z]", words.en)
    assert question.objective and question.right_said
    if isinstance(question, ChoiceQuestion):
        assert [one.code for one in question.choices].count(question.right) == 1
    if isinstance(question, NumberQuestion):
        assert question.is_right(str(question.right)) and question.within >= 0


def test_codes_of_questions_are_their_own():
    codes = [q.code for s in sheets() for q in s.questions if not s.is_test]
    assert len(codes) == len(set(codes))


def test_both_tests_ask_the_same_of_the_episodes():
    before, after = sheet_of(BEFORE), sheet_of(AFTER)
    assert before is not None and after is not None
    assert before.questions == after.questions
    of_skills = {q.code for sheet in sheets() if sheet.is_skill for q in sheet.questions}
    tested = {code for code, question in ASKED.items() if question.is_in_test}
    assert {q.code for q in before.questions} == tested - of_skills
    assert sheets()[0] == before and sheets()[-1] == after


def test_every_task_leads_to_a_tool_that_is_there():
    apps = {one.code: one.app for one in episodes()}
    tasks = [
        (apps[s.code], q) for s in sheets() for q in s.questions if isinstance(q, TaskQuestion)
    ]
    assert len(tasks) >= 8
    for app, task in tasks:
        notebook = as_app(read_notebook(notebook_path(task.app or app)), {})
        assert task.tool in {cell.metadata.get("tool_at") for cell in notebook.cells}, task.code
