"""Pictures of choosing: the order, how firm it is, and whose voice says otherwise."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pandas as pd
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.patches import Ellipse, Rectangle

from planning_kit import design
from planning_kit.charts.pairs import pair_matrix
from planning_kit.charts.priorities import priority_bars
from planning_kit.charts.robustness import place_changes, robustness_strip
from planning_kit.charts.voices import voices_dots
from planning_kit.charts.votes import vote_bars

NAN = np.nan
Texts = Callable[[list[Figure]], list[str]]


def _filled(figures: list[Figure], colour: str) -> list[Rectangle]:
    boxes = [one for figure in figures for one in figure.findobj(Rectangle)]
    return [one for one in boxes if to_hex(one.get_facecolor()) == colour.lower()]


def _ranking(places: list[float], values: list[float]) -> pd.DataFrame:
    codes = ["A", "B", "C", "D"][: len(places)]
    return pd.DataFrame({"option": codes, "statement": codes, "place": places, "value": values})


def test_a_place_that_the_meeting_changed_is_said_in_words(texts: Texts) -> None:
    ranking = _ranking([1, 2, 3, 4], [9.0, 8.0, 7.0, 6.0])
    said = texts(priority_bars(ranking, adopted=["B", "A", "C"], places=0))
    assert said.count("ที่ประชุมมีมติให้อยู่อันดับที่ 2") == 1
    assert said.count("ที่ประชุมมีมติให้อยู่อันดับที่ 1") == 1
    assert "ที่ประชุมไม่ได้จัดไว้ในลำดับ" not in said


def test_an_option_that_the_meeting_left_out_is_said(texts: Texts) -> None:
    ranking = _ranking([1, 2, 3, 4], [9.0, 8.0, 7.0, 6.0])
    said = texts(priority_bars(ranking, adopted=["A", "D"]))
    # B was counted second of two adopted places; C was third, so nobody passed it over.
    assert said.count("ที่ประชุมไม่ได้จัดไว้ในลำดับ") == 1
    assert said.count("ที่ประชุมมีมติให้อยู่อันดับที่ 2") == 1


def test_ordering_tied_options_among_themselves_is_no_departure(texts: Texts) -> None:
    ranking = _ranking([1, 2, 2, 4], [9.0, 8.0, 8.0, 6.0])
    said = texts(priority_bars(ranking, adopted=["A", "C", "B", "D"]))
    assert not [one for one in said if one.startswith("ที่ประชุมมีมติให้")]


def test_without_a_decision_nothing_is_compared(texts: Texts) -> None:
    figures = priority_bars(_ranking([1, 2], [9.0, NAN]), places=0)
    assert not [one for one in texts(figures) if "ที่ประชุม" in one]
    assert "–" in texts(figures)
    assert "0" not in texts(figures)


def test_nearly_always_is_not_always(texts: Texts) -> None:
    frame = _ranking([1, 2, 3], [1, 1, 1]).assign(share=[1.0, 0.996, 0.004])
    figures = robustness_strip(frame)
    said = texts(figures)
    assert [one for one in said if one.endswith("%")] == ["100%", "99.6%", "0.4%"]


def test_the_span_of_places_is_written_beside_the_strip(texts: Texts) -> None:
    frame = _ranking([1, 2, 3], [1, 1, 1]).assign(best=[1, 1, NAN], worst=[1, 4, NAN])
    said = texts(place_changes(frame))
    assert "1" in said
    assert "2 (ช่วง 1 ถึง 4)" in said
    assert "3" in said


def test_a_group_that_puts_another_problem_first_stands_out(texts: Texts) -> None:
    everyone = _ranking([1, 2, 3], [9.0, 8.0, 7.0])
    groups = pd.DataFrame(
        [
            ("A", "หญิง", 1.0, False),
            ("B", "หญิง", 3.0, False),
            ("C", "หญิง", 2.0, False),
            ("A", "เยาวชน", NAN, True),
            ("B", "เยาวชน", NAN, True),
            ("C", "เยาวชน", NAN, True),
        ],
        columns=["option", "group", "place", "hidden"],
    )
    figures = voices_dots(everyone, groups, top=2)
    rings = figures[0].findobj(Ellipse)
    # Everyone: A and B. Women: A as well; B has fallen out (a ring), C has risen (a square).
    assert len(rings) == 4
    squares = [one for one in _filled(figures, design.SERIES[1]) if one.get_width() > 0.5]
    assert len(squares) == 1
    assert texts(figures).count("ปกปิด") == 3


def test_a_total_is_not_given_while_a_village_is_missing(texts: Texts) -> None:
    votes = pd.DataFrame(
        [
            ("A", "ก", "หมู่ 1", 12.0),
            ("A", "ก", "หมู่ 2", 0.0),
            ("B", "ข", "หมู่ 1", 7.0),
            ("B", "ข", "หมู่ 2", NAN),
        ],
        columns=["option", "statement", "village", "votes"],
    )
    said = texts(vote_bars(votes))
    # A: 12 in all, 12 and 0. B: no total, 7 and a dash.
    assert said.count("12") == 2
    assert said.count("0") == 1
    assert said.count("7") == 1
    assert said.count("–") == 2


def test_hidden_votes_are_hatched(texts: Texts) -> None:
    votes = pd.DataFrame({"option": ["A"], "village": ["หมู่ 1"], "votes": [NAN], "hidden": [True]})
    figures = vote_bars(votes)
    hatched = [one for one in figures[0].findobj(Rectangle) if one.get_gid() == "hidden"]
    assert len(hatched) == 1
    assert "ปกปิด" in texts(figures)


def test_both_halves_of_the_pair_table_agree(texts: Texts) -> None:
    pairs = pd.DataFrame(
        [("A", "B", 12.0, 5.0), ("B", "A", 5.0, 12.0), ("A", "C", 8.0, 8.0), ("C", "A", 8.0, 8.0)],
        columns=["option", "against", "wins", "losses"],
    )
    said = texts(pair_matrix(pairs))
    assert said.count("12–5") == 1
    assert said.count("5–12") == 1
    assert said.count("8–8") == 2
    assert (said.count("▲"), said.count("▼"), said.count("=")) == (1, 1, 2)
    # B and C were never compared: two dashes.
    assert said.count("–") == 2
