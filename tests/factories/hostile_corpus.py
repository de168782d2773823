"""Files that mean harm, and files that are merely broken: five hundred and more, made when they are asked for."""

from __future__ import annotations

import io
import random
import stat
import struct
import warnings
import zipfile
import zlib
from collections.abc import Callable, Iterator

from tests.factories.office_documents import BY_LIBREOFFICE, BY_PANDOC, document

Hostile = tuple[str, bytes]
MIB = 1024 * 1024
PARTS = {
    "docx": "word/document.xml", "odt": "content.xml", "epub": "META-INF/container.xml", "xlsx": "xl/workbook.xml",
}  # fmt: skip
MARKER = "tenun-was-here"
SAMPLES = [f"libreoffice.{ending}" for ending in BY_LIBREOFFICE] + [f"pandoc.{ending}" for ending in BY_PANDOC]
TEXTS = {
    "txt": "Dua kota sepakat.\r\n\r\nTahun 2019. 😀\n" * 20,
    "md": "---\nid: S1\nkind: news\n---\n\n# Kota\n\nDua *kota*.\n",
    "srt": "1\n00:00:01,000 --> 00:00:02,000\nAna: Halo.\n\n2\n00:00:02,000 --> 00:00:03,000\nBudi: Ya.\n",
    "vtt": "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ana>Halo.\n\n00:02.000 --> 00:03.000\n<v Budi>Ya.\n",
}


def archive(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip file of these members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as made:
        for name, content in members.items():
            made.writestr(name, content)
    return out.getvalue()


def with_part(ending: str, content: bytes) -> bytes:
    """A document of a kind whose main part is `content`."""
    kinds = {
        "odt": {"mimetype": b"application/vnd.oasis.opendocument.text"},
        "epub": {"mimetype": b"application/epub+zip"},
    }
    return archive({**kinds.get(ending, {"[Content_Types].xml": b"<Types/>"}), PARTS[ending]: content})


def bombs_of_entities() -> Iterator[Hostile]:
    """Laughs by the billion, quadratic growth, files and addresses from outside, parameters; in all XML."""
    laughs = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    declared = {
        "laughs": f'<!ENTITY a0 "x">{laughs}',
        "quadratic": f'<!ENTITY a11 "{"x" * 100_000}">',
        "file": '<!ENTITY a11 SYSTEM "file:///etc/passwd">',
        "address": '<!ENTITY a11 SYSTEM "http://127.0.0.1:9/x">',
        "parameter": '<!ENTITY % p SYSTEM "http://127.0.0.1:9/x.dtd"> %p; <!ENTITY a11 "x">',
        "empty": "",
    }
    for encoding in ("utf-8", "utf-16", "utf-16-be"):
        head = "" if encoding != "utf-16-be" else "\ufeff"
        for name, entities in declared.items():
            use = "&a11;" * (1_000 if name == "quadratic" else 1) if entities else "x"
            xml = f"{head}<?xml version='1.0' encoding='{encoding[:6]}'?><!DOCTYPE r [{entities}]><r>{use}</r>"
            content = xml.replace("utf-16", "UTF-16").encode(encoding)
            for ending in PARTS:
                yield f"entities-{name}-{encoding}.{ending}", with_part(ending, content)
            yield f"entities-{name}-{encoding}.fodt", content
            yield f"entities-{name}-{encoding}.html", content


def nested() -> Iterator[Hostile]:
    """What goes deep, or has far too many parts."""
    for deep in (300, 5_000, 200_000):
        xml = b"<r>" * deep + b"x" + b"</r>" * deep
        for ending in PARTS:
            yield f"deep-{deep}.{ending}", with_part(ending, xml)
        for tag in ("div", "b", "table><tr><td", "ul><li", "blockquote", "a href=x"):
            yield f"deep-{deep}-{tag[:2]}.html", (f"<{tag}>" * deep + "x").encode()
        yield f"deep-{deep}.rtf", b"{\\rtf1 " + b"{" * deep + b"x" + b"}" * deep + b"}"
        yield f"deep-{deep}.md", b"---\na: " + b"[" * deep + b"\n---\nKota."
        yield f"open-{deep}.rtf", b"{\\rtf1 " + b"{\\footnote " * deep
        yield f"quotes-{deep}.md", b">" * deep + b" Kota."
    yield "many.html", b"<p>x" * 1_200_000
    yield "attributes.html", b"<p " + b" ".join(b"a%d=1" % n for n in range(200_000)) + b">x"
    yield "columns.rtf", b"{\\rtf1 " + b"\\cell" * 500_000 + b"x\\row}"


def bombs_of_archives() -> Iterator[Hostile]:
    """What unpacks to far more than it is: flat, nested, overlapping, and what declares less than it has."""
    zeros = b"\x00" * (96 * MIB)
    for ending, part in PARTS.items():
        flat = archive({part: zeros})
        yield f"flat.{ending}", flat
        yield f"nested.{ending}", archive({part: archive({"a.zip": archive({"b.zip": flat})})})
        yield f"overlapping.{ending}", overlapping(part, 400)
        yield f"members.{ending}", archive({f"{n}": b"" for n in range(6_000)} | {part: b"<r/>"})
        yield f"declares-less.{ending}", declaring_less(part)
        yield f"lzma.{ending}", archive({part: zeros[: 8 * MIB]}, zipfile.ZIP_LZMA)


def overlapping(part: str, times: int) -> bytes:
    """Many entries of the directory that point to one and the same member."""
    body = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = body.compress(b"\x00" * MIB) + body.flush()
    name = part.encode()
    head = struct.pack(
        "<4s5H3I2H", b"PK\x03\x04", 20, 0, 8, 0, 0, zlib.crc32(b"\x00" * MIB), len(packed), MIB, len(name), 0
    )
    directory = b""
    for number in range(times):
        called = name if number == 0 else b"%d" % number
        entry = (20, 20, 0, 8, 0, 0, zlib.crc32(b"\x00" * MIB), len(packed), MIB, len(called), 0, 0, 0, 0, 0, 0)
        directory += struct.pack("<4s6H3I5H2I", b"PK\x01\x02", *entry) + called
    start = len(head) + len(name) + len(packed)
    end = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, times, times, len(directory), start, 0)
    return head + name + packed + directory + end


