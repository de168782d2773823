"""Explanations that are no motive of the deciding side, and who speaks for them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from tenun.claims.evidence import gather_evidence
from tenun.claims.motive_ranks import passages_by_motive
from tenun.claims.results import RivalThread
from tenun.claims.signs import hear

if TYPE_CHECKING:
    import pandas as pd

    from tenun.coding.codebook import Codebook
    from tenun.corpus.sources import Source
    from tenun.corpus.study import StudyConfig


def rival_threads(
    codings: pd.DataFrame,
    sources: Sequence[Source],
    codebook: Codebook,
    config: StudyConfig,
    *,
    confirmed_duplicates: Iterable[tuple[str, str]] = (),
    counting_rounds: Collection[int] | None = None,
) -> tuple[RivalThread, ...]:
    """A thread a code of `config.rivals`, in their order, codes below it included.

    Evidence is what would be evidence of a motive, whoever the actor is: a partner's push is a rival explanation.
    Counted by either coder; a witness on both sides stands in both.
    """
    evidence = gather_evidence(
        codings,
        sources,
        codebook,
        replace(config, motives=config.rivals),
        confirmed_duplicates=confirmed_duplicates,
        counting_rounds=counting_rounds,
    )
    testimony = hear(evidence, ("any-actor",))
    supports, opposes = testimony.supports[-2], testimony.opposes[-2]
    passages = passages_by_motive(testimony, "either")
    opposing = passages_by_motive(testimony, "either", opposing=True)
    return tuple(
        RivalThread(
            code=key,
            label_en=codebook[key].label("en"),
            label_id=codebook[key].label("id"),
            supports=testimony.names(supports[:, at]),
            opposes=testimony.names(opposes[:, at]),
            passages=passages[at],
            opposing_passages=opposing[at],
        )
        for at, key in enumerate(config.rivals)
    )
