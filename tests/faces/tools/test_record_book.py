"""The record book: chosen by name, opened in a form, and what others of the page then know."""

from planning_kit.faces import budget_editor, record_book
from planning_kit.records import Problem, Project


def filled(book, answers):
    for name, value in answers.items():
        book.tool.open.controls[name].show(value)
    return book.tool.open.save()


PROJECT = {"name": "โรงปุ๋ย", "stage": "full", "reliance_class": "self", "owner": "กลุ่มปุ๋ย"}


def test_a_new_record_gets_the_next_code_and_is_counted(planned, drive):
    book = drive(record_book(planned, ("project", "strategy")))
    assert [one["text"] for one in book.part("kind")["options"]] == [
        "โครงการ (2)",
        "ประเด็นการพัฒนา (0)",
    ]
    book.answer(("new", True))
    # The highest is PJ2; people write codes with two digits after the example.
    assert book.tool.open.answers()["project_code"] == "PJ03"
    assert filled(book, PROJECT).is_saved
    assert book.part("kind")["options"][0]["text"] == "โครงการ (3)"
    assert "PJ03 โรงปุ๋ย" in [one["text"] for one in book.part("record")["options"]]
    assert {one.project_code for one in planned.records(Project)} == {"PJ1", "PJ2", "PJ03"}


def test_a_code_that_somebody_took_meanwhile_is_not_fought_over(planned, drive):
    one, other = (drive(record_book(planned, "project")) for _page in range(2))
    for book in (one, other):
        book.answer(("new", True))
    assert filled(one, PROJECT).is_saved
    assert filled(other, {**PROJECT, "name": "โรงสีชุมชน"}).is_saved
    names = {str(p.project_code): p.name for p in planned.records(Project)}
    assert (names["PJ03"], names["PJ04"]) == ("โรงปุ๋ย", "โรงสีชุมชน")


def test_a_record_is_opened_by_its_name_and_changed(planned, drive):
    book = drive(record_book(planned, "problem"))
    line = next(one for one in book.part("record")["options"] if one["text"] == "P2 หนี้")
    book.answer(("record", line["value"]))
    form = book.tool.open
    assert (form.answers()["problem_code"], form.answers()["statement"]) == ("P2", "หนี้")
    assert filled(book, {"statement": "หนี้นอกระบบ"}).is_saved
    said = {str(one.problem_code): one.statement for one in planned.records(Problem)}
    assert said["P2"] == "หนี้นอกระบบ" and len(said) == 4


def test_one_taken_out_elsewhere_is_said(planned, drive):
    book = drive(record_book(planned, "problem"))
    book.answer(("record", "00000000-0000-0000-0000-000000000000"))
    assert "ถูกนำออกไปแล้ว" in book.said("record") and book.tool.open is None


def test_all_of_a_type_open_as_a_table_and_another_type_closes_it(planned, drive):
    book = drive(record_book(planned, ("project", "strategy")))
    book.answer(("table", True))
    assert book.tool.open.sheet.kind.noun.name == "project"
    book.answer(("kind", "strategy"))
    assert book.tool.open is None and book.tool.name == "strategy"


def test_what_is_written_is_known_to_the_next_tool_at_once(planned, drive):
    book, money = drive(record_book(planned, "project")), drive(budget_editor(planned))
    book.answer(("new", True))
    filled(book, PROJECT)
    # Without a loop nobody waits; in a page it is looked at again after a moment.
    money.tool._look_again()
    assert "PJ03 โรงปุ๋ย" in [one["text"] for one in money.part("project")["options"]]


def test_codes_are_chosen_by_name_and_an_old_one_is_not_lost(planned, drive):
    kept = Project(**PROJECT, project_code="PJ09", problem_codes=("P1", "P77"))
    planned.save(kept, who="a", why="b")
    book = drive(record_book(planned, "project"))
    line = next(one for one in book.part("record")["options"] if one["text"].startswith("PJ09"))
    book.answer(("record", line["value"]))
    problems = book.tool.open.controls["problem_codes"]
    assert problems.answer() == ("P1", "P77")
    assert [button.description for button in problems._buttons][:2] == ["✓ P1 น้ำไม่พอ", "P2 หนี้"]
