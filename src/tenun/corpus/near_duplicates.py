"""Near-duplicates among sources: proposed with the wording they share, for a person to decide."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from zlib import crc32

import numpy as np

from tenun.corpus.witnesses import Group
from tenun.text.folding import word_spans, words

THRESHOLD = 0.2
"""Two texts of equal length reach it when they share a third of their wording. Digests of one event that were written
independently stay below .02 (the 32 sources of the worked study: .014 at most), copies with one word in ten changed are
near .4; a miss counts one witness twice, while a wrong proposal costs a glance."""
SHINGLE_WORDS = 5
STRETCHES_SHOWN = 5
_PERMUTATIONS = 256

Shingle = tuple[str, ...]
WordAt = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class DuplicatePair:
    """Two sources whose wording is alike: a proposal for a person, never merged by itself."""

    first: str
    second: str
    similarity: float
    """Jaccard similarity of their word shingles, exact."""
    shared: tuple[str, ...]
    """Stretches of wording that stand in both, longest first, as the first source writes them."""
    known: bool
    """Already one witness by their declared origin."""


def near_duplicates(
    texts: Mapping[str, str],
    groups: Iterable[Group] = (),
    *,
    threshold: float = THRESHOLD,
    shingle: int = SHINGLE_WORDS,
) -> list[DuplicatePair]:
    """Pairs of texts that share at least `threshold` of their word shingles, most alike first.

    `texts` by source; `groups`: which of them are known to be one witness. MinHash proposes pairs (at the
    default threshold it misses one in two hundred that just reach it, fewer of those well above), the exact Jaccard
    similarity of the sets of `shingle` consecutive folded words decides. Same texts, same result, in whatever order.
    Source: Broder 1997, On the resemblance and containment of documents.

    >>> a = "The two cities signed a memorandum on Wednesday in Denpasar."
    >>> [(p.first, p.second, p.shared) for p in near_duplicates({"S1": a, "S2": "Bali: " + a, "S3": "Something else."})]
    [('S1', 'S2', ('The two cities signed a memorandum on Wednesday in Denpasar',))]
    """
    if not 0 < threshold <= 1:
        raise ValueError(f"a threshold lies above 0 and is at most 1, not {threshold}")
    group_of = {source: group.id for group in groups for source in group.sources}
    found = []
    for first, second in _proposed(texts, shingle, rows=2 if threshold >= THRESHOLD else 1):
        one, other = word_spans(texts[first]), word_spans(texts[second])
        ours, theirs = _shingles(one, shingle), _shingles(other, shingle)
        similarity = len(ours.keys() & theirs.keys()) / len(ours.keys() | theirs.keys())
        if similarity >= threshold:
            shared = _shared_stretches(one, other, theirs, shingle)[:STRETCHES_SHOWN]
            known = first in group_of and group_of[first] == group_of.get(second)
            wording = tuple(texts[first][start:end] for start, end in shared)
            found.append(DuplicatePair(first, second, similarity, wording, known))
    return sorted(found, key=lambda pair: (-pair.similarity, pair.first, pair.second))


def _proposed(texts: Mapping[str, str], shingle: int, rows: int) -> list[tuple[str, str]]:
    """Pairs that agree on some band of `rows` MinHash values, in order."""
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(num_perm=_PERMUTATIONS, params=(_PERMUTATIONS // rows, rows))
    pattern = MinHash(num_perm=_PERMUTATIONS, seed=1, hashfunc=int)
    pairs = []
    for source in sorted(texts):
        if not (hashes := _shingle_hashes(words(texts[source]), shingle)):
            continue
        sketch = pattern.copy()
        sketch.update_batch(hashes)
        pairs += [(earlier, source) for earlier in index.query(sketch)]
        index.insert(source, sketch)
    return sorted(pairs)


def _shingle_hashes(held: Sequence[str], shingle: int) -> list[int]:
    """Distinct 32-bit hashes of the shingles, the same on every machine."""
    hashes = np.array([crc32(word.encode()) for word in held], dtype=np.uint64)
    if not len(hashes):
        return []
    length = min(shingle, len(hashes))
    mixed = np.zeros(len(hashes) - length + 1, dtype=np.uint64)
    for at in range(length):
        mixed = (mixed ^ hashes[at : at + len(mixed)]) * np.uint64(0x9E3779B97F4A7C15)
        mixed ^= mixed >> np.uint64(29)
    return [int(value) for value in np.unique(mixed >> np.uint64(32))]


def _shingles(words: Sequence[WordAt], shingle: int) -> dict[Shingle, list[int]]:
    """The shingles of a text and where they begin, in words; a text shorter than one is a single shingle."""
    length = min(shingle, len(words))
    found: dict[Shingle, list[int]] = {}
    for at in range(len(words) - length + 1):
        found.setdefault(tuple(word for word, _, _ in words[at : at + length]), []).append(at)
    return found


def _shared_stretches(
    first: Sequence[WordAt], second: Sequence[WordAt], of_second: Mapping[Shingle, list[int]], shingle: int
) -> list[tuple[int, int]]:
    """Spans (code points of the first text) of the longest runs of words that both hold, longest first, none twice."""
    length = min(shingle, len(first))
    runs: dict[Shingle, tuple[int, int]] = {}
    at = 0
    while at + length <= len(first):
        starts = of_second.get(tuple(word for word, _, _ in first[at : at + length]), [])
        longest = max((_run(first, second, at, start) for start in starts), default=0)
        if longest:
            run = first[at : at + longest]
            runs.setdefault(tuple(word for word, _, _ in run), (run[0][1], run[-1][2]))
        at += max(longest, 1)
    return sorted(runs.values(), key=lambda span: (span[0] - span[1], span[0]))


def _run(first: Sequence[WordAt], second: Sequence[WordAt], at: int, start: int) -> int:
    """How many words the two texts have in common from there on."""
    longest = min(len(first) - at, len(second) - start)
    return next((step for step in range(longest) if first[at + step][0] != second[start + step][0]), longest)
