"""Figures in the course are those of the practice tambon, and no number is typed into a text."""

from __future__ import annotations

import pytest

from planning_kit.course.episode import episodes
from planning_kit.course.figure import Figure, filled, names_in, value_of
from planning_kit.course.figures_worked_out import WorkedOut, figures_of
from planning_kit.errors import KitError
from planning_kit.language import Words
from planning_kit.practice import (
    practice_period,
    practice_plan_area,
    write_practice_plan,
    write_practice_workbook,
)
from planning_kit.workbook import create, import_file, open_workbook


@pytest.fixture(scope="module")
def practice_url(tmp_path_factory):
    """Return the address of the practice tambon with its plan."""
    folder = tmp_path_factory.mktemp("course")
    url = f"sqlite:///{(folder / 'practice.db').as_posix()}"
    create(practice_plan_area(), practice_period(), store=url, who="test").close()
    for write, name in ((write_practice_workbook, "s.xlsx"), (write_practice_plan, "p.xlsx")):
        write(folder / name)
        import_file(folder / name, area="990101", store=url, who="test")
    return url


def test_the_figures_that_are_kept_are_those_of_the_practice_tambon(practice_url):
    with open_workbook("990101", store=practice_url) as workbook:
        for episode in episodes():
            # When this fails the practice tambon or a text has changed: run “make figures”.
            assert dict(episode.figures) == figures_of(workbook, episode), episode.code


# Account 03-024 of the practice tambon, added by hand from its sheet: 185,800 in, 133,600 out,
# 12,300 paid back. Its council has 31 members: half is 15.5, so 16.
@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("account.03-024~2568.in", "185,800"),
        ("account.03-024~2568.out", "133,600"),
        ("account.03-024~2568.left", "52,200"),
        ("account.03-024~2568.after_debts", "39,900"),
        ("quorum.C2", "16"),
        ("profile.crops.main_margin_full_rai", "−590 บาท/ไร่"),
    ],
)
def test_what_nobody_wrote_down_is_worked_out(practice_url, name, said):
    with open_workbook("990101", store=practice_url) as workbook:
        assert WorkedOut(workbook).figure(name).said.th == said


@pytest.mark.parametrize("name", ["account.03-024~2568.all", "account.x~2568.in", "quorum.F02"])
def test_a_sum_of_nothing_known_is_refused(practice_url, name):
    with open_workbook("990101", store=practice_url) as workbook, pytest.raises(LookupError):
        WorkedOut(workbook).figure(name)


def test_a_figure_stands_in_both_wordings_and_an_unknown_one_is_refused():
    kept = {"votes.V01.ballots": Figure("40", Words("40", "40"))}
    words = Words("บัตร {votes.V01.ballots} ใบ", "{votes.V01.ballots} ballots")
    assert filled(words, kept) == Words("บัตร 40 ใบ", "40 ballots")
    assert value_of("{votes.V01.ballots}", kept) == "40" and value_of("b", kept) == "b"
    assert names_in("{a.b} {c} {d.e.f}") == {"a.b", "d.e.f"}
    assert names_in("{crop.ข้าวนาปี.margin} {count.x.น้ำ}") == {"crop.ข้าวนาปี.margin", "count.x.น้ำ"}
    with pytest.raises(KitError) as refused:
        filled(Words("{votes.V09.ballots}", ""), kept)
    assert refused.value.code == "course.unknown-figure"
