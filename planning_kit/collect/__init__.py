"""Files in, rows out: collecting reads and converts, and never judges.

Names are fetched when first asked for, so that who only names a row does not load what reads
spreadsheets.
"""

from typing import TYPE_CHECKING

from planning_kit.doors import door

if TYPE_CHECKING:
    from planning_kit.collect.collected import Collected, LeftOut, Place, RawRow, Remark
    from planning_kit.collect.mapping import Mapping
    from planning_kit.collect.mapping_apply import read_mapped
    from planning_kit.collect.mapping_file import load_mapping
    from planning_kit.collect.question_file import read_question_file
    from planning_kit.collect.spreadsheet import read_workbook
    from planning_kit.collect.template import write_template

__all__ = [
    "Collected",
    "LeftOut",
    "Mapping",
    "Place",
    "RawRow",
    "Remark",
    "load_mapping",
    "read_mapped",
    "read_question_file",
    "read_workbook",
    "write_template",
]

__getattr__ = door(
    __name__,
    {
        **dict.fromkeys(("Collected", "LeftOut", "Place", "RawRow", "Remark"), "collected"),
        "Mapping": "mapping",
        "read_mapped": "mapping_apply",
        "load_mapping": "mapping_file",
        "read_question_file": "question_file",
        "read_workbook": "spreadsheet",
        "write_template": "template",
    },
)
