"""What a replication bundle says of itself to a person, in English and Indonesian."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tenun.study.exporting.confidential import WORDS

if TYPE_CHECKING:
    from tenun.corpus.study import StudyConfig
    from tenun.errors import Language
    from tenun.study.exporting.copy_without import LeftOut

_EN = """# {title}

A replication bundle: everything that the figures and reports of this study rest on, and what is needed to compute them
again.

## Compute again

    tenun replicate BUNDLE.zip

with Tenun {version} or newer. The command checks every file against `manifest.sha256`, brings the study folder into a
new study, computes every figure, and holds it against `results/results.json`. A figure that comes out otherwise is
named with both values, and the command ends with a code other than 0. The files can be checked without Tenun too:
`sha256sum --check manifest.sha256` in the unpacked bundle.

## What is here

- `study/`: the open study folder: texts, codings with their places, appraisals, settings. `tenun import` takes it.
- `codebook/`: the codebook to read (DOCX) and for other programs (QDC).
- `codings/`: one row a coding with all that is known of it: CSV, and JSON without loss.
- `project/study.qdpx`: the same as a REFI-QDA project for NVivo, ATLAS.ti, MAXQDA and others.
- `results/`: the figures (`results.json`, `ranking.json`, `agreement.json`) and the reports in both languages.
- `bundle.json`: versions of the software, what was left out, figures that cannot be checked here.
- `manifest.sha256`: SHA-256 of every file.

Numbers count as equal up to one part in a thousand million, because the last digits differ between processors.
"""
_ID = """# {title}

Paket replikasi: segala yang mendasari angka dan laporan studi ini, beserta yang diperlukan untuk menghitungnya lagi.

## Menghitung ulang

    tenun replicate PAKET.zip

dengan Tenun {version} atau yang lebih baru. Perintah itu memeriksa setiap berkas terhadap `manifest.sha256`, membawa
folder studi ke dalam studi baru, menghitung setiap angka, dan membandingkannya dengan `results/results.json`. Angka
yang berbeda disebut dengan kedua nilainya, dan perintah berakhir dengan kode selain 0. Berkas dapat diperiksa tanpa
Tenun: `sha256sum --check manifest.sha256` di dalam paket yang sudah dibuka.

## Isi

- `study/`: folder studi terbuka: teks, pengodean dengan letaknya, penilaian, setelan. `tenun import` menerimanya.
- `codebook/`: buku kode untuk dibaca (DOCX) dan untuk program lain (QDC).
- `codings/`: satu baris per pengodean dengan semua keterangannya: CSV, dan JSON tanpa kehilangan.
- `project/study.qdpx`: isi yang sama sebagai proyek REFI-QDA untuk NVivo, ATLAS.ti, MAXQDA, dan lainnya.
- `results/`: angka (`results.json`, `ranking.json`, `agreement.json`) dan laporan dalam kedua bahasa.
- `bundle.json`: versi perangkat lunak, yang ditinggalkan, angka yang tidak dapat diperiksa di sini.
- `manifest.sha256`: SHA-256 setiap berkas.

Bilangan dianggap sama sampai sepermiliar bagian, karena angka terakhir berbeda antarprosesor.
"""
_WITHHELD = {
    "en": (
        "## What was left out\n\n"
        "The words of these sources stayed in the study. Their sentences are replaced by runs of X of the same length, "
        "so that places, sentences and codings are where they were and every figure below comes out the same. Titles, "
        "makers, notes, originals, memos on them, and free text elsewhere that holds a name or four words in a row of "
        "them are gone. Dates, kinds, appraisals, lengths of sentences and the codings themselves are still here: "
        "judge whether these may be handed on. What a researcher paraphrased in words of their own cannot be "
        "recognised: read memos and definitions before you hand the bundle on.\n\n"
        "Cannot be checked any more: that a quote stands in its text, that a coding fits its words, and which of these "
        "sources are nearly alike. Whoever may see a source can check by its SHA-256 that it is the same text.\n\n"
        "| source | why | code points | passages | codings | SHA-256 of the text | SHA-256 of the original |\n"
        "|---|---|---|---|---|---|---|\n"
    ),
    "id": (
        "## Yang ditinggalkan\n\n"
        "Kata-kata sumber berikut tetap di dalam studi. Kalimatnya diganti deretan X sama panjang, sehingga letak, "
        "kalimat, dan pengodean tetap di tempatnya dan setiap angka di bawah tetap sama. Judul, pembuat, catatan, "
        "berkas asli, memo tentangnya, serta teks bebas lain yang memuat nama atau empat kata berurutan darinya "
        "dihilangkan. Tanggal, jenis, penilaian, panjang kalimat, dan pengodean itu sendiri masih ada: pertimbangkan "
        "apakah boleh diteruskan. Yang diceritakan ulang oleh peneliti dengan kata sendiri tidak dapat dikenali: "
        "bacalah memo dan definisi sebelum paket diteruskan.\n\n"
        "Tidak dapat diperiksa lagi: bahwa kutipan ada dalam teksnya, bahwa pengodean cocok dengan kata-katanya, dan "
        "teks yang hampir sama di antara sumber ini. Siapa pun yang boleh melihat sumber dapat memeriksa melalui "
        "SHA-256 bahwa teksnya sama.\n\n"
        "| sumber | sebab | titik kode | petikan | pengodean | SHA-256 teks | SHA-256 berkas asli |\n"
        "|---|---|---|---|---|---|---|\n"
    ),
}
_UNCHECKED = {
    "en": (
        "## Figures of the whole study that cannot be checked here\n\n"
        "They rest on words or rows that are not in this bundle; its results have the values that its own files "
        "give:\n\n"
    ),
    "id": (
        "## Angka studi lengkap yang tidak dapat diperiksa di sini\n\n"
        "Angka ini bersandar pada kata atau baris yang tidak ada dalam paket; hasil di sini memuat nilai dari berkas "
        "paket sendiri:\n\n"
    ),
}


def readme(language: Language, config: StudyConfig, left_out: LeftOut, unchecked: Sequence[str]) -> str:
    """The page in one language. `unchecked`: names of figures."""
    from importlib.metadata import version

    title = config.title.of(language) or config.id
    parts = [(_ID if language == "id" else _EN).format(title=title, version=version("tenun"))]
    if left_out.sources:
        rows = (
            f"| {one.key} | {WORDS[one.why][language == 'id']} | {one.length_cp} | {one.passages} | {one.codings} "
            f"| `{one.text_sha256}` | `{one.original_sha256}` |\n"
            for one in left_out.sources
        )
        parts.append(_WITHHELD[language] + "".join(rows))
    if unchecked:
        parts.append(_UNCHECKED[language] + "".join(f"- `{name}`\n" for name in unchecked))
    return "\n".join(parts)
