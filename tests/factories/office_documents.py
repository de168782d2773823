"""Documents written by LibreOffice and pandoc from two small originals: `python -m tests.factories.office_documents`.

They lie in `tests/factories/office/`; making them anew needs `soffice` and `pandoc`, reading them does not.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

OFFICE = Path(__file__).with_name("office")
BY_LIBREOFFICE = {
    "odt": "odt",
    "docx": "docx:MS Word 2007 XML",
    "rtf": "rtf",
    "html": "html:HTML (StarWriter)",
    "epub": "epub",
}
BY_PANDOC = ("docx", "odt", "rtf", "html", "epub")


def document(name: str) -> bytes:
    """The bytes of one of them, such as `libreoffice.docx`."""
    return (OFFICE / name).read_bytes()


def make() -> None:
    """Let both programs write them anew."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for ending, form in BY_LIBREOFFICE.items():
            profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
            command = ["soffice", "--headless", profile, "--convert-to", form, "--outdir", str(folder)]
            subprocess.run([*command, str(OFFICE / "kota.fodt")], check=True)
            shutil.copyfile(folder / f"kota.{ending}", OFFICE / f"libreoffice.{ending}")
    for ending in BY_PANDOC:
        target = str(OFFICE / f"pandoc.{ending}")
        subprocess.run(["pandoc", "--standalone", str(OFFICE / "kota.md"), "-o", target], check=True)


if __name__ == "__main__":
    make()
