"""Which sources must not leave the study with their words, and why."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from tenun.corpus.sources import Source
    from tenun.study.scope import StudyScope

Why = Literal["confidentiality", "consent", "asked"]
OPEN = frozenset(
    (
        "", "public", "open", "published", "none", "no", "not confidential", "publik", "umum", "terbuka", "terbit",
        "tidak", "tidak ada", "tidak rahasia", "bukan rahasia",
    )
)  # fmt: skip
"""What `confidentiality` says of a source that everybody may read; anything else is taken for a restriction."""
_RESTRICTS = re.compile(
    r"\b(?:no|not|none|never|without|only|refus\w*|withdr\w*|withh\w*|restrict\w*|limited|pending|denied|unknown|anonym\w*"
    r"|tidak|tanpa|belum|hanya|bukan|menolak|ditolak|dicabut|ditarik|terbatas|dibatasi|anonim)\b",
    re.IGNORECASE,
)
WORDS: dict[Why, tuple[str, str]] = {
    "confidentiality": ("marked as confidential", "ditandai rahasia"),
    "consent": ("consent is restricted", "persetujuan dibatasi"),
    "asked": ("left out by choice", "ditinggalkan atas pilihan"),
}


@dataclass(frozen=True, slots=True)
class Restricted:
    """A source whose words stay here, and what says so."""

    key: str
    title: str
    why: Why


def restricted_sources(scope: StudyScope, also: Collection[str] = ()) -> tuple[Restricted, ...]:
    """Sources that are confidential or whose consent is restricted, and those in `also`, by key.

    Both are said in free words. A source counts as confidential unless `confidentiality` is empty or says that it is
    open; consent counts as restricted where its words refuse or limit something ("not", "only", "tanpa", ...). In doubt
    a source stays here. Raises InputRefused for a key in `also` that there is not.
    """
    for key in also:
        scope.source_row(key)
    found = ((source, _why(source, also)) for source in scope.sources())
    return tuple(Restricted(source.key, source.title, why) for source, why in found if why)


def _why(source: Source, also: Collection[str]) -> Why | None:
    if source.confidentiality.strip().strip(".").casefold() not in OPEN:
        return "confidentiality"
    if _RESTRICTS.search(source.consent):
        return "consent"
    return "asked" if source.key in also else None
