"""Every tool of the front door has a heading before it is opened."""

import planning_kit
from planning_kit.tool_titles import TITLES, title_of

OF_RECORDS = {"form", "table", "record_book"}


def test_every_tool_has_a_title_and_none_has_two():
    assert set(planning_kit.TOOLS) == set(TITLES) | OF_RECORDS
    assert len(set(TITLES.values())) == len(TITLES)


def test_what_is_of_records_is_called_after_them():
    assert title_of("record_book", ("strategy", "project")) == "ประเด็นการพัฒนา · โครงการ"
