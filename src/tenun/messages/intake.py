"""Words of the errors of `tenun.intake`."""

from tenun.errors import Message

MESSAGES = {
    "intake.too-many-bytes": Message(
        en="The file is too large ({size} MiB; the most is {most} MiB).",
        id="Berkas terlalu besar ({size} MiB; paling besar {most} MiB).",
        hint_en="Split it into parts.",
        hint_id="Bagi menjadi beberapa bagian.",
    ),
    "intake.text-too-long": Message(
        en="The text is too long ({length} characters; the most is {most}).",
        id="Teks terlalu panjang ({length} karakter; paling banyak {most}).",
        hint_en="Split it into parts.",
        hint_id="Bagi menjadi beberapa bagian.",
    ),
    "intake.not-a-file": Message(
        en="This is not an ordinary file.",
        id="Ini bukan berkas biasa.",
    ),
    "intake.file-missing": Message(
        en="The file {file} is not there.",
        id="Berkas {file} tidak ada.",
        hint_en="Check the name and the folder.",
        hint_id="Periksa nama dan foldernya.",
    ),
    "intake.file-unreadable": Message(
        en="The file cannot be read: {reason}.",
        id="Berkas tidak dapat dibaca: {reason}.",
        hint_en="Check that you may read it.",
        hint_id="Periksa apakah Anda berhak membacanya.",
    ),
    "intake.path-outside": Message(
        en="The path {path} leads out of the study folder.",
        id="Jalur {path} mengarah ke luar folder studi.",
        hint_en="Copy the file into the folder and name it by a relative path.",
        hint_id="Salin berkasnya ke dalam folder dan sebut dengan jalur relatif.",
    ),
    "intake.yaml-broken": Message(
        en="The YAML cannot be read (line {line}).",
        id="YAML tidak dapat dibaca (baris {line}).",
        hint_en="Look for a missing quotation mark, a wrong indent or a tab near that line.",
        hint_id="Periksa tanda kutip yang kurang, indentasi yang salah, atau tab di sekitar baris itu.",
    ),
    "intake.yaml-key-twice": Message(
        en="The key {key} stands there twice (line {line}).",
        id="Kunci {key} ditulis dua kali (baris {line}).",
        hint_en="Keep one of them.",
        hint_id="Sisakan satu saja.",
    ),
    "intake.yaml-alias": Message(
        en="Aliases and tags are not accepted in YAML (line {line}).",
        id="Alias dan tag tidak diterima dalam YAML (baris {line}).",
        hint_en="Write the value out.",
        hint_id="Tulis nilainya secara lengkap.",
    ),
    "intake.yaml-too-deep": Message(
        en="The YAML is nested deeper than {deepest} levels, or far too long.",
        id="YAML bersarang lebih dari {deepest} tingkat, atau terlalu panjang.",
    ),
    "intake.front-matter-too-long": Message(
        en="The front matter is longer than {most} characters.",
        id="Bagian metadata di awal berkas lebih panjang dari {most} karakter.",
        hint_en="Move the text below the closing line of three dashes.",
        hint_id="Pindahkan teks ke bawah baris penutup berisi tiga tanda hubung.",
    ),
    "intake.front-matter-no-mapping": Message(
        en="Expected here: lines of the form key: value.",
        id="Di sini seharusnya ada baris berbentuk kunci: nilai.",
    ),
    "intake.not-text": Message(
        en="The file is not text in an encoding that can be recognised.",
        id="Berkas ini bukan teks dengan pengodean karakter yang dikenali.",
        hint_en="Save it as UTF-8 text.",
        hint_id="Simpan sebagai teks UTF-8.",
    ),
    "intake.encoding-guessed": Message(
        en="The file is not UTF-8; it was read as {encoding}.",
        id="Berkas ini bukan UTF-8; dibaca sebagai {encoding}.",
        hint_en="Check accents and quotation marks, or save it as UTF-8.",
        hint_id="Periksa aksen dan tanda kutip, atau simpan sebagai UTF-8.",
    ),
    "intake.characters-replaced": Message(
        en="{count} characters that cannot be stored were replaced by a placeholder.",
        id="{count} karakter yang tidak dapat disimpan diganti dengan tanda pengganti.",
    ),
    "intake.format-unknown": Message(
        en="This format ({found}) cannot be read; these can: {readable}.",
        id="Format ini ({found}) tidak dapat dibaca; yang dapat dibaca: {readable}.",
        hint_en="Save it as .docx, .odt, .pdf, .txt or .md.",
        hint_id="Simpan sebagai .docx, .odt, .pdf, .txt, atau .md.",
    ),
    "intake.empty": Message(
        en="The file holds no text.",
        id="Berkas ini tidak berisi teks.",
    ),
    "intake.no-turns": Message(
        en="This is an interview, but no line has the form [hh:mm:ss] Speaker: words.",
        id="Ini wawancara, tetapi tidak ada baris berbentuk [jj:mm:dd] Penutur: ucapan.",
        hint_en="Without it speakers, times and questions stay unknown.",
        hint_id="Tanpa itu penutur, waktu, dan pertanyaan tidak diketahui.",
    ),
    "intake.turn-times-back": Message(
        en="The times of the turns run backwards at {at}.",
        id="Waktu giliran bicara mundur pada {at}.",
    ),
    "intake.archive-broken": Message(
        en="The file is damaged and cannot be unpacked.",
        id="Berkas rusak dan tidak dapat dibuka kemasannya.",
        hint_en="Save or download it again.",
        hint_id="Simpan atau unduh lagi.",
    ),
    "intake.archive-refused": Message(
        en="The file is locked with a password or holds parts that are not accepted.",
        id="Berkas terkunci kata sandi atau memuat bagian yang tidak diterima.",
        hint_en="Save it again without a password.",
        hint_id="Simpan ulang tanpa kata sandi.",
    ),
    "intake.archive-too-large": Message(
        en="The file would unpack to far more than it seems (limit {most} MiB).",
        id="Isi berkas ini jauh lebih besar daripada yang terlihat (batas {most} MiB).",
    ),
    "intake.reader-time": Message(
        en="Reading the file took longer than {seconds} seconds and was stopped.",
        id="Pembacaan berkas melewati {seconds} detik dan dihentikan.",
        hint_en="Split it into parts, or save it in another format.",
        hint_id="Bagi menjadi beberapa bagian, atau simpan dalam format lain.",
    ),
    "intake.reader-memory": Message(
        en="Reading the file needs more than {most} MiB of memory and was stopped.",
        id="Pembacaan berkas memerlukan memori lebih dari {most} MiB dan dihentikan.",
        hint_en="Split it into parts, or save it in another format.",
        hint_id="Bagi menjadi beberapa bagian, atau simpan dalam format lain.",
    ),
    "intake.reader-answer": Message(
        en="What was found in the file is far too much.",
        id="Isi yang ditemukan dalam berkas ini terlalu banyak.",
        hint_en="Split it into parts.",
        hint_id="Bagi menjadi beberapa bagian.",
    ),
    "intake.reader-ended": Message(
        en="The file brought its reader down; nothing of it came in.",
        id="Berkas ini membuat pembacanya berhenti; tidak ada isinya yang masuk.",
        hint_en="Open it in the program that made it and save it anew.",
        hint_id="Buka dengan program pembuatnya, lalu simpan ulang.",
    ),
    "intake.reader-fault": Message(
        en="The file is built in a way that cannot be read.",
        id="Susunan berkas ini tidak dapat dibaca.",
        hint_en="Open it in the program that made it and save it anew.",
        hint_id="Buka dengan program pembuatnya, lalu simpan ulang.",
    ),
    "intake.xml-broken": Message(
        en="Part of the file is damaged XML.",
        id="Sebagian isi berkas berupa XML yang rusak.",
        hint_en="Open it in the program that made it and save it anew.",
        hint_id="Buka dengan program pembuatnya, lalu simpan ulang.",
    ),
    "intake.xml-declares": Message(
        en="The file declares a document type or entities; such files are not accepted.",
        id="Berkas ini mendeklarasikan tipe dokumen atau entitas; berkas seperti itu tidak diterima.",
        hint_en="Open it in the program that made it and save it anew.",
        hint_id="Buka dengan program pembuatnya, lalu simpan ulang.",
    ),
    "intake.xml-too-deep": Message(
        en="The file is nested deeper than {deepest} levels, or has far too many parts.",
        id="Berkas ini bersarang lebih dari {deepest} tingkat, atau bagiannya terlalu banyak.",
        hint_en="Open it in the program that made it and save it anew.",
        hint_id="Buka dengan program pembuatnya, lalu simpan ulang.",
    ),
    "intake.html-too-deep": Message(
        en="The page is nested far too deep, or has far too many parts.",
        id="Halaman ini bersarang terlalu dalam, atau bagiannya terlalu banyak.",
        hint_en="Copy its text into a document and bring that in.",
        hint_id="Salin teksnya ke dalam dokumen, lalu masukkan dokumen itu.",
    ),
    "intake.no-study-yaml": Message(
        en="The folder {folder} has no study.yaml.",
        id="Folder {folder} tidak punya study.yaml.",
        hint_en="Name the folder that holds it, or write one.",
        hint_id="Sebut folder yang memuatnya, atau buat berkas itu.",
    ),
    "intake.setting-missing": Message(
        en="The setting {key} is missing; needed are {needed}.",
        id="Pengaturan {key} belum ada; yang wajib: {needed}.",
    ),
    "intake.unknown-setting": Message(
        en="The setting {key} is not known and was passed over.",
        id="Pengaturan {key} tidak dikenal dan dilewati.",
    ),
    "intake.setting-no-words": Message(
        en="The setting {key} must be words.",
        id="Pengaturan {key} harus berupa kata-kata.",
    ),
    "intake.setting-no-number": Message(
        en="The setting {key} must be a number from {least} to {most}.",
        id="Pengaturan {key} harus berupa bilangan dari {least} sampai {most}.",
    ),
    "intake.setting-no-flag": Message(
        en="The setting {key} must be true or false.",
        id="Pengaturan {key} harus true atau false.",
    ),
    "intake.setting-no-list": Message(
        en="The setting {key} must be a list of words.",
        id="Pengaturan {key} harus berupa daftar kata.",
    ),
    "intake.setting-no-mapping": Message(
        en="The setting {key} must hold further settings, each with its name.",
        id="Pengaturan {key} harus berisi pengaturan lain, masing-masing dengan namanya.",
    ),
    "intake.setting-no-one-of": Message(
        en="The setting {key} must be one of: {allowed}.",
        id="Pengaturan {key} harus salah satu dari: {allowed}.",
    ),
    "intake.setting-no-form": Message(
        en="The setting {key} must have the form {form}.",
        id="Pengaturan {key} harus berbentuk {form}.",
    ),
    "intake.list-of-mappings": Message(
        en="Entry {number} of the list must hold named fields.",
        id="Butir {number} dalam daftar harus berisi isian bernama.",
    ),
    "intake.bad-id": Message(
        en="{id} cannot be the id of a study.",
        id="{id} tidak dapat menjadi id studi.",
        hint_en="Use letters, digits, hyphens, dots and underscores, at most 100.",
        hint_id="Pakai huruf, angka, tanda hubung, titik, dan garis bawah, paling banyak 100.",
    ),
    "intake.decision-date": Message(
        en="{date} is not the day of the decision.",
        id="{date} bukan tanggal keputusan.",
        hint_en="Write it as 2019-11-27; where only the month is known, take its last day and say so.",
        hint_id=("Tulis seperti 2019-11-27; bila hanya bulannya yang diketahui, pakai hari terakhirnya dan sebutkan."),
    ),
    "intake.unknown-code": Message(
        en="The codebook has no code {key}; the nearest is {nearest}.",
        id="Kode {key} tidak ada dalam buku kode; yang paling mirip {nearest}.",
    ),
    "intake.motive-twice": Message(
        en="A motive is listed twice.",
        id="Ada motif yang ditulis dua kali.",
    ),
    "intake.root-without-children": Message(
        en="The code {root} has no codes below it that could be motives.",
        id="Kode {root} tidak punya kode di bawahnya yang dapat menjadi motif.",
        hint_en="Name the code above the motives, or list the motives under codes:.",
        hint_id="Sebut kode induk motif, atau tulis motifnya di bawah codes:.",
    ),
    "intake.source-missing": Message(
        en="{entry} names no file of the folder.",
        id="{entry} tidak cocok dengan berkas mana pun dalam folder.",
    ),
    "intake.no-sources": Message(
        en="The study folder has no sources.",
        id="Folder studi ini tidak punya sumber.",
    ),
    "intake.too-many-sources": Message(
        en="The study folder has more than {most} sources.",
        id="Folder studi ini punya lebih dari {most} sumber.",
    ),
    "intake.key-twice": Message(
        en="The id {key} already belongs to {other}.",
        id="Id {key} sudah dipakai {other}.",
        hint_en="Give one of the two another id.",
        hint_id="Beri salah satunya id lain.",
    ),
    "intake.bad-token": Message(
        en="{key} cannot be {value}; it can be {allowed}.",
        id="{key} tidak dapat berisi {value}; yang boleh: {allowed}.",
    ),
    "intake.bad-date": Message(
        en="{key} cannot be {value}.",
        id="{key} tidak dapat berisi {value}.",
        hint_en="Dates are written 2019, 2019-11 or 2019-11-27, as precisely as is known.",
        hint_id="Tanggal ditulis 2019, 2019-11, atau 2019-11-27, setepat yang diketahui.",
    ),
    "intake.kind-missing": Message(
        en="The kind of the source is not stated; {kind} was taken.",
        id="Jenis sumber tidak disebutkan; dianggap {kind}.",
        hint_en="State it: the kind decides whose voice the source is.",
        hint_id="Sebutkan jenisnya: jenis sumber menentukan suara siapa yang terdengar.",
    ),
    "intake.language-unknown": Message(
        en="The language could not be told; {language} was taken.",
        id="Bahasanya tidak dapat dikenali; dianggap {language}.",
    ),
    "intake.language-other": Message(
        en="The source is in {language}; the study lists {languages}.",
        id="Sumber ini berbahasa {language}; bahasa studi ini {languages}.",
    ),
    "intake.origin-like-key": Message(
        en="The origin {origin} is spelt almost like the id of a source and was taken for something else.",
        id="Asal {origin} ejaannya hampir sama dengan id sebuah sumber, tetapi dianggap hal lain.",
        hint_en="Spell both alike if they are one.",
        hint_id="Samakan ejaannya bila keduanya memang sama.",
    ),
    "intake.metadata-without-file": Message(
        en="The metadata table has no column file.",
        id="Tabel metadata tidak punya kolom file.",
    ),
    "intake.metadata-no-source": Message(
        en="The metadata table speaks of {file}, which is no source of the study.",
        id="Tabel metadata menyebut {file} yang bukan sumber studi ini.",
    ),
    "intake.metadata-twice": Message(
        en="The metadata table speaks of {file} twice; the first row counts.",
        id="Tabel metadata menyebut {file} dua kali; yang dipakai baris pertama.",
    ),
    "intake.metadata-column": Message(
        en="The column {column} is not known; it is kept as a note.",
        id="Kolom {column} tidak dikenal; disimpan sebagai catatan.",
    ),
    "intake.guide-without-questions": Message(
        en="The interview guide has no questions.",
        id="Pedoman wawancara ini tidak memuat pertanyaan.",
    ),
    "intake.question-twice": Message(
        en="Two questions of the guide have one id.",
        id="Ada dua pertanyaan dalam pedoman dengan id yang sama.",
    ),
    "intake.same-person-unknown": Message(
        en="same_person names {coder}, who has no codings.",
        id="same_person menyebut {coder} yang tidak punya pengodean.",
    ),
    "intake.case-unused": Message(
        en="No coding speaks of the case in question, {case}.",
        id="Tidak ada pengodean tentang kasus yang diteliti, {case}.",
    ),
    "intake.published-source-unknown": Message(
        en="published_ranking names the source {source}, which the study does not have.",
        id="published_ranking menyebut sumber {source} yang tidak ada dalam studi ini.",
    ),
}
