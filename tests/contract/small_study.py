"""A study of one source, two coders and three codes, as the store's tests need it."""

from __future__ import annotations

from dataclasses import dataclass, field

from tenun.store import Change, StudyStore
from tenun.text.hashes import sha256_text

TEXT = (
    "Kota Denpasar dan Mossel Bay menjadi kota kembar pada akhir 2019.\n\n"
    "Pasar ekspor kopi, begitu kata Bpk. Rai, adalah alasannya 🪁 — bukan pariwisata.\n\n"
    "Oleh-oleh dari Café Ubud dibawa pulang."
)
FACETS = {"actor": "own", "basis": "stated", "polarity": "supports", "time": "at", "priority": "none"}


@dataclass
class Small:
    """Guids of what `fill` made."""

    source: str = ""
    representation: str = ""
    blob: str = ""
    coders: dict[str, str] = field(default_factory=dict)
    round: str = ""
    codes: dict[str, str] = field(default_factory=dict)

    def passage(self, change: Change, start: int, end: int, text: str = TEXT) -> str:
        """Add a passage of the text."""
        row = {
            "representation": self.representation, "start_cp": start, "end_cp": end, "quote": text[start:end],
            "prefix": text[max(0, start - 48) : start], "suffix": text[end : end + 48],
        }  # fmt: skip
        return change.insert("passage", row)[0]

    def coding(self, change: Change, passage: str, code: str = "MKT", coder: str = "wayan", **more: object) -> str:
        """Add a coding of a passage."""
        row = {
            "passage": passage, "code": self.codes[code], "coder": self.coders[coder], "round": self.round,
            **FACETS, **more,
        }  # fmt: skip
        return change.insert("coding", row)[0]


def add_source(change: Change, key: str, text: str, **more: object) -> tuple[str, str, str]:
    """Add a source with its text; returns the guids of both and the hash of the bytes."""
    sha256 = change.put_blob(text.encode())
    row = {"key": key, "title": f"Sumber {key}", "kind": "news", "language": "id", **more}
    source = change.insert("source", row)[0]
    representation = change.insert(
        "representation",
        {
            "source": source, "blob": sha256, "extractor": "text", "extractor_version": "1", "language": "id",
            "text": text, "sha256": sha256_text(text),
        },
    )[0]  # fmt: skip
    change.update("source", source, representation=representation)
    return source, representation, sha256


def fill(store: StudyStore, text: str = TEXT, coder: str = "setup") -> Small:
    """Put the small study into a store, as one command."""
    small = Small()
    with store.command("set-up", coder) as change:
        small.source, small.representation, small.blob = add_source(change, "S01", text)
        for name in ("wayan", "thandi"):
            small.coders[name] = change.insert("coder", {"name": name})[0]
        small.round = change.insert("round", {"number": 1})[0]
        small.codes["MOT"] = change.insert("code", {"key": "MOT", "label_en": "Motive", "label_id": "Motif"})[0]
        for key in ("MKT", "TOU"):
            small.codes[key] = change.insert("code", {"key": key, "parent": small.codes["MOT"]})[0]
    return small
