"""Runs and paragraphs as WordprocessingML."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from xml.sax.saxutils import escape, quoteattr

from tenun.delivery.docx_styles import LOCALE
from tenun.delivery.html import safe_address
from tenun.report.tree import Run, Sentence
from tenun.text.canonical import REPLACEMENT

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
Relate = Callable[[str], str]
"""Address -> id of a relationship of the file."""


def run(
    text: str, *, style: str = "", bold: bool = False, italic: bool = False, language: str = "", shade: str = ""
) -> str:
    """Words of one look, `shade` behind them in RRGGBB; what XML cannot hold becomes U+FFFD.

    >>> run("a < b", bold=True)
    '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">a &lt; b</w:t></w:r>'
    """
    looks = [
        f'<w:rStyle w:val="{style}"/>' if style else "",
        "<w:b/>" if bold else "",
        "<w:i/>" if italic else "",
        f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>' if shade else "",
        f"<w:lang w:val={quoteattr(LOCALE.get(language, language))}/>" if language else "",
    ]
    told = "".join(looks)
    properties = f"<w:rPr>{told}</w:rPr>" if told else ""
    words = escape(_FORBIDDEN.sub(REPLACEMENT, text))
    return f'<w:r>{properties}<w:t xml:space="preserve">{words}</w:t></w:r>'


def attribute(value: str) -> str:
    """A value of an attribute, in its quotes; what XML cannot hold becomes U+FFFD."""
    return quoteattr(_FORBIDDEN.sub(REPLACEMENT, value))


def paragraph(content: str, style: str = "", properties: str = "") -> str:
    """A paragraph of a style; `properties` in the order of the schema, after the style."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{content}</w:p>"


def bookmark(anchor: str, number: int) -> str:
    """A place in the file that references lead to."""
    return f'<w:bookmarkStart w:id="{number}" w:name="{bookmark_name(anchor)}"/><w:bookmarkEnd w:id="{number}"/>'


def bookmark_name(anchor: str) -> str:
    """An anchor as Word takes it: letters, digits and underscores, at most 40.

    >>> bookmark_name("source-9")
    'source_9'
    """
    return re.sub(r"\W", "_", anchor)[:40]


def field(instruction: str, shown: str) -> str:
    """A field that Word fills itself, such as the number of a table."""
    return f"<w:fldSimple w:instr={quoteattr(instruction)}>{run(shown, bold=True)}</w:fldSimple>"


def spoken(sentences: Sequence[Sentence], relate: Relate) -> str:
    """Sentences that run on, a space between them."""
    return run(" ").join(looked(sentence.runs, relate) for sentence in sentences)


def looked(runs: Sequence[Run], relate: Relate, *, upright: bool = False) -> str:
    """Runs with their looks, terms in italics unless `upright`; references and addresses can be followed."""
    return "".join(_looked(one, relate, upright) for one in runs)


def _looked(one: Run, relate: Relate, upright: bool) -> str:
    if one.kind == "reference":
        return f'<w:hyperlink w:anchor="{bookmark_name(one.target)}">{run(one.text, style="Reference")}</w:hyperlink>'
    if one.kind == "link" and safe_address(one.target):
        return f"<w:hyperlink r:id={quoteattr(relate(one.target))}>{run(one.text, style='Reference')}</w:hyperlink>"
    style = {"code": "Code", "faint": "Faint"}.get(one.kind, "")
    language = one.target if one.kind == "foreign" else ""
    italic = one.kind == "term" and not upright
    return run(one.text, style=style, bold=one.kind == "strong", italic=italic, language=language)
