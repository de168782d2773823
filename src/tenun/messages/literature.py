"""Words of the errors about records of literature."""

from tenun.errors import Message

MESSAGES = {
    "literature.no-records": Message(
        en="No record of RIS, BibTeX or CSL-JSON was found.",
        id="Tidak ada entri RIS, BibTeX, atau CSL-JSON yang ditemukan.",
        hint_en="Export the library anew in one of these formats.",
        hint_id="Ekspor ulang pustakanya dalam salah satu format itu.",
    ),
    "literature.too-many": Message(
        en="There are more than {most} records.",
        id="Ada lebih dari {most} entri.",
        hint_en="Export only the collection that belongs to the study.",
        hint_id="Ekspor hanya koleksi yang termasuk dalam studi ini.",
    ),
    "literature.broken": Message(
        en="The records cannot be read.",
        id="Pustaka tidak dapat dibaca.",
        hint_en="Export the library anew.",
        hint_id="Ekspor ulang pustakanya.",
    ),
    "literature.entries-broken": Message(
        en="{count} entries without a title, or damaged, were left out.",
        id="{count} entri tanpa judul, atau rusak, dilewati.",
        hint_en="Mend them in the reference manager and export anew.",
        hint_id="Perbaiki di pengelola pustaka lalu ekspor ulang.",
    ),
    "literature.proposed": Message(
        en="The record {record} may describe the source {source}; nothing was changed.",
        id="Entri {record} mungkin menerangkan sumber {source}; tidak ada yang diubah.",
        hint_en="If it does: tenun references STUDY FILE --match {source}={record}",
        hint_id="Bila benar: tenun references STUDY FILE --match {source}={record}",
    ),
    "literature.differs": Message(
        en="The source {source} has another value for {field} than the record {record}; it was kept.",
        id="Nilai {field} pada sumber {source} berbeda dari entri {record}; nilai sumber dipertahankan.",
        hint_en="Change it in the app or the metadata table if the record is right.",
        hint_id="Ubah di aplikasi atau tabel metadata bila entri yang benar.",
    ),
    "literature.unmatched": Message(
        en="{count} records describe no source of this study.",
        id="{count} entri pustaka tidak menerangkan sumber mana pun dalam studi ini.",
        hint_en="Bring their documents in first; a record is matched by file, DOI, address or title.",
        hint_id="Masukkan dokumennya dahulu; entri dicocokkan menurut berkas, DOI, alamat, atau judul.",
    ),
    "literature.no-such-record": Message(
        en="There is no record {record} in this file.",
        id="Tidak ada entri {record} dalam berkas ini.",
    ),
}
