"""Which questions an area asks of its own: kept as records, asked in template and import."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from planning_kit import areas
from planning_kit.errors import KitError, KitErrors
from planning_kit.language import N_
from planning_kit.records import LocalQuestion, PlanArea, local_answers
from planning_kit.store import Revision, Store, content_of, record_uuid
from planning_kit.workbook.plan_areas import codes_of, find_plan_area, id_of, plan_areas

_TYPE = LocalQuestion.noun.name


@dataclass
class Added:
    """What became of a file of questions: the codes of each, by what happened."""

    new: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)


def scopes_of(plan_area: PlanArea) -> tuple[str, ...]:
    """Return where questions for a plan area may be kept: itself, its amphoes, its provinces."""
    codes = codes_of(plan_area)
    wider = [code[:digits] for digits in (4, 2) for code in codes]
    return tuple(dict.fromkeys((id_of(plan_area), *wider)))


def questions_of(
    store: Store, plan_area: PlanArea, *, retired: bool = False
) -> list[LocalQuestion]:
    """Return the questions a plan area asks, its province's first, in their order.

    With ``retired`` also those no longer asked. Where laptops that worked apart gave one
    code to two questions, that of the narrower area stands.
    """
    scopes = scopes_of(plan_area)
    found: dict[tuple[str | None, str | None], LocalQuestion] = {}
    for question in sorted(
        _all(store), key=lambda q: scopes.index(q.scope_code) if q.scope_code in scopes else -1
    ):
        if question.scope_code in scopes and (retired or not question.is_retired):
            found.setdefault((question.about, question.code), question)
    return sorted(
        found.values(),
        key=lambda q: (-scopes.index(str(q.scope_code)), q.position or 0, str(q.code)),
    )


def questions_within(store: Store, code: str) -> list[LocalQuestion]:
    """Return the questions of provinces and amphoes that hold, or lie in, a wide area."""
    wide = [question for question in _all(store) if len(str(question.scope_code)) in (2, 4)]
    return [
        question
        for question in wide
        if code.startswith(str(question.scope_code)) or str(question.scope_code).startswith(code)
    ]


def known_in(store: Store, scope_code: str) -> list[LocalQuestion]:
    """Return every question that concerns a plan area, amphoe or province, old ones too."""
    for plan_area in plan_areas(store):
        if id_of(plan_area) == scope_code:
            return questions_of(store, plan_area, retired=True)
    wider = [
        question for question in _all(store) if scope_code.startswith(str(question.scope_code))
    ]
    return sorted(wider, key=lambda q: (str(q.scope_code), q.position or 0))


def find_scope(store: Store, area: str) -> str:
    """Return the plan area, amphoe or province that ``area`` names, as questions keep it.

    Raises ``KitError``: what ``areas.get`` and ``find_plan_area`` raise.
    """
    wanted = area.strip()
    if any(id_of(one) == wanted for one in plan_areas(store)):
        return wanted
    place = areas.get(wanted)
    if place.level in (areas.Level.PROVINCE, areas.Level.AMPHOE):
        return place.code
    return id_of(find_plan_area(store, wanted))


def add_questions(
    store: Store, questions: Sequence[LocalQuestion], *, who: str, why: str, dry_run: bool = False
) -> Added:
    """Keep the questions of a file, all of one area; those kept already get a new revision.

    Adding a file twice changes nothing. The questions of a file are asked one after another,
    after those of earlier files. Raises ``KitErrors`` where a question is asked by a
    wider or narrower area too (``workbook.question-elsewhere``), or where a change would
    give answers that are kept another meaning (``workbook.question-answered``).
    """
    added, problems, revisions = Added(), [], []
    kept = _all(store)
    places = _in_order(questions, kept)
    questions = [one.with_changes(position=places[_named(one)]) for one in questions]
    for question in questions:
        key = record_uuid(str(question.scope_code), _TYPE, question.natural_key())
        head = next(iter(store.heads(_TYPE, [key]).get(key, [])), None)
        old = head.record if head and isinstance(head.record, LocalQuestion) else None
        problems += _clashes(store, question, kept)
        if old is not None and content_of(old) == content_of(question):
            added.unchanged.append(str(question.code))
            continue
        if old is not None and _alters(old, question) and _is_answered(store, old):
            problems.append(KitError("workbook.question-answered", _ANSWERED, label=old.label))
        (added.changed if old else added.new).append(str(question.code))
        parent = head.revision_id if head else None
        revisions.append(_revision(question, who, why, parent))
    if problems:
        raise problems[0] if len(problems) == 1 else KitErrors(problems)
    if revisions and not dry_run:
        store.write(revisions)
    return added


def retire_question(store: Store, scope_code: str, code: str, *, who: str, why: str) -> None:
    """Ask a question no longer; its answers, and it with them, are kept.

    Raises ``KitError`` ``workbook.no-such-question``.
    """
    kept = [question for question in _all(store) if question.scope_code == scope_code]
    asked = [question for question in kept if not question.is_retired]
    found = [question for question in asked if question.code == code]
    if not found:
        raise KitError(
            "workbook.no-such-question",
            N_("{area} asks no question “{code}”; its questions are: {codes}"),
            area=scope_code,
            code=code,
            codes=", ".join(str(question.code) for question in asked) or "–",
        )
    revisions = []
    for question in found:
        key = record_uuid(scope_code, _TYPE, question.natural_key())
        head = store.heads(_TYPE, [key])[key][0]
        changed = question.with_changes(is_retired=True)
        revisions.append(_revision(changed, who, why, head.revision_id))
    store.write(revisions)


_ANSWERED = N_(
    "“{label}” has answers already, and a change of its kind, or an answer taken away, would give "
    "them another meaning; give the new question another code"
)
_ELSEWHERE = N_(
    "“{label}” has the code {code}, which {place} uses for a question of its own; give it another "
    "code"
)


def _named(question: LocalQuestion) -> tuple[str, str]:
    return str(question.about), str(question.code)


def _in_order(
    questions: Sequence[LocalQuestion], kept: Iterable[LocalQuestion]
) -> dict[tuple[str, str], int]:
    """Return the position of each question of a file among those its area asks already.

    They keep the places they have where they stand in the order of the file; else they stand
    together, at the first of their places or behind all others.
    """
    own = {str(question.scope_code) for question in questions}
    old = {_named(one): one.position or 0 for one in kept if one.scope_code in own}
    others = [place for name, place in old.items() if name not in set(map(_named, questions))]
    asked = [old.get(_named(one), 0) for one in questions]
    if asked != sorted(set(asked)) or 0 in asked or not set(asked).isdisjoint(others):
        first = min((place for place in asked if place), default=max(others, default=0) + 1)
        if not set(range(first, first + len(questions))).isdisjoint(others):
            first = max(others) + 1
        asked = list(range(first, first + len(questions)))
    return dict(zip(map(_named, questions), asked, strict=True))


def _revision(question: LocalQuestion, who: str, why: str, parent: object) -> Revision:
    scope = str(question.scope_code)
    key = record_uuid(scope, _TYPE, question.natural_key())
    return Revision(_TYPE, key, scope, question, who, why, parent_id=parent)  # type: ignore[arg-type]


def _all(store: Store) -> list[LocalQuestion]:
    found = (stored.record for stored in store.latest(_TYPE))
    return [record for record in found if isinstance(record, LocalQuestion)]


def _clashes(
    store: Store, question: LocalQuestion, kept: Iterable[LocalQuestion]
) -> list[KitError]:
    """Return an error per other area over the same ground that gave the code away already."""
    own = str(question.scope_code)
    together = {scope for one in plan_areas(store) if own in (s := scopes_of(one)) for scope in s}
    return [
        KitError(
            "workbook.question-elsewhere",
            _ELSEWHERE,
            label=question.label,
            code=question.code,
            place=other.scope_code,
        )
        for other in kept
        if (other.about, other.code) == (question.about, question.code)
        and other.scope_code != own
        and other.scope_code in together
    ]


def _alters(old: LocalQuestion, new: LocalQuestion) -> bool:
    """Tell whether answers to ``old`` could not be read as answers to ``new``."""
    return old.kind != new.kind or not set(old.answer_codes or ()) <= set(new.answer_codes or ())


def _is_answered(store: Store, question: LocalQuestion) -> bool:
    concerned = [id_of(one) for one in plan_areas(store) if question.scope_code in scopes_of(one)]
    return any(
        question.code in local_answers(stored.record)
        for own_id in concerned
        for stored in store.latest(str(question.about), own_id)
    )
