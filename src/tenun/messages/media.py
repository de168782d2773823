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
    "media.no-transcript": Message(
        en="There is no transcript called {name} for this recording.",
        id="Tidak ada transkrip bernama {name} untuk rekaman ini.",
        hint_en="Import it together with its transcript or subtitles, both files with the same name before the ending.",
        hint_id="Impor bersama transkrip atau takarirnya, dengan nama yang sama sebelum akhiran berkas.",
    ),
    "media.no-recording": Message(
        en="The file is no recording that can be played.",
        id="Berkas ini bukan rekaman yang dapat diputar.",
        hint_en="Save it as MP3, M4A, WAV, OGG, FLAC, MP4 or WebM.",
        hint_id="Simpan sebagai MP3, M4A, WAV, OGG, FLAC, MP4, atau WebM.",
    ),
    "media.recording-too-large": Message(
        en="The recording is larger than {most} MiB.",
        id="Rekaman ini lebih besar dari {most} MiB.",
        hint_en="Save it with a lower quality; for words, sound alone is enough.",
        hint_id="Simpan dengan mutu lebih rendah; untuk kata-kata, suara saja sudah cukup.",
    ),
    "media.picture-broken": Message(
        en="The picture is damaged or of a kind that is not read.",
        id="Gambar rusak atau jenisnya tidak dapat dibaca.",
        hint_en="Save it anew as PNG or JPEG.",
        hint_id="Simpan ulang sebagai PNG atau JPEG.",
    ),
    "media.picture-too-large": Message(
        en="The picture is too large ({width} × {height} pixels).",
        id="Gambar terlalu besar ({width} × {height} piksel).",
        hint_en="Save it with at most 200 million pixels.",
        hint_id="Simpan dengan paling banyak 200 juta piksel.",
    ),
}
