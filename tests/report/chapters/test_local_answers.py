"""The answers to an area's own questions: counted, hidden under five, marked as no indicator."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from planning_kit.language import Words, speaking
from planning_kit.records import extended, record_type, to_frame
from planning_kit.records.local_question_declared import Declared
from planning_kit.records.local_question_file import read_questions
from planning_kit.report.chapters.book import evidence_and_method
from planning_kit.report.chapters.local_answers import local_answers
from planning_kit.report.section import Section

SOURCE = {
    "source_code": "S1",
    "title": "สำรวจครัวเรือน",
    "publisher": "สภาองค์กรชุมชน",
    "method": "purposive",
    "date_to": "30/9/2569",
    "population": 200,
}


@pytest.fixture
def shown(workbook_of: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Return the chapter of a workbook whose area asks ``questions`` and got ``rows``."""

    def show(
        questions: list[dict[str, Any]],
        rows: list[dict[str, Any]],
        about: str = "household",
        homes: int = 0,
    ) -> Section:
        asked = read_questions(
            [Declared(Words("ข้อ", "No"), {"about": about, **q}) for q in questions], "730502"
        )
        key = {"household_id": "", "village_code": "73050201", "source_code": "S1"}
        given = [
            {**key, "household_id": f"{number % (homes or 10**6)}", **row}
            for number, row in enumerate(rows, start=1)
        ]
        book = workbook_of({"source": [SOURCE]})
        kind = extended(record_type(about), asked)
        fields = {spec.name for spec in kind.fields()}
        records = [
            kind.model_validate({k: v for k, v in row.items() if k in fields}) for row in given
        ]
        monkeypatch.setattr(book, "local_questions", lambda: asked)
        plain = book.frame
        monkeypatch.setattr(
            book, "frame", lambda name: to_frame(kind, records) if name == about else plain(name)
        )
        section = local_answers(book)
        assert section is not None
        return section

    return show


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    with speaking("en"):
        yield


def cells(section: Section) -> list[list[str]]:
    return [row for table in section.tables for row in table.cells()]


def test_without_questions_the_book_has_no_such_section(workbook_of, monkeypatch):
    workbook = workbook_of({"source": [SOURCE]})
    assert local_answers(workbook) is None
    workbook.quality = list
    # A stand-in has one version of each record.
    monkeypatch.setattr("planning_kit.report.chapters.two_versions.disputed", lambda _workbook: [])
    assert "local-answers" not in [part.key for part in evidence_and_method(workbook).parts]


def test_yes_no_and_choices_are_counted_with_n_and_evidence(shown):
    questions = [
        {"code": "tap", "th": "น้ำประปา", "en": "Tap water", "kind": "yes_no"},
        {
            "code": "learn",
            "th": "เรียน",
            "en": "Learn",
            "kind": "choices",
            "answers": ["ก=a1", "ข=b1"],
        },
    ]
    rows = [{"x_tap": True, "x_learn": "ก, ข"}] * 12 + [{"x_tap": False, "x_learn": "ข"}] * 6
    rows += [{}] * 2
    tap, learn = shown(questions, rows).parts
    # 12 of 18 say yes; 12 of 18 name ก, all 18 ข.
    assert cells(tap) == [["yes", "12", "66.7%", "18"], ["no", "6", "33.3%", "18"]]
    assert [row[:3] for row in cells(learn)] == [["a1", "12", "66.7%"], ["b1", "18", "100.0%"]]
    assert "n = 18" in tap.evidence[0] and "not a joint indicator" in tap.evidence[0]
    assert tap.notes == ["Not stated by 2 households."]
    with speaking("th"):
        thai = shown(questions, rows)
        assert thai.title == "คำถามของพื้นที่"
        assert "คำถามของพื้นที่ ไม่ใช่ตัวชี้วัดร่วม" in thai.parts[0].evidence[0]


def test_amounts_have_mean_and_quartiles_in_their_unit(shown):
    questions = [
        {
            "code": "goats",
            "th": "แพะ",
            "en": "Goats",
            "kind": "integer",
            "unit_en": "head",
            "unit": "ตัว",
        },
        {"code": "pond", "th": "สระ", "en": "Pond", "kind": "land"},
    ]
    rows = [{"x_goats": n, "x_pond": f"{n}-2-0"} for n in (1, 2, 3, 4, 10)]
    goats, pond = shown(questions, rows).parts
    # Mean 20 ÷ 5; type-7 quartiles of 1 2 3 4 10 are 2, 3, 4. Ponds are half a rai more.
    assert cells(goats) == [["Goats", "4.0", "2.0", "3.0", "4.0", "5", "0"]]
    assert cells(pond) == [["Pond", "4.5", "2.5", "3.5", "4.5", "5", "0"]]
    assert goats.sentences == ["Goats: half say 3 head or less; the mean is 4 head."]
    assert "3.5 rai" in pond.sentences[0]


