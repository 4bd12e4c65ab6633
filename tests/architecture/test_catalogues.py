"""Every sentence a user may see is Thai as well as English, with the same places to fill."""

import argparse
import ast
import inspect
import re
from collections import defaultdict
from string import Formatter

import pytest
from babel.messages.pofile import read_po

CALLS = {"_": 1, "N_": 1, "translate": 1, "gettext": 1, "ngettext": 2}
ERRORS = {"KitError", "ReadingError"}
IN_TEMPLATE = re.compile(r"""\b(?:_|N_)\(\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)')""")
THAI = re.compile("[\u0e00-\u0e7f]")
# Wordings that are the same in Thai: names of things, patterns of figures.
SAME_IN_THAI = re.compile(
    r"[\W\d_]*(?:\{[^}]*\}|%\(\w+\)[sdr]|HTML|GAP|PGS|UTM|Gini|n|N|of|[\W\d_])*"
)


def spoken(path: str, text: str) -> list[tuple[str, str]]:
    """Return (msgid, place) of every literal that ``text`` marks for translation."""
    found = []
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Call):
            count = CALLS.get(_name(node.func), 0)
            found += [
                (argument.value, f"{path}:{argument.lineno}")
                for argument in node.args[:count]
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
            ]
    return found


def unmarked(path: str, text: str) -> list[str]:
    """Say every sentence that a catalogue cannot hold: built up, or raised without a mark."""
    said = []
    for node in ast.walk(ast.parse(text)):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        name = _name(node.func)
        if name in ("_", "N_") and isinstance(node.args[0], ast.JoinedStr | ast.BinOp):
            said.append(f"{path}:{node.lineno} translates a text that is put together")
        second = node.args[1] if len(node.args) > 1 else None
        if name in ERRORS and isinstance(second, ast.Constant | ast.JoinedStr):
            said.append(f"{path}:{node.lineno} raises a sentence without N_")
    return said


def _name(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def places(sentence: str) -> set[str]:
    """Return the names of the ``{places}`` and ``%(places)s`` in a sentence."""
    braced = {name for _text, name, _spec, _how in Formatter().parse(sentence) if name is not None}
    return braced | set(re.findall(r"%\((\w+)\)", sentence))


def holes(spoken_ids: dict[str, str], thai: dict[str, set[str]]) -> list[str]:
    """Say every sentence without Thai, with two, with other places, or said by nobody."""
    said = [
        f"{at}: no Thai for {msgid!r}"
        for msgid, at in spoken_ids.items()
        if at and not thai.get(msgid)
    ]
    for msgid, wordings in thai.items():
        # Sentences with %(places)s are argparse's own; each Python words some differently.
        if msgid not in spoken_ids and "%(" not in msgid:
            said.append(f"orphan entry {msgid!r}")
        if len(wordings) > 1:
            said.append(f"two Thai wordings of {msgid!r}")
        for wording in wordings:
            if places(wording) != places(msgid):
                said.append(f"other places in the Thai of {msgid!r}")
            if not THAI.search(wording) and not SAME_IN_THAI.fullmatch(wording):
                said.append(f"no Thai letter in the Thai of {msgid!r}")
    return said


@pytest.fixture(scope="module")
def spoken_ids(tracked, package):
    # The command line speaks Thai too: argparse asks for its own sentences by gettext.
    found = dict.fromkeys((msgid for msgid, _at in spoken("", inspect.getsource(argparse))), "")
    for path, text in package.items():
        if path != "planning_kit/language/catalogue.py":
            found.update(spoken(path, text))
    for name, path in tracked.items():
        if name.startswith("planning_kit/") and name.endswith((".j2", ".html", ".jinja")):
            for match in IN_TEMPLATE.finditer(path.read_text("utf-8")):
                found[match[1] or match[2]] = name
    return found


@pytest.fixture(scope="module")
def thai(tracked):
    found = defaultdict(set)
    for name, path in tracked.items():
        if name.startswith("planning_kit/language/catalogues/th/") and name.endswith(".po"):
            with path.open("rb") as file:
                for message in read_po(file, locale="th", charset="utf-8", abort_invalid=True):
                    if message.id:
                        found[message.id] |= {message.string} - {""}
    return found


def test_no_language_has_a_hole(spoken_ids, thai):
    assert sorted(holes(spoken_ids, thai)) == []


def test_every_sentence_can_be_found_in_a_catalogue(package):
    assert [line for path, text in package.items() for line in unmarked(path, text)] == []


def test_no_catalogue_defines_a_sentence_twice(tracked):
    twice = []
    for name, path in tracked.items():
        if name.endswith(".po"):
            text = re.sub(r'"\n"', "", path.read_text("utf-8"))
            ids = re.findall(r'^msgid (".+")$', text, re.MULTILINE)
            twice += [f"{name}: {msgid}" for msgid in set(ids) if ids.count(msgid) > 1]
    assert twice == []


def test_marked_texts_are_found():
    text = '_("a {x}", x=1)\nN_("b" "c")\nngettext("one", "many", 2)\nlanguage._("d")\n'
    assert [msgid for msgid, _at in spoken("a.py", text)] == ["a {x}", "bc", "one", "many", "d"]
    assert IN_TEMPLATE.search('{{ _("Contents") }}')[1] == "Contents"


@pytest.mark.parametrize(
    ("ids", "thai_entries"),
    [
        ({"a": "x"}, {}),
        ({"a": "x"}, {"a": set()}),
        ({"a": "x"}, {"a": {"ก"}, "b": {"ข"}}),
        ({"a": "x"}, {"a": {"ก", "ข"}}),
        ({"a {n}": "x"}, {"a {n}": {"ก"}}),
        ({"a": "x"}, {"a": {"ก {n}"}}),
        ({"a": "x"}, {"a": {"still English"}}),
    ],
)
def test_a_hole_is_caught(ids, thai_entries):
    assert holes(ids, thai_entries)


def test_a_whole_catalogue_passes():
    assert (
        holes({"a {n}": "x", "{n} of {N}": "y"}, {"a {n}": {"{n} ก"}, "{n} of {N}": {"{n}/{N}"}})
        == []
    )


@pytest.mark.parametrize(
    "line",
    ['_(f"a {x}")', '_("a" + b)', 'KitError("r.x", "Plain sentence")', 'KitError("r.x", f"a {b}")'],
)
def test_a_sentence_no_catalogue_can_hold_is_caught(line):
    assert unmarked("a.py", line)


def test_a_marked_error_passes():
    assert unmarked("a.py", 'KitError("r.x", N_("Sentence {a}"), a=1)') == []
