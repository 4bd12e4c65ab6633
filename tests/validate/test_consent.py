from __future__ import annotations

from planning_kit.validate import Level


def homes(sample, *answers):
    return [
        ("household", {**sample.home, "household_id": f"h{n}", "consent_given": answer})
        for n, answer in enumerate(answers)
    ]


def test_an_answer_missing_among_others_is_flagged(judged, sample, codes_of) -> None:
    checked = judged(*homes(sample, True, None, True))
    assert codes_of(checked) == [set(), {"validate.consent-not-stated"}, set()]
    assert checked.remarks == []


def test_where_nobody_was_asked_one_remark_says_so(judged, sample, codes_of) -> None:
    for foreign, level in ((False, Level.FLAG), (True, Level.NOTE)):
        checked = judged(*homes(sample, None, None), foreign=foreign)
        assert codes_of(checked) == [set(), set()]
        (remark,) = checked.remarks
        assert (remark.code, remark.level) == ("validate.consent-never-asked", level)
        assert "2 ครัวเรือน" in remark.say("th")


def test_full_answers_are_worth_no_word(judged, sample) -> None:
    assert judged(*homes(sample, True, True)).findings == []
