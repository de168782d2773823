"""The worked study's evidence, copied out by hand from its two codings, with the rows that only switches admit.

A line: source, code, coder, start and end in code points of the digest, then whatever differs from basis stated, time
before, actor own, case mossel-bay, polarity supports. The codes keep the children of a motive (`MKT-SME` rolls up to
`MOT-MKT`).
"""

from __future__ import annotations

from typing import Any

import pandas as pd
from tests.factories.evidence_tables import Bilingual, coding, make_codings, make_source, make_study

from tenun.coding.codebook import Code, Codebook
from tenun.corpus.sources import Source
from tenun.corpus.study import PublishedRanking, StudyConfig

MKT, TC, IDP, ADM, BIL = MOTIVES = ("MOT-MKT", "MOT-TC", "MOT-IDP", "MOT-ADM", "MOT-BIL")
PARTS = {
    MKT: ("MKT-ACCESS", "MKT-INVEST", "MKT-SME"),
    TC: ("TC-TOUR", "TC-CULT"),
    IDP: ("IDP-SIM", "IDP-BRAND"),
    ADM: ("ADM-PARITY", "ADM-CAP"),
    BIL: ("BIL-TIES", "BIL-HIST", "BIL-SSC"),
}
ECONOMIC = ("MOT-MKT", "MKT-ACCESS", "MKT-INVEST", "MKT-SME", "TC-TOUR")
RELEASE = "PR-DPS-2019-12"

CODINGS = """
S05 MKT-SME    A 350 441
S05 MKT-SME    B 368 440
S05 MKT-SME    B 645 789
S05 TC-TOUR    A 442 600
S05 TC-TOUR    B 475 547
S05 ADM-CAP    B 368 440
S05 MOT-BIL    A 1027 1157 inferred opposes
S06 MKT-SME    A 855 898
S06 MKT-SME    B 855 898
S06 TC-TOUR    B 618 655
S06 TC-TOUR    A 900 962
S06 TC-TOUR    B 909 961
S09 MOT-MKT    A 490 644 at
S09 MOT-MKT    B 524 536 at
S09 TC-TOUR    A 404 489 at
S09 TC-TOUR    A 490 644 at
S09 TC-TOUR    B 404 458 at
S09 TC-CULT    B 404 458 at
S09 MOT-TC     B 1033 1124 at
S09 IDP-BRAND  B 680 923 at inferred
S09 IDP-BRAND  A 843 923 at inferred
S10 MKT-ACCESS A 517 579 at
S10 MKT-ACCESS B 526 578 at
S10 MKT-SME    A 580 682 at
S10 MKT-SME    B 587 643 at
S10 IDP-BRAND  A 37 90 at inferred
S10 IDP-BRAND  B 37 137 at inferred
S11 MKT-ACCESS A 694 799 at
S11 MKT-ACCESS B 736 798 at
S11 MKT-SME    A 800 944 at
S11 MKT-SME    B 800 874 at
S11 ADM-CAP    A 945 1133 at
S11 ADM-CAP    B 1098 1132 at
S13 MOT-MKT    A 637 822
S13 MOT-TC     A 637 822
S13 MOT-IDP    A 637 822
S13 MOT-ADM    A 637 822
S13 MOT-BIL    A 823 1003 first
S13 BIL-SSC    A 823 1003 first
S13 MOT-MKT    B 656 680
S13 MOT-TC     B 682 711
S13 MOT-IDP    B 713 771
S13 MOT-ADM    B 777 821
S13 MOT-BIL    B 859 923 first
S18 IDP-SIM    A 183 248 inferred
S18 IDP-SIM    B 195 248
S18 IDP-BRAND  B 253 357
S18 MKT-SME    B 253 357
S26 TC-TOUR    A 116 208 at
S26 TC-CULT    A 116 208 at
S26 MKT-SME    A 116 208 at
S26 MOT-TC     B 143 207 at
S26 MKT-SME    B 143 207 at
S02 TC-TOUR    A 826 1006 other
S02 MKT-ACCESS A 1007 1094 other
S02 TC-TOUR    B 872 1006 other
S02 MKT-ACCESS B 1007 1094 other
S18 MKT-SME    A 253 357 inferred na
S18 IDP-BRAND  A 253 357 inferred na
S19 ADM-CAP    A 300 400 after
S19 ADM-CAP    B 300 400 after
S27 MOT-MKT    A 300 360 inferred na
S27 MOT-TC     A 300 360 inferred na
S27 MOT-BIL    A 360 420 inferred na opposes
S27 MOT-MKT    B 300 420 na
S27 MOT-TC     B 300 420 na
S15 BIL-TIES   A 500 600 at other-partner
S15 BIL-TIES   B 500 600 at other-partner
INT MOT-MKT    A 10 90 at
INT MOT-MKT    B 10 90 at
"""

WORDS: dict[str, dict[str, str]] = {
    "inferred": {"basis": "inferred"},
    "opposes": {"polarity": "opposes"},
    "at": {"time": "at"},
    "after": {"time": "after"},
    "na": {"time": "na"},
    "other": {"actor": "other"},
    "other-partner": {"case": "other-partner"},
    "first": {"priority": "first"},
}


def worked_sources() -> list[Source]:
    """The sources of these codings, with kind, date, letter and origin of their front matter; one is invented."""
    return [
        make_source("S02", "news", published="2018-10", letter="C"),
        make_source("S05", "news", published="2019-03-18", letter="B"),
        make_source("S06", "news", published="2019-04-17", letter="B", origins=("S05",)),
        make_source("S09", "news", published="2019-12-02", letter="B", origins=(RELEASE,)),
        make_source("S10", "news", published="2019-12", letter="C", origins=(RELEASE,)),
        make_source("S11", "news", published="2019-12", letter="C", origins=(RELEASE,)),
        make_source("S13", "abstract", letter="B"),
        make_source("S15", "news", published="2021-06-29", letter="B"),
        make_source("S18", "abstract", letter="C"),
        make_source("S19", "official", published="2022", letter="B"),
        make_source("S26", "journal", published="2024-08", letter="B"),
        make_source("S27", "journal", published="2025", letter="B"),
        make_source("INT", "interview", synthetic=True),
    ]


def worked_codings() -> pd.DataFrame:
    """The table of codings, the same words for both coders."""
    rows = []
    for line in CODINGS.strip().splitlines():
        source, code, coder, start, end, *words = line.split()
        facets: dict[str, Any] = {"case": "mossel-bay"}
        for word in words:
            facets |= WORDS[word]
        rows.append(coding(source, code, coder, span=(int(start), int(end)), **facets))
    return make_codings(rows)


def worked_codebook() -> Codebook:
    """The motives, their parts, and the theory facet of the economic ones."""
    layer = {key: {"lecours_layer": "economic"} for key in ECONOMIC}
    codes = [Code("MOT", "Motive")]
    for motive, parts in PARTS.items():
        codes.append(Code(motive, motive, parent="MOT", attributes=layer.get(motive, {})))
        codes += [Code(part, part, parent=motive, attributes=layer.get(part, {})) for part in parts]
    return Codebook(codes)


def worked_config(**changes: Any) -> StudyConfig:
    """The study's settings; its published order puts the bilateral relation first and tells the others not apart."""
    published = PublishedRanking(Bilingual("The published study"), ((BIL,), (MKT, TC, IDP, ADM)), "S13")
    settings = {"case": "mossel-bay", "published_ranking": published, "same_person": (("A", "B"),), **changes}
    return make_study(MOTIVES, **settings)