def test_under_five_is_hidden_also_from_subtraction(shown):
    questions = [{"code": "tap", "th": "น้ำประปา", "kind": "yes_no"}]
    rows = [{"x_tap": True}] * 30 + [{"x_tap": False}] * 3
    (tap,) = shown(questions, rows).parts
    assert [row[1:3] for row in cells(tap)] == [["hidden", "hidden"]] * 2
    assert not any("30" in sentence for sentence in tap.sentences)
    questions = [{"code": "goats", "th": "แพะ", "kind": "integer"}]
    (goats,) = shown(questions, [{"x_goats": 7}] * 4).parts
    assert "7" not in " ".join(cells(goats)[0][1:5]) and goats.sentences == []


def test_a_follow_up_does_not_give_away_how_few_were_not_asked(shown):
    questions = [
        {"code": "tap", "th": "น้ำประปา", "kind": "yes_no"},
        {"code": "cost", "th": "ค่าน้ำ", "kind": "money", "ask_if": "tap = yes"},
    ]
    few = [{"x_tap": True, "x_cost": 90}] * 30 + [{"x_tap": False}] * 3
    _tap, cost = shown(questions, few).parts
    assert cost.tables == [] and "Too few" in cost.sentences[0]
    assert not any("30" in line for line in [*cost.sentences, *cost.evidence, *cost.notes])
    enough = [{"x_tap": True, "x_cost": 90}] * 30 + [{"x_tap": False}] * 6
    _tap, cost = shown(questions, enough).parts
    assert cells(cost)[0][1] == "90.0" and cells(cost)[0][-2:] == ["30", "0"]
    assert "of 200" not in cost.evidence[0] and "n = 30" in cost.evidence[0]


def test_free_text_is_never_shown(shown):
    questions = [{"code": "wish", "th": "อยากได้", "kind": "text"}]
    (wish,) = shown(questions, [{"x_wish": "ถนนของลุงดำ"}] * 6).parts
    assert "6 households answered in their own words" in wish.sentences[0]
    (few,) = shown(questions, [{"x_wish": "ถนนของลุงดำ"}] * 2).parts
    assert few.tables == [] and "Fewer than five" in few.sentences[0]
    assert "ลุงดำ" not in wish._repr_html_() + few._repr_html_()


def test_count_only_is_never_an_amount_and_hides_what_all_say(shown):
    owed = {"code": "owed", "th": "หนี้", "kind": "money", "privacy": "count_only"}
    (some,) = shown([owed], [{"x_owed": 5000}] * 8 + [{"x_owed": 0}] * 8).parts
    assert cells(some) == [["more than 0", "8", "50.0%", "16"]]
    (everyone,) = shown([owed], [{"x_owed": 5000}] * 8).parts
    assert cells(everyone)[0][1:3] == ["hidden", "hidden"]
    forest = {"code": "f", "th": "ป่า", "kind": "yes_no", "privacy": "count_only"}
    (said,) = shown([forest], [{"x_f": True}] * 8).parts
    assert cells(said)[0][1:3] == ["hidden", "hidden"]


def test_months_dates_and_years_are_counted_in_their_order(shown):
    questions = [
        {"code": "dry", "th": "แล้ง", "kind": "months"},
        {"code": "since", "th": "ตั้งแต่", "kind": "date"},
        {"code": "built", "th": "ปีที่สร้าง", "kind": "year"},
    ]
    row = {"x_dry": "เม.ย., มี.ค.", "x_since": "5 ก.ย. 2560", "x_built": 2555}
    later = {"x_dry": "เม.ย.", "x_since": "5 ก.ย. 2565", "x_built": 2560}
    dry, since, built = shown(questions, [row] * 5 + [later] * 5).parts
    assert [line[:2] for line in cells(dry)] == [["Mar", "5"], ["Apr", "10"]]
    assert [line[:2] for line in cells(since)] == [["2560", "5"], ["2565", "5"]]
    assert [line[:2] for line in cells(built)] == [["2555", "5"], ["2560", "5"]]


def test_a_household_with_several_rows_counts_once(shown):
    questions = [
        {"code": "sold", "th": "ขายเอง", "kind": "yes_no"},
        {"code": "sacks", "th": "กระสอบ", "kind": "integer"},
    ]
    crop = {"year_be": 2569, "season": "main", "product_kind": "annual"}
    rows = [
        {**crop, "product": f"พืช {at // 6}", "x_sold": at < 6, "x_sacks": 2} for at in range(12)
    ]
    sold, sacks = shown(questions, rows, "production", homes=6).parts
    # Six households, two rows each: every one sold something, and has 2 + 2 sacks.
    assert cells(sold)[0] == ["yes", "6", "100.0%", "6"]
    assert cells(sacks) == [[str(sacks.title), "4.0", "4.0", "4.0", "4.0", "6", "0"]]
