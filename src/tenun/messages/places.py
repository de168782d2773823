"""Words of the errors about regions of pictures and pages and times of recordings."""

from tenun.errors import Message

MESSAGES = {
    "places.no-picture": Message(
        en="{source} is no picture, so no region of it can be coded.",
        id="{source} bukan gambar, jadi tidak ada areanya yang dapat dikodekan.",
        hint_en="On a page of a PDF, put the page before the region: 3@40,60,120,80.",
        hint_id="Pada halaman PDF, tulis halamannya sebelum area: 3@40,60,120,80.",
    ),
    "places.no-page": Message(
        en="{source} has no page {page} with a known size.",
        id="{source} tidak memiliki halaman {page} yang ukurannya diketahui.",
        hint_en="Pages of PDFs are counted from 1.",
        hint_id="Halaman PDF dihitung dari 1.",
    ),
    "places.no-times": Message(
        en="{source} has no recording, so no time of it can be coded.",
        id="{source} tidak memiliki rekaman, jadi tidak ada waktunya yang dapat dikodekan.",
        hint_en="Import the recording together with its transcript, both with the same name before the ending.",
        hint_id="Impor rekaman bersama transkripnya, dengan nama yang sama sebelum akhiran berkas.",
    ),
    "places.region-outside": Message(
        en="The region {region} reaches outside; there are {width} × {height}.",
        id="Area {region} melewati tepi; ukurannya {width} × {height}.",
        hint_en="Pixels of pictures are counted from the upper left, points of pages from the lower left.",
        hint_id="Piksel gambar dihitung dari kiri atas, poin halaman dari kiri bawah.",
    ),
}
