"""Indicators taken from the default set speak the language of the page; the people's own stay theirs."""

from __future__ import annotations

import pandas as pd

from planning_kit.language import speaking
from planning_kit.report.chapters.indicator_words import indicator_frame


def test_only_what_came_from_the_default_set_is_said_in_the_other_language():
    frame = pd.DataFrame(
        {
            "name": ["พื้นที่เกษตรผสมผสาน", "จำนวนบ่อน้ำตื้นของเรา"],
            "unit": ["ไร่", None],
            "owner": ["สภา", "สภา"],
        }
    )
    with speaking("en"):
        said = indicator_frame(frame)
    assert list(said["name"]) == ["Area under integrated farming", "จำนวนบ่อน้ำตื้นของเรา"]
    assert (
        said["unit"][0] == "rai" and pd.isna(said["unit"][1]) and list(said["owner"]) == ["สภา"] * 2
    )
    with speaking("th"):
        assert indicator_frame(said)["name"][0] == "พื้นที่เกษตรผสมผสาน"
