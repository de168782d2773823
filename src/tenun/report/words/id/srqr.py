"""SRQR, the 21 items for qualitative research (O'Brien et al. 2014), titles in our own words."""

WORDS = {
    "srqr.heading": "SRQR",
    "srqr.caption": "SRQR: {filled:#} dari {all:#} butir terisi dari studi",
    "srqr.1": "Judul",
    "srqr.2": "Abstrak",
    "srqr.3": "Masalah dan arti pentingnya",
    "srqr.4": "Tujuan atau pertanyaan",
    "srqr.5": "Pendekatan kualitatif dan paradigma",
    "srqr.6": "Peneliti dan posisinya",
    "srqr.7": "Konteks",
    "srqr.8": "Cara memilih sumber dan orang",
    "srqr.9": "Etika: izin, persetujuan, kerahasiaan",
    "srqr.10": "Cara mengumpulkan bahan",
    "srqr.11": "Instrumen",
    "srqr.12": "Apa dan siapa yang diteliti",
    "srqr.13": "Cara menyiapkan bahan",
    "srqr.14": "Cara menganalisis",
    "srqr.15": "Upaya menjaga keterpercayaan",
    "srqr.16": "Temuan",
    "srqr.17": "Kaitan dengan bahan",
    "srqr.18": "Penelitian terdahulu dan implikasinya",
    "srqr.19": "Keterbatasan",
    "srqr.20": "Konflik kepentingan",
    "srqr.21": "Pendanaan",
    "fill.context": "{decision}, {date}.",
    "fill.approach": (
        "Pengodean kualitatif dengan buku kode, lalu pemeringkatan menurut aturan yang ditetapkan lebih dulu; lihat "
        "{section}."
    ),
    "fill.collected": "{classes}.",
    "fill.units": "{passages:#petikan berkode} dalam {sources:#sumber}.",
    "fill.prepared": (
        "Naskah asli dan teks polos setiap sumber disimpan beserta hash-nya; letak petikan dicatat sampai ke huruf."
    ),
    "fill.trust": (
        "Penilaian sumber, sumber mandiri, kesepakatan pengodean, aturan yang ditetapkan lebih dulu, dan log setiap "
        "perubahan."
    ),
    "fill.consent": "Persetujuan tercatat untuk {n:#sumber}.",
    "fill.published": "Dibandingkan dengan {label}; lihat {section}.",
}
