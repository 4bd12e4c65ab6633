"""The sheet on which an agency answers: its headings, and the words it may answer with.

Who writes the sheet and who reads it back must agree; both read this.
"""

from __future__ import annotations

from planning_kit.language import Words
from planning_kit.records.plan_choices import PledgeState

SHEET = Words("คำขอถึงหน่วยงาน", "Requests to the agency")
ANSWER = Words("คำตอบ (เลือก)", "Answer (choose)")
ANSWERED_ON = Words("วันที่ตอบ", "Answered on")
DETAIL = Words("รายละเอียดหรือเหตุผล", "Detail or reason")
TAMBON = Words("ตำบล", "Tambon")
PROJECT = Words("โครงการ", "Project")
WHAT = Words("ขออะไร", "What is asked")
REQUEST_ID = Words("รหัสคำขอ (ห้ามแก้)", "Request id (do not change)")
VERSION = Words("รุ่นของคำขอ (ห้ามแก้)", "Version of the request (do not change)")
AREA = Words("รหัสพื้นที่ (ห้ามแก้)", "Area id (do not change)")

READ = (ANSWER, ANSWERED_ON, DETAIL, TAMBON, PROJECT, WHAT, REQUEST_ID, VERSION, AREA)
"""The columns that are read back, by heading in either language."""

ANSWERS: dict[PledgeState, Words] = {
    PledgeState.PROMISED: Words("รับปาก", "promised"),
    PledgeState.GIVEN: Words("ให้แล้ว", "given"),
    PledgeState.REFUSED: Words("ปฏิเสธ", "refused"),
}
"""What an agency may answer, in its own words; a blank cell is no answer."""


def read_answer_word(said: str) -> PledgeState | None:
    """Return the answer that ``said`` names, by its code or any of its wordings."""
    plain = "".join(said.split()).casefold()
    for state, words in ANSWERS.items():
        known = (state.value, words.th, words.en, state.words.th, state.words.en)
        if plain in {"".join(one.split()).casefold() for one in known}:
            return state
    return None


def answer_words() -> Words:
    """Return all answers in a row, as a sentence lists them."""
    return Words(*(" · ".join(words.say(tongue) for words in ANSWERS.values())
                   for tongue in ("th", "en")))  # fmt: skip
