"""How the editable table looks: cells a thumb can hit, text to read, heads that stay in view."""

from __future__ import annotations

from planning_kit import design as d

_TEXT = 16
_TOUCH = 44


def table_style() -> str:
    """Return the style of the table; it fetches nothing."""
    return _bar_style() + _grid_style()


def _bar_style() -> str:
    return f"""
.pkt{{font-family:{d.FONT_STACK};font-size:{_TEXT}px;line-height:1.5;color:{d.INK};width:100%;
 min-width:0;box-sizing:border-box}}
.pkt *{{box-sizing:border-box}} .pkt p{{margin:0}} .pkt [hidden]{{display:none!important}}
.pkt-bar,.pkt-several,.pkt-removal{{display:flex;flex-flow:row wrap;gap:{d.SPACE}px;
 padding:{d.SPACE // 2}px 0}}
.pkt-button{{font:inherit;min-height:{_TOUCH}px;padding:{d.SPACE // 2}px {1.5 * d.SPACE}px;
 border:1.5px solid {d.MUTED};border-radius:{d.RADIUS}px;background:{d.PAPER};color:{d.INK};
 cursor:pointer}}
.pkt-button[aria-pressed=true],.pkt-main{{background:{d.ACCENT};color:{d.PAPER};
 border-color:{d.ACCENT};font-weight:700}}
.pkt-button[aria-pressed=true]::before{{content:"✓ "}}
.pkt-standing{{padding:{d.SPACE // 2}px {1.5 * d.SPACE}px;border-radius:{d.RADIUS}px;min-height:34px}}
.pkt-saved{{color:{d.ACCENT};background:{d.ACCENT_WASH};font-weight:700}}
.pkt-late{{color:{d.WARNING};background:{d.WARNING_WASH};font-weight:700}}
.pkt-busy,.pkt-ready{{color:{d.MUTED}}}
.pkt-note{{display:flex;gap:{d.SPACE}px;align-items:flex-start;padding:{d.SPACE // 2}px 0;
 min-height:5.2em}}
.pkt-side{{flex:1 1 auto;min-width:0;overflow-wrap:anywhere;max-height:9em;overflow:auto}}
.pkt-text{{white-space:pre-line}} .pkt-help{{color:{d.MUTED}}}
.pkt-sentences{{color:{d.LOSS};font-weight:700}}
.pkt-keys{{color:{d.MUTED};padding-top:{d.SPACE // 2}px}}
@media (pointer:coarse){{.pkt-keys{{display:none}}}}
@media (max-width:640px){{.pkt-bar{{flex-wrap:nowrap;overflow-x:auto}} .pkt-bar>*{{flex:0 0 auto}}
 .pkt-side{{max-height:6.2em}} .pkt-note{{min-height:0}}}}
.pkt-removal{{align-items:flex-end;border-left:4px solid {d.LOSS};padding-left:{d.SPACE}px}}
.pkt-removal>p{{flex:1 0 100%}} .pkt-removal label{{flex:1 1 16rem;font-weight:700}}
.pkt-removal input[type=text]{{display:block;width:100%;min-height:{_TOUCH}px;font:inherit}}
"""


def _grid_style() -> str:
    return f"""
.pkt-view{{position:relative;overflow:auto;height:min(62vh,640px);border:1.5px solid {d.MUTED};
 border-radius:{d.RADIUS}px;background:{d.PAPER};overscroll-behavior:contain;outline-offset:2px}}
.pkt-view:focus-visible,.pkt-button:focus-visible{{outline:3px solid {d.SERIES[1]}}}
.pkt-body{{position:relative;min-width:100%}}
.pkt-row{{display:flex;min-width:100%}}
.pkt-body>.pkt-row,.pkt-frozen>.pkt-row{{position:absolute;left:0;height:{_TOUCH}px;
 min-width:0;contain:strict}}
.pkt-body .pkt-row>.pkt-cell{{position:absolute;top:0;height:100%}}
.pkt-frozen{{position:sticky;left:0;height:100%;z-index:2}}
.pkt-head,.pkt-foot{{position:sticky;z-index:4;background:{d.WASH}}}
.pkt-head{{top:0;border-bottom:1.5px solid {d.MUTED};font-weight:700}}
.pkt-foot{{bottom:0;border-top:1.5px solid {d.MUTED};min-height:{_TOUCH}px}}
.pkt-cell{{flex:0 0 auto;padding:{d.SPACE}px;border-right:1px solid {d.RULE};
 border-bottom:1px solid {d.RULE};background:{d.PAPER};overflow:hidden;white-space:nowrap;
 text-overflow:ellipsis;cursor:cell;user-select:none}}
.pkt-head>.pkt-cell,.pkt-foot>.pkt-cell{{background:{d.WASH};white-space:normal;cursor:default;
 overflow-wrap:anywhere;line-height:1.45}}
.pkt-foot b{{display:block}}
.pkt-unit,.pkt-n{{font-weight:400;color:{d.MUTED}}}
.pkt-figure{{text-align:right;font-variant-numeric:tabular-nums}}
.pkt-body .pkt-rowhead{{left:0}}
.pkt-head>.pkt-rowhead,.pkt-foot>.pkt-rowhead{{position:sticky;left:0;z-index:2}}
.pkt-rowhead{{width:56px;background:{d.WASH};color:{d.MUTED};
 display:flex;gap:2px;justify-content:space-between;padding:{d.SPACE}px 4px;text-overflow:clip}}
.pkt-head>.pkt-first,.pkt-foot>.pkt-first{{position:sticky;left:56px;z-index:2}}
.pkt-sign{{color:{d.LOSS};font-weight:700}} .pkt-is-waiting .pkt-sign,
.pkt-is-empty .pkt-sign{{color:{d.WARNING}}}
.pkt-cell[aria-readonly]{{color:{d.MUTED}}}
.pkt-odd{{background:{d.WARNING_WASH};box-shadow:inset 0 -3px 0 {d.WARNING}}}
.pkt-wrong{{box-shadow:inset 0 0 0 2.5px {d.LOSS};color:{d.LOSS}}}
.pkt-chosen{{background:{d.ACCENT_WASH}}}
.pkt-active{{outline:3px solid {d.ACCENT};outline-offset:-3px}}
.pkt .pkt-editor.pkt-editor.pkt-editor{{position:absolute;z-index:3;font:inherit;font-size:{_TEXT}px!important;
 min-height:{_TOUCH}px;max-width:none;margin:0;padding:0 {d.SPACE}px;border:3px solid {d.ACCENT};
 border-radius:0;background:{d.PAPER};color:{d.INK};line-height:1.5!important}}
.pk-form.pk-table{{max-width:none}}
"""
