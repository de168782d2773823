"""Words of the errors of `tenun.store`."""

from tenun.errors import Message

MESSAGES = {
    "store.missing": Message(
        en="There is no study here.",
        id="Tidak ada studi di sini.",
        hint_en="Check the path, or make a study with `tenun new`.",
        hint_id="Periksa jalurnya, atau buat studi baru dengan `tenun new`.",
    ),
    "store.not-a-study": Message(
        en="This is not a study of Tenun. It was left as it is.",
        id="Ini bukan studi Tenun. Berkasnya dibiarkan apa adanya.",
        hint_en="Choose a file that ends in .tenun.",
        hint_id="Pilih berkas yang berakhiran .tenun.",
    ),
    "store.truncated": Message(
        en=(
            "The end of this study is missing: the file was cut off, perhaps by an unfinished copy. It was left "
            "as it is."
        ),
        id=(
            "Bagian akhir studi ini hilang: berkasnya terpotong, mungkin karena penyalinan yang tidak selesai. "
            "Berkasnya dibiarkan apa adanya."
        ),
        hint_en="Copy it again from where it is whole, or use `tenun restore` with a backup.",
        hint_id="Salin ulang dari tempat yang masih utuh, atau gunakan `tenun restore` dengan cadangan.",
    ),
    "store.damaged": Message(
        en="This study is damaged and cannot be read.",
        id="Studi ini rusak dan tidak dapat dibaca.",
        hint_en="Keep the file, and use `tenun restore` with a backup.",
        hint_id="Simpan berkas ini, lalu gunakan `tenun restore` dengan cadangan.",
    ),
    "store.newer-file": Message(
        en=(
            "A newer Tenun made this study (version {version}; this program knows versions up to {known}). It "
            "was left as it is."
        ),
        id=(
            "Studi ini dibuat dengan Tenun yang lebih baru (versi {version}; program ini mengenal sampai versi "
            "{known}). Berkasnya dibiarkan apa adanya."
        ),
        hint_en="Update Tenun and open it again.",
        hint_id="Perbarui Tenun, lalu buka lagi.",
    ),
    "store.older-file": Message(
        en="An older Tenun made this study, and it cannot be brought up to date without writing to it.",
        id="Studi ini dibuat dengan Tenun yang lebih lama dan tidak dapat dimutakhirkan tanpa menulis ke berkasnya.",
        hint_en="Open it once where it may be written, or open a copy.",
        hint_id="Bukalah sekali di tempat yang dapat ditulisi, atau buka salinannya.",
    ),
    "store.read-only": Message(
        en="This study can be read but not written here.",
        id="Di sini studi ini dapat dibaca, tetapi tidak dapat ditulisi.",
        hint_en="Copy it to a folder of your own, or ask for the right to write.",
        hint_id="Salin ke folder Anda sendiri, atau mintalah izin menulis.",
    ),
    "store.cannot-open": Message(
        en="The study cannot be opened: the system does not allow it.",
        id="Studi tidak dapat dibuka: sistem tidak mengizinkannya.",
        hint_en="Check the rights on the file and its folder, and that the folder is there.",
        hint_id="Periksa hak akses atas berkas dan foldernya, dan pastikan foldernya ada.",
    ),
    "store.disk-full": Message(
        en="The disk is full. What was confirmed before is safe; this change was not made.",
        id="Diska penuh. Yang sudah dikonfirmasi tetap aman; perubahan ini tidak dilakukan.",
        hint_en="Free some space and do it again.",
        hint_id="Kosongkan sebagian ruang, lalu ulangi.",
    ),
    "store.disk-trouble": Message(
        en="The disk reports an error. What was confirmed before is safe; this change was not made.",
        id="Diska melaporkan kesalahan. Yang sudah dikonfirmasi tetap aman; perubahan ini tidak dilakukan.",
        hint_en="Check the disk or the network drive, and make a backup.",
        hint_id="Periksa diska atau penyimpanan jaringan, lalu buat cadangan.",
    ),
    "store.busy": Message(
        en="Another program is writing to this study and did not finish in time.",
        id="Program lain sedang menulis ke studi ini dan belum selesai pada waktunya.",
        hint_en="Wait a moment and do it again.",
        hint_id="Tunggu sebentar, lalu ulangi.",
    ),
    "store.exists": Message(
        en="There is a file here already. It was left as it is.",
        id="Di sini sudah ada berkas. Berkas itu dibiarkan apa adanya.",
        hint_en="Choose another name.",
        hint_id="Pilih nama lain.",
    ),
    "store.no-folder": Message(
        en="The folder for this file does not exist.",
        id="Folder untuk berkas ini tidak ada.",
        hint_en="Make the folder first, or choose another.",
        hint_id="Buat foldernya dulu, atau pilih folder lain.",
    ),
    "store.study-exists": Message(
        en="The server has a study {key} already.",
        id="Server sudah memiliki studi {key}.",
        hint_en="Choose another short name.",
        hint_id="Pilih nama singkat lain.",
    ),
    "store.no-such-study": Message(
        en="There is no such study here.",
        id="Studi itu tidak ada di sini.",
        hint_en="Check the study's short name.",
        hint_id="Periksa nama singkat studinya.",
    ),
    "store.which-study": Message(
        en="The server holds several studies, and none was named.",
        id="Server menyimpan beberapa studi, tetapi tidak disebutkan yang mana.",
        hint_en="Say which study, by its short name.",
        hint_id="Sebutkan studinya dengan nama singkatnya.",
    ),
    "store.no-server": Message(
        en="The database server cannot be reached, or refuses the connection.",
        id="Server basis data tidak dapat dihubungi atau menolak sambungan.",
        hint_en="Check the address, the network and the rights of the account.",
        hint_id="Periksa alamat, jaringan, dan hak akses akunnya.",
    ),
    "store.server-trouble": Message(
        en="The database server reports an error ({state}). This change was not made.",
        id="Server basis data melaporkan kesalahan ({state}). Perubahan ini tidak dilakukan.",
        hint_en="Ask whoever looks after the server.",
        hint_id="Hubungi pengelola server.",
    ),
    "store.no-driver": Message(
        en="This installation cannot talk to a PostgreSQL server.",
        id="Instalasi ini belum dapat terhubung ke server PostgreSQL.",
        hint_en="Install it with `pip install tenun[postgres]`.",
        hint_id="Pasang dengan `pip install tenun[postgres]`.",
    ),
    "store.backup-server": Message(
        en="A study on a server is backed up with the server.",
        id="Studi di server dicadangkan bersama servernya.",
        hint_en="Ask whoever looks after the server, or use pg_dump.",
        hint_id="Hubungi pengelola server, atau gunakan pg_dump.",
    ),
    "store.copy-differs": Message(
        en="The copy is not the same as the original and was thrown away.",
        id="Salinan tidak sama dengan aslinya, jadi salinan itu dibuang.",
        hint_en="Check the disk, then make the copy again.",
        hint_id="Periksa diska, lalu salin lagi.",
    ),
    "store.stale": Message(
        en="The study has changed meanwhile (it is at revision {revision}, you saw {expected}). Nothing was written.",
        id="Studi ini sudah berubah (kini revisi {revision}, yang Anda lihat {expected}). Tidak ada yang ditulis.",
        hint_en="Look at the new state and do it again.",
        hint_id="Lihat keadaan terbarunya, lalu ulangi.",
    ),
    "store.row-gone": Message(
        en="What you want to change in “{table}” is no longer there.",
        id="Yang ingin Anda ubah di “{table}” sudah tidak ada.",
        hint_en="Look at the new state; somebody may have removed it.",
        hint_id="Lihat keadaan terbarunya; mungkin sudah dihapus orang lain.",
    ),
    "store.duplicate": Message(
        en="The same entry is in “{table}” already.",
        id="Entri yang sama sudah ada di “{table}”.",
        hint_en="Change the entry that is there, or give this one another name.",
        hint_id="Ubah entri yang sudah ada, atau beri nama lain.",
    ),
    "store.still-referenced": Message(
        en="This entry of “{table}” is still in use elsewhere in the study.",
        id="Entri “{table}” ini masih dipakai di bagian lain studi.",
        hint_en="Remove what depends on it first.",
        hint_id="Hapus dulu yang bergantung padanya.",
    ),
    "store.unknown-reference": Message(
        en="Something refers to an entry of “{table}” that this study does not have.",
        id="Ada yang merujuk ke entri “{table}” yang tidak ada dalam studi ini.",
        hint_en="Add that entry first.",
        hint_id="Tambahkan entri itu dulu.",
    ),
    "store.value-refused": Message(
        en="An entry for “{table}” has a value that cannot be: an end before its start, or something missing.",
        id="Entri untuk “{table}” memuat nilai yang tidak mungkin: akhir sebelum awal, atau ada yang kosong.",
        hint_en="Correct the value.",
        hint_id="Perbaiki nilainya.",
    ),
    "store.not-a-guid": Message(
        en="An identifier is not a UUID.",
        id="Sebuah pengenal bukan UUID.",
        hint_en="Use identifiers such as 6446e6d1-933a-4e0b-8f00-000000000001.",
        hint_id="Gunakan pengenal seperti 6446e6d1-933a-4e0b-8f00-000000000001.",
    ),
    "store.unstorable-text": Message(
        en="A text holds a character that no database keeps (U+0000 or half of a surrogate pair).",
        id="Sebuah teks memuat karakter yang tidak dapat disimpan basis data (U+0000 atau separuh pasangan surrogate).",
        hint_en="Remove the character.",
        hint_id="Hapus karakter itu.",
    ),
    "store.text-hash": Message(
        en="A text is not the one that its hash was made of. Nothing was written.",
        id="Sebuah teks tidak cocok dengan hash-nya. Tidak ada yang ditulis.",
        hint_en="Import the source again.",
        hint_id="Impor ulang sumbernya.",
    ),
    "store.nothing-to-undo": Message(
        en="There is nothing of yours to undo.",
        id="Tidak ada tindakan Anda yang dapat diurungkan.",
    ),
    "store.nothing-to-redo": Message(
        en="There is nothing of yours to redo.",
        id="Tidak ada tindakan Anda yang dapat diulangi.",
        hint_en="Doing something new after an undo ends what could be redone.",
        hint_id="Tindakan baru setelah mengurungkan menghapus yang masih dapat diulangi.",
    ),
    "store.cannot-undo": Message(
        en="“{operation}” cannot be undone, nor can what you did before it.",
        id="“{operation}” tidak dapat diurungkan, begitu pula tindakan Anda sebelumnya.",
        hint_en="Change the study by hand, or use a backup.",
        hint_id="Ubah studinya secara manual, atau gunakan cadangan.",
    ),
    "store.moved-on": Message(
        en="This cannot be undone or redone: what it touched in “{table}” has been changed since.",
        id="Ini tidak dapat diurungkan atau diulangi: yang disentuhnya di “{table}” sudah diubah setelah itu.",
        hint_en="Look at the new state and change it by hand.",
        hint_id="Lihat keadaan terbarunya, lalu ubah secara manual.",
    ),
    "store.round-locked": Message(
        en="The round is locked; what lies in it stays as it is.",
        id="Putaran ini terkunci; isinya tetap seperti adanya.",
        hint_en="Start a new round.",
        hint_id="Mulailah putaran baru.",
    ),
    "store.no-such-source": Message(
        en="The study has no such source, and never had.",
        id="Studi ini tidak punya sumber itu dan tidak pernah memilikinya.",
        hint_en="Check the source with `tenun sources`.",
        hint_id="Periksa sumbernya dengan `tenun sources`.",
    ),
    "store.erasure-unfinished": Message(
        en=(
            "The source is gone from the study, but another program has the study open, so remains of it are "
            "still in the file."
        ),
        id=(
            "Sumber sudah hilang dari studi, tetapi program lain masih membuka studi ini sehingga sisanya masih "
            "ada di berkas."
        ),
        hint_en="Close the other program and erase the source again.",
        hint_id="Tutup program itu, lalu hapus tuntas sumbernya sekali lagi.",
    ),
}
