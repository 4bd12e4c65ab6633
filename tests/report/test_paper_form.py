"""The blank form on paper: every question of the template, with skips in words."""

from __future__ import annotations

import re
from html import unescape

import pytest

from planning_kit.cli import main
from planning_kit.collect import read_question_file
from planning_kit.errors import KitError
from planning_kit.records import Household, Kind, Production, extended, template_types
from planning_kit.records.local_question_file import read_questions
from planning_kit.report.paper_form import write_paper_form
from planning_kit.report.paper_form_skips import numbered
from planning_kit.report.pdf import find_browser
from planning_kit.shipped import shipped


@pytest.fixture(scope="module")
def asked():
    path = shipped("data", "local_questions", "example.toml")
    return read_questions(read_question_file(path), "990101")


@pytest.fixture(scope="module", params=["th", "en"])
def page(request, asked, tmp_path_factory):
    path = tmp_path_factory.mktemp("paper") / "form.html"
    write_paper_form(path, questions=asked, place="ตำบลทุ่งฝึกหัด", language=request.param)
    return request.param, path.read_text(encoding="utf-8")


def parts(html):
    """Return the text of each sheet by its id."""
    found = re.findall(r'<section[^>]*id="([^"]+)"[^>]*>(.*?)</section>', html, re.DOTALL)
    return {key: re.sub(r"\s+", " ", unescape(re.sub("<[^>]+>", " ", text))) for key, text in found}


def test_every_label_and_answer_of_the_template_is_on_the_paper(page, asked):
    language, html = page
    sheets = parts(html)
    keys = {"household_account": "account"}
    for kind in template_types():
        name = kind.noun.name
        text = sheets[keys.get(name, name.replace("_", "-"))]
        for spec in extended(kind, asked).fields():
            assert spec.label.say(language) in text, (name, spec.name)
            if name not in keys and spec.choices:
                for answer in spec.choices:
                    assert answer.words.say(language) in text


def test_consent_is_the_first_question_and_a_no_ends_the_interview(page):
    language, html = page
    sheet = re.search(r'<section[^>]*id="household".*?</section>', html, re.DOTALL)[0]
    first = re.search(r'<span class="asked">([^<]+)</span>', sheet)[1]
    assert first == Household.field("consent_given").label.say(language)
    text = parts(html)["household"]
    assert ("หยุดถาม" if language == "th" else "stop here") in text


def test_skips_are_said_with_the_number_of_the_question(asked):
    specs = [s for s in extended(Household, asked).fields() if s.name.startswith("x_")]
    told = numbered(specs, first=31)
    # Goats (32) and their pen (33) hang on 31; the next one is 34.
    assert told[0].skip == "ถ้าตอบ “ไม่ใช่” ให้ข้ามไปข้อ 34"
    assert [one.skip for one in told[1:]] == [""] * 7
    last = numbered(specs[:3])
    assert last[0].skip == "ถ้าตอบ “ไม่ใช่” ให้ข้ามไปตอนต่อไป"


def test_questions_for_some_say_for_whom():
    told = {one.spec.name: one for one in numbered(Production.fields())}
    kind = told["product_kind"].number
    assert told["animals"].only_if == f"ตอบเฉพาะเมื่อข้อ {kind} ตอบ “ปศุสัตว์” · “สัตว์น้ำ”"
    assert told["product"].only_if == ""


def test_land_has_three_boxes_and_production_room_for_several(page):
    language, html = page
    units = ("ไร่", "งาน", "ตร.ว.") if language == "th" else ("rai", "ngan", "sq wah")
    row = re.search(r'<div class="question"><span class="no">15</span>.*?</div></div></div>', html)
    assert Household.field("land_owned").kind is Kind.LAND
    assert all(unit in row[0] for unit in units) and row[0].count('class="comb"') == 3
    table = re.search(r'<table class="many">.*?</table>', html, re.DOTALL)[0]
    rows = re.findall(r"<tr><th>\d+\. .*?</tr>", table)
    assert len(rows) == len(Production.fields())
    assert all(row.count("<td>") == 3 for row in rows)


def test_nothing_but_thai_on_the_thai_paper(page):
    language, html = page
    if language == "en":
        return
    shown = " ".join(parts(html).values())
    assert re.findall(r"\b(?!GAP|PGS|UTM)[A-Za-z]{3,}\b", shown) == []


def test_another_ending_is_refused(tmp_path):
    with pytest.raises(ValueError, match="docx"):
        write_paper_form(tmp_path / "form.docx")


def test_the_command_writes_it_and_keeps_what_is_there(tmp_path, capsys):
    path = tmp_path / "form.html"
    asking = ["template", "--out", str(path), "--language", "en"]
    assert main(asking) == 0
    assert "Questionnaire" in path.read_text(encoding="utf-8")
    assert main(asking) == 1
    assert "--overwrite" in capsys.readouterr().err


@pytest.mark.skipif(find_browser() is None, reason="no browser on this machine to print with")
def test_it_prints_on_a4_in_portrait(tmp_path, asked):
    pypdf = pytest.importorskip("pypdf")
    path = write_paper_form(tmp_path / "form.pdf", questions=asked)
    pages = pypdf.PdfReader(path).pages
    box = pages[0].mediabox
    # A4 is 210 × 297 mm; a point is 1/72 inch.
    assert (round(float(box.width)), round(float(box.height))) == pytest.approx((595, 842), abs=2)
    assert "แพะ" in "".join(one.extract_text() for one in pages)


def test_without_a_browser_the_reader_is_told_what_to_do(tmp_path, monkeypatch):
    monkeypatch.setattr("planning_kit.report.pdf.find_browser", lambda: None)
    with pytest.raises(KitError) as error:
        write_paper_form(tmp_path / "form.pdf")
    assert error.value.code == "report.no-browser"
    assert not (tmp_path / "form.pdf").exists()
