"""How the paper form is laid out: A4 portrait, large type, boxes big enough for a pen."""

from __future__ import annotations

from planning_kit import design as d

_RULES = f"""
@page{{margin:1.9cm 1.5cm 1.6cm 2cm}}
.paper{{font-size:1.08rem;line-height:1.6}}
.paper h2{{margin-bottom:{d.SPACE}px}}
.paper h3{{margin:.5cm 0 .1cm;background:{d.ACCENT_WASH};padding:.1cm .25cm;font-size:1.15rem}}
.paper p{{max-width:none;text-wrap:wrap}}
.paper .how{{border:1px solid {d.INK};padding:.2cm .35cm;font-size:1rem}}
.paper .how p{{margin:0;padding:0}}
.question{{break-inside:avoid;padding:.16cm 0 .2cm;border-bottom:1px solid {d.RULE};
 display:grid;grid-template-columns:1.15cm 1fr}}
.question .no{{font-weight:700}}
.question .asked{{font-weight:700}}
.question .told{{color:{d.MUTED};font-size:.86rem;font-weight:400;display:block;line-height:1.5}}
.question .skip,.many .skip{{font-weight:700;color:{d.INK};font-size:.92rem;display:block;
 margin-top:.08cm;line-height:1.5}}
.question .skip::before{{content:"→ "}}
.question .only{{font-style:normal;color:{d.INK};font-size:.9rem;font-weight:400;display:block}}
.beside{{display:grid;grid-template-columns:1fr 8.9cm;gap:.3cm;align-items:start}}
.beside .blank{{margin:0;gap:.16cm .3cm}}
.blank{{display:flex;flex-flow:row wrap;gap:.16cm .55cm;align-items:flex-end;margin-top:.1cm}}
.tick{{display:inline-flex;gap:.17cm;align-items:flex-start}}
.box{{display:inline-block;flex:none;width:.48cm;height:.48cm;border:1.3px solid {d.INK};
 margin-top:.13cm;background:{d.PAPER}}}
.comb{{display:inline-flex;border:1.3px solid {d.INK};height:.74cm;background:{d.PAPER}}}
.comb i{{display:block;width:.62cm;border-left:1px solid {d.MUTED}}}
.comb i:first-child{{border-left:0}}
.line{{display:inline-block;border-bottom:1.3px solid {d.INK};height:.72cm;min-width:4.2cm}}
.line.long{{display:block;flex:1 1 100%}}
.many{{width:100%;border-collapse:collapse;font-size:.92rem;line-height:1.5;min-width:0;
 table-layout:fixed}}
.many th,.many td{{border:1px solid {d.INK};padding:.1cm .15cm;vertical-align:top;
 text-align:left;min-width:0;font-size:.92rem}}
.many thead th{{background:{d.WASH};font-weight:700;text-align:center;font-size:.92rem}}
.many th:first-child,.many td:first-child{{padding-left:.15cm;width:46%}}
.many tbody th{{font-weight:700}}
.many .told,.many .codes{{display:block;font-weight:400;font-size:.84rem;line-height:1.45}}
.many .told{{color:{d.MUTED}}}
.many td{{height:.8cm;vertical-align:bottom;color:{d.MUTED};font-size:.78rem;text-align:right}}
.many .heading th{{background:{d.ACCENT_WASH};width:auto}}
.many tr{{break-inside:avoid}}
@media print{{.paper .question{{padding-top:.22cm;padding-bottom:.13cm}} .paper .table-box{{margin:.2cm 0}}
 .many thead{{display:table-header-group}}}}
"""


def style_sheet() -> str:
    """Return the style element of the paper form; it fetches nothing."""
    return f"<style>{_RULES}</style>"
