"""The planning workbook in Excel: blank, filled and read back."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from planning_kit.cli import main
from planning_kit.collect import read_workbook, write_template
from planning_kit.collect.refused_book import RowToMend, write_refused_book
from planning_kit.collect.row_origin import RowOrigin
from planning_kit.collect.template_marks import FIRST_COLUMN, HEADING_ROW
from planning_kit.records import Kind, Taxon, record_type, shipped_taxa, template_types
from planning_kit.validate import AreaScope, check

PLAN = template_types("plan")
PRACTICE = AreaScope(tambon_codes=frozenset({"990101"}))


def examples(kind):
    return {spec.name: spec.example for spec in kind.fields() if spec.example is not None}


@pytest.fixture
def whole_plan() -> dict[str, list[dict]]:
    """The example of every record, and the few further rows that they name."""
    rows = {kind.noun.name: [examples(kind)] for kind in PLAN}
    rows["problem"] += [
        {"problem_code": code, "statement": f"ปัญหา {code}"} for code in ("P02", "P03")
    ]
    vote = examples(record_type("poll"))
    rows["poll"] += [
        {**vote, "poll_code": "V02", "method": "hands"},
        {**vote, "poll_code": "V03", "method": "pairwise"},
    ]
    return rows


@pytest.mark.parametrize("language", ["th", "en"])
def test_the_examples_of_all_sheets_make_one_plan_without_findings(
    tmp_path: Path, whole_plan, language: str
) -> None:
    path = write_template(tmp_path / "p.xlsx", book="plan", language=language, filled=whole_plan)
    checked = check(read_workbook(path), PRACTICE)
    assert [finding.line("en") for finding in checked.findings] == []
    got = {name: [] for name in whole_plan}
    for row in checked.rows:
        got[row.raw.record].append(row.record)
    for name, rows in whole_plan.items():
        kind = record_type(name)
        assert got[name] == [kind.model_validate(row) for row in rows], name


def test_a_blank_planning_workbook_imports_nothing_and_loses_nothing(tmp_path: Path) -> None:
    read = read_workbook(write_template(tmp_path / "p.xlsx", book="plan"))
    assert (read.sources, read.rows, read.notes, read.left_out) == ([], [], [], [])


def test_its_sheets_stand_in_the_order_of_the_work_and_the_first_explains(tmp_path: Path) -> None:
    book = load_workbook(write_template(tmp_path / "p.xlsx", book="plan"))
    visible = [sheet.title for sheet in book.worksheets if sheet.sheet_state == "visible"]
    assert visible == ["คำแนะนำ", *(kind.noun.title.th for kind in PLAN)]
    for first, then in (("เวทีและการประชุม", "ปัญหา"), ("ปัญหา", "การลงคะแนน"),
                        ("มติและการตัดสินใจ", "โครงการ"), ("โครงการ", "บทเรียน")):  # fmt: skip
        assert visible.index(first) < visible.index(then)
    said = " ".join(str(cell.value) for row in book["คำแนะนำ"].iter_rows() for cell in row)
    assert "สมุดงานจัดทำแผน" in said
    assert "ความยินยอม" not in said
    for title in visible[1:]:
        assert title in said


def test_lists_are_offered_by_name_but_not_insisted_on(tmp_path: Path) -> None:
    own = Taxon(taxonomy="agency", code="temple", label_th="วัดบ้านทุ่ง")
    gone = Taxon(taxonomy="agency", code="cad", label_th="ตรวจบัญชี", is_retired=True)
    path = write_template(tmp_path / "p.xlsx", book="plan", taxa=[own, gone])
    book = load_workbook(path)
    seen = set()
    for kind in PLAN:
        sheet = book[kind.noun.title.th]
        rules = {
            str(rule.sqref).split(":")[0]: rule for rule in sheet.data_validations.dataValidation
        }
        for at, spec in enumerate(kind.fields(), start=FIRST_COLUMN):
            if spec.taxonomy is None or spec.kind is not Kind.CODE:
                continue
            rule = rules[sheet.cell(8, at).coordinate]
            assert not rule.showErrorMessage
            name, cells = rule.formula1.lstrip("=").split("!")
            listed = [row[0].value for row in book[name.strip("'")][cells.replace("$", "")]]
            assert shipped_taxa(spec.taxonomy)[0].label_th in listed
            if spec.taxonomy == "agency":
                assert "วัดบ้านทุ่ง" in listed
                assert "กรมตรวจบัญชีสหกรณ์" not in listed
                assert "ตรวจบัญชี" not in listed
            seen.add(spec.taxonomy)
    assert {"agency", "problem_theme", "funding_source", "farming_direction"} <= seen


def _offered(book, record: str, field: str) -> list[str]:
    """Return the names in the drop-down of a column, as a person would see them."""
    kind = record_type(record)
    sheet = book[kind.noun.title.th]
    at = FIRST_COLUMN + [spec.name for spec in kind.fields()].index(field)
    cell = sheet.cell(8, at).coordinate
    (rule,) = [r for r in sheet.data_validations.dataValidation if cell in r.sqref]
    name, cells = rule.formula1.lstrip("=").split("!")
    return [row[0].value for row in book[name.strip("'")][cells.replace("$", "")]]


def test_channels_steps_figures_and_model_items_are_chosen_by_name(tmp_path: Path) -> None:
    path = write_template(tmp_path / "p.xlsx", book="plan")
    book = load_workbook(path)
    channels = _offered(book, "project", "channel")
    assert channels[:2] == ["ชุมชนทำเอง", "ขอสนับสนุนจาก พอช."] and len(channels) == 8
    steps = _offered(book, "project_status", "status")
    # Two channels call the same step by different names: each finds its own, and none twice.
    assert {"อนุมัติแล้ว", "ได้รับจัดสรรงบประมาณแล้ว"} <= set(steps)
    assert len(steps) == len(set(steps))
    assert "ครัวเรือนที่น้ำทำเกษตรไม่พอ" in _offered(book, "problem_evidence", "figure")
    assert "กระบวนการมีส่วนร่วม" in _offered(book, "model_score", "dimension")
    assert "ทุกหมู่บ้านมีคนร่วมทำแผน" in _offered(book, "model_score", "item")
    # The example speaks as the drop-down does.
    sheet = book[record_type("project").noun.title.th]
    assert "องค์การบริหารส่วนตำบลหรือเทศบาล" in [cell.value for cell in sheet[7]]


def test_rows_of_the_plan_that_were_refused_go_back_in_their_own_sheet(tmp_path: Path) -> None:
    origin = RowOrigin("ab" * 32, "plan.xlsx", "ปัญหา", 9)
    values = {"problem_code": "P01", "statement": "น้ำ", "merged_into": "P01"}
    row = RowToMend("problem", origin, values, {"merged_into": ["รวมเข้ากับตัวเอง"]})
    path = write_refused_book(tmp_path / "m.xlsx", [row])
    (raw,) = read_workbook(path).rows
    assert (raw.record, raw.values["merged_into"]) == ("problem", "P01")


@pytest.mark.parametrize("book", ["survey", "plan"])
def test_the_command_writes_either_workbook(tmp_path: Path, book: str) -> None:
    path = tmp_path / "t.xlsx"
    assert main(["template", "--book", book, "--out", str(path)]) == 0
    titles = load_workbook(path).sheetnames
    assert ("โครงการ" in titles) is (book == "plan")
    assert ("ครัวเรือน" in titles) is (book == "survey")


def test_an_unknown_workbook_or_a_sheet_of_the_other_one_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="book must be"):
        write_template(tmp_path / "t.xlsx", book="harvest")
    with pytest.raises(ValueError, match="household"):
        write_template(tmp_path / "t.xlsx", book="plan", filled={"household": []})


def test_headings_mark_what_must_be_filled_in(tmp_path: Path) -> None:
    book = load_workbook(write_template(tmp_path / "p.xlsx", book="plan"))
    for kind in PLAN:
        sheet = book[kind.noun.title.th]
        for at, spec in enumerate(kind.fields(), start=FIRST_COLUMN):
            assert sheet.cell(HEADING_ROW, at).value.endswith("*") is spec.required
