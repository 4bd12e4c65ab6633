"""Every episode is whole; for each folder the test says what is missing."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from planning_kit.course.episode import episodes
from planning_kit.course.lesson import MINUTES_OF_A_DAY, WORKSHOP_DAYS
from planning_kit.course.lesson_checks import folder_faults
from planning_kit.course.lesson_reading import lessons
from planning_kit.language import speaking

SAMPLE = Path(__file__).parent / "sample" / "02_sample"


@pytest.mark.parametrize("episode", episodes(), ids=lambda one: one.code)
def test_nothing_is_missing_in_an_episode(episode):
    with speaking("en"):
        faults = folder_faults(episode.folder)
    if episode.is_draft:
        pytest.skip(f"still being written: {'; '.join(faults)}")
    assert faults == []


def test_the_totals_of_the_plot_account_are_what_its_lines_come_to():
    """Household 01-007's rice, added up by hand from the sheet."""
    (lesson,) = (one for one in lessons() if one.code == "12_cost_account")
    given = {"sold": 1708, "home": 232, "price": 8.80}
    cash = 1660 + 2990 + 1870 + 760 + 4080 + 750 + 0 + 640
    value = round((given["sold"] + given["home"]) * given["price"])
    own = 2450 + 0 + 350
    left = value - cash
    sheet = lesson.worksheets[0]
    assert [lesson.examples[sheet.figure(name)].th for name in ("quantity_sold", "price", "cost_machine")] == ["1,708", "8.80", "4,080"]  # fmt: skip
    assert [line.answer.th for line in sheet.lines] == [
        f"{value:,}", f"{cash:,}", f"{left:,}", f"{left / 3:,.0f}", f"{cash / 1940:.2f}",
        f"{own:,}", f"{left - own:,}", f"{(left - own) / 3:,.0f}",
    ]  # fmt: skip


def test_two_days_hold_twelve_hours():
    taught = {day: sum(one.minutes for one in lessons() if one.day == day) for day in WORKSHOP_DAYS}
    if any(one.is_draft for one in episodes()) or len(episodes()) < 9:
        assert all(minutes <= MINUTES_OF_A_DAY for minutes in taught.values())
    else:
        assert taught == dict.fromkeys(WORKSHOP_DAYS, MINUTES_OF_A_DAY)


def test_the_example_for_writers_is_whole():
    assert folder_faults(SAMPLE) == []


def changed(tmp_path, file, old, new):
    folder = tmp_path / SAMPLE.name
    shutil.copytree(SAMPLE, folder)
    text = (folder / file).read_text("utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), "utf-8")
    with speaking("en"):
        return folder_faults(folder)


NUMBER = 'is = "{record.household.01-007.water_short_months}"'
LINE = "episode.toml, line 93, [[line]] 1"
LONG = "เราจะไปเก็บข้อมูลที่บ้านของทุกคนในหมู่บ้านของเราตั้งแต่เช้าจนเย็นโดยไม่หยุดพักเลยสักวันเดียวเพราะงานนี้สำคัญมากสำหรับพวกเราทุกคน"


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("episode.toml", "minutes = 15", "minutes = 20", "the steps take 35 minutes together, the episode 30"),
        ("episode.toml", 'part = "close"', 'part = "teach"', "from lead over teach to close"),
        ("episode.toml", 'code = "reading-a-figure"', 'code = "other"', "“reading-a-figure” is no objective"),
        ("episode.toml", '"land_owned"', '"land_ownd"', "household has no field “land_ownd”"),
        ("quiz.toml", 'kind = "number"\ntest = true', 'kind = "task"\nrecord = "forum"\nwant = { kind = "party" }\nhints = []', "“kind” cannot be “party”"),
        ("quiz.toml", 'kind = "number"', 'kind = "task"\napp = "09_x"\nrecord = "forum"\nwant = {}\nhints = []', "no notebook “09_x”"),
        ("quiz.toml", 'kind = "number"', 'kind = "task"\nbeside = [{ record = "problem", by = "minutes", want = {} }]\nrecord = "forum"\nwant = {}\nhints = []', "problem has no field “minutes”"),
        ("quiz.toml", 'kind = "number"', 'kind = "task"\nrecord = "forum"\nwant = {}\nhints = []', "a task cannot have test = true"),
        ("episode.toml", 'app = "01_profile"', 'app = "01_nothing"', "no notebook “01_nothing”"),
        ("episode.toml", 'look = "ทุกคนตอบข้อแรกได้เอง"', "", "[[step]] 3: “look” is missing"),
        ("episode.toml", 'th = "ปากกา"', 'th = "ปากกา"\ncolour = "red"', "nothing is called “colour”"),
        ("episode.toml", "minutes = 5", 'minutes = "5"', "“minutes” must be a whole number above 0"),
        ("episode.toml", 'slide = ["เขาถามอะไร"', f'slide = ["{"ก" * 41}"', "at most 40 letters fit"),
        ("episode.toml", "[[question]]", "[question", "check quotation marks, brackets"),
        ("lesson.md", "## เมื่อไฟดับ", "## ไฟดับ", "the heading “## เมื่อไฟดับ” is missing"),
        ("lesson.md", "พิมพ์ใบงานก่อนหนึ่งวัน", LONG, "a sentence has"),
        ("lesson.md", "(term:consent)", "(term:consnt)", "the link to “term:consnt” leads nowhere"),
        ("lesson.md", "{count.household}", "300", "“300 ครัวเรือน” is typed"),
        ("lesson.md", "{count.household}", "{count.village}", "“count.village” is not in figures.json"),
        ("lesson.md", "- บอกว่าเก็บอะไร", "- <b>x</b>", "take out HTML"),
        ("lesson.md", "แล้วใช้รหัส", "แล้วใช้ code", "“code” is no Thai word"),
        ("quiz.toml", "test = true", "test = false", "no question with test = true asks about “asking-consent”"),
        ("quiz.toml", "บนจอ", "", "no question sends people to what is on the wall"),
        ("quiz.toml", "ดูหน้าข้อมูล", "เปิดหน้าข้อมูล", "phones open no app"),
        ("episode.toml", 'after = "water_short_months"', 'after = "rice_months"', f"{LINE}: “rice_months” is no question of a worksheet “household”"),
        ("episode.toml", NUMBER, 'is = "4"', f"{LINE}: “is” must be a figure of the example “01-007”, not “4”"),
        ("episode.toml", NUMBER, 'is = "{record.household.01-008.water_short_months}"', "line 98: “record.household.01-008.water_short_months” is not in figures.json"),
        ("episode.toml", 'from = "ก่อนถาม"', 'from = "ก่อนตอบ"', "[[cards]] 1: there is no list or table of texts under “ก่อนตอบ”"),
        ("episode.toml", 'from = "ก่อนถาม"', "", "[[cards]] 1: name one of from, says, answers"),
        ("lesson.md", "### คำตอบที่ดี", "### คำตอบ", "there is no “### คำตอบที่ดี”"),
        ("quiz.toml", 'kind = "choice"', 'kind = "guess"', "“kind” must be choice, number, order, match"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said(tmp_path, file, old, new, said):
    faults = changed(tmp_path, file, old, new)
    assert any(said in fault for fault in faults), faults


@pytest.mark.parametrize("file", ["lesson.md", "handout.md", "quiz.toml", "episode.toml"])
def test_a_file_that_lacks_is_named(tmp_path, file):
    folder = tmp_path / SAMPLE.name
    shutil.copytree(SAMPLE, folder)
    (folder / file).unlink()
    with speaking("en"):
        assert f"the file {file} is missing" in folder_faults(folder)
