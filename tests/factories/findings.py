"""The findings of a small study of Denpasar and Mossel Bay, with everything a report can hold."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pandas as pd
from tests.factories import findings_material as material

from tenun.analysis.results import Agreement, AgreementLevel, CodeAgreement, Disagreement, Interval
from tenun.claims.confidence import propose_confidence
from tenun.claims.evidence import gather_evidence
from tenun.claims.limits import work_out_limits
from tenun.claims.published import compare_published
from tenun.claims.ranking import rank, switch_table
from tenun.claims.results import Reason
from tenun.claims.rivals import rival_threads
from tenun.claims.theory import theory_facets
from tenun.claims.triangulation import triangulate
from tenun.coding.facets import Facets
from tenun.corpus.chronology import ConflictRecord, ConflictSide, EventFact
from tenun.corpus.near_duplicates import DuplicatePair
from tenun.corpus.study import Bilingual, Decision, Place, PublishedRanking, StudyConfig
from tenun.corpus.transcripts import Guide, Question
from tenun.corpus.witnesses import witnesses
from tenun.report.findings import (
    Audit,
    Calibration,
    CodedAs,
    CoderView,
    Counts,
    Findings,
    Locator,
    PassageView,
    RuleChange,
    StressFailure,
    Translation,
)
from tenun.text.spans import Span

MKT, TC, IDP, ADM, BIL = MOTIVES = ("MOT-MKT", "MOT-TC", "MOT-IDP", "MOT-ADM", "MOT-BIL")
NOT_FOUND = (
    Bilingual("the text of the memorandum", "naskah nota kesepahaman"),
    Bilingual("budget lines", "pos anggaran"),
)


def make_study(**changes: Any) -> StudyConfig:
    """The settings: bilingual, with rivals, places and a published order that puts the bilateral relation first."""
    published = PublishedRanking(
        Bilingual("the abstract of 2020", "abstrak tahun 2020"), ((BIL,), (MKT, TC, IDP, ADM)), "S13"
    )
    settings: dict[str, Any] = {
        "id": "denpasar-mossel-bay",
        "title": Bilingual(
            "Why Denpasar and Mossel Bay became sister cities", "Mengapa Denpasar dan Mossel Bay menjadi kota kembar"
        ),
        "question": Bilingual("Why did the city accept the offer?", "Mengapa kota menerima tawaran itu?"),
        "decision": Decision(Bilingual("Signing of the memorandum", "Penandatanganan nota kesepahaman"), "2019-11-27"),
        "case": "mossel-bay",
        "own_side": Bilingual("Denpasar city government", "Pemerintah Kota Denpasar"),
        "motives": MOTIVES,
        "motive_root": "MOT",
        "rivals": ("DET-OFFER", "DET-LEAD", "DET-GLOB"),
        "same_person": (("A", "B"),),
        "places": (
            Place(Bilingual("Denpasar", "Denpasar"), -8.65, 115.21667, "own"),
            Place(Bilingual("Mossel Bay", "Mossel Bay"), -34.18307, 22.14605, "partner"),
        ),
        "published_ranking": published,
        **changes,
    }
    return StudyConfig(**settings)


def make_findings(study: StudyConfig | None = None, **changes: Any) -> Findings:
    """Findings computed from the material by the claims room; `changes` replace fields of the whole."""
    config = study or make_study()
    sources, book, codings = material.sources(), material.codebook(), material.codings()
    evidence = gather_evidence(codings, sources, book, config)
    ranking, switches = rank(codings, sources, book, config), switch_table(codings, sources, book, config)
    read = {coder: set(codings.loc[codings["coder"] == coder, "source"]) for coder in ("A", "B")}
    published = config.published_ranking
    found = Findings(
        study=config,
        sources=tuple(sources),
        groups=witnesses(sources, compilations=True),
        codebook=book,
        coders=(CoderView("A", person="one", codings=60), CoderView("B", person="one", codings=47)),
        ranking=ranking,
        switches=switches,
        passages=make_passages(codings),
        counts=Counts(
            len(sources), len(sources), 1, codings["passage"].nunique(), len(codings), uncoded=12, words=4210
        ),
        audit=Audit(ranking.input_hash, ranking.rules_hash, "0.1.0", "9f" * 32, 12, RULES),
        generated="2026-11-24",
        agreement=make_agreement(),
        triangulation=triangulate(evidence, read),
        published=compare_published(ranking, switches, published) if published else None,
        theory=theory_facets(evidence),
        rivals=rival_threads(codings, sources, book, config),
        limits=work_out_limits(evidence, ranking, not_found=NOT_FOUND, read_sources=read),
        confidence=propose_confidence(evidence, ranking),
        facts=FACTS,
        conflicts=CONFLICTS,
        duplicates=(DuplicatePair("S10", "S11", 0.31, ("usaha mikro, kecil, dan menengah",), known=True),),
        calibration=Calibration(5000, 0.008, FAILURES),
        saturation_reason=Reason("analysis.too-few-interviews", {"interviews": 0, "needed": 6}),
        guide=GUIDE,
        not_found=NOT_FOUND,
        theory_labels={
            "lecours_layer": Bilingual("layer of paradiplomacy", "lapisan paradiplomasi"),
            "lecours_layer=economic": Bilingual("economic", "ekonomi"),
        },
        institution_labels={
            "Denpasar city government": Bilingual("Denpasar city government", "Pemerintah Kota Denpasar")
        },
    )
    return replace(found, **changes)


def make_passages(codings: pd.DataFrame) -> dict[str, PassageView]:
    """The passages as a reader sees them: an interview by speaker and time, one with its translation."""
    languages = {source.key: source.language for source in material.sources()}
    views: dict[str, PassageView] = {}
    for guid, rows in codings.groupby("passage", sort=False):
        first = rows.iloc[0]
        spoken = Locator(speaker="Narasumber", turn=31, start_ms=399_000, question="Q06")
        coded = [
            CodedAs(r.coder, r.code, Facets(r.actor, r.basis, r.voice, r.polarity, r.time, r.priority))
            for r in rows.itertuples()
        ]
        views[str(guid)] = PassageView(
            str(guid),
            first["quote"],
            first["source"],
            languages[first["source"]],
            spoken if first["source"] == "INT" else Locator(paragraph=2),
            TRANSLATION if first["quote"].startswith("usaha mikro") else None,
            tuple(coded),
        )
    return views


def make_agreement(**changes: Any) -> Agreement:
    """Agreement of the two names of one person, in round figures."""
    interval = Interval(0.43, 0.63, 10_000, 0)
    levels = tuple(
        AgreementLevel(level, empty, units, alpha, alpha + 0.04, interval, interval, alpha + 0.16, alpha, {})
        for level, empty, units, alpha in (
            ("code", True, 303, 0.54), ("code", False, 153, 0.37),
            ("motive", True, 303, 0.63), ("motive", False, 64, 0.4),
        )
    )  # fmt: skip
    motives = tuple(CodeAgreement(motive, 0.7, 0.9, 13, 3, 8, 279) for motive in MOTIVES[:-1])
    undefined = CodeAgreement(BIL, None, 1.0, 0, 0, 0, 303, "analysis.one-category")
    disagreement = Disagreement("S05", Span(0, 10), ((MKT,), ()))
    settings: dict[str, Any] = {
        "unit": "sentence",
        "coders": ("A", "B"),
        "intra": True,
        "levels": levels,
        "per_code": (),
        "per_motive": (*motives, undefined),
        "disagreements": (disagreement,) * 92,
        "sources": ("S05", "S06", "S09"),
        **changes,
    }
    return Agreement(**settings)


TRANSLATION = Translation("en", "micro, small and medium enterprises gain business partners", "the researcher", "draft")
RULES = (
    RuleChange("2026-11-20", "d29c" * 16),
    RuleChange("2026-11-24", "77ab" * 16, "weight of letter C lowered to .5"),
)
FAILURES = (
    StressFailure("close-motives", None, 0.62, 0.74),
    StressFailure("reticence", 1.0, 0.61, 0.68),
    StressFailure("undetected-copies", 0.3, 0.58, 0.58),
    StressFailure("equal-motives", None, 0.05, 0.11),
)
FACTS = (
    EventFact(
        "e01", "1994-08-12", Bilingual("Diplomatic relations", "Hubungan diplomatik"), url="https://example.org/a"
    ),
    EventFact(
        "e02", "2018-10-15", Bilingual("A delegation visits Bali", "Delegasi mengunjungi Bali"), sources=("S02", "S03")
    ),
    EventFact("e03", "2019-03", Bilingual("The council hears the plan", "Dewan mendengar rencana"), "on-or-before"),
    EventFact("e04", "2019-11-27", Bilingual("The memorandum is signed", "Nota kesepahaman diteken"), sources=("S09",)),
    EventFact("e05", "2020/2022", Bilingual("The pandemic stops the programme", "Pandemi menghentikan program")),
    EventFact("e06", "2023-01-31", Bilingual("The memorandum is renewed", "Nota kesepahaman diperbarui")),
)
CONFLICTS = (
    ConflictRecord(
        "c1",
        Bilingual("Which motive led", "Motif mana yang terdepan"),
        (
            ConflictSide(Bilingual("the relation of the states", "hubungan antarnegara"), ("S13",), ("s13-823-1003",)),
            ConflictSide(Bilingual("economy and culture, no politics", "ekonomi dan budaya, tanpa politik"), ("S27",)),
        ),
        Bilingual("two readings of one case", "dua tafsir atas satu kasus"),
    ),
)
GUIDE = Guide(
    Bilingual("Guide for the interview", "Pedoman wawancara"),
    (Question("Q06", Bilingual("Why this partner?", "Mengapa mitra ini?")),),
    duration_minutes=45,
)
