"""How the sheets to touch look: months to paint and counters, wide enough for a thumb."""

from __future__ import annotations

from planning_kit import design as d

_TOUCH = 46
_COLOURS = {
    "crop": d.SERIES[0],
    "labour": d.SERIES[1],
    "water": d.SERIES[2],
    "debt": d.SERIES[3],
    "hazard": d.LOSS,
    "festival": d.WARNING,
    "other": d.HIDDEN,
}


def touch_style() -> str:
    """Return the style of the sheets; it fetches nothing."""
    kinds = "".join(f".pks-kind-{kind}{{--own:{colour}}}\n" for kind, colour in _COLOURS.items())
    return kinds + _RULES


_RULES = f"""
.pks{{font-family:{d.FONT_STACK};font-size:{d.SCREEN_TEXT}px;line-height:1.5;color:{d.INK};
 width:100%;box-sizing:border-box}}
.pks *{{box-sizing:border-box}} .pks p,.pks h4{{margin:0}}
.pks button,.pks input{{font:inherit;color:inherit}}
.pks-title{{font-size:1.05em;padding:{d.SPACE}px 0 {d.SPACE // 2}px;color:{d.ACCENT}}}
.pks-row{{display:grid;grid-template-columns:minmax(9rem,16rem) 1fr;gap:{d.SPACE // 2}px {d.SPACE}px;
 align-items:center;padding:{d.SPACE // 2}px 0;border-bottom:1px solid {d.RULE}}}
.pks-row-name{{min-height:{_TOUCH}px;text-align:left;border:0;background:none;cursor:pointer;
 padding:{d.SPACE // 2}px {d.SPACE}px;text-decoration:underline;text-decoration-color:{d.QUIET};
 text-underline-offset:.25em;overflow-wrap:anywhere}}
.pks-label{{overflow-wrap:anywhere}}
.pks-months{{display:grid;grid-template-columns:repeat(12,minmax(0,1fr));gap:3px;touch-action:pan-y}}
.pks-month{{min-height:{_TOUCH}px;padding:0;border:1px solid {d.RULE};border-radius:4px;background:{d.WASH};
 font-size:16px!important;cursor:pointer;user-select:none;-webkit-user-select:none;touch-action:pan-y;
 white-space:nowrap;overflow:hidden;line-height:1.3;position:relative}}
.pks-month[data-level="1"]{{background:color-mix(in srgb,var(--own) 38%,{d.PAPER});
 border-color:var(--own)}}
.pks-month[data-level="2"]{{background:color-mix(in srgb,var(--own) 62%,{d.PAPER});
 border:3px solid {d.INK};font-weight:700}}
.pks-month[data-level="2"]::before{{content:"●";position:absolute;bottom:0;left:0;right:0;
 font-size:12px;line-height:1}}
.pks-cells{{display:flex;flex-flow:row wrap;gap:{d.SPACE // 2}px {2 * d.SPACE}px}}
.pks-counter{{display:flex;flex-direction:column}}
.pks-what{{font-size:16px;color:{d.MUTED};line-height:1.5}}
.pks-line-of{{display:flex;gap:3px}}
.pks-step{{flex:0 0 auto;width:{_TOUCH + 4}px;height:{_TOUCH}px;border:1.5px solid {d.MUTED};border-radius:{d.RADIUS}px;
 background:{d.PAPER};font-size:1.4em!important;line-height:1!important;cursor:pointer;
 touch-action:manipulation}}
.pks-step:active{{background:{d.ACCENT_WASH}}}
.pks .pks-line-of input.pks-number{{width:3.6rem;flex:0 0 auto;height:{_TOUCH}px;text-align:center;border:1.5px solid {d.MUTED};
 border-radius:{d.RADIUS}px;background:{d.PAPER};font-variant-numeric:tabular-nums;margin:0;padding:0}}
.pks .pks-line-of input.pks-wrong{{border:3px solid {d.LOSS};color:{d.LOSS}}}
.pks-note{{color:{d.MUTED};padding:{d.SPACE // 2}px 0}}
.pks-line{{min-height:1.6em;color:{d.MUTED};font-size:16px}}
.pks-retrying{{color:{d.WARNING};background:{d.WARNING_WASH};font-weight:700;padding:0 {d.SPACE}px;
 border-radius:{d.RADIUS}px}}
.pks button:focus-visible,.pks input:focus-visible{{outline:3px solid {d.SERIES[1]};outline-offset:1px}}
@media (max-width:760px){{.pks-row{{grid-template-columns:minmax(0,1fr)}}
 .pks-months{{grid-template-columns:repeat(6,minmax(0,1fr))}} .pks-row-name{{font-weight:700}}
 .pks-label{{font-weight:700}}}}
"""
