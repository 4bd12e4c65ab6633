"""The reports of the practice tambon as a phone and a projector show them.

Before the reports are made, a word that stands nowhere else is planted in every personal
field of every household row, so that any leak is found by searching for it.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from planning_kit.cli import main
from planning_kit.collect import write_template
from planning_kit.practice import practice_rows
from planning_kit.records import Privacy, record_type

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PLANTED = "นายทดสอบรั่วไหล"
PHONE = "081-234-5678"
SIZES = [(360, 740), (1280, 800)]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Import the practice survey with planted names, and report it in both languages."""
    folder = tmp_path_factory.mktemp("pages")
    store = f"sqlite:///{(folder / 'kit.db').as_posix()}"
    rows = practice_rows()
    for name, part in rows.items():
        personal = [f.name for f in record_type(name).fields() if f.privacy is Privacy.PERSONAL]
        for row in part:
            row |= dict.fromkeys(personal, f"{PLANTED} {PHONE}")
    write_template(folder / "survey.xlsx", filled=rows)
    common = ["--store", store]
    where = ["--area", "990101", "--start", "2571"]
    assert main([*common, "new", *where]) == 0
    assert main([*common, "import", str(folder / "survey.xlsx"), "--area", "990101"]) == 0
    made = {}
    for language in ("th", "en"):
        out = folder / language
        assert main([*common, "--language", language, "report", *where, "--out", str(out)]) == 0
        made[language] = next(out.glob("*.html"))
    return made


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_the_page_fits_and_asks_nobody(browser, pages, language, width, height):
    page = pages[language]
    browser.open(page, width=width, height=height)
    assert browser.asked_for() == [page.as_uri()]
    assert browser.complaints() == []
    assert browser.ask("return document.documentElement.scrollWidth") <= width
    assert browser.ask("return document.documentElement.lang") == language
    assert browser.ask("return document.fonts.check('17px Sarabun', 'ก')")


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_no_text_is_cut_by_its_box(browser, pages, width, height):
    browser.open(pages["th"], width=width, height=height)
    cut = browser.ask(
        """
        const cut = [];
        for (const e of document.querySelectorAll('main p, main h1, main h2, main h3, main h4,'
             + 'main td, main th, main dt, main dd, figcaption, caption')) {
          if (e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).display !== 'inline'
              && getComputedStyle(e).overflow !== 'visible') cut.push(e.textContent.slice(0, 60));
        }
        return cut;
        """
    )
    assert cut == []


def test_text_of_pictures_keeps_inside_them_and_apart(browser, pages):
    browser.open(pages["th"], width=1280, height=800)
    outside = browser.ask(
        """
        const wrong = [];
        for (const svg of document.querySelectorAll('figure svg')) {
          const frame = svg.getBoundingClientRect();
          const boxes = [...svg.querySelectorAll('text')].filter(t => t.textContent.trim())
            .map(t => [t.textContent.trim(), t.getBoundingClientRect()]);
          for (const [said, b] of boxes)
            if (b.left < frame.left - 3 || b.right > frame.right + 3) wrong.push(['out', said]);
        }
        return wrong;
        """
    )
    assert outside == []


def test_every_picture_has_a_text_alternative_and_every_chapter_its_evidence(browser, pages):
    browser.open(pages["th"], width=1280, height=800)
    assert browser.ask("return document.querySelectorAll('figure svg').length") >= 20
    assert browser.ask(
        "return [...document.querySelectorAll('figure svg')].every(s => s.getAttribute('role') "
        "=== 'img' && s.textContent.trim().length > 20)"
    )
    assert browser.ask("return document.querySelectorAll('.evidence').length") >= 20


def test_contents_lead_to_every_chapter(browser, pages):
    browser.open(pages["th"], width=1280, height=800)
    dead = browser.ask(
        "return [...document.querySelectorAll('nav a')].map(a => a.getAttribute('href'))"
        ".filter(h => !document.getElementById(decodeURIComponent(h.slice(1))))"
    )
    assert dead == []
    assert browser.ask("return document.querySelectorAll('nav a').length") >= 20


def test_every_page_says_that_the_tambon_is_invented(browser, pages):
    for language, word in (("th", "สมมติ"), ("en", "invented")):
        browser.open(pages[language], width=360, height=740)
        shown = browser.ask("return document.body.innerText")
        assert word in shown


def test_one_small_file_without_anybodys_name_or_code(pages):
    for page in pages.values():
        text = page.read_text(encoding="utf-8")
        assert page.stat().st_size <= 1_500_000
        assert PLANTED not in text and PHONE not in text
        codes = {str(row["household_id"]) for row in practice_rows()["household"]}
        told = set(re.findall(r">\s*([^<>\s]+)\s*<", text))
        assert codes & told == set()
        assert str(page.parent) not in text


def test_no_english_sentence_on_the_thai_page_and_no_thai_one_on_the_english(browser, pages):
    browser.open(pages["th"], width=1280, height=800)
    shown = browser.ask("return document.body.innerText")
    allowed = (
        r"Statistical Disclosure Control|Farm Management Research for Small Farmer Development"
    )
    shown = re.sub(allowed + r"|Sampling Techniques|Measuring Inequality", "", shown)
    assert re.findall(r"\b[a-z]+ [a-z]+ [a-z]+\b", shown) == []
    browser.open(pages["en"], width=1280, height=800)
    heads = browser.ask(
        "return [...document.querySelectorAll('h1,h2,h3,h4,figcaption,caption,thead th')]"
        ".map(e => e.textContent)"
    )
    assert [head for head in heads if re.search("[ก-๛]", head) and "สมมติ" not in head] == []
