"""How the tools of the steps look: large answers, counters a thumb can hit, nothing cut."""

from __future__ import annotations

from planning_kit import design as d

_TEXT = d.SCREEN_TEXT
_TOUCH = 48
_CELL = 44


def step_style() -> str:
    """Return the style of a tool; it fetches nothing."""
    return _frame_style() + _answer_style() + _counted_style() + _placed_style()


def _frame_style() -> str:
    return f"""
.pks{{font-family:{d.FONT_STACK};font-size:{_TEXT}px;line-height:1.6;color:{d.INK};width:100%;
 min-width:0;box-sizing:border-box;border:1.5px solid {d.ACCENT};border-radius:{d.RADIUS}px;
 padding:{d.SPACE}px {1.5 * d.SPACE}px}}
.pks *{{box-sizing:border-box}} .pks p,.pks h3,.pks h4,.pks ol,.pks ul{{margin:0;padding:0}}
.pks [hidden]{{display:none!important}}
.pks-head{{color:{d.ACCENT};font-size:1.2rem;line-height:1.5;font-weight:700}}
.pks-title{{font-size:{_TEXT}px;line-height:1.5;font-weight:700}}
.pks-tool,.pks-parts{{display:flex;flex-direction:column;gap:{1.5 * d.SPACE}px;min-width:0}}
.pks-group{{margin:0;min-width:0}} .pks-group>.pks-title{{padding-bottom:{d.SPACE // 2}px}}
.pks-tool>.pks-button,.pks-parts>.pks-button{{align-self:flex-start}}
.pks-row>.pks-parts{{flex-flow:row wrap;align-items:flex-start}}
.pks-pair>.pks-parts{{display:grid;grid-template-columns:repeat(auto-fit,minmax(17rem,1fr))}}
.pks-card{{border:1px solid {d.RULE};border-radius:{d.RADIUS}px;background:{d.WASH};
 padding:{d.SPACE}px {1.5 * d.SPACE}px}}
.pks-help,.pks-note,.pks small{{color:{d.MUTED};font-size:16px;line-height:1.55}}
.pks small{{display:block;font-weight:400}}
.pks-error{{color:{d.LOSS};font-weight:700}}
.pks .pks-flag{{color:{d.WARNING};background:{d.WARNING_WASH};border-radius:{d.RADIUS}px;
 padding:{d.SPACE // 2}px {d.SPACE}px}}
.pks-total{{font-weight:700}}
.pks-standing{{position:sticky;bottom:0;z-index:3;margin-top:{d.SPACE}px;min-height:36px;
 padding:{d.SPACE // 2}px {1.5 * d.SPACE}px;border-radius:{d.RADIUS}px;background:{d.PAPER}}}
.pks-standing:empty{{display:none}}
.pks-standing.pks-saved{{color:{d.ACCENT};background:{d.ACCENT_WASH};font-weight:700}}
.pks-standing.pks-late{{color:{d.WARNING};background:{d.WARNING_WASH};font-weight:700}}
.pks-standing.pks-busy,.pks-standing.pks-ready{{color:{d.MUTED}}}
.pk-form.pk-step{{max-width:none;padding:0}}
.pks-fresh{{animation:pks-fresh 3s}} @keyframes pks-fresh{{from{{background:{d.ACCENT_WASH}}}}}
@media (prefers-reduced-motion:reduce){{.pks-fresh{{animation:none}}}}
"""


