"""Search: paragraphs folded into words in Python, so that both databases find the same."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sqlalchemy import Connection, select, text

from tenun.store.database import Database, Phrase
from tenun.store.records import Hit
from tenun.store.schema import representation, segment, source
from tenun.text.folding import fold
from tenun.text.segments import segments

_WORD = re.compile(r"[^\W_]+")
_ASKED = re.compile(r'"([^"]*)"|(\S+)')
_SEGMENT = ("id", "representation_id", "start_cp", "end_cp", "tokens")


def tokens(words: str) -> list[str]:
    """Folded words as the index holds them: hyphens and apostrophes part words, so that `kota` finds `kota-kota`.

    >>> tokens("Oleh-oleh dari Café Ubud")
    ['oleh', 'oleh', 'dari', 'cafe', 'ubud']
    """
    return [token for word in _WORD.findall(words) for token in _WORD.findall(fold(word))]


def phrases(words: str) -> list[Phrase]:
    """What a search asks for: every word, words in quotation marks side by side, `*` at the end of a word's beginning.

    >>> phrases('"kota kembar" kerja*')
    [Phrase(words=('kota', 'kembar'), prefix=False), Phrase(words=('kerja',), prefix=True)]
    """
    found = []
    for quoted, plain in _ASKED.findall(words):
        if parts := tokens(quoted or plain):
            found.append(Phrase(tuple(parts), plain.endswith("*")))
    return found


def index_texts(connection: Connection, database: Database, texts: Iterable[tuple[int, str]]) -> None:
    """Cut representations (id, text) into segments and make them findable."""
    cut = [
        (key, span.start_cp, span.end_cp, " ".join(tokens(span.of(content))))
        for key, content in texts
        for span in segments(content)
    ]
    if cut:
        ids = database.new_ids(connection, "segment", len(cut))
        rows = [(number, *segment) for number, segment in zip(ids, cut, strict=True)]
        database.write_rows(connection, "segment", _SEGMENT, rows)
        database.index_segments(connection, [(row[0], row[4]) for row in rows])


def find(connection: Connection, database: Database, study_id: int, words: str, limit: int) -> list[Hit]:
    """Paragraphs in which all of `words` occur, by source and place."""
    asked = phrases(words)
    if not asked:
        return []
    query = (
        select(source.c.key, representation.c.guid, segment.c.start_cp, segment.c.end_cp)
        .select_from(segment.join(representation).join(source, source.c.id == representation.c.source_id))
        .where(representation.c.study_id == study_id, text(database.FOUND))
        .order_by(source.c.key.collate(database.COLLATION), representation.c.id, segment.c.start_cp)
        .limit(limit)
    )
    return [Hit(*row) for row in connection.execute(query, {"words": database.asked(asked)})]
