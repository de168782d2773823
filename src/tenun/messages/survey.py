"""Words of the errors about surveys."""

from tenun.errors import Message

MESSAGES = {
    "survey.too-large": Message(
        en="The survey has more than {rows} rows or {columns} columns.",
        id="Survei ini memuat lebih dari {rows} baris atau {columns} kolom.",
        hint_en="Split it into parts.",
        hint_id="Bagi menjadi beberapa bagian.",
    ),
    "survey.empty": Message(
        en="The survey has no rows below its header.",
        id="Survei ini tidak memiliki baris di bawah judul kolomnya.",
        hint_en="The first row must name the columns, each further row is a case.",
        hint_id="Baris pertama harus berisi nama kolom; setiap baris berikutnya adalah satu kasus.",
    ),
    "survey.broken": Message(
        en="The table cannot be read.",
        id="Tabel tidak dapat dibaca.",
        hint_en="Open it in a spreadsheet and save it anew as CSV or XLSX.",
        hint_id="Buka di program lembar kerja lalu simpan ulang sebagai CSV atau XLSX.",
    ),
    "survey.cell-too-long": Message(
        en="A cell is longer than {most} characters.",
        id="Ada sel yang lebih panjang dari {most} karakter.",
        hint_en="Look for a quotation mark that is never closed.",
        hint_id="Cari tanda kutip yang tidak pernah ditutup.",
    ),
    "survey.no-such-column": Message(
        en="There is no column {column}; the nearest is {nearest}.",
        id="Tidak ada kolom {column}; yang paling mirip: {nearest}.",
        hint_en="Write the name as the preview shows it.",
        hint_id="Tulis namanya seperti pada pratinjau.",
    ),
    "survey.two-cases": Message(
        en="Only one column can name the case.",
        id="Hanya satu kolom yang dapat menamai kasus.",
    ),
    "survey.case-not-unique": Message(
        en="The column {column} cannot name the case: a value is missing or occurs twice.",
        id="Kolom {column} tidak dapat menamai kasus: ada nilai yang kosong atau berulang.",
        hint_en="Choose another column, or none: then the cases are numbered.",
        hint_id="Pilih kolom lain, atau tidak sama sekali: kasus akan dinomori.",
    ),
    "survey.no-columns": Message(
        en="No column is left to bring in.",
        id="Tidak ada kolom yang tersisa untuk dimasukkan.",
        hint_en="Name columns with --text or --variable.",
        hint_id="Sebutkan kolom dengan --text atau --variable.",
    ),
    "survey.looks-like-one": Message(
        en="This is no table of codings: it has no columns for quote and code. It may be a survey.",
        id="Ini bukan tabel pengodean: tidak ada kolom kutipan dan kode. Mungkin ini survei.",
        hint_en="See what it would become: tenun import STUDY {file} --survey",
        hint_id="Lihat hasilnya: tenun import STUDY {file} --survey",
    ),
    "survey.no-such-role": Message(
        en="A column can be one of these: {allowed}.",
        id="Kolom dapat menjadi salah satu dari: {allowed}.",
    ),
}
