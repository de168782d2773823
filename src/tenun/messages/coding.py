"""Words of the errors of `tenun.coding`."""

from tenun.errors import Message

MESSAGES = {
    "coding.code-twice": Message(
        en="The codebook holds the code {key} twice.",
        id="Buku kode memuat kode {key} dua kali.",
        hint_en="Give one of the two another id.",
        hint_id="Beri salah satunya id lain.",
    ),
    "coding.parent-missing": Message(
        en="Code {key} names a parent {parent} that the codebook does not have.",
        id="Kode {key} menyebut induk {parent} yang tidak ada dalam buku kode.",
        hint_en="Add the parent, or leave the field empty for a top-level code.",
        hint_id="Tambahkan induknya, atau kosongkan isian itu untuk kode tingkat atas.",
    ),
    "coding.codebook-cycle": Message(
        en="The codebook runs in a circle: {cycle}.",
        id="Buku kode berputar: {cycle}.",
        hint_en="Change the parent of one of these codes.",
        hint_id="Ubah induk salah satu kode itu.",
    ),
    "coding.unknown-facet": Message(
        en="There is no facet {facet}; the facets are {allowed}.",
        id="Tidak ada faset {facet}; faset yang ada: {allowed}.",
    ),
    "coding.unknown-token": Message(
        en="The facet {facet} has no value {token}; it can be {allowed}.",
        id="Faset {facet} tidak punya nilai {token}; yang ada: {allowed}.",
    ),
    "coding.no-codes": Message(
        en="The codebook {key} has no list of codes.",
        id="Buku kode {key} tidak memuat daftar kode.",
        hint_en="Write them under codes:, each with an id and a label.",
        hint_id="Tulis kodenya di bawah codes:, masing-masing dengan id dan label.",
    ),
    "coding.code-without-id": Message(
        en="A code of the codebook has no id (label: {label}).",
        id="Ada kode dalam buku kode yang tidak punya id (label: {label}).",
        hint_en="Give it an id; the nearest field found is {nearest}.",
        hint_id="Beri id; isian yang paling mirip: {nearest}.",
    ),
    "coding.codebook-malformed": Message(
        en="The codebook is not built as expected: each code is a set of named fields.",
        id="Susunan buku kode tidak sesuai: setiap kode harus berupa isian bernama.",
    ),
    "coding.unknown-facet-value": Message(
        en="Code {key} gives {facet} the value {value}; the framework knows {allowed}.",
        id="Kode {key} memberi {facet} nilai {value}; kerangka ini hanya mengenal {allowed}.",
    ),
    "coding.no-framework": Message(
        en="No framework named {name} ships with Tenun; those that do: {known}.",
        id="Tenun tidak menyertakan kerangka bernama {name}; yang tersedia: {known}.",
        hint_en="Nearest: {nearest}. A codebook of your own is named by its file, ending in .yaml or .csv.",
        hint_id=(
            "Yang paling mirip: {nearest}. Buku kode sendiri disebut dengan nama berkasnya, berakhiran .yaml atau .csv."
        ),
    ),
    "coding.columns-missing": Message(
        en="The table lacks the column {missing}; it needs {needed}.",
        id="Tabel tidak punya kolom {missing}; yang wajib ada: {needed}.",
        hint_en="Name the columns in the first row; file may stand for source.",
        hint_id="Tulis nama kolom pada baris pertama; source boleh ditulis file.",
    ),
    "coding.unknown-column": Message(
        en="The column {column} is not known and was passed over.",
        id="Kolom {column} tidak dikenal dan dilewati.",
    ),
    "coding.column-twice": Message(
        en="The column {column} stands in the table twice; the first one counts.",
        id="Kolom {column} muncul dua kali dalam tabel; yang dipakai kolom pertama.",
    ),
    "coding.table-encoding": Message(
        en="The table is not in a readable encoding.",
        id="Pengodean karakter tabel ini tidak terbaca.",
        hint_en="In the spreadsheet choose Save as: CSV UTF-8.",
        hint_id="Di program lembar kerja, pilih Simpan sebagai: CSV UTF-8.",
    ),
    "coding.table-broken": Message(
        en="The table breaks off here: a quotation mark is not closed, or a cell is too long.",
        id="Tabel rusak di sini: ada tanda kutip yang tidak ditutup, atau sel yang terlalu panjang.",
        hint_en="Save it again from the spreadsheet as CSV UTF-8.",
        hint_id="Simpan ulang dari program lembar kerja sebagai CSV UTF-8.",
    ),
    "coding.table-too-long": Message(
        en="The table has more than {most} rows.",
        id="Tabel ini punya lebih dari {most} baris.",
        hint_en="Split it into several tables.",
        hint_id="Bagi menjadi beberapa tabel.",
    ),
    "coding.unknown-code": Message(
        en="The codebook has no code {code}.",
        id="Kode {code} tidak ada dalam buku kode.",
        hint_en="Correct the code or add it to the codebook.",
        hint_id="Perbaiki kodenya atau tambahkan ke buku kode.",
    ),
    "coding.unknown-source": Message(
        en="The study has no source {source}.",
        id="Studi ini tidak punya sumber {source}.",
        hint_en="Use the source's id or its file name.",
        hint_id="Pakai id sumber atau nama berkasnya.",
    ),
    "coding.source-left-out": Message(
        en="{rows} rows speak of {source}, which could not come in; they were left out.",
        id="{rows} baris menyebut {source} yang tidak dapat dimasukkan; baris itu dilewati.",
        hint_en="Mend the source, then import again.",
        hint_id="Perbaiki sumbernya, lalu impor lagi.",
    ),
    "coding.quote-empty": Message(
        en="The row has no quote.",
        id="Baris ini tidak memuat kutipan.",
    ),
    "coding.quote-missing": Message(
        en="The quote is not in {source}; the likest wording there agrees by {similarity}.",
        id="Kutipan tidak ada dalam {source}; rumusan yang paling mirip di sana sama {similarity}.",
        hint_en="Copy the words from the source exactly.",
        hint_id="Salin kata-katanya persis dari sumber.",
    ),
    "coding.quote-unlike": Message(
        en="The quote is not in {source}, nor anything like it.",
        id="Kutipan tidak ada dalam {source}, begitu pula rumusan yang mirip.",
        hint_en="Check that the row names the right source.",
        hint_id="Periksa apakah baris ini menyebut sumber yang benar.",
    ),
    "coding.quote-elsewhere": Message(
        en="The quote is not in {source} but in {elsewhere}.",
        id="Kutipan tidak ada dalam {source}, melainkan dalam {elsewhere}.",
        hint_en="Correct the source of the row.",
        hint_id="Perbaiki sumber pada baris itu.",
    ),
    "coding.quote-not-unique": Message(
        en="The quote stands in {source} more than once.",
        id="Kutipan muncul lebih dari sekali dalam {source}.",
        hint_en="Lengthen it until it is unique.",
        hint_id="Perpanjang kutipan sampai hanya ada satu yang cocok.",
    ),
    "coding.quote-spacing": Message(
        en="The quote was found in {source}, where its spaces or line breaks differ.",
        id="Kutipan ditemukan dalam {source}, tetapi spasi atau ganti barisnya berbeda.",
    ),
    "coding.default-taken": Message(
        en="The table has no columns for some facets; taken for all its rows: {taken}.",
        id="Tabel tidak punya kolom untuk sebagian faset; untuk semua barisnya dipakai: {taken}.",
        hint_en="Add the columns, or set defaults in study.yaml.",
        hint_id="Tambahkan kolomnya, atau isi defaults dalam study.yaml.",
    ),
    "coding.bad-round": Message(
        en="{round} is no round; rounds are numbered 1, 2, 3 and so on.",
        id="{round} bukan putaran; putaran bernomor 1, 2, 3, dan seterusnya.",
    ),
    "coding.bad-weight": Message(
        en="{weight} is no weight; a weight is a number above 0.",
        id="{weight} bukan bobot; bobot adalah bilangan di atas 0.",
    ),
    "coding.coder-unnamed": Message(
        en="{rows} rows name no coder; the name of the table was taken.",
        id="{rows} baris tidak menyebut pengode; yang dipakai nama tabel.",
        hint_en="Fill the column coder.",
        hint_id="Isi kolom coder.",
    ),
    "coding.coded-twice": Message(
        en=("Coder {coder} has already given this passage the code {code} in this round; the row was left out."),
        id=("Pengode {coder} sudah memberi kode {code} pada bagian ini dalam putaran yang sama; baris ini dilewati."),
    ),
    "coding.uncoded-twice": Message(
        en="Coder {coder} has already left this passage uncoded in this round; the row was left out.",
        id=("Pengode {coder} sudah membiarkan bagian ini tanpa kode dalam putaran yang sama; baris ini dilewati."),
    ),
    "coding.coded-and-uncoded": Message(
        en="Coder {coder} both coded a passage and left it uncoded in one round; the coding stays.",
        id=(
            "Pengode {coder} memberi kode dan sekaligus membiarkan bagian yang sama tanpa kode dalam "
            "satu putaran; kodenya yang dipakai."
        ),
    ),
    "coding.case-like": Message(
        en=("{rows} rows speak of the case {case}, spelt almost like the case in question; they do not count for it."),
        id=(
            "{rows} baris menyebut kasus {case}, yang ejaannya hampir sama dengan kasus yang diteliti; "
            "baris itu tidak dihitung."
        ),
        hint_en="Spell both alike if they are one case.",
        hint_id="Samakan ejaannya bila kasusnya memang sama.",
    ),
    "coding.region-empty": Message(
        en="The region {region} is empty or too large.",
        id="Area {region} kosong atau terlalu besar.",
        hint_en="Give left, top, width and height in whole pixels, the last two at least 1.",
        hint_id="Sebutkan kiri, atas, lebar, dan tinggi dalam piksel bulat; dua yang terakhir paling sedikit 1.",
    ),
    "coding.region-spelling": Message(
        en="A region is written LEFT,TOP,WIDTH,HEIGHT in pixels, such as 40,60,120,80, and not {spelling}.",
        id="Area ditulis KIRI,ATAS,LEBAR,TINGGI dalam piksel, misalnya 40,60,120,80, bukan {spelling}.",
        hint_en="On a page of a PDF write PAGE@LEFT,BOTTOM,WIDTH,HEIGHT in points, such as 3@40,60,120,80.",
        hint_id="Pada halaman PDF tulis HALAMAN@KIRI,BAWAH,LEBAR,TINGGI dalam poin, misalnya 3@40,60,120,80.",
    ),
    "coding.place-in-folder": Message(
        en="The region or time {place} cannot come in with a study folder, whose sources are texts.",
        id="Area atau waktu {place} tidak dapat dimasukkan bersama folder studi, karena sumbernya berupa teks.",
        hint_en="Import the folder first, then the picture or recording, then this table by itself.",
        hint_id="Impor foldernya dulu, lalu gambar atau rekamannya, lalu tabel ini tersendiri.",
    ),
    "coding.times-backwards": Message(
        en="The time from {start} to {end} is empty, runs backwards or is too long.",
        id="Waktu dari {start} sampai {end} kosong, terbalik, atau terlalu panjang.",
        hint_en="The end must come after the start.",
        hint_id="Akhirnya harus sesudah awalnya.",
    ),
    "coding.times-spelling": Message(
        en="A time is written START-END, such as 1:12-1:40 or 00:01:12.500-00:01:40, and not {spelling}.",
        id="Waktu ditulis AWAL-AKHIR, misalnya 1:12-1:40 atau 00:01:12.500-00:01:40, bukan {spelling}.",
    ),
}