def _answer_style() -> str:
    return f"""
.pks-field{{min-width:0}} .pks-label{{font-weight:700;padding-bottom:{d.SPACE // 2}px;
 overflow-wrap:anywhere}}
.pks-answers{{display:flex;flex-flow:row wrap;gap:{d.SPACE}px}}
.pks button{{font-family:inherit;font-size:{_TEXT}px;line-height:1.5;color:{d.INK};cursor:pointer;
 background:{d.PAPER};border:1.5px solid {d.MUTED};border-radius:{d.RADIUS}px;margin:0}}
.pks .pks-button{{min-height:{_TOUCH}px;min-width:{_TOUCH}px;padding:{d.SPACE // 2}px {1.5 * d.SPACE}px;text-align:left;
 max-width:100%;overflow-wrap:anywhere}}
.pks button[aria-pressed=true],.pks .pks-main{{background:{d.ACCENT};color:{d.PAPER};
 border-color:{d.ACCENT};font-weight:700}}
.pks button[aria-pressed=true] small{{color:{d.PAPER}}}
.pks .pks-button[aria-pressed=true]::before{{content:"✓ "}}
.pks button:disabled{{opacity:.5;cursor:default}}
.pks button:focus-visible,.pks input:focus-visible,.pks textarea:focus-visible,
.pks select:focus-visible,.pks-sheet:focus-visible{{outline:3px solid {d.SERIES[1]};outline-offset:2px}}
.pks .pks-steps>.pks-parts .pks-answers .pks-button{{flex:1 1 11rem}}
.pks.pks input[type=text]{{line-height:2!important;padding:0 {1.5 * d.SPACE}px}}
.pks.pks textarea,.pks.pks select{{line-height:1.7!important}}
.pks input[type=text],.pks textarea,.pks select{{font-family:inherit;font-size:{_TEXT}px!important;
 min-height:{_TOUCH}px;color:{d.INK};background-color:{d.PAPER};
 border:1.5px solid {d.MUTED};border-radius:{d.RADIUS}px;padding:0 {1.5 * d.SPACE}px;
 max-width:100%;margin:0;width:100%}}
.pks.pks textarea{{resize:vertical;height:auto;field-sizing:content;max-height:16em;padding-top:{d.SPACE}px}} .pks ::placeholder{{color:{d.MUTED};opacity:1}}
"""


def _counted_style() -> str:
    return f"""
.pks-counted>.pks-body{{display:flex;flex-flow:row wrap;gap:{d.SPACE // 2}px;align-items:center}}
.pks .pks-counted input[type=text]{{width:5.5rem;text-align:center;font-weight:700;
 font-variant-numeric:tabular-nums}}
.pks .pks-step{{min-width:{_TOUCH}px;min-height:{_TOUCH}px;font-size:22px;font-weight:700;padding:0;
 touch-action:manipulation}}
.pks-counted .pks-note{{padding-left:{d.SPACE}px}}
.pks-sheet{{overflow-x:auto;max-width:100%}}
.pks-sheet table{{border-collapse:collapse;width:100%;font-size:{_TEXT}px;margin:0}}
.pks-sheet th,.pks-sheet td{{border-bottom:1px solid {d.RULE};padding:{d.SPACE // 2}px;
 text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap;
 vertical-align:middle;background:{d.PAPER}}}
.pks-sheet tbody th,.pks-sheet thead th:first-child{{text-align:left;font-weight:400;
 white-space:normal;min-width:8rem;max-width:16rem;overflow-wrap:anywhere}}
.pks-sheet tbody th{{position:sticky;left:0;z-index:1}}
.pks-sheet .pks-strong>*{{font-weight:700;background:{d.WASH}}}
.pks .pks-sheet input[type=text]{{width:6rem;min-height:{_CELL}px;text-align:right;
 padding:0 {d.SPACE // 2}px}}
.pks-sheet .pks-wrong input[type=text]{{border:2.5px solid {d.LOSS}}}
"""


def _placed_style() -> str:
    return f"""
.pks-order ol,.pks-order ul{{list-style:none;display:flex;flex-direction:column;
 gap:{d.SPACE // 2}px}} .pks-order ul{{margin-top:{d.SPACE}px}}
.pks-order li{{display:flex;gap:{d.SPACE // 2}px;align-items:center;border:1px solid {d.RULE};
 border-radius:{d.RADIUS}px;padding:{d.SPACE // 2}px;background:{d.PAPER};margin:0}}
.pks-order li.pks-moved{{border-left:6px solid {d.SERIES[1]}}}
.pks-place{{flex:0 0 2rem;text-align:center}} .pks-order .pks-said{{flex:1 1 auto;min-width:0;
 overflow-wrap:anywhere}}
@media (max-width:520px){{.pks-order li{{flex-wrap:wrap}}
 .pks-order .pks-said{{flex:1 1 calc(100% - 3rem)}}}}
.pks-strip>.pks-body{{display:flex;flex-flow:row wrap;gap:{d.SPACE}px {1.5 * d.SPACE}px}}
.pks-span>b{{display:block;color:{d.MUTED}}} .pks-cells{{display:flex}}
.pks .pks-cell{{width:{_CELL}px;height:{_CELL}px;border-radius:0;border-left-width:0;padding:0;
 text-align:center;touch-action:manipulation}}
.pks .pks-cell:first-child{{border-left-width:1.5px}}
.pks .pks-busy{{box-shadow:inset 0 -6px 0 {d.SERIES[1]}}}
.pks .pks-cell.pks-part{{background:repeating-linear-gradient(135deg,{d.ACCENT} 0 7px,{d.SERIES[0]} 7px 14px)}}
"""
