"""How forms look: large text, targets a thumb can hit, nothing cut at the width of a phone."""

from __future__ import annotations

from planning_kit import design as d

TOUCH_PX = 48
"""Height of whatever is touched; 44 is the least that a thumb hits (WCAG 2.2, 2.5.5)."""

_RULES = f"""
.pk-form{{--jp-widgets-font-size:{d.SCREEN_TEXT}px;--jp-widgets-inline-height:{TOUCH_PX}px;
 --jp-widgets-inline-label-width:auto;font-family:{d.FONT_STACK};font-size:{d.SCREEN_TEXT}px;
 line-height:{d.LINE_HEIGHT};color:{d.INK};width:100%;max-width:44rem;box-sizing:border-box;
 padding:{d.SPACE}px;overflow:visible}}
.pk-form .widget-html-content,.pk-form .jupyter-widgets{{font-size:{d.SCREEN_TEXT}px}}
.pk-form .widget-box,.pk-form .widget-vbox,.pk-form .widget-html,.pk-form .widget-html-content{{
 overflow:visible;height:auto;margin:0;min-width:0;line-height:{d.LINE_HEIGHT};max-width:100%;
 white-space:normal;overflow-wrap:break-word}}
.pk-form h2,.pk-form h3{{margin:0;color:{d.ACCENT};line-height:1.5;font-weight:700}}
.pk-form h2{{font-size:1.35rem;padding-top:.3em}} .pk-form h3{{font-size:1.15rem;padding:{d.SPACE}px 0}}
.pk-form p{{margin:0}}
.pk-field{{padding:0 0 {3 * d.SPACE}px;width:100%}}
.pk-form .widget-text,.pk-form .widget-textarea,.pk-form .widget-dropdown{{display:flex;
 flex-direction:column;align-items:stretch;width:100%;height:auto;margin:0;max-width:100%}}
.pk-form .widget-label,.pk-form .pk-label{{font-size:{d.SCREEN_TEXT}px;font-weight:700;
 width:auto;height:auto;max-width:100%;min-width:0;text-align:left;white-space:normal;
 overflow:visible;line-height:1.55;color:{d.INK};padding:0 0 {d.SPACE // 2}px;margin:0}}
.pk-form .pk-part .widget-label{{font-weight:400}}
.pk-form input[type=text],.pk-form textarea,.pk-form select{{font-family:inherit;
 font-size:{d.SCREEN_TEXT}px!important;min-height:{TOUCH_PX}px;line-height:1.5!important;
 border:1.5px solid {d.MUTED};
 border-radius:{d.RADIUS}px;padding:{d.SPACE}px {1.5 * d.SPACE}px;color:{d.INK};
 background-color:{d.PAPER};width:100%;max-width:100%;box-sizing:border-box;margin:0}}
.pk-form textarea{{height:6em;resize:vertical}}
.pk-form select{{flex:0 0 auto;height:{TOUCH_PX}px;padding-right:2rem}}
.pk-form input[type=text]{{flex:0 0 auto;height:{TOUCH_PX}px}}
.pk-form ::placeholder{{color:{d.MUTED};opacity:1}}
.pk-short .widget-text input[type=text]{{max-width:18rem}}
.pk-wrong input[type=text],.pk-wrong textarea,.pk-wrong select{{border:2.5px solid {d.LOSS}}}
.pk-parts{{display:flex;flex-flow:row wrap;gap:{d.SPACE}px;align-items:flex-end}}
.pk-parts>.pk-part{{flex:1 1 4.5rem;max-width:9rem;width:auto}}
.pk-parts>.pk-part.pk-broad{{flex-basis:8.5rem;max-width:12rem}}
.pk-answers{{display:flex;flex-flow:row wrap;gap:{d.SPACE}px}}
.pk-form .jupyter-button{{font-family:inherit;font-size:{d.SCREEN_TEXT}px;
 min-height:{TOUCH_PX}px;height:auto;width:auto;margin:0;white-space:normal;line-height:1.5;
 padding:{d.SPACE // 2}px {2 * d.SPACE}px;border:1.5px solid {d.MUTED};overflow:visible;
 border-radius:{d.RADIUS}px;background:{d.PAPER};color:{d.INK};text-align:left;box-shadow:none}}
.pk-answers .jupyter-button{{min-width:5rem}}
.pk-months .jupyter-button{{min-width:4.2rem;text-align:center;padding:{d.SPACE // 2}px}}
.pk-form .jupyter-button.mod-active{{background:{d.ACCENT};color:{d.PAPER};
 border-color:{d.ACCENT};font-weight:700}}
.pk-form .jupyter-button.pk-main{{background:{d.ACCENT};color:{d.PAPER};border-color:{d.ACCENT};
 font-weight:700}}
.pk-form .jupyter-button:disabled{{opacity:.45}}
.pk-form .jupyter-button:focus-visible,.pk-form input:focus-visible,
.pk-form select:focus-visible,.pk-form textarea:focus-visible{{
 outline:3px solid {d.SERIES[1]};outline-offset:2px}}
.pk-help,.pk-echo,.pk-steps{{color:{d.MUTED};font-size:16px;line-height:1.6}}
.pk-help,.pk-echo{{padding-top:{d.SPACE // 2}px}}
.pk-error{{color:{d.LOSS};font-weight:700;line-height:1.6;padding:{d.SPACE // 2}px 0 0}}
.pk-flag{{color:{d.WARNING};background:{d.WARNING_WASH};line-height:1.6;
 padding:{d.SPACE // 2}px {d.SPACE}px;border-radius:{d.RADIUS}px}}
.pk-step .pk-form .pk-practice{{display:none}}
.pk-saved{{color:{d.ACCENT};background:{d.ACCENT_WASH};font-weight:700;
 padding:{d.SPACE}px {1.5 * d.SPACE}px;border-radius:{d.RADIUS}px}}
.pk-refused{{color:{d.LOSS};border-left:4px solid {d.LOSS};padding:{d.SPACE}px {1.5 * d.SPACE}px}}
.pk-kept{{color:{d.ACCENT};line-height:1.6;padding:{d.SPACE // 2}px 0}}
.pk-keeping{{color:{d.MUTED};line-height:1.6;padding:{d.SPACE // 2}px 0}}
/* Leaving a box for “Save” changes this line: the button must not move from under the hand. */
.pk-standing{{min-height:calc(1.6em + {d.SPACE}px)}}
@media (max-width:599px){{.pk-standing{{min-height:calc(3.2em + {d.SPACE}px)}}}}
.pk-late{{color:{d.WARNING};background:{d.WARNING_WASH};font-weight:700;line-height:1.6;
 padding:{d.SPACE}px {1.5 * d.SPACE}px;border-radius:{d.RADIUS}px}}
.pk-form .pk-waiting{{border:1.5px solid {d.RULE};border-radius:{d.RADIUS}px;
 padding:{d.SPACE}px {1.5 * d.SPACE}px 0;margin:{d.SPACE}px 0}}
.pk-both{{border-collapse:collapse;width:100%;line-height:1.6;table-layout:fixed}}
.pk-both th,.pk-both td{{text-align:left;vertical-align:top;padding:{d.SPACE // 2}px;
 border-bottom:1px solid {d.RULE};overflow-wrap:anywhere}}
.pk-both th{{font-weight:700}}
/* Two versions side by side need the whole width of a phone; what they answer stands above. */
@media (max-width:599px){{.pk-both,.pk-both tbody{{display:block}}
 .pk-both tr{{display:grid;grid-template-columns:1fr 1fr}}
 .pk-both td:first-child{{grid-column:1/-1;border-bottom:0;font-weight:700}}
 .pk-both th:first-child{{display:none}}}}
.pk-bar{{display:flex;flex-flow:row wrap;gap:{d.SPACE}px;padding:{d.SPACE}px 0;width:100%}}
"""


def style_sheet() -> str:
    """Return the style element that a form brings along; it fetches nothing."""
    return f"<style>{_RULES}</style>"
