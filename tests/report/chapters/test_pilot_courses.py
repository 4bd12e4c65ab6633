"""The course on the board of pilots: counts alone, none below five; worked out by hand."""

import datetime as dt

from planning_kit.course.progress import course_progress
from planning_kit.course.sheet import Sheet
from planning_kit.language import Words, speaking
from planning_kit.learning import Choice, ChoiceQuestion
from planning_kit.report.chapters.pilot_board import pilot_board
from planning_kit.store import Handover, Store
from planning_kit.workbook import create, whole_tambon
from planning_kit.workbook.freezing import text_of
from planning_kit.workbook.handed_plans import handed_plans
from planning_kit.workbook.handing_over import handover_content
from planning_kit.workbook.higher_places import higher_place
from planning_kit.workbook.learners import LearnerAnswer


def hand_over(province, code, course):
    with Store.open("sqlite://") as own:
        tambon = create(whole_tambon(code), store=own, who="a")
        content = text_of(handover_content(tambon, [], course))
    province.store.keep_handover(Handover(code, 2571, 0, content, "b"))


def test_the_board_tells_which_episodes_were_held_and_what_is_still_needed(tmp_path):
    url = f"sqlite:///{(tmp_path / 'kit.db').as_posix()}"
    province = create(higher_place("province", "67"), store=url, who="a")

    yes = Words("ใช่", "yes")
    asked = [
        ChoiceQuestion(code=f"05-{n}", objective="o", ask=yes, explain=yes,
                       choices=(Choice("a", yes),), right="a")
        for n in "ab"
    ]  # fmt: skip
    sheets = [Sheet("05_choosing", yes, tuple(asked)), Sheet("06_vision", yes, (asked[0],))]
    day = dt.datetime(2026, 11, 28, 12, tzinfo=dt.UTC)
    answers = [
        LearnerAnswer(f"7700{who}", sheet, question, "a", True, f"{who}{sheet}{question}", day)
        for sheet, question, n in (
            ("05_choosing", "05-a", 8), ("05_choosing", "05-b", 6), ("06_vision", "05-a", 4),
        )
        for who in range(n)
    ]  # fmt: skip
    hand_over(province, "670101", course_progress(sheets, answers))
    hand_over(province, "670102", course_progress(sheets, answers, dt.date(2026, 11, 29)))
    assert "7700" not in handed_plans(province)[0].handover.content
    with speaking("en"):
        trained, counts = pilot_board(province, dt.date(2026, 12, 1)).parts[-1].tables
        one, other = trained.cells()
        by_sheet = [row[1:] for row in counts.cells()]
    # Eight began episode 5 and six finished it; four learners of episode 6 are too few to tell.
    assert one[1:3] == ["1 of 9", "8"] and one[4] == "28 Nov 2026"
    assert one[3] == "episodes 1, 2, 3, 4, 6, 7, 8, 9 · the test after the course"
    assert by_sheet == [["Episode 5", "8", "6"], ["Episode 6", "fewer than 5", "fewer than 5"]]
    assert other[1] == "–"
