"""Words of the errors about PDFs."""

from tenun.errors import Message

MESSAGES = {
    "pdf.locked": Message(
        en="The PDF is locked with a password.",
        id="PDF ini dikunci dengan kata sandi.",
        hint_en="Open it in a PDF program with the password, save or print it as a PDF without one, and bring that in.",
        hint_id=(
            "Buka dengan kata sandinya di program PDF, simpan atau cetak sebagai PDF tanpa kata sandi, lalu masukkan "
            "berkas itu."
        ),
    ),
    "pdf.broken": Message(
        en="The PDF cannot be read: it is damaged or cut short.",
        id="PDF tidak dapat dibaca: berkas rusak atau terpotong.",
        hint_en="Get the file again, or open it in a PDF program and save it anew.",
        hint_id="Ambil lagi berkasnya, atau buka di program PDF lalu simpan ulang.",
    ),
    "pdf.too-many-pages": Message(
        en="The PDF has {pages} pages; the most is {most}.",
        id="PDF ini memiliki {pages} halaman; paling banyak {most}.",
        hint_en="Split it into parts.",
        hint_id="Bagi menjadi beberapa bagian.",
    ),
    "pdf.scan": Message(
        en="The PDF is a scan: its {pages} pages are pictures without text.",
        id="PDF ini hasil pindai: {pages} halamannya berupa gambar tanpa teks.",
        hint_en='Recognise its text: install the extra with pip install "tenun[ocr]" and import with --ocr.',
        hint_id='Kenali teksnya: pasang tambahan dengan pip install "tenun[ocr]", lalu impor dengan --ocr.',
    ),
    "pdf.pages-without-text": Message(
        en="{count} pages have no text (pages {pages}); they may be pictures.",
        id="{count} halaman tidak memuat teks (halaman {pages}); mungkin berupa gambar.",
        hint_en="Look at them in the original; what is written in a picture cannot be coded as text.",
        hint_id="Lihat di berkas aslinya; tulisan di dalam gambar tidak dapat dikode sebagai teks.",
    ),
    "pdf.letters-unknown": Message(
        en="The PDF does not say which letters many of its signs are ({share} of the text).",
        id="PDF ini tidak menyatakan huruf dari banyak tandanya ({share} dari teks).",
        hint_en="Ask for another copy of the document: the text cannot be searched as it is.",
        hint_id="Mintalah salinan lain: teks ini tidak dapat dicari sebagaimana adanya.",
    ),
    "pdf.no-such-page": Message(
        en="There is no page {number}; the PDF has {pages}.",
        id="Tidak ada halaman {number}; PDF ini memiliki {pages} halaman.",
    ),
    "pdf.not-drawn": Message(
        en="Page {number} cannot be drawn.",
        id="Halaman {number} tidak dapat digambar.",
        hint_en="Save the original and open it in a PDF program.",
        hint_id="Simpan berkas aslinya dan buka di program PDF.",
    ),
    "pdf.scan-ocr": Message(
        en="The PDF is a scan: its {pages} pages are pictures without text.",
        id="PDF ini hasil pindai: {pages} halamannya berupa gambar tanpa teks.",
        hint_en="Have its text recognised on this machine: import it with --ocr.",
        hint_id="Kenali teksnya di komputer ini: impor dengan --ocr.",
    ),
    "pdf.ocr-missing": Message(
        en="The part that recognises text in pictures is not installed.",
        id="Bagian untuk mengenali teks dalam gambar belum terpasang.",
        hint_en='Install it with pip install "tenun[ocr]".',
        hint_id='Pasang dengan pip install "tenun[ocr]".',
    ),
    "pdf.pages-recognised": Message(
        en="The text of {count} pages was recognised from their pictures (pages {pages}).",
        id="Teks {count} halaman dikenali dari gambarnya (halaman {pages}).",
        hint_en="Recognition makes mistakes: compare quotes with the page beside the text.",
        hint_id="Pengenalan bisa keliru: bandingkan kutipan dengan halaman di samping teks.",
    ),
}
