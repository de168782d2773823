"""Words of the errors of `tenun.server`."""

from tenun.errors import Message

MESSAGES = {
    "server.host": Message(
        en="This server answers only under its own address.",
        id="Server ini hanya menjawab pada alamatnya sendiri.",
        hint_en="Open the address that `tenun serve` printed.",
        hint_id="Buka alamat yang dicetak `tenun serve`.",
    ),
    "server.no-session": Message(
        en="This browser has not been let in.",
        id="Peramban ini belum mendapat izin masuk.",
        hint_en="Open the address that `tenun serve` printed; it lets one browser in. An open tab can invite others.",
        hint_id="Buka alamat yang dicetak `tenun serve`, yang berlaku untuk satu peramban; tab yang terbuka dapat "
        "mengundang peramban lain.",
    ),
    "server.other-site": Message(
        en="The request came from another site, so it was not carried out.",
        id="Permintaan ini datang dari situs lain, maka tidak dijalankan.",
    ),
    "server.malformed": Message(
        en="The request does not have the shape it must have.",
        id="Bentuk permintaan ini tidak sesuai.",
        hint_en="Reload the page; if it happens again, the app and the server are of different versions.",
        hint_id="Muat ulang halaman; bila terulang, versi aplikasi dan server berbeda.",
    ),
    "server.no-such-route": Message(
        en="There is nothing at this address.",
        id="Tidak ada apa-apa di alamat ini.",
    ),
    "server.no-study": Message(
        en="This server does not have that study open.",
        id="Server ini tidak membuka studi itu.",
        hint_en="Go back to the start page and choose a study.",
        hint_id="Kembali ke halaman awal dan pilih sebuah studi.",
    ),
    "server.no-row": Message(
        en="It is not there, or not there any more.",
        id="Itu tidak ada, atau sudah tidak ada lagi.",
        hint_en="Somebody may have removed it; the view shows what is there now.",
        hint_id="Mungkin seseorang telah menghapusnya; tampilan menunjukkan keadaan sekarang.",
    ),
    "server.if-match": Message(
        en="A change must say which version of the row it is about (If-Match).",
        id="Perubahan harus menyebut versi baris yang dimaksud (If-Match).",
    ),
    "server.coder-name": Message(
        en="A coder needs a name of at most {most} ordinary characters, and “tenun” is the program's own.",
        id="Pengode memerlukan nama, paling banyak {most} karakter biasa, dan “tenun” dipakai program sendiri.",
    ),
    "server.cursor": Message(
        en="This place in the table cannot be read; begin at its first page.",
        id="Posisi dalam tabel ini tidak terbaca; mulailah dari halaman pertama.",
    ),
    "server.no-field": Message(
        en="The table has no field {field}; it has {allowed}.",
        id="Tabel ini tidak punya kolom {field}; kolomnya {allowed}.",
    ),
    "server.too-large": Message(
        en="That is more than the server takes at once.",
        id="Itu melebihi yang diterima server sekali kirim.",
        hint_en="Bring in fewer or smaller files at a time, or use `tenun import`.",
        hint_id="Kirim berkas lebih sedikit atau lebih kecil, atau pakai `tenun import`.",
    ),
    "server.file-name": Message(
        en="A file has a name that cannot be used here.",
        id="Ada berkas dengan nama yang tidak dapat dipakai di sini.",
        hint_en="Rename it: letters, digits, spaces, points and hyphens are fine.",
        hint_id="Ganti namanya: huruf, angka, spasi, titik, dan tanda hubung boleh dipakai.",
    ),
    "server.no-job": Message(
        en="There is no such task, or its result has been cleared away.",
        id="Tidak ada tugas itu, atau hasilnya sudah dibersihkan.",
        hint_en="Start it again.",
        hint_id="Jalankan lagi.",
    ),
    "server.no-example": Message(
        en="The worked study can be opened only beside a study that is a file.",
        id="Studi contoh hanya dapat dibuka di samping studi yang berupa berkas.",
        hint_en="`tenun demo` makes it in a folder.",
        hint_id="`tenun demo` membuatnya di sebuah folder.",
    ),
    "server.address-taken": Message(
        en="Port {port} is taken by another program.",
        id="Porta {port} dipakai program lain.",
        hint_en="Choose another with --port, or leave the option out.",
        hint_id="Pilih porta lain dengan --port, atau hilangkan pilihan itu.",
    ),
    "server.import-stopped": Message(
        en="The import was stopped; nothing came in.",
        id="Impor dihentikan; tidak ada yang masuk.",
    ),
    "server.fault": Message(
        en="The server made a mistake; nothing was changed.",
        id="Server melakukan kesalahan; tidak ada yang berubah.",
        hint_en="Try again; the log of `tenun serve` names the place.",
        hint_id="Coba lagi; log `tenun serve` menyebut tempatnya.",
    ),
}
