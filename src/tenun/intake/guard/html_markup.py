"""HTML that strangers wrote: no scripts, frames, styles, forms or handlers, and a tree of bounded depth."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tenun.errors import InputRefused

if TYPE_CHECKING:
    from lxml.etree import _Element

DEEPEST = 1_500
MOST_ELEMENTS = 1_000_000
MOST_OPEN = 5_000
MOST_ATTRIBUTES = 2_000
_TAG = re.compile(r"<[A-Za-z]")
_WHOLE_TAG = re.compile(r"<[A-Za-z][^<>]*")
_CLOSED_BY_NAME = re.compile(
    r"<(/?)(?:a|abbr|article|aside|b|big|blockquote|button|center|cite|code|details|div|dl|em|fieldset|font|footer|form"
    r"|header|i|ins|del|main|nav|ol|pre|q|s|section|small|span|strike|strong|sub|sup|table|tt|u|ul)\b",
    re.I,
)
_DROPPED = frozenset(
    {"script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "math", "head", "title"}
)
_KEPT = frozenset({
    "a", "abbr", "article", "aside", "b", "bdi", "bdo", "blockquote", "br", "caption", "center", "cite", "code", "dd",
    "del", "details", "dfn", "div", "dl", "dt", "em", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5",
    "h6", "header", "hgroup", "hr", "i", "img", "ins", "kbd", "li", "main", "mark", "nav", "ol", "p", "pre", "q", "rp",
    "rt", "ruby", "s", "samp", "section", "small", "span", "strike", "strong", "sub", "summary", "sup", "table",
    "tbody", "td", "tfoot", "th", "thead", "time", "tr", "tt", "u", "ul", "var", "wbr", "address",
})  # fmt: skip
_ATTRIBUTES = {"a": {"href"}, "img": {"src", "alt"}, "del": {"datetime"}, "ins": {"datetime"}}


def clean_tree(markup: str, where: str = "") -> _Element:
    """The body of a page by nh3, as a tree. Links keep http, https and mailto.

    Raises InputRefused for more elements or deeper nesting than any page has.

    >>> "".join(clean_tree("<p onclick=x>Kota<script>alert(1)</script> besar").itertext())
    'Kota besar'
    """
    import nh3
    from lxml import html

    if sum(1 for _ in _TAG.finditer(markup)) > MOST_ELEMENTS or _costly(markup):
        raise InputRefused("intake.html-too-deep", where=where)
    clean = nh3.clean(
        markup,
        tags=set(_KEPT),
        clean_content_tags=set(_DROPPED),
        attributes={tag: set(names) for tag, names in _ATTRIBUTES.items()},
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
        strip_comments=True,
    )
    if _depth(clean) > DEEPEST:
        raise InputRefused("intake.html-too-deep", where=where)
    # nh3 wrote it: well formed, and no deeper than this parser goes.
    root: _Element = html.fromstring(f"<div>{clean}</div>", parser=html.HTMLParser(huge_tree=True, encoding="utf-8"))
    return root


def _costly(markup: str) -> bool:
    """Whether cleaning would take time by the square: far too many open elements, or attributes of one."""
    balance = deepest = 0
    for tag in _CLOSED_BY_NAME.finditer(markup):
        balance = max(0, balance - 1) if tag[1] else balance + 1
        deepest = max(deepest, balance)
    return deepest > MOST_OPEN or any(tag[0].count("=") > MOST_ATTRIBUTES for tag in _WHOLE_TAG.finditer(markup))


def _depth(clean: str) -> int:
    deepest = depth = 0
    for tag in re.finditer(r"<(/?)([a-z0-9]+)", clean):
        if tag[2] in ("br", "hr", "img", "wbr"):
            continue
        depth += -1 if tag[1] else 1
        deepest = max(deepest, depth)
    return deepest
