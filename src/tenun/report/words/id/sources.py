"""Sources and their appraisal, the codebook, agreement between coders."""

WORDS = {
    "sources.heading": "Sumber dan penilaiannya",
    "sources.count": (
        "Studi ini memuat {sources:#sumber}: {classes}; {included:#sumber} dihitung sebagai bukti sepanjang isinya "
        "sah menurut aturan."
    ),
    "sources.class.interview": "{n:#wawancara}",
    "sources.class.official": "{n:#dokumen resmi atau peraturan}",
    "sources.class.news": "{n:#berita}",
    "sources.class.literature": "{n:#kepustakaan}",
    "sources.excluded": "{sources} {n:~dikeluarkan}.",
    "sources.grades": (
        "Setiap sumber mendapat dua penilaian yang dipisahkan: seberapa andal sumbernya (huruf, A terbaik, F tidak "
        "dapat dinilai) dan seberapa dapat dipercaya isinya (angka, 1 terbaik, 6 tidak dapat dinilai)."
    ),
    "sources.caption": "Sumber, nilai masing-masing, dan alasannya",
    "sources.column.number": "No.",
    "sources.column.source": "Sumber",
    "sources.column.grade": "Nilai",
    "sources.column.why": "Alasan",
    "sources.kind_and_date": "{kind}, {date}",
    "sources.not_appraised": "belum dinilai",
    "sources.synthetic": "*Rekaan*; tidak dihitung sama sekali",
    "sources.is_excluded": "Dikeluarkan: {reason}",
    "sources.origin": "Seasal dengan {others}",
    "witnesses.heading": "Sumber mana yang dihitung sebagai satu",
    "witnesses.text": (
        "{sources:#sumber} membentuk {groups:#sumber mandiri}; {n:#di antaranya} berbicara tentang motif. "
        "Kemandirian naskah bukan kemandirian pengetahuan, karena itu lembaga yang berbicara juga ditampilkan."
    ),
    "witnesses.caption": "Sumber mandiri yang terdiri atas lebih dari satu sumber",
    "witnesses.column.sources": "Sumber yang dihitung satu",
    "witnesses.column.class": "Jenis",
    "witnesses.column.institution": "Lembaga yang berbicara",
    "witnesses.none": "Tidak ada dua sumber yang seasal.",
    "witnesses.compilation": "Naskah berikut dirangkum dari beberapa asal dan tidak dihitung: {sources}.",
    "duplicates.text": (
        "Program mengusulkan {n:#pasang} sumber yang susunan katanya mirip; manusialah yang memutuskan apakah "
        "keduanya satu."
    ),
    "duplicates.caption": "Pasangan sumber yang susunan katanya mirip",
    "duplicates.column.pair": "Sumber",
    "duplicates.column.likeness": "Kemiripan",
    "duplicates.column.shared": "Susunan kata yang ada pada keduanya",
    "duplicates.known": "sudah dihitung satu",
    "duplicates.proposed": "diusulkan, belum diputuskan",
    "codebook.heading": "Buku kode",
    "codebook.text": (
        "Buku kode “{title}” memuat {codes:#kode}; {motives:di antaranya adalah motif}, dan kode di bawah suatu "
        "motif dihitung untuk motif itu."
    ),
    "codebook.caption": "Kode beserta cakupan dan batasnya",
    "codebook.column.code": "Kode",
    "codebook.column.definition": "Definisi",
    "codebook.column.uses": "Dipakai",
    "codebook.include": "Mencakup:",
    "codebook.exclude": "Tidak mencakup:",
    "agreement.heading": "Kesepakatan antarpengode",
    "agreement.intra": (
        "Dua pengodean, {coders}, dikerjakan oleh satu orang: angka di bawah ini bersifat *intra-pengode*, yakni "
        "menunjukkan seberapa ajek satu orang mengodekan, bukan apakah dua orang akan sepakat."
    ),
    "agreement.inter": "Angka di bawah ini membandingkan pengode {coders}.",
    "agreement.units": (
        "Yang dibandingkan ialah {units:#kalimat} dari {sources:#sumber} yang dibaca keduanya; "
        "{disagreements:#kalimat} mendapat label yang berbeda."
    ),
    "agreement.alpha": (
        "α Krippendorff untuk kode sebesar {nominal} bila seluruh himpunan kode suatu kalimat harus sama, dan "
        "{masi} bila himpunan yang sebagian kodenya sama dianggap mirip sebagian (MASI)."
    ),
    "agreement.interval": (
        "Selang 95% angka yang pertama ialah {low} sampai {high}, dari {draws:#penarikan ulang} kelompok sumber "
        "mandiri."
    ),
    "agreement.no_interval": "Selang tidak diberikan: {reason}",
    "agreement.none": "Kesepakatan tidak diberikan: {reason}",
    "agreement.reading": (
        "α bernilai 1 bila pengode selalu sepakat dan 0 bila kesepakatannya tidak lebih daripada kebetulan; angka "
        "di bawah 0,67 umumnya dianggap terlalu rendah untuk dijadikan dasar."
    ),
    "agreement.levels_caption": "Kesepakatan pada tingkat kode dan tingkat motif",
    "agreement.levels.column.level": "Tingkat",
    "agreement.levels.column.units": "Kalimat",
    "agreement.levels.column.nominal": "α nominal",
    "agreement.levels.column.masi": "α MASI",
    "agreement.levels.column.kappa": "κ Cohen",
    "agreement.levels.column.percent": "Sama",
    "agreement.level.code": "Kode, semua kalimat",
    "agreement.level.code.coded": "Kode, kalimat yang dikodekan seseorang",
    "agreement.level.motive": "Motif, semua kalimat",
    "agreement.level.motive.coded": "Motif, kalimat yang dikodekan seseorang",
    "agreement.motives_caption": "Kesepakatan per motif: apakah kalimat itu diberi motif ini atau tidak?",
    "agreement.motives.column.motive": "Motif",
    "agreement.motives.column.kappa": "κ Cohen",
    "agreement.motives.column.both": "Keduanya",
    "agreement.motives.column.first": "Hanya {coder}",
    "agreement.motives.column.neither": "Tidak satu pun",
    "undefined": "tak terdefinisi",
}
