"""README.txt of a bundle: what it is, for whoever finds it, Thai first, without any software."""

from __future__ import annotations

import datetime as dt
import textwrap
from collections.abc import Iterable, Iterator

from planning_kit.language import N_, _, ngettext, speaking
from planning_kit.thai import format_date
from planning_kit.workbook.bundle_manifest import BundleKind, Manifest, plan_words

NAME = "README.txt"
_WIDTH = 90
_WHAT = {
    BundleKind.FULL: N_(
        "It holds the whole workbook of the tambon, with every earlier version of every record: a "
        "back-up, and for the other laptop of the same team. It holds DATA OF HOUSEHOLDS. Keep it "
        "as carefully as the questionnaires, and pass it to nobody else."
    ),
    BundleKind.HANDOVER: N_(
        "It holds the plan as it is handed to the province: figures of the tambon with how many "
        "households stand behind them, problems, decisions, projects, budget, indicators, "
        "requests to agencies and proposals. It holds no row of any household."
    ),
    BundleKind.COMMENTS: N_(
        "It holds what the province says of the plan that was handed over: received, returned "
        "with comments, or accepted, and what agencies answered to its requests."
    ),
}
_LOCKED = N_(
    "The bundle is locked with a passphrase. Without it nobody can read locked.bin, not even those "
    "who made planning-kit; ask whoever made this file. Open it with: planning-kit bundle import"
)
_OPEN = N_("Import it with: planning-kit bundle import FILE.zip")
_FILES = (
    ("report.html", N_("the plan as a book; opens in any browser, without internet")),
    ("tables.xlsx", N_("all tables, for Excel or LibreOffice")),
    ("tables/", N_("the same tables, one file each: .csv for Excel, .json for programs")),
    ("data_dictionary.csv", N_("what each column means: words, unit, how far it may travel")),
    ("schema/", N_("the same for programs (JSON Schema)")),
    ("figures.json", N_("the figures that province, region and nation add up")),
    ("handover.json", N_("all that is handed over, in one file, for planning-kit")),
    ("comments.json", N_("the comments, for planning-kit")),
    ("comments.txt", N_("the comments, to be read")),
    ("answers.json", N_("answers of agencies to requests of this plan, for planning-kit")),
    ("revisions/", N_("every version of every record, for planning-kit")),
    ("papers/", N_("what was imported, refused and endorsed, for planning-kit")),
    ("files/", N_("photos, maps and papers, named by their fingerprint")),
    ("locked.bin", N_("everything, locked")),
    ("bundle.json", N_("the fingerprint (SHA-256) of each file here and of the whole")),
)
_UNITS = N_(
    "Money is in baht and land in square wah (400 = 1 rai). Years are B.E. A blank cell means “not "
    "stated”, never zero."
)
_HIDDEN = N_("Figures with fewer than five households behind them are not shown.")
_BOOK = N_("report.html was made on the day of this bundle.")
_ENDORSED = N_(
    "The council endorsed version {version}; the fingerprint printed in the plan is {fingerprint}"
)
_CHANGED = N_(
    "The plan has changed since it was endorsed; the tables hold the endorsed version, with requests, "
    "proposals and progress as they stand today."
)
_NOT_ENDORSED = N_("No version of this plan is endorsed yet: what is here is a draft.")
_PRACTICE = N_("Practice data: invented, not of a real place")


def readme(manifest: Manifest, names: list[str]) -> bytes:
    """Return the text, in Thai and then in English, with the lines that Windows expects."""
    parts = []
    for language in ("th", "en"):
        with speaking(language):
            parts.append("\n".join(_wrapped(_paragraphs(manifest, names))))
    text = f"\n\n{'-' * 60}\n\n".join(parts) + "\n"
    return b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode("utf-8")


def _wrapped(paragraphs: Iterable[str]) -> Iterator[str]:
    """Break long paragraphs at spaces, which Thai has between phrases: Notepad breaks none."""
    for one in paragraphs:
        is_entry = one.startswith(" ")
        yield one if is_entry else textwrap.fill(one, _WIDTH, break_long_words=False)


def _paragraphs(manifest: Manifest, names: list[str]) -> Iterator[str]:
    yield _("Bundle of planning-kit: {kind}", kind=manifest.kind.words)
    yield ""
    for plan in manifest.plans:
        yield "  " + plan_words(plan)
    made = dt.datetime.fromisoformat(manifest.made_at).astimezone()
    yield _(
        "Made on {date} at {time} with planning-kit {version}",
        date=format_date(made.date()),
        time=made.strftime("%H:%M"),
        version=manifest.kit,
    )
    if manifest.about.get("is_practice"):
        yield _(_PRACTICE)
    yield ""
    yield _(_WHAT[manifest.kind])
    yield _(_LOCKED if manifest.locked is not None else _OPEN)
    if manifest.kind is BundleKind.HANDOVER:
        yield ""
        yield from handed_words(manifest)
    if "report.html" in names:
        yield _(_BOOK)
    yield ""
    yield _("What is in it:")
    for name, said in _FILES:
        if any(one == name or (name.endswith("/") and one.startswith(name)) for one in names):
            yield f"  {name:<22}{_(said)}"
    if manifest.locked is None and manifest.kind is not BundleKind.COMMENTS:
        yield ""
        yield _(_UNITS)
        if manifest.kind is BundleKind.HANDOVER:
            yield _(_HIDDEN)


def unsettled_words(number: int) -> str:
    """Say how many records have two versions of which only the last saved goes along."""
    return ngettext(
        "{n} record has two versions and is not settled yet; the one saved last is handed over.",
        "{n} records have two versions and are not settled yet; those saved last are handed over.",
        number,
    )


def handed_words(manifest: Manifest) -> Iterator[str]:
    """Yield how the plan of a handover stands: unsettled records, endorsed or not, changed since."""
    if unsettled := manifest.about.get("unsettled"):
        yield unsettled_words(int(unsettled))
    version = manifest.about.get("version")
    if not version:
        yield _(_NOT_ENDORSED)
        return
    printed = manifest.about.get("endorsed_fingerprint", "–")
    yield _(_ENDORSED, version=version, fingerprint=printed)
    if manifest.about.get("is_changed_since"):
        yield _(_CHANGED)
