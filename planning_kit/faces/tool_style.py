"""How the tools of the steps look: cards a thumb can hit, a foot that stays in view."""

from __future__ import annotations

from planning_kit import design as d

_RULES = f"""
.pk-form.pk-tool{{max-width:none;padding-left:0;padding-right:0}}
/* A box that scrolls by itself would take the foot out of view with it. */
.pk-whole,:has(>.pk-whole){{overflow:visible!important}}
.pk-tool button,.pk-tool input,.pk-tool textarea,.pk-tool select{{scroll-margin-bottom:6rem}}
.pk-tool .pk-group{{padding:{d.SPACE}px 0 {2 * d.SPACE}px}}
.pk-tool .pk-cards{{display:flex;flex-flow:row wrap;gap:{d.SPACE}px;align-items:stretch}}
.pk-form .jupyter-button.pk-card{{flex:1 1 17rem;max-width:100%;white-space:pre-line;
 font-weight:400;border-left:6px solid {d.ACCENT};overflow-wrap:anywhere;display:block}}
.pk-form .jupyter-button.pk-card.pk-open{{flex-basis:100%;background:{d.ACCENT_WASH};font-weight:700}}
.pk-form .jupyter-button.pk-card.pk-aside{{border-left-color:{d.QUIET};color:{d.MUTED}}}
.pk-form .jupyter-button.pk-card.pk-effect{{border-left-color:{d.WARNING}}}
.pk-form .jupyter-button.pk-card.pk-trunk{{background:{d.ACCENT};color:{d.PAPER};font-weight:700}}
.pk-form .jupyter-button.pk-card.pk-root{{border-left-width:14px;font-weight:700}}
.pk-outline .pk-cards{{flex-flow:column nowrap}}
.pk-outline .jupyter-button.pk-card{{flex:0 0 auto}}
.pk-form .jupyter-button.pk-card.pk-deep-1{{margin-left:1.2rem}}
.pk-form .jupyter-button.pk-card.pk-deep-2{{margin-left:2.4rem}}
.pk-form .jupyter-button.pk-card.pk-deep-3{{margin-left:3.6rem}}
.pk-tool .pk-editor{{flex:1 0 100%;border:2px solid {d.ACCENT};border-radius:{d.RADIUS}px;
 padding:{2 * d.SPACE}px;max-width:44rem;box-sizing:border-box}}
.pk-tool .pk-narrow{{max-width:44rem}}
.pk-quarters{{display:grid!important;grid-template-columns:repeat(auto-fit,minmax(min(100%,21rem),1fr));
 gap:{d.SPACE}px {3 * d.SPACE}px;width:100%}}
.pk-tool .pk-one-line{{display:flex;flex-flow:row wrap;gap:{d.SPACE}px;align-items:flex-end;width:100%}}
.pk-tool .pk-one-line>.widget-text{{flex:1 1 14rem;width:auto}}
.pk-tool .pk-pair{{border-left:6px solid {d.WARNING};padding:{d.SPACE // 2}px 0 {d.SPACE}px {1.5 * d.SPACE}px;
 margin-bottom:{2 * d.SPACE}px;max-width:44rem}}
.pk-tool .pk-foot{{position:sticky;bottom:0;z-index:5;display:flex;flex-flow:row wrap;
 gap:{d.SPACE}px;align-items:center;justify-content:space-between;background:{d.PAPER};
 border-top:1.5px solid {d.RULE};padding:{d.SPACE // 2}px 0;width:100%}}
.pk-form .pk-foot .jupyter-button:disabled{{display:none}}
.pk-tool .pk-foot>.widget-html{{flex:1 1 12rem;width:auto}}
.pk-section.widget-html,.pk-section .widget-html-content{{font-size:{d.SCREEN_TEXT}px;height:auto;
 line-height:{d.LINE_HEIGHT};overflow:visible;white-space:normal;margin:0;min-width:0;width:100%;
 color:{d.INK};font-family:{d.FONT_STACK};max-width:100%;display:block}}
@media (max-width:640px){{.pk-tool .pk-editor{{padding:{d.SPACE}px}}
 .pk-form .jupyter-button.pk-card{{flex-basis:100%}}
 .pk-outline .jupyter-button.pk-card.pk-deep-1{{margin-left:.6rem}}
 .pk-outline .jupyter-button.pk-card.pk-deep-2{{margin-left:1.2rem}}
 .pk-outline .jupyter-button.pk-card.pk-deep-3{{margin-left:1.8rem}}}}
"""


def tool_style() -> str:
    """Return the style element that a tool brings along beside that of the forms."""
    return f"<style>{_RULES}</style>"
