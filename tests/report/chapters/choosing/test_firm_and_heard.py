"""How firm the first five are, and whose voice differs; small groups stay unknown."""

import pytest

from planning_kit.language import speaking
from planning_kit.report.chapters.robustness import robustness
from planning_kit.report.chapters.voices import voices

OPTIONS = [f"P{at:02}" for at in range(1, 7)]


@pytest.fixture(autouse=True)
def english():
    with speaking("en"):
        yield


def test_a_village_left_out_changes_the_first_five(votes, workbook_of, said):
    # Both: P05 has 1 + 4 = 5, P06 has 4 + 0 = 4. Without Moo 2, P05 has 1 and P06 has 4.
    one = dict(zip(OPTIONS, (9, 8, 7, 6, 1, 4), strict=True))
    two = dict(zip(OPTIONS, (9, 8, 7, 6, 4, 0), strict=True))
    totals = votes.totals({"99010101": one, "99010102": two})
    rows = {"problem": votes.problems(6), "vote_total": totals}
    told = said(robustness(workbook_of({**rows, "poll": [votes.poll("hands", OPTIONS)]})))
    assert "Without Moo 2, “P06 เรื่องที่ 6” would come among the first 5" in told
    assert "Without Moo 1" not in told


def _approving(votes, papers):
    """Papers: number -> options ticked and who voted."""
    return [
        row
        for number, (ticked, who) in papers.items()
        for row in votes.papers({number: {one: {"approved": True} for one in ticked}}, **who)
    ]


@pytest.fixture
def divided(votes, workbook_of):
    """Men (7) tick P01 to P05 and women P02 to P06; how many women is asked."""

    def make(women):
        men = {
            f"BM{at}": (OPTIONS[:5], {"sex": "male", "village_code": "99010101"}) for at in range(7)
        }
        she = {f"BW{at}": (OPTIONS[1:], {"sex": "female", "village_code": "99010102"})
               for at in range(women)}  # fmt: skip
        rows = {"problem": votes.problems(6), "ballot_mark": _approving(votes, men | she)}
        return workbook_of({**rows, "poll": [votes.poll("approval", OPTIONS)]})

    return make


def test_a_voice_that_differs_is_told(divided, said):
    # All twelve: P02 to P05 have 12, P01 has 7, P06 has 5. Women have P06 and not P01.
    told = said(voices(divided(5)))
    assert "Women (5 ballots) see it differently: “P06 เรื่องที่ 6” come among their first 5" in told
    assert "The same first 5 as everyone: Men and Moo 1." in told


def test_four_women_are_not_shown_and_not_left_out(divided, said):
    workbook = divided(4)
    told = said(voices(workbook))
    assert "their order is not shown: Women and Moo 2." in told
    assert "Women (" not in told
    firm = said(robustness(workbook))
    assert "Without Moo 2" not in firm
    assert "Villages with fewer than 5 ballots are not left out" in firm


def test_the_number_of_plausible_weightings_is_said(votes, workbook_of, said):
    # Each of four weights 10 to 70 in tens, together 100: C(9, 3) = 84. All marks alike but for
    # one option below all others: no weighting changes the first five.
    scores = dict.fromkeys(OPTIONS[:5], (3, 3, 3, 3)) | {"P06": (1, 1, 1, 1)}
    rows = {"problem": votes.problems(6), "ballot_mark": votes.scored(5, scores)}
    told = said(robustness(workbook_of({**rows, "poll": [votes.poll("criteria", scores)]})))
    assert "Of 84 plausible weightings, 84 keep the same first 5, and 84 keep them in" in told


def test_five_options_have_no_sixth_to_come_in(scored_hall):
    assert robustness(scored_hall()) is None
