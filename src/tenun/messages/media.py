"""Words of the errors about recordings, subtitles and pictures."""

from tenun.errors import Message

MESSAGES = {
    "media.no-cues": Message(
        en="No subtitle with a time was found.",
        id="Tidak ada takarir bertanda waktu yang ditemukan.",
        hint_en="Each must stand below a line such as 00:00:01,000 --> 00:00:04,000.",
        hint_id="Setiap takarir harus berada di bawah baris seperti 00:00:01,000 --> 00:00:04,000.",
    ),
    "media.cues-skipped": Message(
        en="{count} blocks without a time that can be read were left out.",
        id="{count} bagian tanpa waktu yang terbaca dilewati.",
        hint_en="Compare with the original, which is kept.",
        hint_id="Bandingkan dengan berkas aslinya, yang tetap disimpan.",
    ),
    "media.too-many-cues": Message(
        en="There are more than {most} subtitles; what follows was left out.",
        id="Ada lebih dari {most} takarir; selebihnya dilewati.",
        hint_en="Split the file into parts.",
        hint_id="Bagi berkasnya menjadi beberapa bagian.",
    ),
}
