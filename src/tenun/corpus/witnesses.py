"""Witnesses: sources that are textually one count once, because a copy confirms nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from tenun.corpus.sources import CLASS_OF_KIND, Source, SourceKind, earliest_day

Grouping = Literal["origin", "none", "institution"]


@dataclass(frozen=True, slots=True)
class Group:
    """A witness: sources that are textually one. `id` is the key or name of what they share, or the source's own key.

    `institutions` are who speaks in them; `compilation` marks a source made from several others.
    """

    id: str
    sources: tuple[str, ...]
    source_class: str
    institutions: tuple[str, ...]
    compilation: bool = False


def witnesses(
    sources: Sequence[Source],
    confirmed_duplicates: Iterable[tuple[str, str]] = (),
    *,
    grouping: Grouping = "origin",
    compilations: bool = False,
    origin_kinds: Mapping[str, SourceKind] | None = None,
) -> tuple[Group, ...]:
    """The witnesses among `sources`, by id.

    A source with one origin joins that origin's group, and so do the copies of copies; a confirmed duplicate joins too.
    A source with several origins joins none: it, and what was copied from it, is a group of its own, there only with
    `compilations`. The class of a group is its origin's where the origin is one of `sources` or its kind is declared in
    `origin_kinds`, else that of its earliest source (undated last, then lowest key).

    `grouping`: `origin` as above; `none`, where every source is a witness; `institution`, where witnesses that share a
    speaking institution are one as well, because they share what they know. A copy speaks for its origin, not for its
    publisher, unless the study names its institution. Groups by institution carry the institution's name.
    Source: METHODS section 1.

    >>> release = ("PR-1",)
    >>> copies = [Source("S1", "", "news", "id", origins=release), Source("S2", "", "news", "id", origins=release)]
    >>> [(group.id, group.sources) for group in witnesses([*copies, Source("S3", "", "book", "en")])]
    [('PR-1', ('S1', 'S2')), ('S3', ('S3',))]
    """
    kinds = origin_kinds or {}
    if grouping == "none":
        groups = [_group(source.key, [source], {source.key: source}, kinds) for source in sources]
    else:
        groups = _by_origin(sources, confirmed_duplicates, kinds)
    if grouping == "institution":
        groups = _by_institution(groups, {source.key: source for source in sources})
    return tuple(sorted((g for g in groups if compilations or not g.compilation), key=lambda group: group.id))


class _Partition:
    """Names that belong together, by union and find."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}

    def find(self, name: str) -> str:
        parent = self._parent.setdefault(name, name)
        while parent != self._parent[parent]:
            self._parent[parent] = self._parent[self._parent[parent]]
            parent = self._parent[parent]
        self._parent[name] = parent
        return parent

    def join(self, first: str, second: str) -> None:
        self._parent[self.find(first)] = self.find(second)

    def parts(self, names: Iterable[str]) -> list[list[str]]:
        found: dict[str, list[str]] = {}
        for name in names:
            found.setdefault(self.find(name), []).append(name)
        return list(found.values())


def _by_origin(
    sources: Sequence[Source], confirmed_duplicates: Iterable[tuple[str, str]], kinds: Mapping[str, SourceKind]
) -> list[Group]:
    known = {source.key: source for source in sources}
    together = _Partition()
    for source in sources:
        if len(source.origins) == 1:
            together.join(source.key, source.origins[0])
    for first, second in confirmed_duplicates:
        if all(key in known and len(known[key].origins) < 2 for key in (first, second)):
            together.join(first, second)
    parts = together.parts(known)
    return [_group(_origin_of(part, known), [known[key] for key in part], known, kinds) for part in parts]


def _origin_of(keys: Sequence[str], known: Mapping[str, Source]) -> str:
    """What the sources were all made from: the lowest of the ids that others derive from and that derive from none."""
    parents = {known[key].origins[0] for key in keys if len(known[key].origins) == 1}
    roots = [name for name in parents if name not in known or len(known[name].origins) != 1]
    return min(roots) if roots else keys[0] if len(keys) == 1 else _earliest([known[key] for key in keys]).key


def _group(origin: str, members: list[Source], known: Mapping[str, Source], kinds: Mapping[str, SourceKind]) -> Group:
    root = known.get(origin)
    if root is not None:
        source_class = root.source_class
    else:
        source_class = CLASS_OF_KIND[kinds[origin]] if origin in kinds else _earliest(members).source_class
    return Group(
        id=origin,
        sources=tuple(sorted(source.key for source in members)),
        source_class=source_class,
        institutions=_speakers(origin, members, root),
        compilation=any(len(source.origins) > 1 for source in members),
    )


def _speakers(origin: str, members: Sequence[Source], root: Source | None) -> tuple[str, ...]:
    """Who speaks in a group: the origin's speaker, else those the study names, else the origin, else the publisher."""
    if root is not None:
        return (root.speaker,)
    if named := {source.institution for source in members if source.institution}:
        return tuple(sorted(named))
    if any(source.origins == (origin,) for source in members):
        return (origin,)
    return tuple(sorted({source.speaker for source in members}))


def _by_institution(groups: Sequence[Group], known: Mapping[str, Source]) -> list[Group]:
    together = _Partition()
    single = {group.id: group for group in groups if not group.compilation}
    for group in single.values():
        for institution in group.institutions:
            together.join(f"group {group.id}", f"institution {institution}")
    parts = together.parts(f"group {key}" for key in single)
    merged = [_merge([single[name.removeprefix("group ")] for name in part], known) for part in parts]
    return [*merged, *(group for group in groups if group.compilation)]


def _merge(groups: Sequence[Group], known: Mapping[str, Source]) -> Group:
    institutions = tuple(sorted({institution for group in groups for institution in group.institutions}))
    keys = tuple(sorted(key for group in groups for key in group.sources))
    earliest = _earliest([known[key] for key in keys]).source_class
    return Group(institutions[0], keys, groups[0].source_class if len(groups) == 1 else earliest, institutions)


def _earliest(members: Sequence[Source]) -> Source:
    return min(members, key=lambda source: (earliest_day(source.published) or dt.date.max, source.key))
