"""Words of the errors and reports of REFI-QDA files."""

from tenun.errors import Message

MESSAGES = {
    "refi.no-project": Message(
        en="The file holds no QDA-XML project.",
        id="Berkas ini tidak memuat proyek QDA-XML.",
        hint_en="Export the project again as REFI-QDA (.qdpx), or the codebook as .qdc.",
        hint_id="Ekspor ulang proyeknya sebagai REFI-QDA (.qdpx), atau buku kodenya sebagai .qdc.",
    ),
    "refi.sidecar-broken": Message(
        en="The part of the file that Tenun wrote beside the project cannot be read.",
        id="Bagian berkas yang ditulis Tenun di samping proyek tidak dapat dibaca.",
        hint_en="Export the study again, or take the folder tenun out of the file to bring in the project alone.",
        hint_id="Ekspor ulang studinya, atau keluarkan folder tenun dari berkas untuk memasukkan proyeknya saja.",
    ),
    "refi.look-at-projects": Message(
        en="{name} is no project: a dry run is for {allowed}.",
        id="{name} bukan proyek: uji coba hanya untuk {allowed}.",
        hint_en="Leave out --dry-run.",
        hint_id="Hilangkan --dry-run.",
    ),
    "refi.no-codes": Message(
        en="The study has no codes yet.",
        id="Studi ini belum memiliki kode.",
        hint_en="Add a code, or load a codebook.",
        hint_id="Tambahkan kode, atau muat buku kode.",
    ),
    "refi.too-large": Message(
        en="The project would be larger than one that can be brought in again: 4 GiB, 100,000 files, 384 MiB of text.",
        id="Proyek ini akan lebih besar daripada yang dapat diimpor lagi: 4 GiB, 100.000 berkas, 384 MiB teks.",
        hint_en="Keep a copy with tenun backup; take tables and texts away with tenun export STUDY FILE.csv --tidy.",
        hint_id="Simpan salinan dengan tenun backup; ambil tabel dan teks dengan tenun export STUDI BERKAS.csv --tidy.",
    ),
    "refi.odd-order": Message(
        en="Not as the standard has it, and read all the same: elements are in another order than the standard's.",
        id="Tidak sesuai standar, tetapi tetap dibaca: urutan elemen berbeda dari standar.",
        hint_en="",
        hint_id="",
    ),
    "refi.odd-namespace": Message(
        en="Not as the standard has it, and read all the same: namespaces are mixed or not the standard's.",
        id="Tidak sesuai standar, tetapi tetap dibaca: ruang nama bercampur atau bukan milik standar.",
        hint_en="",
        hint_id="",
    ),
    "refi.odd-empty-sets": Message(
        en="Not as the standard has it, and read all the same: there is an empty list of sets.",
        id="Tidak sesuai standar, tetapi tetap dibaca: ada daftar himpunan yang kosong.",
        hint_en="",
        hint_id="",
    ),
    "refi.odd-guid": Message(
        en="Not as the standard has it, and read all the same: names stand in place of GUIDs.",
        id="Tidak sesuai standar, tetapi tetap dibaca: nama dipakai sebagai pengganti GUID.",
        hint_en="",
        hint_id="",
    ),
    "refi.odd-colour": Message(
        en="Not as the standard has it, and read all the same: colours have an opacity, which is left out.",
        id="Tidak sesuai standar, tetapi tetap dibaca: warna memuat tingkat keburaman, yang diabaikan.",
        hint_en="",
        hint_id="",
    ),
    "refi.odd-path": Message(
        en="Not as the standard has it, and read all the same: paths lack internal://.",
        id="Tidak sesuai standar, tetapi tetap dibaca: jalur ditulis tanpa internal://.",
        hint_en="",
        hint_id="",
    ),
    "refi.odd-folder": Message(
        en="Not as the standard has it, and read all the same: the folder is called sources, in small letters.",
        id="Tidak sesuai standar, tetapi tetap dibaca: foldernya bernama sources, dengan huruf kecil.",
        hint_en="",
        hint_id="",
    ),
    "refi.of-another-study": Message(
        en="The project is of another study: what QDA-XML carries came in, what Tenun keeps beside it did not.",
        id="Proyek ini milik studi lain: isi QDA-XML masuk, tetapi bagian Tenun di sampingnya tidak.",
        hint_en="Import it into a file that is not there yet to get all of it.",
        hint_id="Impor ke berkas yang belum ada untuk memperoleh semuanya.",
    ),
    "refi.dangling": Message(
        en="{count} references point to nothing in the project and were left out.",
        id="{count} rujukan tidak menunjuk ke apa pun dalam proyek dan dilewati.",
        hint_en="",
        hint_id="",
    ),
    "refi.case-and-code": Message(
        en="The case {name} is also a code with the same GUID; it came in as both.",
        id="Kasus {name} juga merupakan kode dengan GUID yang sama; keduanya masuk.",
        hint_en="Remove the code if you do not need it.",
        hint_id="Hapus kodenya jika tidak diperlukan.",
    ),
    "refi.no-place": Message(
        en="The selection {guid} has no place in the text of its source and was left out.",
        id="Seleksi {guid} tidak memiliki tempat dalam teks sumbernya dan dilewati.",
        hint_en="Look it up in the program that wrote the file, and code it here by hand.",
        hint_id="Cari di program yang menulis berkas itu, lalu kodekan di sini secara manual.",
    ),
    "refi.places-aside": Message(
        en="{count} areas or stretches of time that cannot be read are kept and go out again, but are not shown.",
        id="{count} area atau rentang waktu yang tidak terbaca disimpan dan ikut diekspor, tetapi tidak ditampilkan.",
        hint_en="",
        hint_id="",
    ),
    "refi.unit": Message(
        en="{count} selections were read as {unit} units, a line end as {line_end}, byte-order mark {mark}, "
        "last position {last}: {clean} % fit cleanly; the next best reading {next} %.",
        id="{count} seleksi dibaca dalam satuan {unit}, akhir baris dihitung {line_end}, tanda urutan bita {mark}, "
        "posisi terakhir {last}: {clean} % cocok; pembacaan terbaik berikutnya {next} %.",
        hint_en="Look at a few of its passages where the two are close.",
        hint_id="Periksa beberapa petikannya bila kedua angka berdekatan.",
    ),
    "refi.doubtful": Message(
        en="The passage {start}–{end} begins or ends within a word.",
        id="Petikan {start}–{end} dimulai atau berakhir di tengah kata.",
        hint_en="Check it in the reader.",
        hint_id="Periksa di pembaca.",
    ),
    "refi.no-original": Message(
        en="The original is not in the file; the text came in.",
        id="Berkas aslinya tidak ada di dalam; teksnya masuk.",
        hint_en="Programs leave large recordings outside. Import the original by itself.",
        hint_id="Program lain menyimpan rekaman besar di luar. Impor berkas aslinya secara terpisah.",
    ),
    "refi.no-text": Message(
        en="The file holds neither text nor original of this source; it was left out.",
        id="Berkas ini tidak memuat teks maupun berkas asli sumber ini; sumbernya dilewati.",
        hint_en="Export the project again with its sources.",
        hint_id="Ekspor ulang proyek beserta sumbernya.",
    ),
    "refi.whole-without-text": Message(
        en="{count} codings of this source as a whole were left out: it has no text, and its extent is not known.",
        id="{count} pengodean atas seluruh sumber ini dilewati: sumbernya tanpa teks dan luasnya tidak diketahui.",
        hint_en="Code a time of the recording, or bring it in together with its transcript.",
        hint_id="Kodekan waktu pada rekamannya, atau masukkan bersama transkripnya.",
    ),
    "refi.text-differs": Message(
        en="The study has another text of this source; passages came in where their words stand once.",
        id="Studi ini memiliki teks lain untuk sumber ini; petikan masuk bila kata-katanya muncul satu kali.",
        hint_en="",
        hint_id="",
    ),
}
