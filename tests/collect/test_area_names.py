from __future__ import annotations

import pytest

from planning_kit.collect.area_names import area_code_of
from planning_kit.errors import KitError


@pytest.mark.parametrize(
    ("names", "code"),
    [
        ({"province": "จ.เพชรบูรณ์"}, "67"),
        ({"province": "ประเทศไทย"}, "00"),
        ({"amphoe": "เมือง", "province": "เพชรบูรณ์"}, "6701"),
        ({"amphoe": "บางเลน"}, "7305"),
        ({"tambon": "บางปลา", "amphoe": "บางเลน", "province": "นครปฐม"}, "730502"),
        ({"province": "67"}, "67"),
    ],
)
def test_the_narrowest_area_named_gives_the_code(names, code) -> None:
    assert area_code_of(**names) == code


@pytest.mark.parametrize(
    ("names", "code"),
    [
        ({"amphoe": "เฉลิมพระเกียรติ"}, "collect.ambiguous-area"),
        ({"amphoe": "บางเลน", "province": "เพชรบูรณ์"}, "collect.unknown-area"),
        ({"province": "เพชบูรณ์"}, "collect.unknown-area"),
        ({"tambon": "ในเมือง"}, "areas.ambiguous-name"),
        ({}, "collect.no-area-name"),
    ],
)
def test_a_name_that_leads_nowhere_or_to_many_is_asked(names, code) -> None:
    with pytest.raises(KitError) as caught:
        area_code_of(**names)
    assert caught.value.code == code
    assert caught.value.say("th") and caught.value.say("en")
