"""The pages of the hall show Sections of the report: neither may style what the other names.

A list of the hall and a table of the report were both ``.codes`` once: every table of codes
stood in a grid, its sentences pressed into columns of a word.
"""

import re

import pytest

from tests.architecture.conftest import ROOT

REPORT = ROOT / "planning_kit" / "report" / "template" / "style.css.j2"
HALL = ROOT / "planning_kit" / "hall" / "template"
SHARED = {"bar", "bar-title"}
"""The line at the top is one and the same on both."""


def classes(sheet, *, at_start_only=False):
    text = re.sub(r"\{[{%#].*?[}%#]\}", "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL)
    selectors = [one.strip() for rule in re.findall(r"([^{}]+)\{", text) for one in rule.split(",")]
    found = re.compile(r"^\.([a-z][\w-]*)" if at_start_only else r"\.([a-z][\w-]*)")
    return {name for one in selectors for name in found.findall(one)}


@pytest.mark.parametrize("name", ["hall.css.j2", "quiz.css.j2"])
def test_the_hall_styles_no_class_of_the_report(name):
    both = classes(HALL / name, at_start_only=True) & classes(REPORT)
    assert both <= SHARED
