"""What a coder looked for in a source and did not find."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tenun.coding.codebook import Codebook
from tenun.coding.codings import Coding, Uncoded
from tenun.corpus.identity import guid_of


@dataclass(frozen=True, slots=True)
class Coverage:
    """`coder` read `source` (a key) for `code` in a round and found it nowhere, nor any code below it."""

    source: str
    code: str
    coder: str
    round: int = 1
    guid: str = ""


def whole_codebook(
    codings: Sequence[Coding], uncoded: Sequence[Uncoded], codebook: Codebook, source_of: dict[str, str], study: str
) -> Iterator[Coverage]:
    """Coverage where each coder read every source that has a row of theirs with the whole codebook.

    `source_of`: representation -> key of its source; `study`: the study's guid.
    """
    found: dict[tuple[str, str, int], set[str]] = defaultdict(set)
    for left in uncoded:
        found[source_of[left.passage.representation], left.coder, left.round].update()
    for coding in codings:
        read = found[source_of[coding.passage.representation], coding.coder, coding.round]
        read.update(codebook.path(coding.code))
    for (source, coder, number), codes in sorted(found.items()):
        for code in codebook:
            if code not in codes:
                guid = guid_of(study, "coverage", source, code, coder, number)
                yield Coverage(source, code, coder, number, guid)
