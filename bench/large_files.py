"""Import of a 300-page PDF, a Word file of 1 MB and an hour's transcript: seconds and peak memory of the whole command.

Each file is brought into a study of its own by `tenun import`, as a user does; memory is that of the command and of the
process that reads, added. The baseline, in the same run, only extracts the plain text of the PDF page by page with
PDFium: no reading order, no paragraphs, no places of words, no study.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

WORDS = (
    "kota", "kembar", "kerja", "sama", "pariwisata", "pendidikan", "budaya", "wali", "nota", "kesepahaman", "dan",
    "yang", "dengan", "untuk", "karena", "telah", "sebagai", "oleh", "harbour", "council", "festival", "trade",
)  # fmt: skip
LOOK_EVERY_S = 0.02


def sentence(chance: random.Random, words: int) -> str:
    """Words with a capital and a full stop."""
    return " ".join(chance.choices(WORDS, k=words)).capitalize() + "."


def make_pdf(path: Path, chance: random.Random, share: float) -> None:
    """Chapters of justified text, 300 pages and a few, set by typst."""
    import typst

    chapter = "\n\n".join(" ".join(sentence(chance, 14) for _ in range(9)) for _ in range(15))
    source = '#set page(paper: "a4")\n#set text(size: 10.5pt, lang: "id", hyphenate: true)\n#set par(justify: true)\n'
    source += "\n".join(f"= Bab {number}\n{chapter}\n#pagebreak()" for number in range(int(102 * share)))
    path.write_bytes(typst.compile(source.encode(), format="pdf"))


def make_docx(path: Path, chance: random.Random, share: float) -> None:
    """Paragraphs without end, until the packed file has 1 MB."""
    from docx import Document

    made = Document()
    for number in range(int(7_500 * share)):
        made.add_paragraph(" ".join(sentence(chance, 16) for _ in range(8)))
        if number % 100 == 0:
            made.add_heading(f"Bagian {number // 100}", 1)
    made.save(str(path))


def make_transcript(path: Path, chance: random.Random, share: float) -> None:
    """Subtitles of an hour, a cue every three seconds, two people in turn."""
    lines = ["WEBVTT", ""]
    for at in range(0, int(3_600 * share), 3):
        start, end = (f"{s // 3600:02}:{s // 60 % 60:02}:{s % 60:02}.000" for s in (at, at + 3))
        lines += [f"{start} --> {end}", f"<v {('Ana', 'Budi')[at // 18 % 2]}>{sentence(chance, 9)}", ""]
    path.write_text("\n".join(lines), "utf-8")


FILES: dict[str, Callable[[Path, random.Random, float], None]] = {
    "300 pages.pdf": make_pdf,
    "1 MB.docx": make_docx,
    "an hour.vtt": make_transcript,
}


def memory_mb(pid: int) -> float:
    """Peak memory so far of a process and of those it started, in MB; Linux only."""
    children = Path(f"/proc/{pid}/task/{pid}/children")
    try:
        found = [pid, *map(int, children.read_text().split())]
        status = [Path(f"/proc/{one}/status").read_text() for one in found]
    except OSError:
        return 0.0
    lines = [line.split() for text in status for line in text.splitlines()]
    return sum(int(line[1]) for line in lines if line and line[0] == "VmHWM:") / 1024


def imported(folder: Path, file: Path) -> dict[str, float]:
    """Bring one file into a new study by the command line."""
    study = folder / f"{file.stem}.tenun"
    tenun = [sys.executable, "-c", "from tenun.cli import main; main()"]
    subprocess.run([*tenun, "new", str(study)], check=True, capture_output=True)
    start = time.perf_counter()
    peak = 0.0
    with subprocess.Popen([*tenun, "import", str(study), str(file)], stdout=subprocess.DEVNULL) as running:
        while running.poll() is None:
            peak = max(peak, memory_mb(running.pid))
            time.sleep(LOOK_EVERY_S)
    if running.returncode:
        raise SystemExit(f"the import of {file.name} failed")
    return {
        "seconds": round(time.perf_counter() - start, 2),
        "peak_mb": round(peak, 1),
        "file_mb": round(file.stat().st_size / 1e6, 2),
        "study_mb": round(study.stat().st_size / 1e6, 2),
    }


def plain_text_seconds(file: Path) -> tuple[float, int]:
    """How long PDFium alone takes for the text of every page, and how many pages there are."""
    import pypdfium2

    start = time.perf_counter()
    with pypdfium2.PdfDocument(file) as document:
        for page in document:
            page.get_textpage().get_text_bounded()
        return round(time.perf_counter() - start, 2), len(document)


def measure(share: float = 1.0, seed: int = 1) -> dict[str, object]:
    """Every file once, or so large a share of it."""
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory(prefix="tenun-bench-") as name:
        folder = Path(name)
        for file, make in FILES.items():
            make(folder / file, chance, share)
        seconds, pages = plain_text_seconds(folder / "300 pages.pdf")
        found: dict[str, object] = {file: imported(folder, folder / file) for file in FILES}
    return {**found, "PDFium alone": {"seconds": seconds, "pages": pages}}


def main() -> None:
    """Measure and print."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--to", type=Path, help="also write the figures to this file")
    words.add_argument("--quick", action="store_true", help="a twentieth of everything")
    asked = words.parse_args()
    text = json.dumps(measure(0.05 if asked.quick else 1.0), indent=2)
    print(text)
    if asked.to:
        asked.to.write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    main()
