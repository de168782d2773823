"""Words of the errors of merging copies of a study."""

from tenun.errors import Message

MESSAGES = {
    "merge.other-study": Message(
        en="That is a different study and no copy of this one.",
        id="Itu studi yang berbeda, bukan salinan studi ini.",
        hint_en="Copies are made with `tenun backup`, or by copying the file. Bring other material in with "
        "`tenun import`.",
        hint_id="Salinan dibuat dengan `tenun backup` atau dengan menyalin berkasnya. Bahan lain dimasukkan dengan "
        "`tenun import`.",
    ),
    "merge.settled-already": Message(
        en="{by} has settled that already.",
        id="{by} sudah memutuskan itu.",
        hint_en="An undo by that coder opens it again.",
        hint_id="Urungkan oleh pengode itu membukanya lagi.",
    ),
    "merge.no-such-choice": Message(
        en="That cannot be settled with “{choice}”.",
        id="Itu tidak dapat diputuskan dengan “{choice}”.",
        hint_en="Take one of: {allowed}.",
        hint_id="Pilih salah satu: {allowed}.",
    ),
    "merge.which-conflict": Message(
        en="{count} conflicts begin with “{name}”.",
        id="{count} pertentangan diawali “{name}”.",
        hint_en="`tenun settle STUDY` lists what is open, each with the beginning of its id.",
        hint_id="`tenun settle STUDI` menampilkan yang belum diputuskan, masing-masing dengan awal id-nya.",
    ),
    "merge.which-words": Message(
        en="Words are needed for what you edit, by the name of the column.",
        id="Yang disunting perlu kata-katanya, menurut nama kolom.",
        hint_en="These can be written anew: {allowed}.",
        hint_id="Yang dapat ditulis ulang: {allowed}.",
    ),
    "merge.still-used": Message(
        en="“{what}” cannot be removed while something uses it.",
        id="“{what}” tidak dapat dihapus selama masih dipakai.",
        hint_en="Keep it, or remove what uses it first.",
        hint_id="Pertahankan, atau hapus dulu yang memakainya.",
    ),
    "merge.copy-broken": Message(
        en="This copy does not hold together: its tables, log or texts are not as Tenun writes them.",
        id="Salinan ini tidak utuh: tabel, log, atau teksnya tidak seperti yang ditulis Tenun.",
        hint_en="Ask for the file again. `tenun verify` on the machine it comes from says what is wrong.",
        hint_id="Minta berkasnya sekali lagi. `tenun verify` di komputer asalnya menjelaskan apa yang salah.",
    ),
    "merge.copy-version": Message(
        en="This copy was written by another version of Tenun.",
        id="Salinan ini ditulis oleh Tenun versi lain.",
        hint_en="Open it once with this version of Tenun, close it, and take the file then.",
        hint_id="Buka sekali dengan Tenun versi ini, tutup, lalu pakai berkas itu.",
    ),
}
