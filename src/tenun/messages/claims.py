"""Words of the errors of `tenun.claims`, and of the reasons why one of its figures has no value."""

from tenun.errors import Message

MESSAGES = {
    "claims.unknown-switch": Message(
        en="There is no switch named {name}.",
        id="Tidak ada sakelar bernama {name}.",
        hint_en="Did you mean {close}?",
        hint_id="Maksud Anda {close}?",
    ),
    "claims.unknown-coder": Message(
        en="No accepted coding is by {name}.",
        id="Tidak ada pengodean yang diterima dari {name}.",
        hint_en="Choose one of {known}, or either or both.",
        hint_id="Pilih salah satu dari {known}, atau either atau both.",
    ),
    "claims.reserved-coder": Message(
        en="A coder is named {name}, which stands for all coders together.",
        id="Ada pengode bernama {name}, padahal nama itu dipakai untuk semua pengode sekaligus.",
        hint_en="Give this coder another name.",
        hint_id="Beri pengode ini nama lain.",
    ),
    "claims.unknown-code": Message(
        en="A coding uses the code {key}, which the codebook does not have.",
        id="Ada pengodean dengan kode {key} yang tidak ada dalam buku kode.",
        hint_en="Add the code to the codebook, or recode.",
        hint_id="Tambahkan kode itu ke buku kode, atau kodekan ulang.",
    ),
    "claims.no-coders": Message(
        en="Nobody has coded anything yet, so there is no evidence to rank.",
        id="Belum ada yang mengodekan apa pun, jadi belum ada bukti untuk diurutkan.",
        hint_en="Code some passages, or import codings.",
        hint_id="Kodekan beberapa petikan, atau impor pengodean.",
    ),
    "claims.no-ledger": Message(
        en="Causal weight needs a ledger of clues, and this study has none for every motive.",
        id="Bobot kausal memerlukan catatan petunjuk, dan studi ini belum memilikinya untuk setiap motif.",
        hint_en="Enter clues with their likelihoods for each motive, or leave this score out.",
        hint_id="Isi petunjuk beserta peluangnya untuk setiap motif, atau lewati skor ini.",
    ),
    "claims.fewer-than-two-methods": Message(
        en="Agreement of methods needs at least two scores that tell motives apart.",
        id="Kesepakatan antarmetode memerlukan sedikitnya dua skor yang membedakan motif.",
        hint_en="Code more evidence; until then read the scores one by one.",
        hint_id="Kodekan lebih banyak bukti; sementara itu bacalah skornya satu per satu.",
    ),
    "claims.no-method": Message(
        en="No score tells the motives apart, so there is no consensus order.",
        id="Tidak ada skor yang membedakan motif, jadi tidak ada urutan bersama.",
        hint_en="Code more evidence.",
        hint_id="Kodekan lebih banyak bukti.",
    ),
    "claims.too-many-motives": Message(
        en="The consensus order is worked out for up to {most} motives; this study has {count}.",
        id="Urutan bersama dihitung untuk paling banyak {most} motif; studi ini punya {count}.",
        hint_en="Read the scores one by one, or gather motives under broader ones.",
        hint_id="Bacalah skornya satu per satu, atau gabungkan motif ke dalam motif yang lebih luas.",
    ),
}
