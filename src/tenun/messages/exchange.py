"""Words of the errors of `tenun.exchange`."""

from tenun.errors import Message

MESSAGES = {
    "exchange.workbook-broken": Message(
        en="The workbook cannot be read.",
        id="Berkas lembar kerja ini tidak dapat dibaca.",
        hint_en="Open it in the spreadsheet and save it again as XLSX, or as CSV UTF-8.",
        hint_id="Buka di program lembar kerja lalu simpan ulang sebagai XLSX, atau sebagai CSV UTF-8.",
    ),
    "exchange.cell-too-long": Message(
        en="A cell would have {length} characters; a workbook allows {most}.",
        id="Sebuah sel akan berisi {length} karakter; batas berkas lembar kerja {most}.",
        hint_en="Export to CSV instead.",
        hint_id="Ekspor ke CSV saja.",
    ),
    "exchange.project-broken": Message(
        en="The file is damaged or no project of Taguette, QualCoder or RQDA.",
        id="Berkas ini rusak, atau bukan proyek Taguette, QualCoder, atau RQDA.",
        hint_en="Export it again from the program that made it.",
        hint_id="Ekspor ulang dari program yang membuatnya.",
    ),
    "exchange.project-unknown": Message(
        en="The file is a database, but not a project of Taguette, QualCoder or RQDA.",
        id="Berkas ini basis data, tetapi bukan proyek Taguette, QualCoder, atau RQDA.",
        hint_en="Most programs export REFI-QDA (.qdpx); bring that in instead.",
        hint_id="Kebanyakan program dapat mengekspor REFI-QDA (.qdpx); masukkan berkas itu saja.",
    ),
    "exchange.project-several": Message(
        en="The file holds {count} projects; one is wanted.",
        id="Berkas ini memuat {count} proyek; yang diperlukan satu.",
        hint_en="In Taguette, open the project and export it as a SQLite file of its own.",
        hint_id="Di Taguette, buka proyeknya lalu ekspor sebagai berkas SQLite tersendiri.",
    ),
    "exchange.project-open": Message(
        en="The project is still open in another program.",
        id="Proyek ini masih terbuka di program lain.",
        hint_en="Close it there, then bring it in.",
        hint_id="Tutup dulu di sana, lalu masukkan.",
    ),
    "exchange.project-there": Message(
        en="A project lies there already.",
        id="Di sana sudah ada proyek.",
        hint_en="Choose another name; nothing was written over.",
        hint_id="Pilih nama lain; tidak ada yang ditimpa.",
    ),
    "exchange.project-too-long": Message(
        en="A table of the project has more than {most} rows.",
        id="Satu tabel proyek ini berisi lebih dari {most} baris.",
    ),
    "exchange.facets-unknown": Message(
        en="{program} has no facets; {count} codings were given the study's defaults.",
        id="{program} tidak mengenal faset; {count} pengodean diberi nilai bawaan studi.",
    ),
    "exchange.placed-anew": Message(
        en="{count} places were found by their words, because the position in the file did not hold them.",
        id="{count} tempat ditemukan lewat kata-katanya, karena posisi dalam berkas tidak memuatnya.",
        hint_en="Look at these passages before you rely on them.",
        hint_id="Periksa petikan-petikan itu sebelum dipakai.",
    ),
    "exchange.words-differ": Message(
        en="{count} places hold other words than the file says.",
        id="{count} tempat memuat kata-kata yang berbeda dari keterangan berkasnya.",
        hint_en="Look at these passages before you rely on them.",
        hint_id="Periksa petikan-petikan itu sebelum dipakai.",
    ),
}

_LEFT = {
    "highlight-without-tag": ("highlights without a tag", "sorotan tanpa tag"),
    "place-empty": ("codings of an empty place", "pengodean pada tempat kosong"),
    "place-not-found": (
        "codings or notes whose place is not in the text",
        "pengodean atau catatan yang tempatnya tidak ada dalam teks",
    ),
    "source-without-text": ("sources without text", "sumber tanpa teks"),
    "important": ("marks of importance", "tanda penting"),
    "case-part-of-text": ("cases of a part of a text: they have the whole text now", "kasus yang hanya mencakup "
                          "sebagian teks: kini mencakup seluruh teks"),
    "second-category": ("further categories of a code", "kategori tambahan sebuah kode"),
    "code_image": ("codings of pictures", "pengodean gambar"),
    "code_av": ("codings of recordings", "pengodean rekaman"),
    "stored_sql": ("stored queries", "kueri tersimpan"),
    "graph": ("graphs", "grafik"),
    "imageCoding": ("codings of pictures", "pengodean gambar"),
    "annotation": ("annotations", "anotasi"),
    "coding2": ("codings of a second list", "pengodean dari daftar kedua"),
}  # fmt: skip
MESSAGES |= {
    f"exchange.left-{kind}": Message(
        en=f"Not taken over from {{program}}: {{count}} {en}.",
        id=f"Tidak dibawa dari {{program}}: {{count}} {indonesian}.",
    )
    for kind, (en, indonesian) in _LEFT.items()
}
