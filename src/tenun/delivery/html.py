"""A report as one HTML file: no script, no network, quotes opened in place."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from typing import TYPE_CHECKING, Any

from tenun.delivery.charts import svg
from tenun.delivery.files import font_faces, text
from tenun.delivery.numbering import numbers, titles

if TYPE_CHECKING:
    from jinja2 import Template

    from tenun.report.tree import Document


def write_html(document: Document) -> bytes:
    """The report as UTF-8. Whatever a document carries is escaped; the page may load nothing and run nothing."""
    style = stylesheet()
    page = _template().render(
        document=document,
        labels=document.labels,
        numbers=numbers(document),
        titles=titles(document),
        style=style,
        policy=policy(style),
        svg=svg,
        kind=lambda block: type(block).__name__,
    )
    return page.encode("utf-8")


@cache
def stylesheet() -> str:
    """The look of the page, its fonts within."""
    return f"\n{font_faces()}\n{text('templates/report.css')}"


def policy(style: str) -> str:
    """The content security policy: this one style sheet and the fonts inside it, nothing else."""
    digest = base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
    return f"default-src 'none'; style-src 'sha256-{digest}'; font-src data:; base-uri 'none'; form-action 'none'"


@cache
def _template() -> Template:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("tenun.delivery", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["safe_address"] = safe_address
    return environment.get_template("report.html")


def safe_address(url: Any) -> str:
    """An address that is safe to follow; empty for any scheme but http and https.

    >>> safe_address("https://example.org/a"), safe_address("javascript:alert(1)")
    ('https://example.org/a', '')
    """
    address = str(url)
    return address if address.startswith(("https://", "http://")) else ""
