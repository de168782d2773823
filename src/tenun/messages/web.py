"""Words of the errors about pages from the web."""

from tenun.errors import Message

MESSAGES = {
    "web.off": Message(
        en="Bringing in pages from the web is switched off.",
        id="Pengambilan halaman dari web dimatikan.",
        hint_en="Allow it with --allow-web, or save the page in your browser and import the file.",
        hint_id="Izinkan dengan --allow-web, atau simpan halamannya di peramban lalu impor berkasnya.",
    ),
    "web.address": Message(
        en="This is no web address that can be asked for.",
        id="Ini bukan alamat web yang dapat diminta.",
        hint_en="Give a full address that begins with http:// or https://, without a user name or spaces.",
        hint_id="Berikan alamat lengkap yang diawali http:// atau https://, tanpa nama pengguna dan tanpa spasi.",
    ),
    "web.port": Message(
        en="Port {port} is not asked; pages come from the usual ports 80 and 443.",
        id="Porta {port} tidak diminta; halaman diambil dari porta biasa 80 dan 443.",
        hint_en="Save the page in your browser and import the file.",
        hint_id="Simpan halamannya di peramban lalu impor berkasnya.",
    ),
    "web.not-public": Message(
        en="The address leads into a private network or this computer, and is not asked.",
        id="Alamat ini mengarah ke jaringan pribadi atau komputer ini, dan tidak diminta.",
        hint_en="Save the page in your browser and import the file.",
        hint_id="Simpan halamannya di peramban lalu impor berkasnya.",
    ),
    "web.no-such-host": Message(
        en="There is no address for the name {host}.",
        id="Tidak ada alamat untuk nama {host}.",
        hint_en="Check the spelling and the connection to the internet.",
        hint_id="Periksa ejaannya dan sambungan internet.",
    ),
    "web.too-many-redirects": Message(
        en="The page sends on more than {most} times.",
        id="Halaman ini mengalihkan lebih dari {most} kali.",
        hint_en="Open it in your browser and give the address it ends at.",
        hint_id="Buka di peramban dan berikan alamat akhirnya.",
    ),
    "web.status": Message(
        en="The server answers with status {status}, not with the page.",
        id="Server menjawab dengan status {status}, bukan dengan halamannya.",
        hint_en="Open the address in your browser; it may ask for a login or be gone.",
        hint_id="Buka alamatnya di peramban; mungkin perlu masuk (login) atau halamannya sudah hilang.",
    ),
    "web.certificate": Message(
        en="The certificate of the page is not valid.",
        id="Sertifikat halaman ini tidak sah.",
        hint_en="Check the address; somebody may stand between you and the server.",
        hint_id="Periksa alamatnya; mungkin ada pihak di antara Anda dan server.",
    ),
    "web.no-answer": Message(
        en="The server gives no answer that can be read.",
        id="Server tidak memberi jawaban yang dapat dibaca.",
        hint_en="Try again later, or save the page in your browser and import the file.",
        hint_id="Coba lagi nanti, atau simpan halamannya di peramban lalu impor berkasnya.",
    ),
    "web.too-slow": Message(
        en="The page took more than {seconds} seconds.",
        id="Halaman ini memerlukan lebih dari {seconds} detik.",
        hint_en="Try again later, or save the page in your browser and import the file.",
        hint_id="Coba lagi nanti, atau simpan halamannya di peramban lalu impor berkasnya.",
    ),
    "web.too-large": Message(
        en="The page is larger than {most} MiB.",
        id="Halaman ini lebih besar dari {most} MiB.",
        hint_en="Save the part you need as a file and import that.",
        hint_id="Simpan bagian yang diperlukan sebagai berkas lalu impor.",
    ),
    "web.kind": Message(
        en="The address leads to {kind}, which is neither a page nor a PDF nor plain text.",
        id="Alamat ini berisi {kind}, bukan halaman, PDF, atau teks polos.",
        hint_en="Save it as a file and import that.",
        hint_id="Simpan sebagai berkas lalu impor.",
    ),
    "web.extra-missing": Message(
        en="The part that reads web pages is not installed.",
        id="Bagian untuk membaca halaman web belum terpasang.",
        hint_en='Install it with pip install "tenun[web]".',
        hint_id='Pasang dengan pip install "tenun[web]".',
    ),
    "web.too-many-elements": Message(
        en="The page has more than {most} elements.",
        id="Halaman ini memuat lebih dari {most} elemen.",
        hint_en="Save the part you need as a file and import that.",
        hint_id="Simpan bagian yang diperlukan sebagai berkas lalu impor.",
    ),
    "web.no-main-text": Message(
        en="No main text was found on the page.",
        id="Tidak ada teks utama pada halaman ini.",
        hint_en="Many pages fetch their text later: open it in your browser, save or print it, and import that file.",
        hint_id="Banyak halaman memuat teksnya belakangan: buka di peramban, simpan atau cetak, lalu impor berkasnya.",
    ),
}
