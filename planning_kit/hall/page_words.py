"""What an app's frame says: gathered before the page is made, for its template to show."""

from __future__ import annotations

from planning_kit.language import N_, _, current_language

_WORDS = {
    "back": N_("← First page"),
    "contents": N_("Contents"),
    "waiting": N_(
        "This page is being worked out from the tambon’s own data. It appears part by part; "
        "nothing needs to be pressed."
    ),
    "starting": N_("Starting…"),
    "trouble": N_("This part cannot be shown"),
    "trouble_said": N_(
        "Saved answers are safe, and the other parts can be used. Show the reference to whoever "
        "helps you."
    ),
    "reference": N_("Reference:"),
    "tools_here": N_("To write on this page"),
    "open_tool": N_("Open the tool:"),
    "quiz_here": N_("Course: answer the questions of this part, in pairs"),
    "coming": N_("Opening the tool…"),
    "read_only": N_("Close the tools and only read"),
    "server_gone": N_(
        "The hall’s computer does not answer. Saved answers are safe. This page comes back by itself."
    ),
    "kernel_gone": N_(
        "This page lost its connection. Saved answers are safe. It opens again by itself in a moment."
    ),
}
_LETTERS = {"th": "กขคงจฉชซญดตถ", "en": "ABCDEFGHIJKL"}
_OTHER_LANGUAGE = {"th": "English", "en": "ภาษาไทย"}


def page_words() -> dict[str, str]:
    """Return every wording of the frame, in the language in use."""
    language = current_language()
    return {
        **{name: _(sentence) for name, sentence in _WORDS.items()},
        # Filled in by the page itself, which alone knows how far it has come.
        "part": _("Part {n} of {total}", n="{n}", total="{total}"),
        "appendix": _("Appendix {letter}:", letter="{letter}"),
        "letters": _LETTERS[language],
        "other_language": _OTHER_LANGUAGE[language],
    }
