"""Cards and signs of an episode, to print, cut out and hand round."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planning_kit import design as d
from planning_kit.course.cards import CardSet
from planning_kit.course.lesson import Lesson
from planning_kit.language import _
from planning_kit.pack.page import kept_whole, sheets
from planning_kit.report.markup import element, text

_SMALL, _LONG = 8, 2
"""Cards on a sheet: short ones in two columns, long ones one below the other."""
_SHORT_LETTERS, _SIGN_LETTERS = 80, 16
_STYLE = f"""
@page{{size:A4;margin:0}} @page sign{{size:A4 landscape;margin:0}}
.cards{{width:21cm;height:29.69cm;padding:.8cm}}
.cards .grid{{display:grid;flex:1}}
.cards .two-columns{{grid-template:repeat(4,1fr)/1fr 1fr}} .cards .one-column{{grid-template:repeat(2,1fr)/1fr}}
.card{{border:1px dashed {d.MUTED};margin:0 -1px -1px 0;padding:.7cm;display:flex;flex-direction:column;
 justify-content:center;text-align:center;font-size:24pt;font-weight:700;line-height:1.45;text-wrap:balance;position:relative}}
.one-column .card{{text-align:left;font-size:19pt;font-weight:400;line-height:1.6;text-wrap:wrap}}
.card .at{{position:absolute;left:.4cm;top:.2cm;font-size:13pt;color:{d.MUTED}}}
.cards .told{{margin:0 0 .2cm;color:{d.MUTED};font-size:12pt}}
.sign{{page:sign;width:29.69cm;height:20.99cm;padding:1.5cm;justify-content:center;text-align:center;
 font-weight:700;font-size:72pt;line-height:1.4;text-wrap:balance}}
.sign.short{{font-size:112pt}}
.sign .told{{position:absolute;left:1cm;bottom:.5cm;margin:0;font-size:12pt;font-weight:400;color:{d.MUTED}}}
@media screen and (max-width:40rem){{.cards,.sign{{width:auto;height:auto;padding:1rem}} .cards .grid{{display:block}}
 .card,.one-column .card{{font-size:1.1rem;padding:1.6rem .6rem .8rem}} .sign,.sign.short{{font-size:1.8rem;padding:2rem 1rem 3rem}}}}
"""


def cards_page(lesson: Lesson) -> str:
    """Return every set of the episode's cards, short texts eight on a sheet, signs one."""
    inner = "".join("".join(_sheets(one, lesson)) for one in lesson.cards)
    return sheets(inner, f"{lesson.called} · {_('Cards and signs')}", _STYLE)


def sheets_of(cards: CardSet) -> int:
    """Return how many sheets a set is printed on."""
    return -(-len(cards.texts) // _on_a_sheet(cards))


def _on_a_sheet(cards: CardSet) -> int:
    if cards.is_large:
        return 1
    return _SMALL if max(map(len, cards.texts)) <= _SHORT_LETTERS else _LONG


def _sheets(cards: CardSet, lesson: Lesson) -> Iterator[str]:
    each = _("one set for each group") if cards.each == "group" else _("one set for the room")
    told = element("p", text(f"{lesson.called} · {cards.title} · {each}"), class_="told")
    together = _on_a_sheet(cards)
    for first in range(0, len(cards.texts), together):
        texts = cards.texts[first : first + together]
        if cards.is_large:
            css = "sheet sign short" if len(texts[0]) <= _SIGN_LETTERS else "sheet sign"
            yield element("section", element("div", kept_whole(texts[0])) + told, class_=css)
        else:
            grid = "two-columns" if together == _SMALL else "one-column"
            inner = element("div", _cards(cards, texts, first), class_=f"grid {grid}")
            yield element("section", told + inner, class_="sheet cards")


def _cards(cards: CardSet, texts: Sequence[str], first: int) -> str:
    def card(at: int, said: str) -> str:
        # A number would tell in which order mixed cards belong, or count a single one.
        numbered = not cards.is_mixed and len(cards.texts) > 1
        number = element("span", str(at), class_="at") if numbered else ""
        shown = "<br>".join(kept_whole(line) for line in said.splitlines())
        return element("div", number + element("div", shown), class_="card")

    return "".join(card(at, said) for at, said in enumerate(texts, first + 1))