def declaring_less(part: str) -> bytes:
    """A member that says it holds ten bytes."""
    whole = bytearray(archive({part: b"\x00" * (32 * MIB)}))
    for signature, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        place = whole.find(signature)
        whole[place + at : place + at + 4] = struct.pack("<I", 10)
    return bytes(whole)


def names_that_lead_out() -> Iterator[Hostile]:
    """Members that climb, are absolute, are links, are there twice, or differ in capitals alone."""
    names = (f"../{MARKER}", f"../../../../tmp/{MARKER}", f"/tmp/{MARKER}", f"..\\{MARKER}", f"C:\\{MARKER}", "a\x01b")  # noqa: S108
    for ending, part in PARTS.items():
        for number, name in enumerate(names):
            yield f"climbs-{number}.{ending}", archive({part: b"<r/>", name: b"x"})
        link = zipfile.ZipInfo("word/link")
        link.create_system, link.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
        for title, member in (
            ("link", link),
            ("twice", zipfile.ZipInfo(part)),
            ("capitals", zipfile.ZipInfo(part.upper())),
        ):
            out = io.BytesIO()
            with zipfile.ZipFile(out, "w") as made, warnings.catch_warnings():
                warnings.simplefilter("ignore")
                made.writestr(part, b"<r/>")
                made.writestr(member, b"/etc/passwd")
            yield f"{title}.{ending}", out.getvalue()


def damaged() -> Iterator[Hostile]:
    """Every format cut short and with bits turned."""
    chance = random.Random(2019)
    samples = {name: document(name) for name in SAMPLES}
    samples |= {f"sample.{ending}": text.encode() for ending, text in TEXTS.items()}
    for name, whole in samples.items():
        for part in range(1, 8):
            yield f"cut-{part}-{name}", whole[: len(whole) * part // 8]
        for number in range(14):
            broken = bytearray(whole)
            for _ in range((1, 8, 64)[number % 3]):
                broken[chance.randrange(len(broken))] ^= 1 << chance.randrange(8)
            yield f"turned-{number}-{name}", bytes(broken)


def wrong_names() -> Iterator[Hostile]:
    """Every format under the names of others."""
    samples = [*SAMPLES[:5], "sample.txt"]
    for name in samples:
        content = TEXTS["txt"].encode() if name == "sample.txt" else document(name)
        for ending in ("docx", "odt", "epub", "rtf", "html", "pdf", "md", "srt", "png", "exe"):
            yield f"called-{name.partition('.')[2]}.{ending}", content


def large() -> Iterator[Hostile]:
    """What is only long."""
    yield "line.txt", b"x" * (20 * MIB)
    yield "lines.txt", b"\n" * (8 * MIB) + b"x"
    yield "pages.pdf", pdf_stub(100_000)
    yield "unicode.rtf", b"{\\rtf1 " + b"\\u-10179?\\u-8704?" * 100_000 + b"}"
    yield "bin.rtf", b"{\\rtf1 {\\pict\\bin2000000000 x}y}"
    yield "numbers.rtf", b"{\\rtf1\\uc999999999 \\u99999999999 x\\'zz\\f-5 y}"


def pdf_stub(pages: int) -> bytes:
    """A PDF whose tree says that it has so many pages, all of them one."""
    kids = b"3 0 R " * pages
    return (
        b"%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count %d/Kids[%s]>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\ntrailer<</Root 1 0 R>>\n%%%%EOF" % (pages, kids)
    )


GROUPS: tuple[Callable[[], Iterator[Hostile]], ...] = (
    bombs_of_entities, nested, bombs_of_archives, names_that_lead_out, damaged, wrong_names, large,
)  # fmt: skip
