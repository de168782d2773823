"""Everything a report needs, already computed: the report reads this and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tenun.analysis.results import Agreement
from tenun.analysis.saturation import Saturation
from tenun.claims.results import (
    ConfidenceProfile,
    DuplicatePair,
    Group,
    Limit,
    PublishedComparison,
    Ranking,
    Reason,
    RivalThread,
    SwitchTable,
    TheoryRow,
    TriangulationCell,
)
from tenun.coding.codebook import Codebook
from tenun.coding.facets import Facets
from tenun.coding.places import Region, Times
from tenun.corpus.chronology import ConflictRecord, EventFact
from tenun.corpus.sources import Source
from tenun.corpus.study import Bilingual, StudyConfig
from tenun.corpus.transcripts import Guide

NO_FACETS = Facets()


@dataclass(frozen=True, slots=True)
class Locator:
    """Where in its source a passage stands: paragraph (from 1) of a text, or speaker, turn, time, guide question.

    `region` and `times`: where it is a rectangle of a picture or page, or a stretch of a recording.
    """

    paragraph: int | None = None
    speaker: str = ""
    turn: int | None = None
    start_ms: int | None = None
    question: str | None = None
    region: Region | None = None
    times: Times | None = None


NOWHERE = Locator()


@dataclass(frozen=True, slots=True)
class Translation:
    """A passage in another language, as the study holds it. `status` is the study's own word (`checked`, `draft`)."""

    language: str
    text: str
    translator: str = ""
    status: str = ""


@dataclass(frozen=True, slots=True)
class CodedAs:
    """One coding of a passage: who coded it as what. `facets.voice` None means as the kind of source says."""

    coder: str
    code: str
    facets: Facets = NO_FACETS


@dataclass(frozen=True, slots=True)
class PassageView:
    """A passage as a reader sees it. `source` is the key, `language` the quote's own."""

    guid: str
    quote: str
    source: str
    language: str
    locator: Locator = NOWHERE
    translation: Translation | None = None
    codings: tuple[CodedAs, ...] = ()


@dataclass(frozen=True, slots=True)
class CoderView:
    """A coder. `person` is the same for names that are one person; empty means the name itself."""

    name: str
    kind: str = "human"
    person: str = ""
    codings: int = 0


@dataclass(frozen=True, slots=True)
class Counts:
    """How much the study holds. `passages` carry at least one code, `uncoded` were left so on purpose."""

    sources: int
    included: int
    synthetic: int
    passages: int
    codings: int
    uncoded: int = 0
    words: int = 0


@dataclass(frozen=True, slots=True)
class RuleChange:
    """A set of rules the ranking has had: ISO day, hash, and why it was changed (empty for the first)."""

    at: str
    sha256: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Audit:
    """What lets a reader check that the report belongs to the study. `rule_history` is oldest first."""

    input_hash: str
    rules_hash: str
    program_version: str
    event_head: str = ""
    events: int = 0
    rule_history: tuple[RuleChange, ...] = ()


@dataclass(frozen=True, slots=True)
class StressFailure:
    """A condition under which P(first) misleads, from the simulation.

    `scenario`: `close-motives`, `talkative-witnesses`, `coder-error`, `blurred-borders`, `undetected-copies`,
    `reticence`, `unlisted-motive` or `equal-motives`. `strength` is its size (error rate, share of what strays over a
    border, of copies or of witnesses who would name what is not listed, standard deviation on the logit). `low` and
    `high` bound, over the numbers of witnesses tried, how often a P(first) of at least .90 was right; for
    `equal-motives`, how often it was claimed although no motive led.
    """

    scenario: str
    strength: float | None
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """The simulation's outcome: studies simulated from the model's own prior, their calibration error, the failures."""

    studies: int
    error: float
    failures: tuple[StressFailure, ...] = ()


@dataclass(frozen=True, slots=True)
class Findings:
    """A study with every figure that its report states.

    `sources`: in the order of the list of sources, also synthetic and excluded ones. `passages`: by guid, every passage
    that a motive, rival, conflict, fact or limit points to. `ranking`: the headline one; `switches`: its switch table.
    `agreement` None goes with `agreement_reason`, `saturation` None with `saturation_reason`. `published` is None where
    the study knows of no published order. `generated`: ISO day printed on the report, never read from a clock here.
    `not_found`: what was looked for in vain. `theory_labels`: words for a theory facet (`lecours_layer`) and its values
    (`lecours_layer=economic`). `institution_labels`: words for the institutions of the groups, before those of the
    study's `extra["institutions"]`; a name without words stands as it is.
    """

    study: StudyConfig
    sources: tuple[Source, ...]
    groups: tuple[Group, ...]
    codebook: Codebook
    coders: tuple[CoderView, ...]
    ranking: Ranking
    switches: SwitchTable
    passages: Mapping[str, PassageView]
    counts: Counts
    audit: Audit
    generated: str
    agreement: Agreement | None = None
    agreement_reason: Reason | None = None
    triangulation: tuple[TriangulationCell, ...] = ()
    published: PublishedComparison | None = None
    theory: tuple[TheoryRow, ...] = ()
    rivals: tuple[RivalThread, ...] = ()
    limits: tuple[Limit, ...] = ()
    confidence: tuple[ConfidenceProfile, ...] = ()
    facts: tuple[EventFact, ...] = ()
    conflicts: tuple[ConflictRecord, ...] = ()
    duplicates: tuple[DuplicatePair, ...] = ()
    calibration: Calibration | None = None
    saturation: Saturation | None = None
    saturation_reason: Reason | None = None
    guide: Guide | None = None
    not_found: tuple[Bilingual, ...] = ()
    theory_labels: Mapping[str, Bilingual] = field(default_factory=dict)
    institution_labels: Mapping[str, Bilingual] = field(default_factory=dict)

    @property
    def listed_sources(self) -> tuple[Source, ...]:
        """The sources as the report numbers them: invented ones last, else in their order."""
        return tuple(sorted(self.sources, key=lambda source: source.synthetic))

    def source(self, key: str) -> Source:
        """One source by key."""
        return next(found for found in self.sources if found.key == key)

    def group(self, key: str) -> Group:
        """One witness by the id of its group."""
        return next(found for found in self.groups if found.id == key)
