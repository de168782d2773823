"""Findings by motive, the ranking and how far it can be relied on."""

WORDS = {
    "motives.heading": "Temuan per motif",
    "motives.text": (
        "Motif disajikan menurut urutan dukungan sumber; di bawah masing-masing tercantum petikan yang menopangnya "
        "dalam bahasa aslinya, berikut sumbernya, siapa yang mengodekannya, dan suara siapa yang terdengar di "
        "dalamnya."
    ),
    "motive.attested": "{k:sumber mandiri} {some:~mendukung} motif ini, {voices}: {groups}.",
    "motive.institutions": "Ada {n:lembaga} yang menyuarakannya.",
    "motive.contested": "Dalam {groups} terdapat pula petikan yang menyangkalnya.",
    "motive.opposed": "Yang {n:~menyangkalnya}: {groups}.",
    "motive.none": (
        "Motif ini *belum didukung sumber*: tidak ada petikan sah yang menyebutnya, dan itu tidak membuktikan bahwa "
        "motif ini tidak berperan."
    ),
    "motive.none_opposed": "Tidak ada petikan sah yang menyebut motif ini; yang {n:~menyangkalnya}: {groups}.",
    "motive.coders": (
        "Menurut pengodean masing-masing, selisih sumber mandiri yang mendukung dan yang menyangkal ialah {counts}."
    ),
    "motive.supporting": "{n:#kutipan yang mendukung}",
    "motive.opposing": "{n:#kutipan yang menyangkal}",
    "motive.coder_count": "{n} ({coder})",
    "confidence.caption": "Keyakinan atas temuan ini: {level} ({state})",
    "confidence.proposed": "usulan program",
    "confidence.decided": "diputuskan oleh {who}",
    "confidence.column.component": "Unsur",
    "confidence.column.concern": "Catatan",
    "confidence.column.reason": "Alasan",
    "confidence.second-hand": "{share:sumber mandiri} {k:~hanya} bertumpu pada anggapan penulis.",
    "confidence.weak-sources": "Sumber terbaik dari {share:sumber mandiri} dinilai di bawah huruf C.",
    "confidence.opposed": "{k:sumber mandiri} menyangkalnya, di samping {n} yang mendukung.",
    "confidence.coders-differ": "{share:sumber mandiri} {k:~tidak} diakui mendukung oleh semua pengode.",
    "confidence.few-witnesses": "{n:sumber mandiri} mendukungnya.",
    "confidence.one-kind": "Semua sumber mandirinya berasal dari satu jenis sumber.",
    "confidence.inferred": "Pada {share:sumber mandiri} alasan itu disimpulkan pengode, tidak pernah dinyatakan.",
    "confidence.after-decision": "{share:sumber mandiri} {k:~tanpa} tanggal atau terbit sesudah keputusan.",
    "confidence.note": (
        "Keempat unsur berasal dari GRADE-CERQual, di sini disesuaikan untuk satu studi; manusialah yang "
        "memutuskan, program hanya mengusulkan."
    ),
    "ranking.heading": "Peringkat, dan sejauh mana dapat dijadikan pegangan",
    "ranking.order": "Menurut jumlah sumber mandiri, urutan dukungannya ialah {order}.",
    "ranking.ties": (
        "Motif dengan jumlah sumber mandiri yang sama diurutkan menurut dukungan berbobot, lalu jumlah petikan; "
        "pembedaan itu hanya di atas kertas."
    ),
    "ranking.caption": "Enam skor tiap motif",
    "ranking.column.motive": "Motif",
    "ranking.column.passages": "Petikan",
    "ranking.column.independent": "Dukungan mandiri",
    "ranking.column.weighted": "Dukungan berbobot",
    "ranking.column.breadth": "Keluasan",
    "ranking.column.priority": "Prioritas dinyatakan",
    "ranking.column.causal": "Bobot kausal",
    "ranking.column.witnesses": "Pro / kontra",
    "ranking.verdict.heading": "Simpulan menurut aturan",
    "ranking.verdict.foremost": "Simpulan menurut aturan: *terdepan*, yaitu {leaders}.",
    "ranking.verdict.leads": "Simpulan menurut aturan: *memimpin, belum kukuh*, yaitu {leaders}.",
    "ranking.verdict.not_told_apart": "Simpulan menurut aturan: *belum dapat dibedakan*.",
    "ranking.verdict.not_assessable": "Simpulan menurut aturan: *tidak dapat dinilai*.",
    "ranking.verdict.conditions": (
        "Laporan boleh menulis “yang terpenting” hanya bila semua syarat terpenuhi; yang belum terpenuhi ialah:"
    ),
    "ranking.verdict.inseparable": "{leaders} belum dapat dibedakan dari {rivals}.",
    "condition.fewer-than-four-witnesses": (
        "Baru {value:#sumber mandiri} yang berbicara tentang motif, padahal diperlukan empat."
    ),
    "condition.fewer-than-two-motives": "Motif yang didukung sumber kurang dari dua.",
    "condition.tied-first": "{motives} berbagi tempat pertama.",
    "condition.p-first-not-computable": "Peluang menjadi yang pertama tidak dapat dihitung.",
    "condition.p-first-below-leading": (
        "Peluang bahwa motif terdepan paling luas didukung, {chance}, masih di bawah 0,75."
    ),
    "condition.p-first-below-leading.unnumbered": "Keunggulannya terlalu tipis untuk jumlah sumber mandiri yang ada.",
    "condition.fewer-than-ten-witnesses": (
        "Ada {value:sumber mandiri}, padahal diperlukan sepuluh sebelum suatu motif boleh disebut terdepan."
    ),
    "condition.p-first-below-foremost": (
        "Peluang bahwa motif terdepan paling luas didukung, {chance}, masih di bawah 0,90."
    ),
    "condition.p-first-below-foremost.unnumbered": "Keunggulannya terlalu tipis untuk menyebut motif itu terdepan.",
    "condition.fragile": (
        "Tanpa {groups}, motif terdepan tidak lagi sendirian di puncak; seharusnya diperlukan sedikitnya dua sumber "
        "mandiri untuk menggesernya."
    ),
    "condition.coders-differ": "Menurut hitungan {coders}, motif terdepan tidak sendirian di puncak.",
    "condition.switches-unseat": (
        "{s:~Dengan aturan yang lebih ketat|Dengan masing-masing aturan yang lebih ketat}, yakni {switches}, motif "
        "terdepan tidak sendirian di puncak."
    ),
    "condition.first-hand-puts-another-first": (
        "{groups}, dari tangan pertama, {n:~menempatkan} {motives} di urutan pertama."
    ),
    "condition.one-institution": "Motif terdepan hanya disebut oleh satu lembaga, padahal diperlukan dua.",
    "chance.heading": "Faktor kebetulan: siapa yang berbicara",
    "chance.heading.unnumbered": "Hasil tiap pengode",
    "chance.what": (
        "P(pertama) ialah peluang menurut model bahwa suatu motif paling luas didukung di antara sumber mandiri "
        "sejenis yang dikumpulkan; itu *bukan* peluang bahwa motif tersebut menggerakkan keputusan."
    ),
    "chance.covers": (
        "Angka itu mencakup faktor kebetulan dalam siapa yang berbicara serta perbedaan antarpengode, tetapi tidak "
        "mencakup keengganan berbicara, pemilihan sumber, sudut pandang setelah kejadian, atau salinan yang tidak "
        "disadari."
    ),
    "chance.words": (
        "Karena sumber mandirinya kurang dari sepuluh, peluang dinyatakan dengan kata-kata; angka yang lebih rinci "
        "akan menjanjikan terlalu banyak."
    ),
    "chance.caption": "P(pertama) dan dukungan mandiri menurut tiap pengode dan gabungannya",
    "chance.caption.unnumbered": "Dukungan mandiri menurut tiap pengode dan gabungannya",
    "chance.column.motive": "Motif",
    "chance.column.headline": "P(pertama)",
    "chance.headline": "{support} · {p}",
    "chance.chart": "Peluang tiap peringkat",
    "chance.chart.alt": (
        "Diagram batang, satu batang tiap motif, dibagi menurut peluang tiap peringkat. Peluang menjadi yang "
        "pertama: {parts}."
    ),
    "chance.chart.part": "{motive} {p}",
    "chance.chart.note": "Tiap batang berjumlah satu; bagian yang paling gelap ialah peluang menjadi yang pertama.",
    "chance.chart.rank": "Peringkat {rank}",
    "chance.axis.none": "0",
    "chance.axis.quarter": "satu dari empat",
    "chance.axis.half": "satu dari dua",
    "chance.axis.three-quarters": "tiga dari empat",
    "chance.axis.all": "pasti",
    "chance.chart.axis": "Peluang",
    "chance.calibrated": (
        "Dalam simulasi yang masing-masing terdiri atas {studies:#studi} dari prior model itu sendiri, P(pertama) "
        "meleset paling banyak {error}: perhitungannya benar selama anggapannya berlaku."
    ),
    "chance.stress": "Bila anggapan itu tidak berlaku, simulasi menunjukkan bagaimana angka ini menyesatkan:",
    "stress.close-motives": "Bila motif-motifnya berdekatan, P(pertama) 0,90 atau lebih terbukti benar {range}.",
    "stress.talkative-witnesses": "Bila sumbernya banyak bicara, P(pertama) 0,90 atau lebih terbukti benar {range}.",
    "stress.coder-error": (
        "Bila kesalahan pengode sebesar {strength}, P(pertama) 0,90 atau lebih terbukti benar {range}."
    ),
    "stress.blurred-borders": (
        "Bila batas antarkode begitu kabur sehingga {strength} dari yang dikatakan tentang suatu motif dikode sebagai "
        "motif lain, P(pertama) 0,90 atau lebih terbukti benar {range}."
    ),
    "stress.undetected-copies": (
        "Bila {strength} sumber mandiri sebenarnya salinan yang tidak disadari, P(pertama) 0,90 atau lebih terbukti "
        "benar {range}."
    ),
    "stress.reticence": (
        "Bila ada keengganan berbicara (simpangan baku {strength} pada logit), P(pertama) 0,90 atau lebih terbukti "
        "benar {range}, berapa pun banyaknya sumber mandiri."
    ),
    "stress.unlisted-motive": (
        "Bila ada motif atau penjelasan tandingan yang tidak tercantum dalam buku kode, padahal akan disebut oleh "
        "{strength} sumber mandiri, P(pertama) 0,90 atau lebih terbukti benar {range}."
    ),
    "stress.equal-motives": (
        "Bila motif-motifnya sesungguhnya setara, motif terdepan yang keliru dengan peluang 0,90 atau lebih muncul "
        "{range}."
    ),
    "stress.range": "pada {low} sampai {high} kejadian",
    "stress.point": "pada {low} kejadian",
    "chance.none": "P(pertama) tidak diberikan: {reason}",
    "sensitivity.heading": "Apa yang akan mengubah urutan",
    "fragility.sole": "Cukup {n:sumber mandiri} dikeluarkan agar {rival} menyamai {motive}: {groups}; {unique}.",
    "fragility.unique": "tidak ada pilihan lain yang sesedikit itu",
    "fragility.not_unique": "pilihan lain yang sama sedikitnya juga bisa",
    "fragility.tied": "Tempat pertama dipegang bersama, jadi tidak perlu satu sumber mandiri pun dikeluarkan.",
    "fragility.safe": "Pengeluaran sumber mandiri mana pun tidak membuat motif lain menyamai {motive}.",
    "consensus.order": "Urutan yang paling dekat dengan urutan menurut skor {methods} ialah {order}; {unique}.",
    "consensus.unique": "itulah satu-satunya",
    "consensus.several": "ada {n:#urutan} yang sama dekatnya, dan ini urutan menurut rata-rata peringkatnya",
    "consensus.w": (
        "W Kendall antarskor sebesar {w}; semua skor menghitung ulang tabel yang sama, sehingga nilainya tinggi "
        "sekalipun motif-motifnya setara, dan angka ini tidak pernah menaikkan simpulan."
    ),
    "switches.text": (
        "Setiap baris di bawah mengubah satu aturan lalu menyusun peringkat lagi. Dari seluruh {n:#gabungan} aturan "
        "dan pengode, bagian yang menempatkan satu motif sendirian di puncak ialah: {shares}."
    ),
    "switches.share": "{motive} pada {share}",
    "switches.nobody": (
        "Dari seluruh {n:#gabungan} aturan dan pengode, tidak pernah ada motif yang sendirian di puncak."
    ),
    "switches.caption": (
        "Dukungan mandiri bila satu aturan diubah; angka tertinggi pada tiap baris ditonjolkan, “disebut pertama” "
        "menandai yang pertama menurut prioritas yang dinyatakan"
    ),
    "switches.column.switch": "Aturan",
    "switches.column.n": "Sumber mandiri",
    "switches.none": "*Aturan studi ini sendiri*",
    "switches.none.meaning": "tidak ada sakelar yang menyala",
    "switches.first": "disebut pertama",
}
