"""What a study asks, and the settings that its figures depend on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from tenun.corpus.sources import SourceKind

LETTER_WEIGHTS: dict[str, float] = {"A": 1.0, "B": 0.8, "C": 0.6, "D": 0.4, "E": 0.2}
UNJUDGED_WEIGHT = 0.5


@dataclass(frozen=True, slots=True)
class Bilingual:
    """Words that the study has in English and Indonesian; one may be missing."""

    en: str = ""
    id: str = ""

    def of(self, language: str) -> str:
        """The words in `language` (`en` or `id`), or in the other one where these are missing."""
        first, second = (self.id, self.en) if language == "id" else (self.en, self.id)
        return first or second


@dataclass(frozen=True, slots=True)
class Decision:
    """The decision whose motives are asked for. `date` is an ISO day."""

    label: Bilingual
    date: str


@dataclass(frozen=True, slots=True)
class Place:
    """A place on the map, in degrees."""

    label: Bilingual
    latitude: float
    longitude: float
    role: str = ""


@dataclass(frozen=True, slots=True)
class PublishedRanking:
    """An order of motives that somebody published, best first; each rank is a tuple of codes that share it."""

    label: Bilingual
    order: tuple[tuple[str, ...], ...]
    source: str | None = None


@dataclass(frozen=True, slots=True)
class StudyConfig:
    """`study.yaml`, read and checked.

    `motives`: codes of the motives in order of the codebook; `motive_root`: the code whose children they are, or None
    where the study lists them. `rivals`: codes of explanations that are no motives of the city. `same_person`: groups
    of coder names that are one person (their agreement is intra-coder). `defaults`: facet -> token for codings that do
    not say. `letter_weights` and `unjudged_weight`: the table of METHODS section 1. `origin_kinds`: id of an origin
    that is no source of the study (a press release) -> its kind, which decides the class of the witness made from it.
    `procedure`: the code whose children are the stages of the procedure, in their order.
    """

    id: str
    title: Bilingual
    question: Bilingual
    decision: Decision
    case: str | None
    own_side: Bilingual
    motives: tuple[str, ...]
    motive_root: str | None = None
    languages: tuple[str, ...] = ("en", "id")
    seed: int = 1
    rivals: tuple[str, ...] = ()
    same_person: tuple[tuple[str, ...], ...] = ()
    places: tuple[Place, ...] = ()
    published_ranking: PublishedRanking | None = None
    defaults: dict[str, str] = field(default_factory=dict)
    letter_weights: dict[str, float] = field(default_factory=lambda: dict(LETTER_WEIGHTS))
    unjudged_weight: float = UNJUDGED_WEIGHT
    origin_kinds: dict[str, SourceKind] = field(default_factory=dict)
    numbers: bool = True
    procedure: str | None = None
    extra: dict[str, Any] = field(default_factory=dict)

    def plain(self) -> dict[str, Any]:
        """The settings as JSON can hold them; `config_from_plain` reads them back."""
        return asdict(self)


def _two(value: Any) -> Bilingual:
    return Bilingual(**value) if isinstance(value, Mapping) else Bilingual(en=value or "", id=value or "")


def config_from_plain(plain: Mapping[str, Any]) -> StudyConfig:
    """The settings that `StudyConfig.plain` wrote.

    >>> decision = Decision(Bilingual("D"), "2019-11-27")
    >>> config = StudyConfig("s", Bilingual("T"), Bilingual(), decision, None, Bilingual(), ("M",))
    >>> config_from_plain(config.plain()) == config
    True
    """
    values = dict(plain)
    for name in ("title", "question", "own_side"):
        values[name] = _two(values[name])
    values["decision"] = Decision(_two(plain["decision"]["label"]), plain["decision"]["date"])
    for name in ("motives", "languages", "rivals"):
        values[name] = tuple(values.get(name) or ())
    values["same_person"] = tuple(tuple(names) for names in plain.get("same_person") or ())
    values["places"] = tuple(Place(**{**place, "label": _two(place["label"])}) for place in plain.get("places") or ())
    published = plain.get("published_ranking")
    values["published_ranking"] = published and PublishedRanking(
        _two(published["label"]), tuple(tuple(rank) for rank in published["order"]), published.get("source")
    )
    return StudyConfig(**values)
