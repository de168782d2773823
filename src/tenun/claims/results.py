"""What the ranking and its neighbours return: plain, frozen, ready to be printed, stored and reported.

Motives, sources and codes appear by key, passages by guid, witnesses (independence groups) by the id of the group.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tenun.corpus.near_duplicates import DuplicatePair as DuplicatePair
from tenun.corpus.study import Bilingual
from tenun.corpus.witnesses import Group as Group

METHODS: tuple[str, ...] = (
    "passages",
    "independent_support",
    "weighted_support",
    "breadth",
    "stated_priority",
    "causal_weight",
)


@dataclass(frozen=True, slots=True)
class Scores:
    """The six scores of METHODS section 2. `causal_weight` (decibels) is None without a ledger."""

    passages: int
    independent_support: int
    weighted_support: float
    breadth: int
    stated_priority: int
    causal_weight: float | None


@dataclass(frozen=True, slots=True)
class Witnesses:
    """Groups that support (contested ones among them), oppose only, and do both."""

    supports: tuple[str, ...]
    opposes_only: tuple[str, ...]
    contested: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MotiveRank:
    """One motive. `rank_probabilities[r]` is the probability of rank r + 1; None where P(first) is not computable."""

    id: str
    label_en: str
    label_id: str
    scores: Scores
    p_first: float | None
    rank_probabilities: tuple[float, ...] | None
    witnesses: Witnesses
    passages: tuple[str, ...]
    """Guids of the admissible supporting passages, in order of source and place."""
    opposing_passages: tuple[str, ...]
    first_hand: tuple[str, ...] = ()
    """Supporting witnesses with support in the own actor's words or document."""
    second_hand: tuple[str, ...] = ()
    """Supporting witnesses with nothing but a writer's attribution."""
    put_first_by: tuple[str, ...] = ()
    """Witnesses that say it came first; with those that only deny it, what stated priority counts."""
    denied_first_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CoderFigures:
    """What one coder's codings alone give for one motive (`either` and `both` count as coders here)."""

    independent_support: int
    p_first: float | None


@dataclass(frozen=True, slots=True)
class Fragility:
    """How little it takes to unseat the first motive. METHODS section 2.

    `motive` is the sole first, `groups` the lexicographically first of the smallest sets whose removal lets `rival`
    draw level. A tied first has 0 groups to remove and no `motive`; where nothing is attested both are None.
    `ledger_margin_db`: decibels from the first to the runner-up in the process-tracing ledger, None without one.
    """

    motive: str | None
    groups_to_remove: int | None
    groups: tuple[str, ...]
    unique: bool
    rival: str | None
    ledger_margin_db: float | None = None


@dataclass(frozen=True, slots=True)
class Consensus:
    """Weak orders at least Kemeny-Snell distance from those of the methods; `order` is the one shown.

    An order is a tuple of ranks, best first; a rank is a tuple of motives that share it.
    """

    orders: tuple[tuple[tuple[str, ...], ...], ...]
    unique: bool
    order: tuple[tuple[str, ...], ...]
    methods: tuple[str, ...]
    """The methods that took part: computable, and not tying every motive."""


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition of the verdict that fails: `code` is one of CONDITIONS, the other fields say on what."""

    code: str
    motives: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    values: tuple[float, ...] = ()
    switches: tuple[str, ...] = ()
    coders: tuple[str, ...] = ()


CONDITIONS: dict[str, str] = {
    "fewer-than-four-witnesses": "not assessable: values (n,)",
    "fewer-than-two-motives": "not assessable: motives that are supported (none or one)",
    "tied-first": "several motives share the first place: motives; empty where no motive has net support",
    "p-first-not-computable": "the headline P(first) has no value; coders for whom it has none",
    "p-first-below-leading": "P(first) below the .75 that leading takes: values (p,)",
    "fewer-than-ten-witnesses": "values (n,)",
    "p-first-below-foremost": "P(first) below .90: values (p,)",
    "fragile": "fewer than two witnesses need go: values (fragility,), groups, motives = the rival that draws level",
    "coders-differ": "not sole first for these coders (either and both among them)",
    "switches-unseat": "not sole first under these switches",
    "first-hand-puts-another-first": "motives that these first-hand groups put first",
    "one-institution": "fewer than two institutions speak for it: values (count,)",
}
"""Codes of the conditions of the verdict, and what their fields hold."""

VERDICTS: tuple[str, ...] = ("foremost", "leads", "not_told_apart", "not_assessable")


@dataclass(frozen=True, slots=True)
class Verdict:
    """The judgement on the evidence at hand: a level of VERDICTS, and who has the highest independent support."""

    level: str
    leaders: tuple[str, ...]
    failed_conditions: tuple[Condition, ...]
    not_separable: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SwitchRow:
    """The ranking with one switch turned: leaders on independent support, and each motive's figures."""

    switch: str
    n: int
    leaders: tuple[str, ...]
    independent_support: dict[str, int]
    p_first: dict[str, float] | None
    stated_priority: dict[str, int]


@dataclass(frozen=True, slots=True)
class SwitchTable:
    """Each switch alone, and in what share of all combinations of switches and coders each motive is (sole) first."""

    rows: tuple[SwitchRow, ...]
    combinations: int
    share_first: dict[str, float]
    share_sole_first: dict[str, float]


