"""Results written beside the formulas of a spreadsheet, so that a viewer without arithmetic shows them."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

_CELL = re.compile(
    r'<c r="(?P<at>[A-Z]+[0-9]+)"(?P<rest>[^>]*)><f>(?P<formula>.*?)</f><v\s*(?:/>|></v>)</c>',
    re.DOTALL,
)
_TYPE = re.compile(r'\s+t="[^"]*"')


def write_results(path: Path, sheets: list[str], values: Mapping[tuple[str, str], Any]) -> None:
    """Write the results into the .xlsx at ``path``, whose sheets are ``sheets`` in order.

    ``values`` (sheet, cell) -> number or text. The file is replaced as a whole.
    """
    made = path.with_name(path.name + ".part")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            content = old.read(entry.filename)
            number = re.fullmatch(r"xl/worksheets/sheet([0-9]+)\.xml", entry.filename)
            if number:
                title = sheets[int(number[1]) - 1]
                content = _filled(content.decode("utf-8"), title, values).encode("utf-8")
            new.writestr(entry, content)
    made.replace(path)


def _filled(xml: str, title: str, values: Mapping[tuple[str, str], Any]) -> str:
    def cell(found: re.Match[str]) -> str:
        value = values.get((title, found["at"]))
        if value is None:
            return found[0]
        rest = _TYPE.sub("", found["rest"])
        kind = ' t="str"' if isinstance(value, str) else ""
        said = escape(value) if isinstance(value, str) else repr(_number(value))
        return f'<c r="{found["at"]}"{rest}{kind}><f>{found["formula"]}</f><v>{said}</v></c>'

    return _CELL.sub(cell, xml)


def _number(value: Any) -> int | float:
    number = float(value)
    return int(number) if number == int(number) else number
