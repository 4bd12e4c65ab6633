import pytest

from planning_kit.errors import ReadingError
from planning_kit.thai import read_moo


@pytest.mark.parametrize(
    "typed", ["หมู่ที่ 3", "หมู่ที่3", "ม.3", "ม. ๓", "หมู่ 3 บ้านดอน", "3", "03", "๓", 3, 3.0, "Moo 3"]
)
def test_every_shape_of_one_village(typed):
    assert read_moo(typed) == 3


@pytest.mark.parametrize("typed", ["", "-", None, float("nan")])
def test_not_stated(typed):
    assert read_moo(typed) is None


@pytest.mark.parametrize(
    "typed", ["0", 0, 100, -3, 3.5, "บ้านดอน", "3 บ้านดอน", "หมู่ที่ 3-4", "หมู่ที่", True]
)
def test_refuses(typed):
    with pytest.raises(ReadingError) as caught:
        read_moo(typed)
    assert caught.value.code == "thai.moo-unreadable"
