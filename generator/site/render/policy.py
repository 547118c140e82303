"""What a browser may run and load on every page of the site, so that whatever slips into one stays without effect."""

from __future__ import annotations

# No script stands in a page itself, so none needs a digest; the theme's icons are `data:`.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'"
)
META = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'  # before all that it governs
