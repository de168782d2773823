"""Projects with the quirks of other programs, written here: nobody's data."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from tests.factories.projects import write

NAMESPACE = "urn:QDA-XML:project:1.0"
EMOJI = ("🪁", "👩🏽‍🌾", "😀", "🇮🇩", "🏽", "𝔖")
_WORDS = "kota kembar Denpasar pasar ekspor kopi kerja sama walikota menulis surat pariwisata naõ café مدينة توأم"
WORDS = _WORDS.split(" ")
Count = Callable[[str], int]


@dataclass(frozen=True)
class Producer:
    """How a program writes."""

    origin: str
    utf16: bool = False
    line_end: str = "\n"
    line_end_counts: int = 1
    mark: bool = False
    inclusive: bool = False
    folder: str = "Sources"
    qde: str = "project.qde"
    braces: bool = False
    internal: str = "internal://"
    extra: tuple[str, ...] = ()
    cases_late: bool = False

    def position(self, before: str) -> int:
        """How many positions come before a place, given the canonical text up to there."""
        length = len(before.encode("utf-16-le")) // 2 if self.utf16 else len(before)
        return length + before.count("\n") * (self.line_end_counts - 1)

    def guid(self, plain: str) -> str:
        """A guid as the program spells it."""
        return "{" + plain.upper() + "}" if self.braces else plain


PRODUCERS = {
    "nvivo windows": Producer("NVivo 12.6", True, "\r\n", 2, True, cases_late=True),
    "nvivo mac": Producer("NVivo Mac 12.7", True, folder="sources", qde="My study.qde", extra=("sources/.root",)),
    "atlas.ti": Producer("ATLAS.ti 9", False, "\r\n", 1, braces=True),
    "atlas.ti utf-16": Producer("ATLAS.ti 22", True, "\r\n", 1, braces=True),
    "maxqda": Producer("MAXQDA 2022", True, internal=""),
    "taguette": Producer("Taguette 1.4"),
    "qualcoder": Producer("QualCoder 3", inclusive=False, folder="sources"),
    "inclusive": Producer("Some program", inclusive=True),
}


def emoji_text(seed: int, emoji: int = 890) -> str:
    """A text with so many emoji, in lines and paragraphs."""
    chance = random.Random(seed)
    words = [chance.choice(WORDS) for _ in range(3 * emoji)]
    for at in sorted(chance.sample(range(len(words)), emoji), reverse=True):
        words[at] = f"{words[at]} {chance.choice(EMOJI)}"
    ends = [chance.choice((" ", " ", " ", ", ", ".\n", "\n\n")) for _ in words]
    return "".join(word + end for word, end in zip(words, ends, strict=True))


def word_spans(text: str, seed: int, count: int = 100) -> list[tuple[int, int]]:
    """Spans from the beginning of a word to the end of another."""
    chance = random.Random(seed)
    found = list(re.finditer(r"\w+", text))
    spans: set[tuple[int, int]] = set()
    while len(spans) < count:
        at = chance.randrange(len(found) - 6)
        spans.add((found[at].start(), found[at + chance.randint(0, 5)].end()))
    return sorted(spans)


def guid(kind: int, number: int = 0) -> str:
    """A guid that tests can tell."""
    return f"{kind:08x}-0000-4000-8000-{number:012x}"


USER, CODE, SOURCE, SELECTION, CODING, CASE, NOTE = range(1, 8)


def coded(path: Path, how: Producer, texts: list[str], spans: list[list[tuple[int, int]]]) -> Path:
    """A project with texts and one coding on each span."""
    sources, files = [], {}
    for number, (text, places) in enumerate(zip(texts, spans, strict=True)):
        raw = ("\ufeff" if how.mark else "") + text.replace("\n", how.line_end)
        files[f"{how.folder}/{guid(SOURCE, number)}.txt"] = raw.encode()
        selections = "".join(
            selection(how, 1000 * number + at, how.position(text[:start]), how.position(text[:end]) - how.inclusive)
            for at, (start, end) in enumerate(places)
        )
        path_ = f"{how.internal}{guid(SOURCE, number)}.txt"
        sources.append(
            f'<TextSource guid="{how.guid(guid(SOURCE, number))}" name="text {number}" plainTextPath="{path_}">'
            f"{selections}</TextSource>"
        )
    cases = f'<Cases><Case guid="{how.guid(guid(CASE))}" name="Denpasar"/></Cases>' if how.cases_late else ""
    body = (
        f'<Users><User guid="{how.guid(guid(USER))}" name="Made"/></Users>'
        f'<CodeBook><Codes><Code guid="{how.guid(guid(CODE))}" name="Motive" isCodable="true" color="#F80"/></Codes>'
        f"</CodeBook><Sources>{''.join(sources)}</Sources>{cases}"
    )
    return project(path, body, files, how)


def selection(how: Producer, number: int, start: int, end: int, code: str = guid(CODE)) -> str:
    """One coded selection."""
    return (
        f'<PlainTextSelection guid="{how.guid(guid(SELECTION, number))}" startPosition="{start}" endPosition="{end}">'
        f'<Coding guid="{how.guid(guid(CODING, number))}" creatingUser="{how.guid(guid(USER))}">'
        f'<CodeRef targetGUID="{how.guid(code)}"/></Coding></PlainTextSelection>'
    )


def project(path: Path, body: str, files: dict[str, bytes], how: Producer = PRODUCERS["taguette"]) -> Path:
    """An archive around the body of a project."""
    qde = (
        f'<?xml version="1.0" encoding="utf-8"?><Project xmlns="{NAMESPACE}" name="A study" '
        f"origin={quoteattr(how.origin)}>{body}</Project>"
    )
    return write(path, {how.qde: qde.encode(), **files, **dict.fromkeys(how.extra, b"")})


def words(text: str) -> str:
    """Text as XML has it."""
    return escape(text)