@dataclass(frozen=True, slots=True)
class Ranking:
    """The motives, ranked by stated rules from the codings alone.

    `motives` stand in the order of attestation: independent support, then weighted support, then passages, then the
    codebook's order. `p_first_basis` is `headline` (equal mean over coders) or the coder asked for.
    """

    decision: str
    rules: dict[str, object]
    rules_hash: str
    coder: str
    switches: tuple[str, ...]
    n: int
    p_first_basis: str
    motives: tuple[MotiveRank, ...]
    by_coder: dict[str, dict[str, CoderFigures]]
    fragility: Fragility
    consensus: Consensus | None
    kendalls_w: float | None
    verdict: Verdict
    not_computable: dict[str, str]
    """Name of a figure without a value -> code of the reason in `tenun/messages`."""
    input_hash: str
    not_computable_values: dict[str, dict[str, object]] = field(default_factory=dict)
    """Name of a figure without a value -> what fills the reason's sentence."""
    above: dict[str, dict[str, float]] | None = None
    """P(first motive is more widely attested than the second), on the same basis as P(first)."""
    unjudged_sensitivity: dict[str, dict[str, float]] = field(default_factory=dict)
    """Weight of a source whose reliability cannot be judged (`0.2`, `1`) -> weighted support of each motive."""
    groups: tuple[Group, ...] = ()
    """The n witnesses with at least one admissible coding."""

    def motive(self, key: str) -> MotiveRank:
        """One motive by key."""
        return next(found for found in self.motives if found.id == key)


@dataclass(frozen=True, slots=True)
class TriangulationCell:
    """One finding in one class of sources: `agreement`, `partial`, `dissonance`, `silence` or None where unread."""

    motive: str
    source_class: str
    state: str | None
    supporting: tuple[str, ...]
    opposing: tuple[str, ...]
    silent: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PublishedComparison:
    """A published order of motives beside the evidence's, and what it would take to agree.

    `rank_published` and `rank_evidence` give each motive's midrank. `groups_needed`: further independent witnesses for
    the published first, and for no other, until it leads alone on independent support. `switches_agreeing`: switches
    under which it is sole first. `methods_agreeing`: scores that put it alone first; `carried_by`: their groups.
    """

    first: tuple[str, ...]
    rank_published: dict[str, float]
    rank_evidence: dict[str, float]
    groups_needed: int
    switches_agreeing: tuple[str, ...]
    methods_agreeing: tuple[str, ...]
    carried_by: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class TheoryRow:
    """How the admissible support falls into the values of a theory facet (`lecours_layer`)."""

    facet: str
    value: str
    passages: int
    groups: tuple[str, ...]
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RivalThread:
    """A rival explanation (a code that is no motive) and who speaks for it, of any actor, before or at the decision."""

    code: str
    label_en: str
    label_id: str
    supports: tuple[str, ...]
    opposes: tuple[str, ...]
    passages: tuple[str, ...]
    """Guids of the passages for it, by source and place."""
    opposing_passages: tuple[str, ...] = ()


LIMITS: dict[str, str] = {
    "few-witnesses": "fewer than ten witnesses: n",
    "single-informant": "fewer than two witnesses at first hand: n (0 or 1); sources",
    "no-first-hand-before": "no first-hand witness dated on or before the decision",
    "second-hand": "motives that only second-hand witnesses support: n, motives",
    "not-attested": "motives without a supporting witness: n, motives",
    "synthetic": "synthetic sources, set aside: n; sources",
    "compilations": "sources of several origins (and copies of them), set aside: n; sources",
    "undated": "sources that carry evidence and have no date: n; sources",
    "after-decision": "sources that carry evidence and were published after the decision: n; sources",
    "one-coder": "a single coder: coders",
    "intra-coder": "all coders are one person: coders",
    "unread": "sources that not every coder read: n; sources",
    "no-interview": "no interview counts",
    "saturation": "fewer interviews than saturation takes: interviews, needed; sources",
    "not-found": "what was looked for in vain: n, items (Bilingual)",
    "undetected-copies": "always: copies that nobody detected cannot be excluded",
}
"""Codes of the limits that `claims.limits` works out, and what their fields hold."""


@dataclass(frozen=True, slots=True)
class Limit:
    """A limit of the study worked out from its data: `code` names the sentence, `values` fill it."""

    code: str
    values: dict[str, object]
    passages: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something is as it is: a code that the reader's language has words for, and what fills them."""

    code: str
    values: Mapping[str, object] = field(default_factory=dict)


REASONS: dict[str, str] = {
    "second-hand": "methods: k of n witnesses have nothing but a writer's attribution",
    "weak-sources": "methods: the best source of k of n witnesses is below letter C",
    "opposed": "coherence: k witnesses speak against it, beside n for it",
    "coders-differ": "coherence: k of n witnesses are not witnesses for it by every coder",
    "few-witnesses": "adequacy: n witnesses support it",
    "one-kind": "adequacy: its n witnesses are of one kind of source",
    "inferred": "relevance: for k of n witnesses the reason is inferred, never stated",
    "after-decision": "relevance: k of n witnesses are undated or were published after the decision",
}
"""Codes of the reasons of a confidence profile, and what their values hold."""

COMPONENTS: tuple[str, ...] = ("methods", "coherence", "adequacy", "relevance")
NO_NOTE = Bilingual()
CONCERNS: tuple[str, ...] = ("none", "minor", "moderate", "serious")


@dataclass(frozen=True, slots=True)
class ConfidenceComponent:
    """One of the four components for one finding: `name` of COMPONENTS, `concern` of CONCERNS, with the reasons."""

    name: str
    concern: str
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class ConfidenceProfile:
    """Confidence in the finding on one motive, proposed from the data; `decided_by` is empty while no person decided.

    An adaptation of GRADE-CERQual's components to a single study. `level`: high, moderate, low or very-low.
    """

    motive: str
    components: tuple[ConfidenceComponent, ...]
    level: str = ""
    decided_by: str = ""
    note: Bilingual = NO_NOTE
