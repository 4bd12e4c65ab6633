"""On a participant’s screen no way of counting has a name; the printed book names them all."""

from pathlib import Path

import nbformat
import pytest

from planning_kit.deliberate import allocate_equal_shares, score
from planning_kit.language import speaking
from planning_kit.report.chapters.choosing import choosing, choosing_in_the_hall
from planning_kit.report.chapters.reasons import IN_THE_HALL, LEFT_OUT
from planning_kit.runs.face import keep_face

NOTEBOOK = Path(__file__).resolve().parents[4] / "notebooks" / "03_priorities.ipynb"
NAMES = {
    "th": ("Copeland", "Borda", "Kendall", "Skowron", "ผลคูณ", "ผลบวก", "ส่วนแบ่ง"),
    "en": ("Copeland", "Borda", "Kendall", "greedy", "equal share", "product", "weighted sum"),
}


@pytest.fixture
def hall(votes, workbook_of):
    """A hall that voted in every way: scores, pairs, and projects within a sum of money."""
    scores = {"P01": (4, 4, 1, 4), "P02": (3, 3, 3, 3), "P03": (1, 1, 4, 1)}
    polls = [
        votes.poll("criteria", scores),
        votes.poll("pairwise", scores, poll_code="V02"),
        votes.poll("approval", ["J1", "J2", "J3"], poll_code="V03", about="project", budget=110),
    ]
    pairs = [("P01", "P02"), ("P02", "P03"), ("P03", "P01")]
    pair_rows = [
        {"poll_code": "V02", "option_code": a, "against_code": b, "votes_for": 12,
         "votes_against": 8, "votes_equal": 0}
        for a, b in pairs
    ]  # fmt: skip
    ticks = ["J1 J2", "J1 J2", "J1 J2", "J1 J2", "J1 J3", "J3"]
    ticked = {
        f"BX{at}": {one: {"approved": True} for one in own.split()} for at, own in enumerate(ticks)
    }
    money = [row | {"poll_code": "V03"} for row in votes.papers(ticked)]
    projects = [
        {"project_code": code, "name": f"โครงการ {code}", "stage": "idea",
         "reliance_class": "self", "owner": "กลุ่ม", "total_cost": cost}
        for code, cost in (("J1", 100), ("J2", 60), ("J3", 50))
    ]  # fmt: skip
    papers = votes.scored(6, scores, sex="female", village_code="99010101")
    return workbook_of(
        {
            "problem": votes.problems(),
            "project": projects,
            "poll": polls,
            "ballot_mark": papers + money,
            "pair_total": pair_rows,
        }
    )


@pytest.mark.parametrize("language", ["th", "en"])
def test_the_hall_hears_no_name_and_the_book_all(hall, language):
    with speaking(language):
        screen = choosing_in_the_hall(hall)._repr_html_()
        book = choosing(hall)._repr_html_()
    assert [name for name in NAMES[language] if name.casefold() in screen.casefold()] == []
    assert [name for name in NAMES[language] if name.casefold() not in book.casefold()] == []


@pytest.mark.parametrize("language", ["th", "en"])
def test_no_paper_is_in_the_book(hall, language):
    with speaking(language):
        assert "BX" not in choosing(hall)._repr_html_()


def test_the_sentences_kept_from_the_hall_are_those_that_are_said():
    # A sentence reworded in the counting would else slip through to the screen.
    assert {score._PRODUCT, score._SUM, score._APART} == LEFT_OUT
    shares = allocate_equal_shares
    assert {shares._PAID, shares._COMPLETED, shares._SHORT} == set(IN_THE_HALL)


def _calls(face):
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    return "\n".join(cell.source for cell in keep_face(notebook, face).cells)


def test_the_faces_of_the_notebook():
    assert "kit.voting_method" in _calls("report") and "kit.voting_method" not in _calls("app")
    assert "ballots_to_look_at" in _calls("app") and "ballots_to_look_at" not in _calls("report")
    assert [n for n in (*NAMES["th"], *NAMES["en"]) if n in _calls("app")] == []
