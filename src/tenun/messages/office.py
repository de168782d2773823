"""Words of the errors about office documents, books and pages."""

from tenun.errors import Message

MESSAGES = {
    "office.no-body": Message(
        en="The document has no text part.",
        id="Dokumen ini tidak memuat bagian teks.",
        hint_en="Open it in the program that made it and save it anew.",
        hint_id="Buka dengan program pembuatnya, lalu simpan ulang.",
    ),
    "office.locked": Message(
        en="The document is locked with a password or by a shop.",
        id="Dokumen ini dikunci dengan kata sandi atau oleh toko penjualnya.",
        hint_en="Save it without a password and bring that in.",
        hint_id="Simpan tanpa kata sandi, lalu masukkan berkas itu.",
    ),
    "office.headers-left-out": Message(
        en="Page headers and footers were left out ({count}).",
        id="Kepala dan kaki halaman tidak ikut dimasukkan ({count}).",
    ),
    "office.charts-left-out": Message(
        en="Words within charts and diagrams were left out.",
        id="Kata-kata di dalam grafik dan diagram tidak ikut dimasukkan.",
    ),
    "office.chunks-left-out": Message(
        en="Documents embedded in this one were left out ({count}).",
        id="Dokumen yang tertanam di dalam dokumen ini tidak ikut dimasukkan ({count}).",
        hint_en="Open it, save it anew as .docx, and bring that in.",
        hint_id="Buka dokumennya, simpan ulang sebagai .docx, lalu masukkan berkas itu.",
    ),
    "office.forms-left-out": Message(
        en="Form fields were left out ({count}).",
        id="Isian formulir tidak ikut dimasukkan ({count}).",
    ),
    "office.rtf-broken": Message(
        en="The RTF is damaged or nested too deep.",
        id="RTF ini rusak atau bersarang terlalu dalam.",
        hint_en="Open it in a word processor and save it as .docx.",
        hint_id="Buka dengan pengolah kata, lalu simpan sebagai .docx.",
    ),
    "office.rtf-cut-short": Message(
        en="The RTF ends before it is complete; its end may be missing.",
        id="RTF ini berakhir sebelum lengkap; bagian akhirnya mungkin hilang.",
    ),
    "office.chapters-missing": Message(
        en="Chapters of the book are missing in the file ({count}).",
        id="Ada bab buku yang tidak ada di dalam berkas ({count}).",
    ),
    "office.no-chapters": Message(
        en="The book has no chapters that could be read.",
        id="Buku ini tidak memuat bab yang dapat dibaca.",
    ),
    "office.embedded-left-out": Message(
        en="Frames and embedded objects were left out ({count}).",
        id="Bingkai dan objek tertanam tidak ikut dimasukkan ({count}).",
    ),
}
