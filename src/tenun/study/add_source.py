"""Add a source from a text that somebody pasted."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from tenun.corpus.identity import guid_of
from tenun.corpus.sources import KINDS, Source, SourceKind
from tenun.errors import Conflict, InputRefused
from tenun.study.importing.rows_of_folder import source_row
from tenun.text.canonical import canonical
from tenun.text.hashes import sha256_text

if TYPE_CHECKING:
    from tenun.study.scope import StudyScope

KEY_AT_MOST = 80


def add_source(
    scope: StudyScope,
    *,
    key: str,
    title: str,
    kind: str,
    language: str,
    text: str,
    publisher: str | None = None,
    published: str | None = None,
    url: str | None = None,
) -> str:
    """Add a source with the text as its original; returns its guid.

    Raises InputRefused for an empty text or key or a kind that does not exist, Conflict for a key that is taken.
    """
    content = _checked(key, kind, text)
    plain = canonical(text)
    source = Source(
        key.strip(),
        title.strip() or key.strip(),
        _kind(kind),
        language,
        guid=guid_of(scope.guid, "source", key.strip()),
        publisher=publisher,
        published=published,
        url=url,
    )
    with scope.store.command("add_source", scope.coder) as change:
        if scope.store.rows("source", key=source.key):
            raise Conflict("study.source-taken", key=source.key)
        row = {name: value for name, value in source_row(source, "").items() if name != "representation"}
        change.insert("source", row)
        reading = {"extractor": "pasted", "extractor_version": "1", "replaced": list(plain.replaced_cp)}
        text_row = {"source": source.guid, "blob": change.put_blob(content), "language": language, **reading}
        made = change.insert("representation", {**text_row, "text": plain.text, "sha256": sha256_text(plain.text)})
        change.update("source", source.guid, representation=made[0])
    return source.guid


def _checked(key: str, kind: str, text: str) -> bytes:
    """The bytes of a text that may come in."""
    from tenun.intake.guard.size import SOURCE_BYTES, check_bytes, check_length

    content = text.encode("utf-8", "surrogatepass")
    check_bytes(content, SOURCE_BYTES, key)
    check_length(text, where=key)
    if kind not in KINDS:
        raise InputRefused("study.no-such-kind", value=kind, allowed=", ".join(get_args(SourceKind)))
    if not text.strip() or not key.strip() or len(key) > KEY_AT_MOST:
        raise InputRefused("study.source-empty", most=KEY_AT_MOST)
    return content


def _kind(kind: str) -> SourceKind:
    return next(known for known in KINDS if known == kind)
