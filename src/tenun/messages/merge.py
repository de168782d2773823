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
}
