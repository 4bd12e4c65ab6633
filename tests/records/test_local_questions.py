"""Questions an area adds of its own: read, refused with a reason, and a field like any other."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from planning_kit.errors import KitErrors
from planning_kit.language import Words
from planning_kit.records import (
    Household,
    Kind,
    LocalQuestion,
    Privacy,
    carrying,
    extended,
    local_answers,
    record_type,
)
from planning_kit.records.local_asking import is_asked
from planning_kit.records.local_question_declared import Declared
from planning_kit.records.local_question_file import read_questions

GOATS = {"code": "goats", "th": "จำนวนแพะ", "kind": "integer", "low": 0, "high": 500}
PEN = {"code": "pen", "th": "คอกแพะ", "kind": "choice", "answers": ["raised = ยกพื้น = raised", "ดิน"]}
HOME = {"household_id": "03-012", "village_code": "99010103"}


def read(*rows: dict, known=()) -> list[LocalQuestion]:
    declared = [
        Declared(Words(f"คำถามที่ {n}", f"Question {n}"), row) for n, row in enumerate(rows, 1)
    ]
    return read_questions(declared, "990101", known)


def codes(*rows: dict) -> list[str]:
    with pytest.raises(KitErrors) as caught:
        read(*rows)
    for error in caught.value.errors:
        assert error.say("th") and error.say("en").strip()
    return [error.code.removeprefix("records.question-") for error in caught.value.errors]


def test_a_question_is_a_field_like_any_other():
    kind = extended(Household, read({**GOATS, "unit": "ตัว", "help": "ทุกวัย"}, PEN))
    goats, pen = kind.fields()[-2:]
    assert (goats.name, goats.kind, goats.low, goats.high) == ("x_goats", Kind.INTEGER, 0, 500)
    assert goats.unit.th == "ตัว" and goats.help.th == "ทุกวัย"
    assert pen.kind is Kind.CHOICE and pen.wording("raised") == "ยกพื้น"
    assert kind.fields()[: len(Household.fields())] == Household.fields()
    home = kind.model_validate({**HOME, "x_goats": "๑๒", "x_pen": " ยก พื้น "})
    assert isinstance(home, Household) and (home.x_goats, home.x_pen) == (12, "raised")


def test_the_same_questions_give_the_same_type_whatever_their_order():
    one, two = read(GOATS, PEN)
    assert extended(Household, [one, two]) is extended(Household, [two, one])
    assert extended(Household, []) is Household
    assert extended(record_type("village"), [one, two]) is record_type("village")


@pytest.mark.parametrize("value", ["501", "-1", "สิบ"])
def test_answers_out_of_bounds_or_unreadable_are_refused(value):
    with pytest.raises(ValueError, match="x_goats"):
        extended(Household, read(GOATS)).model_validate({**HOME, "x_goats": value})


def test_without_english_the_thai_is_shown_and_marked():
    (question,) = read(GOATS)
    assert question.label.say("en") == "จำนวนแพะ (in Thai)"
    assert question.label.say("th") == "จำนวนแพะ"


def test_free_text_is_personal_and_other_answers_are_grouped():
    text, goats, counted = read(
        {"code": "wish", "th": "อยากได้อะไร", "kind": "ข้อความ"},
        GOATS,
        {"code": "debtor", "th": "กู้นอกระบบ", "kind": "yes_no", "privacy": "count_only"},
    )
    classes = [question.privacy_class for question in (text, goats, counted)]
    assert classes == [Privacy.PERSONAL, Privacy.GROUPED, Privacy.COUNT_ONLY]


def test_land_bounds_are_rai_and_kept_as_square_wah():
    (pond,) = read({"code": "pond", "th": "สระ", "kind": "land", "high": "20-2-0"})
    assert (pond.low, pond.high) == (0, Decimal(20 * 400 + 200))


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"kind": "colour"}, "unknown-kind"),
        ({"code": "แพะ"}, "bad-code"),
        ({"code": "land_owned"}, "asked-already"),
        ({"th": "ที่ดินเช่า"}, "asked-already"),
        ({"th": " "}, "no-wording"),
        ({"about": "stars"}, "about-unknown"),
        ({"about": "source"}, "about-unknown"),
        ({"colour": "red"}, "unknown-key"),
        ({"low": 9, "high": 1}, "bounds-crossed"),
        ({"low": "สอง-สาม"}, "bad-bound"),
        ({"kind": "yes_no"}, "idle-bounds"),
        ({"answers": ["ก", "ข"]}, "idle-answers"),
        ({"privacy": "secret"}, "unknown-privacy"),
        ({"required": "maybe"}, "required-unclear"),
        ({"ask_if": "nothing = yes"}, "condition-unknown"),
        ({"ask_if": "goats = yes"}, "condition-unknown"),
        ({"ask_if": "head_sex = purple"}, "condition-answer"),
        ({"ask_if": "is_farm_household = yes", "required": True}, "required-of-some"),
    ],
)
def test_each_mistake_is_named(change, code):
    assert code in codes({**GOATS, **change})


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"answers": []}, "no-answers"),
        ({"answers": ["ก"]}, "no-answers"),
        ({"answers": ["ก", " ก "]}, "answer-twice"),
        ({"answers": [{"th": "ก", "colour": "x"}, "ข"]}, "unclear-answer"),
        ({"answers": ["ก, ข", "ค"], "kind": "choices"}, "answer-splits"),
    ],
)
def test_each_mistake_in_answers_is_named(change, code):
    assert code in codes({**PEN, **change})


def test_all_mistakes_of_a_file_come_together_and_say_where():
    with pytest.raises(KitErrors) as caught:
        read(GOATS, {**GOATS, "th": "แพะอีก"}, {**PEN, "kind": "x"})
    said = caught.value.say("en").splitlines()
    assert len(said) == 3 and said[0].startswith("Question 1") and said[2].startswith("Question 3")
    assert codes() == ["none"]


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("ชื่อหัวหน้าครัวเรือน", "text"),
        ("ชื่อ-นามสกุล", "text"),
        ("เบอร์โทรศัพท์", "integer"),
        ("เลขบัตรประชาชน", "integer"),
        ("บ้านเลขที่", "text"),
    ],
)
def test_a_question_that_asks_who_somebody_is_is_refused(label, kind):
    assert codes({"code": "q", "th": label, "kind": kind}) == ["identifies"]


@pytest.mark.parametrize("english", ["Name of the head", "Phone number", "Citizen ID no"])
def test_the_english_wording_is_looked_at_too(english):
    assert codes({"code": "q", "th": "ข้อมูล", "en": english, "kind": "text"}) == ["identifies"]


@pytest.mark.parametrize(
    ("label", "kind"),
    [("ชื่อพันธุ์ข้าว", "text"), ("จำนวนโทรศัพท์มือถือ", "integer"), ("มีเบอร์โทรศัพท์ผู้ซื้อ", "yes_no")],
)
def test_the_name_of_a_thing_or_a_count_may_be_asked(label, kind):
    assert len(read({"code": "q", "th": label, "kind": kind})) == 1


def test_a_condition_is_told_checked_and_flagged():
    keeps = {"code": "keeps", "th": "เลี้ยงแพะ", "kind": "yes_no"}
    questions = read(keeps, {**GOATS, "ask_if": "keeps = ใช่"}, {**PEN, "ask_if": "keeps = yes"})
    assert (questions[1].ask_if_field, questions[1].ask_if_answers) == ("x_keeps", ("yes",))
    kind = extended(Household, questions)
    assert kind.field("x_goats").show_if == ("x_keeps", ("yes",))
    assert kind.field("x_pen").help.th == "ถามเมื่อ “เลี้ยงแพะ” ตอบว่า ใช่"
    ((check,),) = [[c for c in kind.noun.checks if c.fields == ("x_goats", "x_keeps")]]
    assert not check.holds(kind.model_validate({**HOME, "x_keeps": "ไม่", "x_goats": 3}))
    assert check.holds(kind.model_validate({**HOME, "x_keeps": "ใช่", "x_goats": 3}))
    assert check.holds(kind.model_validate({**HOME, "x_goats": 3}))
    assert is_asked(questions[1], None) is None and is_asked(questions[1], True) is True


def test_a_condition_may_follow_a_question_asked_before_and_a_field_of_the_kit():
    (keeps,) = read({"code": "keeps", "th": "เลี้ยงแพะ", "kind": "yes_no"})
    goats, pen = read(
        {**GOATS, "ask_if": {"question": "keeps", "answers": [True]}},
        {**PEN, "ask_if": "head_sex = หญิง"},
        known=[keeps],
    )
    assert goats.ask_if_field == "x_keeps" and goats.ask_if_answers == ("yes",)
    assert (pen.ask_if_field, pen.ask_if_answers) == ("head_sex", ("female",))


def test_answers_leave_a_record_as_plain_values_and_outlive_a_change():
    questions = read(
        GOATS,
        {"code": "cost", "th": "ค่าน้ำ", "kind": "money"},
        {"code": "since", "th": "ตั้งแต่", "kind": "date"},
        {"code": "dry", "th": "เดือนแล้ง", "kind": "months"},
        {"code": "learn", "th": "อยากเรียน", "kind": "choices", "answers": ["ก", "ข"]},
        {"code": "tap", "th": "น้ำประปา", "kind": "yes_no"},
    )
    said = {"x_goats": 3, "x_cost": "12.50", "x_since": "5 ก.ย. 2569", "x_dry": "มี.ค.-เม.ย."}
    home = extended(Household, questions).model_validate(
        {**HOME, **said, "x_learn": "ข, ก", "x_tap": "ไม่"}
    )
    wanted = {
        "x_goats": 3,
        "x_cost": 12.5,
        "x_since": dt.date(2026, 9, 5).isoformat(),
        "x_dry": [3, 4],
        "x_learn": ["ก", "ข"],
        "x_tap": False,
    }
    assert local_answers(home) == wanted
    plain = carrying(Household.model_validate(HOME), wanted)
    assert local_answers(plain.with_changes(males=2)) == wanted
    # What the record has a field for is said by the field, blank or not.
    blank = extended(Household, questions[:1]).model_validate(HOME)
    assert local_answers(carrying(blank, {"x_goats": 3, "x_old": 1})) == {"x_old": 1}
