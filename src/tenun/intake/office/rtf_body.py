"""RTF becomes running text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from tenun.errors import InputRefused
from tenun.intake.office.rtf_tables import DEEPEST, RtfTables
from tenun.intake.office.rtf_tokens import CHARSETS, SIGNS, SYMBOLS, Token, codepage, tokens_of
from tenun.intake.running_text import Mark, RunningText

_DEEPEST = 1_000
_PASSED_OVER = frozenset({
    "colortbl", "pict", "object", "objdata", "fldtype", "datafield", "themedata", "colorschememapping", "latentstyles",
    "listtable", "listoverridetable", "rsidtbl", "generator", "filetbl", "bkmkstart", "bkmkend", "xmlnstbl",
    "listtext", "pntext", "pn", "nonshppict", "private", "tc", "xe", "atrfstart", "atrfend", "atnref", "atntime",
    "atndate", "atnparent", "shpinst", "shprslt", "info", "sp", "sn", "sv", "do", "background", "docvar", "userprops",
    "ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn", "stylesheet", "formfield", "nesttableprops",
    "mmathPr", "passwordhash", "pnseclvl",
})  # fmt: skip
_GATHERED = frozenset({
    "footnote", "annotation", "atnauthor", "atnid", "title", "author", "fldinst", "fonttbl", "revtbl", "header",
    "footer", "headerl", "headerr", "headerf", "footerl", "footerr", "footerf", "creatim", "shptxt",
})  # fmt: skip
_WITHIN = {"title": "info", "author": "info", "creatim": "info", "shptxt": "shpinst"}
_MEANT = _PASSED_OVER | _GATHERED | frozenset(SYMBOLS) | frozenset({
    "u", "uc", "par", "sect", "page", "cell", "nestcell", "row", "nestrow", "f", "plain", "pard", "outlinelevel",
    "intbl", "itap", "deleted", "revised", "revauth", "revauthdel", "ansicpg", "mac", "pc", "pca", "deff", "fcharset",
    "ftnalt", "yr", "mo", "dy", "fldrslt",
})  # fmt: skip
_ADDRESS = re.compile(r'HYPERLINK\s+(?:\\l\s+)?"([^"]{1,2000})"')


@dataclass(slots=True)
class Gathered:
    """Words of a group that is no running text; the kind is that of the group, with `footnote` become `endnote`."""

    kind: str
    words: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Group:
    """What holds between two braces.

    `into`: None for the running text; `passed_over`: the word that makes it so; `table`: how deep within tables.
    """

    into: Gathered | None = None
    passed_over: str = ""
    table: int = 0
    blanks: int = 1
    font: int = -1
    deleted: bool = False
    revised: bool = False
    author: int = 0
    level: int = 0
    first: bool = True


class RtfBody:
    """Writes the running text, then its notes; `said` is what the document says about itself."""

    def __init__(self, content: bytes, where: str) -> None:
        self.text = RunningText(where)
        self.said: dict[str, str] = {}
        self.headers = 0
        self._where, self._content = where, content
        self._codepage, self._fonts, self._font = "cp1252", dict[int, str](), -1
        self._groups = [Group(passed_over="outside")]
        self._bytes, self._encoding, self._high, self._skip = bytearray(), "cp1252", 0, 0
        self._notes: list[tuple[str, str, int]] = []
        self._authors: list[str] = []
        self._commenting = ""
        self._url = ""
        self._links: list[tuple[int, Mark]] = []
        self._boxes: list[str] = []
        self._tables = RtfTables(self.text)
        self._heading: Mark | None = None
        self._change: tuple[bool, int, list[str], Mark | None] | None = None

    def write(self) -> bool:
        """Write all of it; False when the last brace is missing."""
        for token in tokens_of(self._content):
            self._take(token)
            if len(self._groups) == 1 and token.brace == b"}":
                break
        self._flush()
        self._end_change()
        self._end_heading()
        self._tables.end()
        whole = len(self._groups) == 1
        for _, mark in self._links:
            self.text.close(mark)
        numbers = {"footnote": 0, "endnote": 0}
        for kind, words, at in self._notes:
            numbers[kind] += 1
            self.text.paragraph()
            with self.text.marked(kind, number=str(numbers[kind]), at=str(at)):
                self.text.write(words)
        return whole

    @property
    def _here(self) -> Group:
        return self._groups[-1]

    def _take(self, token: Token) -> None:
        if token.content:
            self._characters(token)
            return
        if token.word and token.word not in _MEANT:
            self._skip, self._here.first = 0, False
            return
        self._flush()
        if token.brace == b"{":
            if len(self._groups) > _DEEPEST:
                raise InputRefused("office.rtf-broken", where=self._where)
            passed_over = "" if len(self._groups) == 1 else self._here.passed_over
            self._groups.append(replace(self._here, first=True, passed_over=passed_over))
        elif token.brace:
            self._close_group()
        elif token.sign == b"*":
            self._here.passed_over = "*"
        elif token.sign in SIGNS:
            self._put(SIGNS[token.sign])
        elif token.sign in (b"\n", b"\r"):
            self._end_paragraph()
        elif token.word:
            self._word(token.word, token.number)

    def _characters(self, token: Token) -> None:
        content = token.content
        if self._skip:
            if token.coded:
                self._skip -= 1
                return
            passed, self._skip = content[: self._skip], max(0, self._skip - len(content))
            content = content[len(passed) :]
        group = self._here
        group.first = False
        encoding = self._fonts.get(group.font, self._codepage)
        if encoding != self._encoding:
            self._flush()
            self._encoding = encoding
        self._bytes += content

    def _flush(self) -> None:
        if self._bytes:
            words = self._bytes.decode(self._encoding, "replace")
            self._bytes.clear()
            self._put(words)

    def _put(self, words: str) -> None:
        group = self._here
        if group.passed_over:
            return
        if group.into is not None:
            group.into.words.append(words)
            return
        wanted = (group.deleted, group.author) if group.deleted or group.revised else None
        if self._change is not None and self._change[:2] != wanted:
            self._end_change()
        if wanted and self._change is None:
            mark = None if group.deleted else self.text.open("insertion", author=self._author(group.author), when="")
            self._change = (*wanted, [], mark)
        if self._change is not None and group.deleted:
            self._change[2].append(words)
            return
        self._tables.go_to(group.table)
        if group.level and self._heading is None:
            self._heading = self.text.open("heading", level=str(group.level))
        self.text.write(words)

    def _end_change(self) -> None:
        if self._change is None:
            return
        deleted, author, words, mark = self._change
        self._change = None
        if mark is not None:
            self.text.close(mark)
        elif deleted:
            self.text.place("deletion", author=self._author(author), when="", text="".join(words))

    def _author(self, number: int) -> str:
        return self._authors[number] if 0 <= number < len(self._authors) else ""

    def _end_heading(self) -> None:
        if self._heading is not None:
            self.text.close(self._heading)
            self._heading = None

    def _end_paragraph(self) -> None:
        group = self._here
        if group.passed_over:
            return
        if group.into is not None:
            group.into.words.append("\n")
            return
        self._end_change()
        self._end_heading()
        if not group.table:
            self._tables.end()
        self.text.paragraph()
        boxes, self._boxes = self._boxes, []
        for words in boxes:
            self.text.paragraph()
            with self.text.marked("box"):
                self.text.write(words)
            self.text.paragraph()

    def _word(self, word: str, number: int | None) -> None:
        group = self._here
        if word == "u":
            self._unicode(number)
            return
        self._skip = 0
        if group.first and (word in _PASSED_OVER or word in _GATHERED):
            self._destination(word)
        elif word in SYMBOLS:
            self._put(SYMBOLS[word])
        elif word in ("par", "sect", "page"):
            self._end_paragraph()
        elif word in ("cell", "nestcell", "row", "nestrow"):
            self._cell(word)
        else:
            self._property(group, word, number)
        group.first = False

    def _destination(self, word: str) -> None:
        group, around = self._here, self._groups[-2].passed_over if len(self._groups) > 1 else ""
        if word in _GATHERED and around == _WITHIN.get(word, ""):
            group.passed_over, group.into = "", Gathered(word)
        else:
            group.passed_over = word

    def _cell(self, word: str) -> None:
        group = self._here
        if group.passed_over:
            return
        if group.into is not None:
            group.into.words.append("\t" if word.endswith("cell") else "\n")
            return
        self._end_change()
        self._end_heading()
        depth = max(2, group.table) if word.startswith("nest") else 1
        self._tables.end_cell(depth) if word.endswith("cell") else self._tables.end_row(depth)

    def _property(self, group: Group, word: str, number: int | None) -> None:
        on = number is None or number != 0
        if word == "uc":
            group.blanks = min(max(number or 0, 0), 16)
        elif word == "f":
            group.font = -1 if number is None else number
        elif word in ("plain", "pard"):
            if word == "pard":
                group.level, group.table = 0, 0
            if word == "plain":
                group.deleted, group.revised, group.font = False, False, self._font
        elif word == "outlinelevel" and number is not None and 0 <= number < 9:
            group.level = number + 1
        elif word == "intbl":
            group.table = max(1, group.table)
        elif word == "itap":
            group.table = min(max(0, 1 if number is None else number), DEEPEST)
        elif word == "deleted":
            group.deleted = on
        elif word == "revised":
            group.revised = on
        elif word in ("revauth", "revauthdel"):
            group.author = number or 0
        elif word == "ansicpg":
            self._codepage = codepage(number)
        elif word in ("mac", "pc", "pca"):
            self._codepage = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}[word]
        elif word == "deff":
            self._font = group.font = -1 if number is None else number
        elif word == "fcharset" and group.into is not None and group.into.kind == "fonttbl":
            self._fonts[group.font] = CHARSETS.get(number or 0, self._codepage)
        elif word == "ftnalt" and group.into is not None and group.into.kind == "footnote":
            group.into.kind = "endnote"
        elif word in ("yr", "mo", "dy") and group.into is not None and group.into.kind == "creatim":
            group.into.words.append(f"{number or 0:04d}" if word == "yr" else f"-{number or 0:02d}")
        elif word == "fldrslt" and self._url and not group.passed_over and group.into is None:
            self._links.append((len(self._groups), self.text.open("link", url=self._url)))
            self._url = ""

    def _unicode(self, number: int | None) -> None:
        self._skip = self._here.blanks
        if number is None:
            return
        code = number % 0x10000
        if 0xD800 <= code < 0xDC00:
            self._high = code
        elif 0xDC00 <= code < 0xE000 and self._high:
            self._put(chr(0x10000 + ((self._high - 0xD800) << 10) + code - 0xDC00))
            self._high = 0
        elif 0xF000 <= code < 0xF100:
            self._put(chr(code - 0xF000) if code >= 0xF020 else "\ufffd")
        else:
            self._put(chr(code))

    def _close_group(self) -> None:
        if len(self._groups) == 1:
            raise InputRefused("office.rtf-broken", where=self._where)
        self._skip = 0
        depth = len(self._groups)
        while self._links and self._links[-1][0] == depth:
            self.text.close(self._links.pop()[1])
        group = self._groups.pop()
        if group.into is not None and group.into is not self._here.into:
            self._gathered(group.into)

    def _gathered(self, found: Gathered) -> None:
        words = "".join(found.words).strip()
        if found.kind in ("footnote", "endnote"):
            self._notes.append((found.kind, words, self.text.length_cp))
        elif found.kind == "annotation":
            self.text.place("comment", author=self._commenting, when="", text=words)
        elif found.kind == "shptxt":
            self._boxes.append(words)
        elif found.kind == "atnauthor":
            self._commenting = words
        elif found.kind == "fldinst":
            address = _ADDRESS.search(words)
            self._url = address.group(1) if address else ""
        elif found.kind == "revtbl":
            self._authors = [name.strip() for name in words.split(";")]
        elif found.kind.startswith(("header", "footer")):
            self.headers += bool(words)
        elif words:
            self.said[found.kind] = words
