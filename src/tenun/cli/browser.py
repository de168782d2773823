"""The user's browser, where there is a screen to show it on."""

from __future__ import annotations

import os
import sys


def open_in_browser(address: str) -> None:
    """Open an address in the browser; nothing on a machine without a screen, where a text browser would take over."""
    if sys.platform in ("win32", "darwin") or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        import webbrowser

        webbrowser.open(address)
