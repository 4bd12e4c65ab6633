"""A mapping drafted from a file: what is in it, what each column may be, what stays open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from planning_kit.collect.column_content import Column
from planning_kit.collect.draft_children import draft_children, name_by_key
from planning_kit.collect.draft_choice import Chosen, choose
from planning_kit.collect.draft_lines import draft_tables_of
from planning_kit.collect.draft_tables import LookedAt, look_at
from planning_kit.collect.draft_text import written
from planning_kit.collect.guessing_records import known_records
from planning_kit.collect.personal import MASK, masked
from planning_kit.collect.personal_columns import personal_columns
from planning_kit.collect.register_likeness import LikeRegister, registers_like
from planning_kit.collect.table_keys import root_of, ties_of
from planning_kit.collect.xlsform import read_xlsform
from planning_kit.errors import KitError
from planning_kit.language import N_, _
from planning_kit.records import LocalQuestion, record_type

_EXAMPLES = 3
_CLOSE = 0.6
_LONGEST_CODE = 20


@dataclass(frozen=True)
class Draft:
    """A drafted mapping. Advice: nobody but a person knows what a column holds.

    ``mapped`` gives the column of each field; ``not_guessed`` the columns that found no
    field; ``ambiguous`` the columns that may be several; ``personal`` why columns that tell
    who a person is were left out; ``lacking`` the required fields nothing fills;
    ``registers`` the shipped templates that the headings fit, the likeliest first.
    """

    text: str
    record: str
    mapped: dict[str, str]
    not_guessed: tuple[str, ...]
    ambiguous: dict[str, tuple[str, ...]]
    personal: dict[str, str]
    lacking: tuple[str, ...]
    registers: tuple[LikeRegister, ...] = ()


def draft_mapping(
    path: str | Path,
    record: str | None = None,
    *,
    form: str | Path | None = None,
    questions: Sequence[LocalQuestion] = (),
) -> Draft:
    """Return a draft of a mapping for a CSV, JSON or spreadsheet file.

    ``form`` is the XLSForm of the survey: its labels name the columns and its answers.
    ``questions`` are those the area asks of its own, guessed like other fields. Without ``record`` the likeliest record type is taken and the runners-up are named. The
    text is valid TOML that ``load_mapping`` reads; what only a person can say (publisher,
    method, date) is left blank in it, and an import refuses it until it is filled in.

    Raises ``KitError``: what reading the file raises, and ``collect.unknown-record``.
    """
    path = Path(path)
    if record is not None:
        _require_known(record)
    looked = look_at(path, None if form is None else read_xlsform(form))
    ties = ties_of(looked) if record is None else []
    root = root_of(looked, ties)
    has_children = any(tie.parent is root for tie in ties)
    chosen = choose(_first(root, looked), record, questions, has_children=has_children)
    name_by_key(chosen, ties)
    table, guess, personal = chosen.table, chosen.guess, chosen.personal
    tables = [
        drafted
        for one in (guess, *chosen.further)
        for drafted in draft_tables_of(one, chosen.columns)
    ]
    children, used = draft_children(chosen, ties, tables, questions)
    rest = _rest(chosen, tables[0].natural_id)
    registers = registers_like([one.heading for one in table.columns], (path.stem, table.name))
    head = [
        *_head(path, chosen, asked=record is not None),
        *_templates(registers),
        *_listed(_first(table, looked), personal, used),
    ]
    tail = _tail(rest, personal, table)
    text = written(head, _source(path), _methods(), table.where, [*tables, *children], tail)
    names = {column.at: column.heading for column in table.columns}
    return Draft(
        text=text,
        record=guess.name,
        mapped={name: found.column.shown for name, found in guess.fields.found.items()},
        not_guessed=tuple(column.shown for column in rest),
        ambiguous={names[at]: tuple(told) for at, told in guess.fields.rivals.items()},
        personal={names[at]: reason for at, reason in personal.items()},
        lacking=tuple(guess.lacking()),
        registers=tuple(registers),
    )


def _first(table: LookedAt, looked: Sequence[LookedAt]) -> list[LookedAt]:
    return [table, *(one for one in looked if one is not table)]


def _rest(chosen: Chosen, own_id: str | None) -> list[Column]:
    columns = (one for one in chosen.columns if one.at not in chosen.used)
    return [one for one in columns if one.heading != own_id]


def _require_known(record: str) -> None:
    known = known_records()
    if record not in known:
        raise KitError(
            "collect.unknown-record",
            N_("There is no record type “{record}”; use {known}"),
            record=record,
            known=", ".join(get_close_matches(record, known, n=3, cutoff=0.5) or known),
        )


def _source(path: Path) -> dict[str, str]:
    code = "".join(letter for letter in path.stem.upper() if letter.isascii() and letter.isalnum())
    return {"source_code": code[:_LONGEST_CODE] or "S1", "title": path.stem}


def _methods() -> str:
    choices = record_type("source").field("method").choices
    assert choices is not None
    return ", ".join(f"{answer.value} ({answer.words})" for answer in choices)


def _head(path: Path, chosen: Chosen, *, asked: bool) -> list[str]:
    guess, guesses = chosen.guess, chosen.guesses
    title = guess.kind.noun.title
    lines = [
        _("A draft of a mapping for “{file}”, made by “planning-kit mapping”.", file=path.name),
        _("Every line is a guess with its reason: check it, mend it, then try import --dry-run."),
        "",
    ]
    if asked:
        lines.append(
            _("Record type: {record} ({title}), as asked.", record=guess.name, title=title)
        )
    else:
        lines.append(_("Record type guessed: {record} ({title}).", record=guess.name, title=title))
        if guess.is_weak:
            names = ", ".join(known_records())
            lines.append(
                _(
                    "A weak guess: few headings are known. Choose with --record: {names}.",
                    names=names,
                )
            )
        drafted = {one.name for one in chosen.further}
        lines += [
            _(
                "Its rows are also: {record} ({title}); drafted below.",
                record=one.name,
                title=one.kind.noun.title,
            )
            for one in chosen.further
        ]
        close = [one for one in guesses[1:3] if one.score > _CLOSE * guess.score > 0]
        close = [one for one in close if one.name not in drafted]
        if close:
            names = ", ".join(f"{one.name} ({one.kind.noun.title})" for one in close)
            lines.append(_("It may also be {names}; choose with --record.", names=names))
    return [*lines, ""]


def _templates(registers: list[LikeRegister]) -> list[str]:
    lines = [
        _(
            "It looks like {title} ({headings}): there is a template for it, “planning-kit "
            "mapping {name} --out FILE.toml”; put your own headings into that.",
            title=one.template.title,
            headings=", ".join(f"“{heading}”" for heading in one.headings),
            name=one.template.name,
        )
        for one in registers
    ]
    return [*lines, ""] if lines else []


def _listed(
    looked: list[LookedAt], personal: dict[int, str], used: Sequence[LookedAt]
) -> list[str]:
    lines: list[str] = []
    for at, table in enumerate(looked):
        lines.append(
            _(
                "Table “{name}”: rows {rows}, columns {columns}",
                name=table.name,
                rows=table.n_rows,
                columns=table.n_columns,
            )
        )
        if table.n_columns > len(table.columns):
            told = N_("only the first {n} columns were looked at; name the others yourself")
            lines.append(_(told, n=len(table.columns)))
        if table in used:
            lines.append(_("read below by its key"))
        elif at > 0:
            where = ", ".join(f"{key} = “{one}”" for key, one in table.where.items())
            lines.append(_("not drafted; to read it, write under [file]: {where}", where=where))
        elsewhere = personal_columns(table.columns) if at > 0 else {}
        for column in table.columns:
            known = (personal if at == 0 else elsewhere).get(column.at)
            shown = [MASK] if known else [masked(cell) for cell in column.different[:_EXAMPLES]]
            label = f" [{masked(column.labels[0])}]" if column.labels else ""
            lines.append(f"  {column.at}. {column.heading}{label}: {' · '.join(shown) or '–'}")
    return lines


def _tail(rest: list[Column], personal: dict[int, str], table: LookedAt) -> list[str]:
    lines = [_("not guessed: “{column}”", column=column.shown) for column in rest]
    for column in table.columns:
        if column.at in personal:
            reason = _(personal[column.at])
            lines.append(
                _("left out: “{column}”, because {reason}", column=column.heading, reason=reason)
            )
    return lines
