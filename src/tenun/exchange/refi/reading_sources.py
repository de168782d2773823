"""Sources of a project as programs write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tenun.exchange.refi import project as refi
from tenun.exchange.refi.reading import Reader, tag, words
from tenun.exchange.refi.writing_sources import PLACES, TAGS

if TYPE_CHECKING:
    from lxml.etree import _Element

_KINDS: dict[str, refi.Kind] = {name: kind for kind, name in TAGS.items()}
_PLACES = frozenset(PLACES.values())
_ABOUT = frozenset({"guid", "name", "creatingUser", "creationDateTime", "modifyingUser", "modifiedDateTime"})
_TEXTS = ("Representation", "TextDescription", "Transcript")


def source_of(read: Reader, element: _Element) -> refi.Source | None:
    """A source; None for an element that is none."""
    kind = _KINDS.get(tag(element))
    if kind is None:
        return None
    original = element.get("richTextPath" if kind == "text" else "path") or element.get("currentPath") or ""
    texts = [text_of(read, one) for one in element if tag(one) in _TEXTS]
    if kind == "text":
        texts = [text_of(read, element)]
    return refi.Source(
        kind=kind,
        guid=read.own(element),
        name=(element.get("name") or "").strip(),
        description=words(element, "Description"),
        original=original,
        texts=tuple(texts),
        places=tuple(_selection(read, one) for one in element if tag(one) in _PLACES),
        codings=_codings(read, element),
        notes=read.targets(element, "NoteRef"),
        values=read.values(element),
        user=read.guid(element.get("creatingUser")),
    )


def text_of(read: Reader, element: _Element) -> refi.PlainText:
    """A text, from the file that it names or the words that stand in it, with what is selected in it."""
    inline = next((one for one in element if tag(one) == "PlainTextContent"), None)
    path = element.get("plainTextPath") or ""
    text, member = read.text_at(path) if path else (None, "")
    if text is None and inline is not None:
        text = inline.text or ""
    wanted = ("PlainTextSelection", "TranscriptSelection")
    return refi.PlainText(
        guid=read.own(element),
        text=text,
        name=element.get("name") or "",
        member=member,
        selections=tuple(_selection(read, one) for one in element if tag(one) in wanted),
        syncs=tuple(_sync(read, one) for one in element if tag(one) == "SyncPoint"),
        notes=read.targets(element, "NoteRef"),
    )


def _selection(read: Reader, element: _Element) -> refi.Selection:
    kind = tag(element)
    first, last = read.guid(element.get("fromSyncPoint")), read.guid(element.get("toSyncPoint"))
    inner = next((one for one in element if tag(one) == "Representation"), None)
    place = {str(name): str(value) for name, value in element.attrib.items() if name not in _ABOUT}
    return refi.Selection(
        guid=read.own(element),
        start=_number(element.get("startPosition")),
        end=_number(element.get("endPosition")),
        name=element.get("name") or "",
        description=words(element, "Description"),
        words=(text_of(read, inner).text or "") if inner is not None else "",
        user=read.guid(element.get("creatingUser")),
        at=element.get("creationDateTime") or "",
        codings=_codings(read, element),
        notes=read.targets(element, "NoteRef"),
        syncs=(first, last) if kind == "TranscriptSelection" else None,
        place=place if kind in _PLACES else {},
    )


def _codings(read: Reader, element: _Element) -> tuple[refi.Coding, ...]:
    found = []
    for one in element:
        code = read.targets(one, "CodeRef") if tag(one) == "Coding" else ()
        if code:
            user = read.guid(one.get("creatingUser")) or read.guid(element.get("creatingUser"))
            own = read.guid(one.get("guid"))
            found.append(
                refi.Coding(own, code[0], user, one.get("creationDateTime") or "", read.targets(one, "NoteRef"))
            )
    return tuple(found)


def _sync(read: Reader, element: _Element) -> refi.SyncPoint:
    return refi.SyncPoint(read.own(element), _number(element.get("position")), _number(element.get("timeStamp")))


def _number(spelled: str | None) -> int | None:
    try:
        return None if spelled is None else int(spelled.strip()[:20])
    except ValueError:
        return None
