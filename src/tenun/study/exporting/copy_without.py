"""A copy of a study for others, without the words of the sources that must not leave it.

Every format is written from such a copy, so that a new format cannot forget to leave something out.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from tenun.study.exporting.confidential import Restricted, Why, restricted_sources
from tenun.study.exporting.copied_rows import CopiedRows
from tenun.study.exporting.telling_words import Telling
from tenun.study.importing.new_rows import NewRows
from tenun.study.projects.project_of_study import Tables
from tenun.study.projects.sidecar import ORDER, OWN_TREES, parents_first
from tenun.study.scope import StudyScope

if TYPE_CHECKING:
    from tenun.store import StudyStore

_PLAIN_KEY = re.compile(r"[A-Z]{1,6}-?\d{1,4}\Z")
_PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class WithheldSource:
    """A source whose words stayed in the study: what can be said of it without them.

    `key`: under which the copy has it, where it has it. `text_sha256` and `original_sha256` are of its canonical text
    and of the file it came as; whoever may see these can check that they are the same. `length_cp`: code points.
    """

    key: str
    why: Why
    text_sha256: str
    original_sha256: str
    length_cp: int
    passages: int
    codings: int


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What a file for others does not have: sources, and how many things with them, by kind."""

    sources: tuple[WithheldSource, ...] = ()
    counts: dict[str, int] = field(default_factory=dict)


@contextmanager
def copy_without(
    scope: StudyScope, also: Collection[str] = (), *, masked: bool = False, marked: bool = True
) -> Iterator[tuple[StudyScope, LeftOut]]:
    """A study without the sources that are `marked` confidential or restricted and those in `also`, while in `with`.

    Without `masked`, the sources are gone with their passages, codings and notes. With it, sources, passages and
    codings stay where they are, so that figures come out the same, while the words of the texts are replaced, and what
    names the source is. Free text elsewhere that holds a name or four words in a row of such a text is made empty in
    either case. Where nothing is restricted, the study itself is given.
    """
    restricted = [one for one in restricted_sources(scope, also) if marked or one.key in also]
    if not restricted:
        yield scope, LeftOut()
        return
    with tempfile.TemporaryDirectory(prefix="tenun-copy-") as folder:
        copy, left_out = _copied(scope, restricted, Path(folder), masked=masked)
        try:
            yield copy, left_out
        finally:
            copy.store.close()


def _copied(
    scope: StudyScope, restricted: Sequence[Restricted], folder: Path, *, masked: bool
) -> tuple[StudyScope, LeftOut]:
    from tenun.store import create

    tables = Tables(scope)
    names = _names(restricted, {source.key for source in scope.sources()})
    copied = CopiedRows(tables, names, telling_of(scope, tables, set(names)), masked=masked)
    study = tables.rows("study")[0]
    told = {name: copied.telling.blanked(study[name]) for name in ("title_en", "title_id")}
    store = create(folder / "copy.tenun", key=study["key"], guid=study["guid"], config=copied.config(), **told)
    new = NewRows(store)
    for table in ORDER:
        rows = copied.rows(table)
        new.add(table, parents_first(rows, OWN_TREES[table]) if table in OWN_TREES else rows)
    with store.command("copy", scope.coder) as change:
        for text in copied.masked_texts:
            change.put_blob(text.encode())
        for sha256 in dict.fromkeys(row["blob"] for row in new.rows("representation")):
            if sha256 not in copied.masked_blobs:
                change.put_blob(_blob(scope.store, sha256))
        new.write(change)
    left_out = LeftOut(tuple(_withheld(tables, names, restricted)), copied.counts())
    return StudyScope(store, scope.coder), left_out


def _blob(store: StudyStore, sha256: str) -> bytes:
    length = store.blob_length(sha256)
    return b"".join(store.blob_part(sha256, at, at + _PIECE) for at in range(0, length, _PIECE))


def _names(restricted: Sequence[Restricted], taken: set[str]) -> dict[str, str]:
    """Keys for the copy: letters and a number (S07) stay, anything longer may name somebody and is replaced."""
    names: dict[str, str] = {}
    used, number = set(taken), 0
    for one in restricted:
        names[one.key] = one.key
        if not _PLAIN_KEY.match(one.key):
            while (name := f"X{(number := number + 1):02}") in used:
                pass
            used.add(name)
            names[one.key] = name
    return names


def telling_of(scope: StudyScope, tables: Tables, restricted: Collection[str]) -> Telling:
    """What would give away the texts of some sources: their words, and those of their titles and makers."""
    hidden: list[str] = []
    known = [str(words) for words in tables.rows("study")[0].values() if isinstance(words, str)]
    config = tables.config
    known += [words for name in ("title", "question") for words in dict(config.get(name) or {}).values()]
    known += list(dict(dict(config.get("decision") or {}).get("label") or {}).values())
    keys = {row["guid"]: row["key"] for row in tables.rows("source")}
    for row in tables.rows("source"):
        words = [str(row[name] or "") for name in ("title", "author", "publisher", "institution")]
        (hidden if row["key"] in restricted else known).extend(words)
    for row in tables.rows("representation"):
        (hidden if keys[row["source"]] in restricted else known).append(row["text"])
    return Telling(hidden, known)


def _withheld(tables: Tables, names: dict[str, str], restricted: Sequence[Restricted]) -> Iterator[WithheldSource]:
    sources = {row["key"]: row for row in tables.rows("source")}
    texts = {row["guid"]: row for row in tables.rows("representation")}
    for one in restricted:
        text = texts.get(sources[one.key]["representation"])
        own = {guid for guid, row in texts.items() if row["source"] == sources[one.key]["guid"]}
        passages = {row["guid"] for row in tables.rows("passage") if row["representation"] in own}
        yield WithheldSource(
            key=names[one.key],
            why=one.why,
            text_sha256=text["sha256"] if text else "",
            original_sha256=text["blob"] if text else "",
            length_cp=len(text["text"]) if text else 0,
            passages=len(passages),
            codings=sum(row["passage"] in passages for row in tables.rows("coding")),
        )
