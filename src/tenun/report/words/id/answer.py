"""The first lines, the answer in plain words, the question and the method."""

WORDS = {
    "preamble.counting": (
        "Hitungan menunjukkan seberapa luas suatu alasan didukung sumber dan siapa yang menyatakannya; apa maknanya "
        "adalah argumen peneliti, yang disampaikan dengan kata-kata."
    ),
    "preamble.order": (
        "Karena itu nama dan jumlah didahulukan daripada peluang, laporan ini berbicara tentang *urutan dukungan "
        "sumber* dan tidak pernah tentang tingkat kepentingan, dan alasan yang tidak disuarakan sumber mana pun "
        "disebut *belum didukung sumber*, bukan tidak ada."
    ),
    "preamble.trace": (
        "Setiap temuan dapat ditelusuri sampai ke petikan yang menopangnya, dan setiap petikan sampai ke sumbernya."
    ),
    "answer.heading": "Jawaban secara sederhana",
    "answer.not_told_apart": (
        "Dari bukti yang ada belum dapat dipastikan motif mana yang terdepan: {leaders} didukung paling luas, yakni "
        "oleh {k:sumber mandiri}, tetapi belum dapat dibedakan dari {rivals}."
    ),
    "answer.not_told_apart_unnamed": (
        "Dari bukti yang ada belum dapat dipastikan motif mana yang terdepan: {leaders} didukung paling luas, yakni "
        "oleh {k:sumber mandiri}, tetapi keunggulannya terlalu tipis untuk dijadikan pegangan."
    ),
    "answer.tied": (
        "Dari bukti yang ada belum dapat dipastikan motif mana yang terdepan: {leaders} didukung sama luasnya, "
        "masing-masing oleh {k:sumber mandiri}, dan hitungan tidak dapat membedakannya."
    ),
    "answer.tied_rivals": "Motif-motif itu juga belum dapat dibedakan dari {rivals}.",
    "answer.leads": (
        "{leaders} memimpin dengan dukungan {k:sumber mandiri}, tetapi keunggulan itu belum kukuh: syarat yang "
        "belum terpenuhi disebutkan pada bagian peringkat."
    ),
    "answer.foremost": (
        "Yang terpenting, bukti menunjuk pada {leaders}: {k:sumber mandiri} mendukungnya, dan motif ini tetap "
        "terdepan dalam setiap pengujian yang dipakai laporan ini."
    ),
    "answer.not_assessable": (
        "Motif mana yang terdepan tidak dapat dinilai: baru {n:sumber mandiri} yang berbicara tentang alasan pihak "
        "pengambil keputusan ({own}) dan {supported:motif} yang didukung, padahal diperlukan sedikitnya empat "
        "sumber mandiri dan dua motif yang didukung."
    ),
    "answer.witnesses": (
        "Ada {n:sumber mandiri} yang berbicara tentang alasan pihak pengambil keputusan ({own}): {groups}."
    ),
    "answer.order": "Menurut luasnya dukungan sumber, urutan motifnya sebagai berikut.",
    "answer.motive": "{motive}: didukung {k:sumber mandiri}; {voices}.",
    "answer.motive_opposed": (
        "{motive}: didukung {k:sumber mandiri}, {voices}; {against:sumber mandiri} menyangkalnya."
    ),
    "answer.motive_opposed_only": "{motive}: *belum didukung sumber*; {against:sumber mandiri} menyangkalnya.",
    "answer.motive_none": "{motive}: *belum didukung sumber*.",
    "answer.published": (
        "Urutan motif ini pernah diterbitkan ({label}) dan menempatkan {first} di tempat pertama; jika dihitung "
        "menurut sumber mandiri, bukti yang ada menempatkannya di peringkat {rank} dari {m}."
    ),
    "answer.published_agrees": (
        "Urutan motif ini pernah diterbitkan ({label}) dan menempatkan {first} di tempat pertama, sejalan dengan "
        "bukti yang ada."
    ),
    "answer.published_needed": (
        "Agar keduanya sejalan, perlu {groups:sumber mandiri lagi} yang menyebut {first}, tanpa ada yang menyangkalnya."
    ),
    "answer.published_method": (
        "{first} menempati urutan pertama hanya menurut skor *{method}*, dan di situ tumpuannya ialah {groups}, "
        "{voices}."
    ),
    "answer.published_method_too": (
        "{first} juga menempati urutan pertama menurut skor *{method}*, dengan tumpuan {groups}, {voices}."
    ),
    "answer.published_no_method": "Tidak ada skor dalam laporan ini yang menempatkan {first} di urutan pertama.",
    "answer.published_lost": (
        "{n:~Aturan yang lebih ketat berikut menggugurkan hasil itu|Salah satu saja dari aturan yang lebih ketat "
        "berikut sudah menggugurkan hasil itu}: {switches:or}."
    ),
    "answer.published_switches": (
        "Menurut hitungan sumber mandiri, {first} hanya memimpin bila ada aturan yang diubah: {switches:or}."
    ),
    "answer.published_no_switch": (
        "Menurut hitungan sumber mandiri, tidak ada satu pun perubahan aturan yang menempatkan {first} di urutan "
        "pertama."
    ),
    "answer.chance": (
        "Menurut model yang hanya memperhitungkan faktor kebetulan, yakni siapa yang kebetulan berbicara, {first} "
        "berpeluang {p} menjadi motif yang paling luas didukung, dan {second} berpeluang {q}; itu bukan peluang "
        "bahwa motif tersebut menggerakkan keputusan."
    ),
    "answer.chance_one": (
        "Menurut model yang hanya memperhitungkan faktor kebetulan, yakni siapa yang kebetulan berbicara, {first} "
        "berpeluang {p} menjadi motif yang paling luas didukung; itu bukan peluang bahwa motif tersebut "
        "menggerakkan keputusan."
    ),
    "synthetic.title": "Sumber rekaan, disisihkan",
    "synthetic.aside": (
        "{sources} {n:~adalah} rekaan yang dibuat untuk mencoba metode; dalam laporan ini isinya tidak dihitung "
        "sama sekali."
    ),
    "synthetic.counted": (
        "Sakelar *sumber rekaan* menyala: {sources} {n:~adalah} rekaan dan ikut dihitung dalam angka-angka berikut, "
        "sehingga angka itu bukan bukti tentang kasus ini."
    ),
    "question.heading": "Pertanyaan",
    "question.asked": "Pertanyaan",
    "question.decision": "Keputusan",
    "question.date": "Tanggal keputusan",
    "question.own": "Motif pihak",
    "question.guide": "Pedoman wawancara",
    "question.guide_length": "{title}: {n:#pertanyaan}",
    "question.caption": "Apa yang ditanyakan studi ini",
    "question.column.item": "Hal",
    "question.column.content": "Isi",
    "question.background": (
        "Yang dicari ialah alasan yang dipegang sebelum atau pada saat keputusan diambil; alasan yang dikemukakan "
        "kemudian untuk melanjutkan kerja sama, atau hasil yang teramati sesudahnya, bukan bukti tentang motif."
    ),
    "method.heading": "Cara kerja",
    "method.read": (
        "{n:~Pengode} {coders} membaca {sources:sumber} dengan buku kode berisi {codes:kode} dan membuat "
        "{codings:#pengodean} pada {passages:#petikan}; {uncoded:#petikan} dibaca dan sengaja tidak dikodekan."
    ),
    "method.one_person": "Pengodean atas nama {coders} dikerjakan oleh satu orang.",
    "method.machine": "Pengodean {coders} dibuat oleh program dan diterima oleh seorang manusia.",
    "method.admissible": (
        "Suatu pengodean dihitung sebagai bukti motif hanya apabila sumbernya disertakan dan bukan rekaan, isinya "
        "tentang kasus yang diteliti, alasannya milik pihak pengambil keputusan ({own}), dan alasan itu berlaku "
        "sebelum atau pada saat keputusan."
    ),
    "method.witnesses": (
        "Sumber yang berasal dari satu naskah, misalnya berita yang memuat siaran pers yang sama, secara tekstual "
        "adalah satu dan dihitung sebagai satu sumber mandiri; naskah yang dirangkum dari beberapa asal tidak "
        "dihitung."
    ),
    "method.sign": (
        "Untuk setiap motif, satu sumber mandiri bernilai +1 bila ada petikan sah yang mendukung, −1 bila "
        "petikannya hanya menyangkal, dan 0 selain itu."
    ),
    "method.coders": (
        "Bila pengodenya beberapa, petikan dihitung apabila salah satu mengodekannya; hasil tiap pengode, serta "
        "hasil yang hanya memuat kesamaan semuanya, ditampilkan di sebelahnya."
    ),
    "method.weights": (
        "Bobot sumber mandiri hanya mengikuti huruf keandalan sumbernya; angka kredibilitas ditampilkan tetapi "
        "tidak dikalikan, sebab “dikuatkan sumber lain” akan menghitung penguatan yang sama dua kali."
    ),
    "method.switches_on": "Laporan ini disusun dengan sakelar {switches} menyala.",
    "method.switches_off": "Tidak ada sakelar yang menyala: yang berlaku ialah aturan studi ini sendiri.",
    "method.rules_fixed": (
        "Aturan ditetapkan dan dikunci dengan hash sebelum peringkat pertama disusun, dan sejak itu tidak berubah."
    ),
    "method.rules_changed": (
        "Sejak pertama kali ditetapkan, aturan telah diubah {n:kali}; perubahannya tercantum pada bagian jejak audit."
    ),
    "method.weights_caption": "Bobot sumber menurut keandalannya",
    "weights.column.letter": "Huruf",
    "weights.column.meaning": "Arti",
    "weights.column.weight": "Bobot",
    "scores.caption": "Enam cara memberi skor pada motif",
    "scores.column.score": "Skor",
    "scores.column.meaning": "Yang dihitung",
    "answer.witness_is": (
        "*Sumber mandiri* ialah satu sumber, atau sekelompok sumber yang saling menyalin sehingga dihitung sekali."
    ),
    "switch.named": "*{name}* ({meaning})",
}
