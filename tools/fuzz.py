"""Fuzz one reader with Atheris, which is not among the locked packages: `pip install atheris`, then

    python tools/fuzz.py rtf -max_total_time=60

The reader is that of `tenun/intake/readers`; what follows its name goes to libFuzzer. For DOCX, ODT and EPUB the part
that holds the text is fuzzed within a whole archive, else nearly every input would end at the archive's checksums.
"""

from __future__ import annotations

import sys
import tempfile
from importlib import import_module
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import atheris  # type: ignore[import-untyped]

with atheris.instrument_imports(include=["tenun.intake", "tenun.text"]):
    from tenun.intake.languages import load_model
    from tenun.intake.readers import READERS

    _MODULES = {name: import_module(f"tenun.intake.readers.{name}") for name in READERS}

import io
import zipfile

from tests.factories.hostile_corpus import PARTS, TEXTS, with_part
from tests.factories.office_documents import document

from tenun.errors import TenunError
from tenun.text.canonical import canonical


def seeds(name: str) -> list[bytes]:
    """What the fuzzer begins with."""
    if name in PARTS:
        archive = zipfile.ZipFile(io.BytesIO(document(f"libreoffice.{name}")))
        return [archive.read(PARTS[name])]
    ending = {"markdown": "md", "plain_text": "txt", "transcript": "txt"}.get(name, name)
    if ending in TEXTS:
        return [TEXTS[ending].encode()]
    return (
        [document(f"{program}.{ending}") for program in ("libreoffice", "pandoc")] if ending in ("rtf", "html") else []
    )


def one_input(name: str, content: bytes) -> None:
    """A reading is canonical and its places lie in it, or the refusal is one of ours."""
    if name in PARTS:
        content = with_part(name, content)
    try:
        reading = _MODULES[name].read(content, f"a.{name}")
    except TenunError:
        return
    assert canonical(reading.text).text == reading.text  # noqa: S101 - what is looked for
    assert all(mark.span.end_cp <= len(reading.text) for mark in reading.landmarks)  # noqa: S101


def main() -> None:
    """Fuzz until libFuzzer has enough."""
    name, options = sys.argv[1], sys.argv[2:]
    load_model()
    with tempfile.TemporaryDirectory() as folder:
        for number, seed in enumerate(seeds(name)):
            (Path(folder) / str(number)).write_bytes(seed)
        atheris.Setup([sys.argv[0], *options, folder], lambda content: one_input(name, content))
        atheris.Fuzz()


if __name__ == "__main__":
    main()
