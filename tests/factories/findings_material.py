"""The material of a small study of Denpasar and Mossel Bay: sources, codes, and codings of what public pages say."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pandas as pd

from tenun.coding.codebook import Code, Codebook
from tenun.coding.codings import CODINGS_COLUMNS
from tenun.corpus.sources import Appraisal, Source

RELEASE = "PR-DPS-2019-12"
CITY = "Denpasar city government"

SOURCES: tuple[dict[str, Any], ...] = (
    {"key": "S02", "kind": "news", "language": "id", "publisher": "Merdeka.com", "published": "2018-10", "grade": "C2",
     "title": "Konsep pembangunan di Denpasar bakal dicontek Pemkot di Afrika Selatan",
     "why": ("National portal; no named reporter in what was shown", "Same visit and date as S03, from another host")},
    {"key": "S03", "kind": "news", "language": "id", "publisher": "ANTARA Bali", "published": "2018-10", "grade": "B2",
     "title": "Menkeu Afrika Selatan kunjungi MPP Denpasar", "institution": CITY, "origins": ("PR-DPS-2018-10-16",),
     "why": ("National news agency quoting the city spokesman by name", "Visit confirmed by S02 and S04")},
    {"key": "S04", "kind": "news", "language": "en", "publisher": "Mossel Bay Advertiser (via PressReader)",
     "published": "2018-11-09", "grade": "B2", "title": "Closer relations fostered with Denpasar, Indonesia",
     "author": "Nickey le Roux", "institution": "Mossel Bay Municipality",
     "why": ("Local newspaper with a named reporter", "The trip is confirmed by S02 and S03")},
    {"key": "S05", "kind": "news", "language": "id", "publisher": "Tribun Bali", "published": "2019-03-18",
     "grade": "B2", "title": "Denpasar Akan Kerja Sama dengan 3 Kota di Luar Negeri, Berikut Poin Kerjasamanya",
     "author": "Putu Supartika", "institution": CITY,
     "url": "http://bali.tribunnews.com/2019/03/18/denpasar-akan-kerja-sama-dengan-3-kota-di-luar-negeri",
     "why": ("Regional daily, named reporter in the meeting room", "Repeated a month later by the same paper (S06)")},
    {"key": "S06", "kind": "news", "language": "id", "publisher": "Tribun Bali", "published": "2019-04-17",
     "grade": "B2", "title": "MoU Kerja Sama Pemkot dengan Tiga Negara Masih Akan Didiskusikan dengan Kemendagri",
     "author": "Putu Supartika", "institution": CITY, "origins": ("S05",),
     "why": ("Same reporter and newspaper as S05", "Consistent with S05 and with the later signing")},
    {"key": "S09", "kind": "news", "language": "id", "publisher": "Kompas.com", "published": "2019-12-02",
     "grade": "B2", "title": 'Kerja Sama "Sister City", Akan Ada Nama Jalan Denpasar di Afrika Selatan',
     "institution": CITY, "origins": (RELEASE,), "url": "https://regional.kompas.com/read/2019/12/02/11194151",
     "why": ("National quality portal that works from the city press release", "Signing date supported by S26")},
    {"key": "S10", "kind": "news", "language": "id", "publisher": "JPNN.com", "published": "2019-12", "grade": "C3",
     "title": "Ada Nama Jalan Denpasar di Afrika Selatan", "institution": CITY, "origins": (RELEASE,),
     "why": ("Portal that passes on a message from the city", "The release again (see S11), not a second witness")},
    {"key": "S11", "kind": "news", "language": "id", "publisher": "Aktual.com", "published": "2019-12", "grade": "C3",
     "title": "Walkot Denpasar dan Mossel Bay Afsel Tandatangani MoU Sister City", "institution": CITY,
     "origins": (RELEASE,), "why": ("Portal repeating an official statement", "Same release as S09")},
    {"key": "S13", "kind": "abstract", "language": "en", "grade": "B3",
     "publisher": "Indonesian Journal of International Relations (AIHII)",
     "title": "Article 223 of the Indonesian Journal of International Relations",
     "url": "https://journal.aihii.or.id/index.php/ijir/article/view/223",
     "why": ("Journal of the national association; only the abstract was visible", "Rests mainly on one official")},
    {"key": "S18", "kind": "abstract", "language": "en", "publisher": "IPDN graduate paper", "grade": "C3",
     "author": "Luh Gede Atrina Rahma Savitri",
     "title": "Implementasi Kerjasama Sister City Kota Denpasar dengan Kota Mossel Bay",
     "why": ("Student paper of the civil-service institute", "Its verdict sits oddly with S26")},
    {"key": "S24", "kind": "news", "language": "en", "publisher": "Modern Diplomacy", "published": "2023-06-12",
     "grade": "D4", "title": "Globalization of Localism: Lessons from Denpasar – Mossel Bay “Sister City” Cooperation",
     "why": ("Commentary site open to contributors", "The link to the city tie is asserted, not shown")},
    {"key": "S26", "kind": "journal", "language": "id", "published": "2024-08", "grade": "B2",
     "publisher": "Journal of Education, Humaniora and Social Sciences",
     "author": "Anak Agung Bagus Satriadhiputra Dradjat; Savitri Aditiany",
     "title": "Kerja Sama Sister City antara Kota Denpasar dengan Mossel Bay Tahun 2019-2022",
     "why": ("Refereed article, abstract only", "Interviews and documents; signing date agrees with S09")},
    {"key": "S27", "kind": "journal", "language": "en", "published": "2025", "grade": "B3",
     "publisher": "Garuda index, Indonesian ministry of higher education",
     "title": "Article record 5919540 in the Garuda index",
     "why": ("Listed in the national index; no author was shown", "Disagrees with S13 on the leading motive")},
    {"key": "INT", "kind": "interview", "language": "id", "synthetic": True,
     "title": "Wawancara ilustrasi (rekaan) dengan Kepala Subbagian Kerja Sama Luar Negeri"},
)  # fmt: skip

CODES = """
MOT|||Motive of the city government|Motif pemerintah kota
MOT-MKT|MOT|economic|International market|Pasar internasional
MKT-ACCESS|MOT-MKT|economic|Trade and market access|Akses perdagangan dan pasar
MKT-SME|MOT-MKT|economic|Small firms and creative economy|UMKM dan ekonomi kreatif
MOT-TC|MOT|cultural-technical|Tourism and culture|Pariwisata dan budaya
TC-TOUR|MOT-TC|economic|Tourism promotion|Promosi pariwisata
TC-CULT|MOT-TC|cultural-technical|Cultural exchange and heritage|Pertukaran budaya dan warisan
MOT-IDP|MOT|political|Identity of international partners|Identitas mitra internasional
IDP-SIM|MOT-IDP||Similarity and matching|Kesamaan karakteristik
IDP-BRAND|MOT-IDP|political|International profile of the city|Profil internasional kota
MOT-ADM|MOT||Status of government administration|Status administrasi pemerintahan
ADM-CAP|MOT-ADM|cultural-technical|Governance learning and capacity|Pembelajaran tata kelola dan kapasitas
MOT-BIL|MOT|political|Bilateral relationship of the two states|Hubungan bilateral kedua negara
BIL-TIES|MOT-BIL|political|Formal state ties|Hubungan resmi antarnegara
BIL-HIST|MOT-BIL|political|Shared history and solidarity|Sejarah dan solidaritas bersama
BIL-SSC|MOT-BIL|political|Partnership as South-South Cooperation|Kemitraan sebagai Kerja Sama Selatan-Selatan
DET|||Enabling determinant|Determinan pendukung
DET-GLOB|DET||Globalisation and interdependence|Globalisasi dan saling ketergantungan
DET-OFFER|DET||External stimulus or partner initiative|Rangsangan luar atau prakarsa mitra
DET-DECEN|DET||Decentralisation and legal room|Desentralisasi dan ruang hukum
DET-LEAD|DET||Leadership|Kepemimpinan
DET-EMUL|DET||Emulation of other cities|Peniruan terhadap kota lain
DET-CENTRE|DET||Role or gap of the centre|Peran atau celah pemerintah pusat
"""


def sources() -> list[Source]:
    """The sources, each with its appraisal; one interview is invented."""
    return [_source(dict(told)) for told in SOURCES]


def _source(told: dict[str, Any]) -> Source:
    grade, why = told.pop("grade", ""), told.pop("why", ("", ""))
    appraisal = Appraisal(grade[0], int(grade[1]), *why) if grade else None
    return Source(**told, guid=told["key"], representation=told["key"], retrieved="2026-11-24", appraisal=appraisal)


def codebook() -> Codebook:
    """Five motives with their parts, and determinants that are rivals; theory as an attribute."""
    codes = [_code(*line.split("|")) for line in CODES.strip().splitlines()]
    return Codebook(codes, title_en="Motives for a sister city", title_id="Motif kota kembar", name="sister-city")


def _code(key: str, parent: str, layer: str, english: str, indonesian: str) -> Code:
    return Code(
        key,
        english,
        indonesian,
        parent or None,
        f"{english}, where it is given as a reason.",
        f"{indonesian}, bila disebut sebagai alasan.",
        include=("purpose clauses",),
        exclude=("later results (DET)",),
        attributes={"lecours_layer": layer} if layer else {},
    )


def codings() -> pd.DataFrame:
    """The codings of two names of one person, with the quotes they stand on."""
    path = Path(__file__).with_name("findings_codings.csv")
    with path.open(encoding="utf-8", newline="") as file:
        rows = [_row(number, row) for number, row in enumerate(csv.DictReader(file))]
    return pd.DataFrame(rows, columns=list(CODINGS_COLUMNS))


def _row(number: int, row: dict[str, str]) -> dict[str, Any]:
    start, end = int(row["start_cp"]), int(row["end_cp"])
    made = {"guid": f"c{number}", "round": 1, "weight": 1.0, "status": "accepted", "memo": "", "case": "mossel-bay"}
    place = {"representation": row["source"], "start_cp": start, "end_cp": end}
    passage = f"{row['source'].lower()}-{start}-{end}"
    return {**row, **made, **place, "passage": passage, "voice": row["voice"] or None}
