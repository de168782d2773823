"""Small studies made by chance from a seed, with everything that positions and guids can stumble over."""

from __future__ import annotations

import random
import uuid
from pathlib import Path
from typing import Any

from tests.factories.media import png

from tenun.coding.places import Place, Region, Times, columns_of
from tenun.store import Change, StudyStore, create
from tenun.study.cut_place import place_guid
from tenun.study.importing.attach_recordings import RECORDING
from tenun.text.canonical import canonical
from tenun.text.hashes import sha256_text

_WORDS = (
    "kota kembar Denpasar pasar ekspor kopi 🪁 👩🏽‍🌾 🇮🇩 e\u0301tude pariwisata مدينة توأم, Mossel-Bay «kerja» sama. "
    "nao\u0303 \u200bdan 😀😀 𝔖ister 東京 <b>&amp;</b> \u0001 \u2028 ZA\u200d\ufeffx"
)
WORDS = _WORDS.split(" ")
ENDS = ("\n", "\r\n", "\n\n", "\r\n\r\n", "\r", " ", " ", " ")
ODD = ("", "=1+1", "a<b>&\"'", "🪁\ttab", "line\r\nbreak", "bell\u0007", " spaced ", "مدينة")


def made(path: Path, seed: int) -> StudyStore:
    """The study of a seed."""
    chance = random.Random(seed)
    config = {"extra": {}, "case": None, "defaults": {}, "languages": ["en", "id"], "question": {"en": "Why?"}}
    store = create(path, key=f"s{seed}", title_en=chance.choice(ODD) or "T", config=config)
    with store.command("make", "setup") as change:
        _Maker(chance, change).make()
    return store


