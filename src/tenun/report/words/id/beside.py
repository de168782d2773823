"""What stands beside the ranking: kinds of source, theory, rivals, conflicts, timeline, map, limits, sources, audit."""

WORDS = {
    "triangulation.heading": "Motif menurut jenis sumber",
    "triangulation.text": (
        "Untuk tiap motif dan jenis sumber, tabel ini menunjukkan apa kata sumber mandiri yang dibaca untuk motif "
        "itu: *selaras* (ada yang mendukung, tidak ada yang menyangkal), *sebagian* (keduanya ada), *bertentangan* "
        "(hanya ada yang menyangkal), *diam* (dibaca, tidak ditemukan apa pun). Kotak kosong berarti tidak ada "
        "sumber jenis itu yang dibaca untuk motif tersebut."
    ),
    "triangulation.caption": "Selaras, sebagian, bertentangan, dan diam",
    "triangulation.column.motive": "Motif",
    "triangulation.agreement": "selaras",
    "triangulation.partial": "sebagian",
    "triangulation.dissonance": "bertentangan",
    "triangulation.silence": "diam",
    "triangulation.counts": "{for:#} mendukung, {against:#} menyangkal",
    "triangulation.chart": "Bukti menurut jenis sumber",
    "triangulation.chart.alt": (
        "Batang ke kanan untuk sumber mandiri yang mendukung suatu motif, ke kiri untuk yang menyangkalnya: {parts}."
    ),
    "triangulation.chart.part": "{motive} {for:#} mendukung dan {against:#} menyangkal",
    "triangulation.chart.for": "mendukung",
    "triangulation.chart.against": "menyangkal",
    "theory.heading": "Bukti dalam istilah teori",
    "theory.text": (
        "Teori adalah sifat kode, bukan motif: tabel berikut menunjukkan ke dalam nilai mana dukungan yang sah itu "
        "jatuh."
    ),
    "theory.caption": "Dukungan menurut {facet}",
    "theory.column.value": "Nilai",
    "theory.column.passages": "Petikan",
    "theory.column.witnesses": "Sumber mandiri",
    "theory.column.codes": "Kode",
    "rivals.heading": "Penjelasan tandingan",
    "rivals.text": (
        "Penjelasan tandingan ialah penjelasan yang bukan motif pihak pengambil keputusan; siapa pun yang "
        "menyuarakannya, sebelum atau pada saat keputusan, dihitung di sini."
    ),
    "rival.attested": "{rival}: didukung {n:sumber mandiri} ({groups}).",
    "rival.opposed": "{rival}: disangkal {n:sumber mandiri} ({groups}).",
    "rival.none": "{rival}: *belum didukung sumber*.",
    "conflicts.heading": "Perbedaan antarsumber",
    "conflicts.text": "Perbedaan ini disajikan sebagaimana ditemukan; laporan tidak memutuskannya.",
    "conflicts.column.about": "Tentang",
    "conflicts.column.sides": "Menurut masing-masing pihak",
    "conflicts.caption": "Hal yang dikatakan berbeda oleh sumber",
    "conflict.side": "({letter}) {text}",
    "conflict.side_sourced": "({letter}) {text}: {sources}",
    "conflict.note": "Catatan: {note}",
    "conflicts.quotes": "{about}: {n:#kutipan}",
    "event.happened": "{what}",
    "map.place": "{place}",
    "timeline.heading": "Lini masa",
    "timeline.chart": "Peristiwa di sekitar keputusan",
    "timeline.chart.alt": (
        "Garis waktu dari {start} sampai {end} dengan {n:#peristiwa bernomor} dan tanda saat keputusan; "
        "peristiwanya tercantum dalam tabel di bawah."
    ),
    "timeline.chart.note": "Nomor mengikuti tabel; garis kecil di bawah menandai tanggal terbitnya sumber.",
    "timeline.chart.decision": "keputusan",
    "timeline.chart.published": "sumber terbit",
    "timeline.chart.events": "peristiwa",
    "timeline.caption": "Peristiwa bertanggal",
    "timeline.column.number": "No.",
    "timeline.column.date": "Tanggal",
    "timeline.column.what": "Peristiwa",
    "timeline.column.sources": "Dimuat dalam",
    "precision.before": "sebelum {date}",
    "precision.on-or-before": "paling lambat {date}",
    "precision.after": "sesudah {date}",
    "precision.about": "sekitar {date}",
    "map.heading": "Peta tempat",
    "map.chart": "Letak kedua tempat",
    "map.chart.alt": "Bola bumi dengan {places} dan garis terpendek di antaranya, sepanjang {km} km.",
    "map.chart.alt_one": "Bola bumi dengan {places}.",
    "map.distance": "{first} dan {second} berjarak {km} km menurut garis terpendek di permukaan bumi.",
    "map.credit": "Daratan: Natural Earth, domain publik.",
    "limits.heading": "Keterbatasan studi ini",
    "limits.text": "Keterbatasan berikut disimpulkan dari isi studi ini sendiri.",
    "limit.few-witnesses": (
        "Baru {n:sumber mandiri} yang berbicara tentang motif; untuk sebuah peringkat itu sedikit."
    ),
    "limit.single-informant": (
        "{n:sumber mandiri} berbicara dari tangan pertama ({sources}); selebihnya diberitakan atau dikemukakan "
        "pihak lain."
    ),
    "limit.no-first-hand-before": "Tidak ada sumber tangan pertama yang bertanggal sebelum atau pada hari keputusan.",
    "limit.second-hand": "{motives} {n:~hanya} didukung lewat anggapan penulis.",
    "limit.not-attested": (
        "{motives} {n:~*belum didukung sumber*}; itu tidak membuktikan bahwa {n:~motif itu} tidak berperan."
    ),
    "limit.synthetic": "{sources} {n:~adalah} rekaan dan {n:~disisihkan}.",
    "limit.compilations": (
        "{sources} {n:~dirangkum} dari beberapa asal, atau disalin dari naskah semacam itu, dan karena itu disisihkan."
    ),
    "limit.undated": "{n:sumber pembawa bukti} {n:~tidak} bertanggal: {sources}.",
    "limit.after-decision": (
        "{n:sumber pembawa bukti} {n:~terbit} sesudah keputusan, dengan risiko sudut pandang setelah kejadian: "
        "{sources}."
    ),
    "limit.one-coder": "Pengodenya hanya satu, yaitu {coders}, sehingga kesepakatan tidak dapat dinilai.",
    "limit.intra-coder": (
        "Semua pengodean ({coders}) dikerjakan oleh satu orang; belum diketahui apakah orang lain akan mengodekan "
        "serupa."
    ),
    "limit.unread": "Ada {n:sumber} yang tidak dibaca oleh semua pengode: {sources}.",
    "limit.no-interview": (
        "Studi ini tidak memuat wawancara yang dapat dihitung: tidak seorang pun pelaku yang ditanyai."
    ),
    "limit.saturation": (
        "Kejenuhan data tidak dapat dinilai dari {interviews:#wawancara}; diperlukan sedikitnya {needed}."
    ),
    "limit.not-found": "Yang dicari tetapi tidak ditemukan: {items}.",
    "limit.undetected-copies": (
        "Salinan yang tidak terdeteksi tidak dapat dikesampingkan; salinan membuat sumber tampak lebih mandiri "
        "daripada kenyataannya."
    ),
    "limit.item": "{words}",
    "limit.none": "Data tidak menunjukkan keterbatasan lain di luar yang lazim bagi setiap studi dokumen.",
    "references.heading": "Daftar sumber",
    "references.text": "Nomor dalam kurung siku di seluruh laporan mengacu pada daftar ini.",
    "references.caption": "Sumber studi ini",
    "references.column.number": "No.",
    "references.column.source": "Sumber",
    "reference.retrieved": "Dilihat pada {date}.",
    "reference.invented": "*Sumber rekaan.*",
    "reference.undated": "t.t.",
    "audit.heading": "Jejak audit",
    "audit.text": (
        "Studi yang sama menghasilkan angka yang sama: dengan hash di bawah ini siapa pun dapat memeriksa bahwa "
        "laporan ini memang berasal dari studi tersebut (`tenun verify`)."
    ),
    "audit.caption": "Bahan penyusun laporan ini",
    "audit.column.item": "Hal",
    "audit.column.value": "Nilai",
    "audit.input": "Hash masukan",
    "audit.rules": "Hash aturan",
    "audit.events": "Peristiwa dalam log",
    "audit.head": "Ujung rantai peristiwa",
    "audit.version": "Program",
    "audit.seed": "Benih acak",
    "audit.switches": "Sakelar yang menyala",
    "audit.coder": "Pengodean yang dihitung",
    "audit.history": "Aturan yang pernah dipakai",
    "audit.history.column.at": "Sejak",
    "audit.history.column.hash": "Hash",
    "audit.history.column.reason": "Alasan",
    "audit.first": "aturan pertama",
    "limit.single-informant.nobody": (
        "Tidak ada sumber yang berbicara dari tangan pertama: semuanya diberitakan atau dikemukakan pihak lain."
    ),
}
