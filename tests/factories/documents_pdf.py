"""PDFs for tests, set by typst, LibreOffice or written byte by byte."""

from __future__ import annotations

from pathlib import Path

PAGE = '#set page(width: 420pt, height: 595pt, margin: 40pt)\n#set text(font: "Libertinus Serif", size: 10pt)\n'


def typeset(words: str, *, lang: str = "en") -> bytes:
    """The PDF that typst makes of markup; always the same bytes."""
    import typst

    source = f'#set text(lang: "{lang}")\n{words}'.encode()
    made = typst.compile(source, format="pdf")
    assert isinstance(made, bytes)
    return made


def by_hand(content: str, *, rotate: int = 0, boxes: str = "/MediaBox [0 0 300 200]", pages: int = 1) -> bytes:
    """A PDF with the same content stream on every page, in Helvetica; offsets in its table are right."""
    kids = " ".join(f"{4 + number} 0 R" for number in range(pages))
    parts = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {pages} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    stream = 4 + pages
    resources = "/Resources << /Font << /F1 3 0 R >> >>"
    page = f"<< /Type /Page /Parent 2 0 R {boxes} /Rotate {rotate} {resources} /Contents {stream} 0 R >>"
    parts += [page] * pages
    parts.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
    body, offsets = "%PDF-1.7\n", []
    for number, part in enumerate(parts, 1):
        offsets.append(len(body))
        body += f"{number} 0 obj\n{part}\nendobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    size = len(parts) + 1
    end = f"trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{len(body)}\n%%EOF\n"
    return (f"{body}xref\n0 {size}\n0000000000 65535 f \n{table}{end}").encode("latin-1")


def shown(lines: list[tuple[float, float, str]], size: int = 10) -> str:
    """A content stream that shows words at places (points from the lower left corner)."""
    return "\n".join(f"BT /F1 {size} Tf {x} {y} Td ({words}) Tj ET" for x, y, words in lines)


def save(content: bytes, folder: Path, name: str) -> Path:
    """The bytes as a file."""
    path = folder / name
    path.write_bytes(content)
    return path


def locked(content: bytes) -> bytes:
    """A PDF by hand as if a password stood before it."""
    keys = b"/O (" + b"o" * 32 + b") /U (" + b"u" * 32 + b") /P -4"
    encrypt = b"/Encrypt << /Filter /Standard /V 1 /R 2 " + keys + b" >> /ID [(a) (a)]"
    return content.replace(b"<< /Size", b"<< " + encrypt + b" /Size")