class _Maker:
    def __init__(self, chance: random.Random, change: Change) -> None:
        self.chance, self.change = chance, change
        self.passages: list[str] = []
        self.codings: list[str] = []

    def make(self) -> None:
        chance, insert = self.chance, self.change.insert
        self.coders = [insert("coder", {"name": f"{chance.choice(ODD)}{n}", "person": f"p{n}"})[0] for n in range(3)]
        self.rounds = [insert("round", {"number": number + 1, "label": "r"})[0] for number in range(2)]
        frame = insert("framework", {"key": "F", "title_en": "Frame"})[0]
        insert("construct", {"framework": frame, "key": "layer", "tokens": [{"key": "a", "en": "A", "id": "A"}]})
        self.codes: list[str] = []
        for number in range(chance.randint(1, 7)):
            parent = chance.choice([None, *self.codes])
            words = {"label_en": chance.choice(ODD), "definition_id": chance.choice(ODD), "include": ["x"]}
            row = {"key": f"C{number}", "parent": parent, "framework": chance.choice([None, frame]), **words}
            self.codes += insert("code", {**row, "position": chance.randint(0, 3)})
            version = {"code": self.codes[-1], "number": 1, "meaning_changed": False, "content": words}
            insert("code_version", {**version, "coder": self.coders[0]})
        self.cases = [insert("case", {"key": f"K{n}", "label_en": chance.choice(ODD)})[0] for n in range(2)]
        self.sources = [self.source(f"S{number}") for number in range(chance.randint(0, 3))]
        self.sources += [self.seen_or_heard(f"P{number}") for number in range(chance.randint(0, 2))]
        self.rest()

    def text(self) -> str:
        pieces = (self.chance.choice(WORDS) + self.chance.choice(ENDS) for _ in range(self.chance.randint(1, 60)))
        return self.chance.choice(("", "\ufeff")) + "".join(pieces)

    def source(self, key: str) -> str:
        raw = self.text()
        text = canonical(raw).text
        row = {"key": key, "title": self.chance.choice(ODD), "kind": "news", "language": "id", "origins": ["agency"]}
        source = self.change.insert("source", {**row, "publisher": self.chance.choice((None, "P"))})[0]
        representation = self.change.insert("representation", {
            "source": source, "blob": self.change.put_blob(raw.encode()), "extractor": "text",
            "extractor_version": "1", "language": "id", "text": text, "sha256": sha256_text(text),
        })[0]  # fmt: skip
        self.change.update("source", source, representation=representation)
        mark = {"representation": representation, "kind": "heading", "start_cp": 0, "end_cp": 1}
        self.change.insert("landmark", {**mark, "attributes": {"level": "1"}})
        spans = {tuple(sorted(self.chance.sample(range(len(text) + 1), 2))) for _ in range(self.chance.randint(0, 6))}
        for start, end in sorted(spans) if text else ():
            self.passage(representation, text, start, end)
        return source

    def seen_or_heard(self, key: str) -> str:
        """A picture with regions, or a recording beside its transcript with times."""
        picture = self.chance.random() < 0.5
        source = self.change.insert("source", {"key": key, "title": "P", "kind": "interview", "language": "id"})[0]
        text = "" if picture else "Kota kembar 🪁."
        head = png(60, 40) if picture else text.encode()
        about = {"source": source, "extractor_version": "1", "language": "id", "text": text}
        about |= {"sha256": sha256_text(text)}
        row = {"blob": self.change.put_blob(head), "extractor": "image" if picture else "vtt"}
        representation = self.change.insert("representation", {**about, **row})[0]
        self.change.update("source", source, representation=representation)
        if not picture:
            sound = {"blob": self.change.put_blob(b"ID3" + key.encode() * 9), "extractor": RECORDING}
            self.change.insert("representation", {**about, **sound, "text": "", "sha256": sha256_text("")})
        places = {self.place(picture) for _ in range(self.chance.randint(0, 4))}
        for place in sorted(places, key=lambda place: place.spelled()):
            row = {"guid": place_guid(str(uuid.UUID(int=7)), representation, place), "representation": representation}
            self.coded({**row, **columns_of(place), "quote": self.chance.choice(ODD).strip()})
        return source

    def place(self, picture: bool) -> Place:
        if picture:
            (x0, x1), (y0, y1) = (sorted(self.chance.sample(range(edge + 1), 2)) for edge in (60, 40))
            return Region(x0, y0, x1, y1)
        return Times(*sorted(self.chance.sample(range(90_000), 2)))

    def passage(self, representation: str, text: str, start: int, end: int) -> None:
        at = {"representation": representation, "start_cp": start, "end_cp": end, "quote": text[start:end]}
        self.coded({**at, "prefix": text[max(0, start - 48) : start], "suffix": text[end : end + 48]})

    def coded(self, row: dict[str, Any]) -> None:
        chance = self.chance
        passage = self.change.insert("passage", row)[0]
        self.passages.append(passage)
        case = chance.choice((None, "K0"))
        owners = {(chance.choice(self.codes), chance.choice(self.coders), chance.choice(self.rounds)) for _ in range(3)}
        for code, coder, round_ in sorted(owners):
            facets = {"actor": chance.choice(("own", "partner")), "basis": "stated", "polarity": "supports",
                      "time": "at", "priority": "none", "case": case}  # fmt: skip
            row = {"passage": passage, "code": code, "coder": coder, "round": round_, **facets}
            status = chance.choice(("accepted", "accepted", "accepted", "proposed"))
            more = {"weight": chance.choice((1.0, 0.5)), "status": status, "memo": chance.choice(ODD)}
            self.codings += self.change.insert("coding", {**row, **more})

    def rest(self) -> None:
        chance, insert = self.chance, self.change.insert
        variables = [insert("variable", {"key": f"V{type_}", "label_en": type_, "type": type_})[0]
                     for type_ in ("text", "integer", "float", "boolean", "date")]  # fmt: skip
        contents: tuple[Any, ...] = (chance.choice(("x", "🪁")), chance.randint(-9, 10**12), chance.random() * 1e-7,
                                     True, "2019-11-27")  # fmt: skip
        for variable, content in zip(variables, contents, strict=True):
            insert("value", {"variable": variable, "case": self.cases[0], "content": content})
            for source in self.sources[:1]:
                insert("value", {"variable": variable, "source": source, "content": content})
        kinds = {"code": self.codes, "case": self.cases, "source": self.sources, "passage": self.passages,
                 "coding": self.codings}  # fmt: skip
        for number, (table, guids) in enumerate(kinds.items()):
            target = chance.choice(guids) if guids else None
            row = {"kind": "memo", "title": f"m{number}", "body": chance.choice(ODD) or "body", "coder": self.coders[0]}
            insert("memo", {**row, "target_table": table if target else None, "target": target})
        insert("memo", {"kind": "journal", "body": "free 🪁"})
        ends = [(table, guid) for table, guids in kinds.items() for guid in guids]
        for number in range(chance.randint(0, 5)):
            (one, origin), (other, target) = chance.sample(ends, 2)
            row = {"from_table": one, "from_guid": origin, "to_table": other, "to_guid": target}
            insert("link", {**row, "relation": f"leads to {number}", "note": chance.choice(ODD)})
        claim = insert("claim", {"key": "Q", "kind": "motive", "code": self.codes[0]})[0]
        coding = chance.choice([None, *self.codings])
        insert("evidence", {"claim": claim, "coding": coding, "role": "supports", "p_if_true": 0.5})
        insert("event_fact", {"key": "E", "date": "2019-11-27", "passages": self.passages[:1]})
        insert("conflict", {"key": "X", "sides": [{"claim": "a"}]})
        for source in self.sources[:1]:
            judged = {"source": source, "coder": self.coders[0], "reliability": "A", "credibility": 1}
            insert("appraisal", judged)
            owner = {"source": source, "coder": self.coders[0], "round": self.rounds[0]}
            insert("coverage", {**owner, "code": self.codes[0]})
        for passage in self.passages[:1]:
            owner = {"passage": passage, "coder": self.coders[0], "round": self.rounds[0]}
            insert("uncoded", {**owner, "reason": "none"})
