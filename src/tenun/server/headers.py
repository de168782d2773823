"""What every answer tells the browser: run nothing but our own files, frame nothing, tell nobody."""

from __future__ import annotations

import secrets

NONCE_PLACE = "__CSP_NONCE__"
"""Stands in index.html where the nonce of the page's style elements goes: `<meta name="csp-nonce" content="...">`."""

ALWAYS: tuple[tuple[str, str], ...] = (
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("X-Frame-Options", "DENY"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
)
_APP = (
    "default-src 'none'; script-src 'self'; style-src 'self'{nonce}; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; media-src 'self'; frame-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'"
)
NOTHING = "default-src 'none'; frame-ancestors 'none'; sandbox"
REPORT = (
    "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; "
    "img-src data:; font-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
)
"""For a report inside the app's own frame: it brings its styles, fonts and figures with it and runs no script."""


def app_policy(nonce: str = "") -> str:
    """The content security policy of the app. CodeMirror makes style elements; only those with the page's nonce count.

    >>> "unsafe" in app_policy("abc") or "https:" in app_policy("abc")
    False
    """
    return _APP.format(nonce=f" 'nonce-{nonce}'" if nonce else "")


def new_nonce() -> str:
    """A nonce for one page."""
    return secrets.token_urlsafe(16)
