"""Words of the errors of `tenun.study`."""

from tenun.errors import Message

MESSAGES = {
    "study.suffix": Message(
        en="A study is a file whose name ends in {suffix}; {name} does not.",
        id="Studi adalah berkas yang namanya berakhir dengan {suffix}; {name} tidak.",
        hint_en="Add the ending, for example my-study{suffix}.",
        hint_id="Tambahkan akhiran itu, misalnya studi-saya{suffix}.",
    ),
    "study.no-source": Message(
        en="The study has no source {key}; the nearest of its {known} sources is {nearest}.",
        id="Studi tidak punya sumber {key}; yang terdekat dari {known} sumbernya ialah {nearest}.",
        hint_en="`tenun sources` lists them.",
        hint_id="`tenun sources` menampilkan daftarnya.",
    ),
    "study.no-code": Message(
        en="The codebook has no code {key}; the nearest of its {known} codes is {nearest}.",
        id="Buku kode tidak punya kode {key}; yang terdekat dari {known} kodenya ialah {nearest}.",
        hint_en="`tenun codebook` lists them.",
        hint_id="`tenun codebook` menampilkan daftarnya.",
    ),
    "study.no-such-field": Message(
        en="A code has no field {field}; it has {allowed}.",
        id="Kode tidak punya isian {field}; isiannya {allowed}.",
    ),
    "study.coded-already": Message(
        en="You have applied {code} to this passage of {source} in this round already.",
        id="Anda sudah memberi kode {code} pada petikan {source} ini dalam putaran ini.",
    ),
    "study.uncoded-already": Message(
        en="You have left this passage of {source} uncoded in this round already.",
        id="Anda sudah menandai petikan {source} ini sengaja tanpa kode dalam putaran ini.",
    ),
    "study.covered-already": Message(
        en="It is noted already that {source} was read for {code} and holds none.",
        id="Sudah tercatat bahwa {source} dibaca untuk {code} dan tidak memuatnya.",
    ),
    "study.round-locked": Message(
        en="Round {round} is locked.",
        id="Putaran {round} terkunci.",
        hint_en="Code in another round, or unlock this one.",
        hint_id="Kerjakan di putaran lain, atau buka kuncinya.",
    ),
    "study.rows-of-locked-round": Message(
        en="Round {round} is locked, so {rows} new rows of it were left out.",
        id="Putaran {round} terkunci, jadi {rows} baris barunya dilewati.",
        hint_en="Unlock the round and import the table again, or give these rows another round.",
        hint_id="Buka kunci putaran itu lalu impor tabelnya lagi, atau beri baris itu putaran lain.",
    ),
    "study.span-outside": Message(
        en="The span {start} to {end} is empty or reaches outside the text, which has {length} characters.",
        id="Rentang {start} sampai {end} kosong atau melewati teks, yang panjangnya {length} karakter.",
    ),
    "study.span-spelling": Message(
        en="A span is written START:END in characters, such as 120:164, and not {span}.",
        id="Rentang ditulis AWAL:AKHIR dalam karakter, misalnya 120:164, bukan {span}.",
    ),
    "study.quote-missing": Message(
        en="These words do not occur in {source}.",
        id="Kata-kata itu tidak ada dalam {source}.",
        hint_en="Copy them from the text as they stand there.",
        hint_id="Salin persis seperti tertulis dalam teksnya.",
    ),
    "study.quote-not-unique": Message(
        en="These words occur more than once in {source}.",
        id="Kata-kata itu muncul lebih dari sekali dalam {source}.",
        hint_en="Quote a few words more, or give the span.",
        hint_id="Kutip beberapa kata lagi, atau sebutkan rentangnya.",
    ),
    "study.code-what": Message(
        en="Say which words (--quote or --span), and either a CODE or the reason for leaving them --uncoded.",
        id="Sebutkan katanya (--quote atau --span), dan satu CODE atau alasan membiarkannya --uncoded.",
    ),
    "study.reliability": Message(
        en="Reliability is one letter from A to F, not {value}.",
        id="Keandalan ialah satu huruf dari A sampai F, bukan {value}.",
    ),
    "study.credibility": Message(
        en="Credibility is a digit from 1 to 6, not {value}.",
        id="Kredibilitas ialah angka dari 1 sampai 6, bukan {value}.",
    ),
    "study.reason-missing": Message(
        en="A source is left out of the evidence for a reason.",
        id="Sumber dikeluarkan dari bukti dengan alasan.",
        hint_en="Say why; the report prints it.",
        hint_id="Sebutkan alasannya; laporan mencetaknya.",
    ),
    "study.same-source": Message(
        en="{key} cannot be a duplicate of itself.",
        id="{key} tidak mungkin salinan dari dirinya sendiri.",
    ),
    "study.date": Message(
        en="A day is written as 2019-11-27, not {date}.",
        id="Tanggal ditulis seperti 2019-11-27, bukan {date}.",
    ),
    "study.no-such-format": Message(
        en="{value} is not possible here; choose {allowed}.",
        id="{value} tidak tersedia di sini; pilih {allowed}.",
    ),
    "study.no-such-form": Message(
        en="There is no form {value}; choose {allowed}.",
        id="Tidak ada bentuk {value}; pilih {allowed}.",
    ),
    "study.no-folder": Message(
        en="A study folder needs the date of the decision, a code and a text. Add what is missing, then try again.",
        id="Folder studi memerlukan tanggal keputusan, kode, dan teks. Tambahkan yang belum ada, lalu coba lagi.",
    ),
    "study.no-bundle": Message(
        en="{name} is no replication bundle. Give the .zip that tenun export wrote.",
        id="{name} bukan paket replikasi. Berikan .zip yang ditulis tenun export.",
    ),
    "study.newer-bundle": Message(
        en="{name} was written by a newer Tenun. Update Tenun, then try again.",
        id="{name} ditulis oleh Tenun yang lebih baru. Perbarui Tenun, lalu coba lagi.",
    ),
    "study.cannot-write": Message(
        en="{name} cannot be written: {reason}.",
        id="{name} tidak dapat ditulis: {reason}.",
        hint_en="Check the folder, its rights and the space on the disk; what was there before is untouched.",
        hint_id="Periksa folder, haknya, dan ruang disk; berkas lama tidak tersentuh.",
    ),
    "study.other-study": Message(
        en="This file holds the study {here}; the folder is the study {other}.",
        id="Berkas ini memuat studi {here}; folder itu studi {other}.",
        hint_en="Import the folder into a file of its own.",
        hint_id="Masukkan folder itu ke berkas tersendiri.",
    ),
    "study.no-such-path": Message(
        en="There is no file or folder {name}.",
        id="Tidak ada berkas atau folder {name}.",
        hint_en="Check the spelling, and that you are in the right folder.",
        hint_id="Periksa ejaannya, dan apakah Anda berada di folder yang tepat.",
    ),
    "study.source-changed": Message(
        en="The text of {source} differs from the one in the study, which was kept.",
        id="Teks {source} berbeda dari yang ada dalam studi; yang lama dipertahankan.",
        hint_en="Give the new text a key of its own.",
        hint_id="Beri teks baru itu kunci tersendiri.",
    ),
    "study.import-strict": Message(
        en="{count} things are at fault, so nothing came in.",
        id="{count} hal salah, maka tidak ada yang dimasukkan.",
        hint_en="Mend them, or import without --strict to bring in the rest.",
        hint_id="Perbaiki dulu, atau impor tanpa --strict untuk memasukkan sisanya.",
    ),
    "study.no-study-yet": Message(
        en="{name} is not there yet, and these are no study folder to make it from.",
        id="{name} belum ada, dan ini bukan folder studi untuk membuatnya.",
        hint_en="Make it first: tenun new {name}",
        hint_id="Buat dulu: tenun new {name}",
    ),
    "study.gone": Message(
        en="What you changed has been removed meanwhile.",
        id="Yang Anda ubah sudah dihapus sementara itu.",
        hint_en="Its coder can bring it back with undo.",
        hint_id="Pengodenya dapat mengembalikannya dengan urungkan.",
    ),
    "study.moved-on": Message(
        en="It was changed meanwhile, so your change was not carried out.",
        id="Itu sudah diubah sementara itu, maka perubahan Anda tidak dijalankan.",
        hint_en="Both versions are shown; keep one, or put them together.",
        hint_id="Kedua versi ditampilkan; pilih salah satu, atau gabungkan.",
    ),
    "study.no-row": Message(
        en="The study has no such entry ({table}).",
        id="Studi tidak punya entri itu ({table}).",
        hint_en="It may have been removed; the view shows what is there now.",
        hint_id="Mungkin sudah dihapus; tampilan menunjukkan keadaan sekarang.",
    ),
    "study.blind-round-open": Message(
        en="A blind round is open; what compares or joins the coders' work waits until it is locked.",
        id="Putaran buta masih terbuka; pembandingan dan penggabungan kerja pengode menunggu sampai putaran dikunci.",
        hint_en="Lock the round once everybody has finished coding in it.",
        hint_id="Kunci putaran itu setelah semua orang selesai mengode.",
    ),
    "study.not-your-coding": Message(
        en="This coding is {coder}'s; only its coder changes it.",
        id="Pengodean ini milik {coder}; hanya pengodenya yang mengubahnya.",
        hint_en="Code the passage yourself, or settle the difference under Agreement.",
        hint_id="Kodekan petikan itu sendiri, atau putuskan perbedaannya di bagian Kesepakatan.",
    ),
    "study.other-words": Message(
        en="The text of {source} does not say that at this place.",
        id="Teks {source} tidak berbunyi begitu di tempat ini.",
        hint_en="Reload the text and select the words again.",
        hint_id="Muat ulang teksnya dan pilih kata-katanya lagi.",
    ),
    "study.no-such-status": Message(
        en="A coding is proposed, accepted or rejected, not {value}.",
        id="Status pengodean ialah proposed, accepted, atau rejected, bukan {value}.",
    ),
    "study.too-many-spans": Message(
        en="{count} places are more than can be coded at once ({most}).",
        id="{count} tempat melebihi yang dapat dikodekan sekaligus ({most}).",
        hint_en="Narrow the search, or code one source after the other.",
        hint_id="Persempit pencarian, atau kodekan sumber demi sumber.",
    ),
    "study.code-key": Message(
        en="A code needs a label, or a key of at most {most} characters.",
        id="Kode memerlukan label, atau kunci paling panjang {most} karakter.",
    ),
    "study.code-taken": Message(
        en="There is a code {key} already.",
        id="Kode {key} sudah ada.",
        hint_en="Choose another key, or use that code.",
        hint_id="Pilih kunci lain, atau pakai kode itu.",
    ),
    "study.code-in-use": Message(
        en="Code {key} is in use: {codings} codings, {below} codes below it.",
        id="Kode {key} sedang dipakai: {codings} pengodean, {below} kode di bawahnya.",
        hint_en="Merge it into another code, or recode its passages first.",
        hint_id="Gabungkan ke kode lain, atau kodekan ulang petikannya lebih dulu.",
    ),
    "study.merge-into-itself": Message(
        en="Code {key} cannot be merged into {into}, which is itself or stands below it.",
        id="Kode {key} tidak dapat digabung ke {into}, karena itu dirinya sendiri atau di bawahnya.",
    ),
    "study.split-codings": Message(
        en="The parts of {key} must share out its own codings, each to one part.",
        id="Bagian-bagian {key} harus membagi pengodeannya sendiri, masing-masing ke satu bagian.",
    ),
    "study.split-locked": Message(
        en="Codings of {key} lie in a locked round and stay as they are.",
        id="Ada pengodean {key} di putaran terkunci; itu tidak dapat diubah.",
        hint_en="Leave them with {key}, or unlock the round.",
        hint_id="Biarkan pada {key}, atau buka kunci putarannya.",
    ),
    "study.code-below-itself": Message(
        en="Code {key} cannot stand below itself.",
        id="Kode {key} tidak dapat berada di bawah dirinya sendiri.",
    ),
    "study.no-such-kind": Message(
        en="There is no kind {value} here; it can be {allowed}.",
        id="Di sini tidak ada jenis {value}; yang ada: {allowed}.",
    ),
    "study.empty-memo": Message(
        en="A memo that says nothing is not kept.",
        id="Memo kosong tidak disimpan.",
    ),
    "study.not-your-memo": Message(
        en="This memo is {coder}'s; only its writer changes it.",
        id="Memo ini milik {coder}; hanya penulisnya yang mengubahnya.",
    ),
    "study.source-empty": Message(
        en="A source needs a text and a key of at most {most} characters.",
        id="Sumber memerlukan teks dan kunci paling panjang {most} karakter.",
    ),
    "study.source-taken": Message(
        en="There is a source {key} already.",
        id="Sumber {key} sudah ada.",
        hint_en="Choose another key.",
        hint_id="Pilih kunci lain.",
    ),
    "study.round-number": Message(
        en="Round {number} is there already, or is no number for a round.",
        id="Putaran {number} sudah ada, atau bukan nomor putaran.",
    ),
    "study.query-begins": Message(
        en="A query begins with the codes whose passages it looks for.",
        id="Kueri dimulai dengan kode yang petikannya dicari.",
    ),
    "study.adjudication-reason": Message(
        en="A unit is left uncoded for a reason.",
        id="Satuan dibiarkan tanpa kode dengan alasan.",
        hint_en="Say why in the memo.",
        hint_id="Sebutkan alasannya dalam memo.",
    ),
    "study.no-such-method": Message(
        en="There is no method {method}.",
        id="Tidak ada metode {method}.",
        hint_en="The methods are: {known}.",
        hint_id="Metodenya: {known}.",
    ),
    "study.no-such-option": Message(
        en="This method has no option {option}.",
        id="Metode ini tidak punya opsi {option}.",
        hint_en="Its options are: {known}.",
        hint_id="Opsinya: {known}.",
    ),
    "study.option-value": Message(
        en="The option {option} does not take {value}.",
        id="Opsi {option} tidak menerima {value}.",
        hint_en="It takes: {allowed}.",
        hint_id="Yang diterima: {allowed}.",
    ),
    "study.option-form": Message(
        en="An option is written as NAME=VALUE, not as {value}.",
        id="Opsi ditulis sebagai NAMA=NILAI, bukan {value}.",
    ),
    "study.option-list": Message(
        en="The option {option} cannot be read as a list: {value}.",
        id="Opsi {option} tidak dapat dibaca sebagai daftar: {value}.",
        hint_en='Put commas between the entries, and a name that holds a comma in quotation marks: TIES,"RICH, urban".',
        hint_id='Pisahkan dengan koma, dan beri tanda kutip pada nama yang memuat koma: TIES,"RICH, urban".',
    ),
    "study.calibration-form": Message(
        en="The calibration {value} is neither three anchors nor cut points.",
        id="Kalibrasi {value} bukan tiga jangkar dan bukan titik potong.",
        hint_en="Write NAME=out:crossover:in, such as GDP=300:550:900, or NAME=cut:5 with one cut point or several.",
        hint_id="Tulis NAMA=luar:silang:dalam, misalnya GDP=300:550:900, atau NAMA=cut:5 dengan satu titik potong atau "
        "lebih.",
    ),
    "study.expectations-needed": Message(
        en="The intermediate solution needs what theory expects of the conditions.",
        id="Solusi menengah memerlukan apa yang diharapkan teori dari kondisi-kondisinya.",
        hint_en="Say for at least one condition whether it should be present or absent.",
        hint_id="Sebutkan setidaknya untuk satu kondisi apakah seharusnya ada atau tidak ada.",
    ),
    "study.no-coder-appraised": Message(
        en="{name} has appraised no source of this study.",
        id="{name} belum menilai satu sumber pun dalam studi ini.",
        hint_en="Those who have: {known}.",
        hint_id="Yang sudah: {known}.",
    ),
    "study.no-coder-read": Message(
        en="{name} has read no source of this study.",
        id="{name} belum membaca satu sumber pun dalam studi ini.",
        hint_en="Those who have: {known}.",
        hint_id="Yang sudah: {known}.",
    ),
    "study.no-group-named": Message(
        en="Key words set one group of texts against the others, and no group is named.",
        id="Kata kunci membandingkan satu kelompok teks dengan yang lain, dan belum ada kelompok yang disebut.",
        hint_en="Choose a field and a value, such as kind and news.",
        hint_id="Pilih bidang dan nilainya, misalnya kind dan news.",
    ),
    "study.nothing-read": Message(
        en="Nobody has coded anything yet, so nothing can be said of what was not found.",
        id="Belum ada yang dikodekan, sehingga belum dapat dikatakan apa yang tidak ditemukan.",
        hint_en="Code a text first.",
        hint_id="Kodekan satu teks terlebih dahulu.",
    ),
    "study.name-outcome-and-conditions": Message(
        en="A comparison of cases needs an outcome and at least one condition.",
        id="Perbandingan kasus memerlukan satu hasil dan setidaknya satu kondisi.",
        hint_en="Variables with a number for every case: {known}.",
        hint_id="Variabel yang berangka untuk setiap kasus: {known}.",
    ),
    "study.word-without-neighbours": Message(
        en="The word {word} stands near no other word as often as {fewest} times.",
        id="Kata {word} tidak berdekatan dengan kata lain sebanyak {fewest} kali.",
        hint_en="Lower the number of times, or look at the words by frequency.",
        hint_id="Turunkan jumlah kali itu, atau lihat kata menurut kekerapan.",
    ),
    "study.summary-taken": Message(
        en="The cell of {row} and {code} has a summary already.",
        id="Sel {row} dan {code} sudah punya rangkuman.",
        hint_en="Change that one.",
        hint_id="Ubah rangkuman itu.",
    ),
    "study.no-ledger": Message(
        en="This study keeps no ledger of clues, so nothing is weighed.",
        id="Studi ini tidak punya buku besar petunjuk, sehingga tidak ada yang ditimbang.",
        hint_en="Give clues their likelihoods, each with a reason, in the file of the ledger.",
        hint_id="Beri setiap petunjuk kemungkinannya beserta alasannya dalam berkas buku besar.",
    ),
}
