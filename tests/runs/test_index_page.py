import datetime as dt
from html.parser import HTMLParser

import pytest

from planning_kit.errors import KitError
from planning_kit.runs import Job, Outcome, Receipt, State
from planning_kit.runs.index_page import write_index
from planning_kit.runs.job import failed


class Page(HTMLParser):
    """Collects links, other addresses and text."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.fetched: list[str] = []
        self.texts: list[str] = []
        self.feed(markup)

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        if tag == "a":
            self.links.append(found["href"])
        self.fetched += [found[name] for name in ("src", "data") if name in found]
        if tag == "link":
            self.fetched.append(found["href"])

    def handle_data(self, data):
        self.texts.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.texts).split())


@pytest.fixture
def page(tmp_path):
    good = Outcome(
        Job("730502", 2571, 2570), State.DONE, title="ตำบลบางปลา", files=("730502 #1.html",)
    )
    error = KitError("runs.cell-failed", "<b>Area</b> & cell {cell}", cell=4)
    bad = failed(Job("730501", 2571, 2570), error, title="ตำบลบางเลน", log="730501.log")

    def read(language, **changes):
        moment = dt.datetime(2026, 11, 22, 3, 0, tzinfo=dt.UTC)
        receipt = Receipt(moment, 2, [good, bad], moment, **changes)
        return Page(write_index(receipt, tmp_path, language).read_text(encoding="utf-8"))

    return read


def test_it_links_each_report_and_shows_the_sentence_of_a_failure_as_text(page):
    found = page("en")
    assert found.links == ["730501.log", "730502%20%231.html"]
    assert "<b>Area</b> & cell 4" in found.text and "runs.cell-failed" in found.text
    assert "2 reports asked for: 1 done, 1 failed" in found.text


def test_it_is_thai_when_asked_and_names_the_buddhist_year(page):
    found = page("th")
    assert "สั่งทำรายงาน 2 เล่ม: 1 เสร็จแล้ว, 1 ไม่สำเร็จ" in found.text
    assert "2569" in found.text and "2026" not in found.text


def test_it_needs_no_network(page):
    assert page("th").fetched == []


def test_it_says_when_someone_stopped_the_work(page):
    assert "Someone stopped the work" in page("en", interrupted=True).text
    assert "Someone stopped the work" not in page("en").text
