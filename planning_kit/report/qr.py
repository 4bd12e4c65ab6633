"""A picture that a phone's camera reads as an address."""

from __future__ import annotations

from functools import lru_cache

import segno


@lru_cache(maxsize=32)
def qr_svg(address: str, label: str, *, any_size: bool = False) -> str:
    """Return the picture as SVG with ``label`` for those who cannot see it.

    With ``any_size`` it is as large as the page's style makes it.
    """
    # Error level M reads well from a projector's grey; a name makes it more than decoration.
    code = segno.make(address, error="m", micro=False)
    return str(
        code.svg_inline(
            scale=8, border=3, title=label, svgclass="qr", lineclass=None, omitsize=any_size
        )
    )


def qr_lines(address: str) -> str:
    """Return the picture as text for a terminal."""
    import io

    out = io.StringIO()
    segno.make(address, error="l", micro=False).terminal(out=out, compact=True)
    return out.getvalue()
