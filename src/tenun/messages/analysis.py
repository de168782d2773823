"""Words of the errors of `tenun.analysis`."""

from tenun.errors import Message

MESSAGES = {
    "analysis.too-few-witnesses": Message(
        en="The order of the motives cannot be given a probability from {n} independent witnesses; it takes four.",
        id="Peluang urutan motif tidak dapat dihitung dari {n} saksi yang saling bebas; perlu sedikitnya empat.",
        hint_en="Add sources that do not repeat each other, or report names and counts only.",
        hint_id="Tambahkan sumber yang tidak saling mengulang, atau laporkan nama dan jumlahnya saja.",
    ),
    "analysis.no-motives": Message(
        en="There is no motive to rank.",
        id="Tidak ada motif yang dapat diperingkat.",
        hint_en="Name the motives in study.yaml.",
        hint_id="Sebutkan motif-motifnya dalam study.yaml.",
    ),
    "analysis.one-coder": Message(
        en="Agreement needs two coders; this study has {coders}.",
        id="Kesepakatan memerlukan dua pengode; studi ini punya {coders}.",
        hint_en="Add a second coding, or leave agreement out of the report.",
        hint_id="Tambahkan pengodean kedua, atau lewati kesepakatan dalam laporan.",
    ),
    "analysis.which-coders": Message(
        en="Agreement is between two coders; this study has {coders}.",
        id="Kesepakatan dihitung antara dua pengode; studi ini punya {coders}.",
        hint_en="Name the two to compare.",
        hint_id="Sebutkan dua yang hendak dibandingkan.",
    ),
    "analysis.unknown-unit": Message(
        en="Agreement cannot be counted over {unit}; the units are sentence and character.",
        id="Kesepakatan tidak dapat dihitung per {unit}; satuannya adalah sentence (kalimat) dan character (karakter).",
    ),
    "analysis.text-missing": Message(
        en="The text of source {source} was not given.",
        id="Teks sumber {source} tidak diberikan.",
        hint_en="Import the source again, or take it out of the sources read.",
        hint_id="Impor lagi sumber itu, atau keluarkan dari daftar sumber yang dibaca.",
    ),
    "analysis.no-shared-sources": Message(
        en="The coders {first} and {second} have read no source in common.",
        id="Pengode {first} dan {second} tidak membaca satu sumber pun yang sama.",
        hint_en="Let both code at least one of the same sources.",
        hint_id="Mintalah keduanya mengode setidaknya satu sumber yang sama.",
    ),
    "analysis.one-category": Message(
        en="All units fall into one category, so agreement beyond chance is undefined.",
        id="Semua satuan masuk ke satu kategori, sehingga kesepakatan di luar kebetulan tidak terdefinisi.",
        hint_en="Report the percentage and the category instead.",
        hint_id="Sebagai gantinya, laporkan persentase dan kategorinya.",
    ),
    "analysis.nothing-paired": Message(
        en="No unit was labelled by two coders.",
        id="Tidak ada satuan yang diberi label oleh dua pengode.",
        hint_en="Let a second coder code some of the same units.",
        hint_id="Mintalah pengode kedua mengode sebagian satuan yang sama.",
    ),
    "analysis.too-few-groups": Message(
        en="An interval for agreement needs ten independent witnesses; this study has {groups}.",
        id="Selang untuk kesepakatan memerlukan sepuluh saksi yang saling bebas; studi ini punya {groups}.",
        hint_en="Report the figure without an interval.",
        hint_id="Laporkan angkanya tanpa selang.",
    ),
    "analysis.always-undefined": Message(
        en="Agreement was undefined in every resampled study, so it has no interval.",
        id="Kesepakatan tidak terdefinisi pada setiap penarikan ulang, sehingga tidak ada selangnya.",
        hint_en="Report the figure without an interval.",
        hint_id="Laporkan angkanya tanpa selang.",
    ),
    "analysis.too-few-interviews": Message(
        en="Saturation cannot be assessed from {interviews} interviews; with this base and run it takes {needed}.",
        id="Kejenuhan tidak dapat dinilai dari {interviews} wawancara; dengan basis dan putaran ini perlu {needed}.",
        hint_en="Carry out more interviews, or say in the report that saturation was not assessed.",
        hint_id="Lakukan wawancara lagi, atau nyatakan dalam laporan bahwa kejenuhan tidak dinilai.",
    ),
    "analysis.empty-base": Message(
        en="The first {base} interviews brought no code, so new information has nothing to be measured against.",
        id="{base} wawancara pertama tidak menghasilkan satu kode pun, sehingga informasi baru tidak punya pembanding.",
        hint_en="Code the first interviews, or take a larger base.",
        hint_id="Kodekan wawancara pertama, atau ambil basis yang lebih besar.",
    ),
    "analysis.likelihood-range": Message(
        en="A likelihood of clue {clue} is {value}; it must lie between .01 and .99.",
        id="Peluang petunjuk {clue} adalah {value}; nilainya harus antara 0,01 dan 0,99.",
        hint_en="No clue is certain: move the value inside the range and say why.",
        hint_id="Tidak ada petunjuk yang pasti: geser nilainya ke dalam rentang itu dan beri alasannya.",
    ),
    "analysis.no-reason": Message(
        en="The likelihoods of clue {clue} for {hypothesis} come without a reason.",
        id="Peluang petunjuk {clue} untuk {hypothesis} tidak disertai alasan.",
        hint_en="Write one sentence on why the clue is that likely.",
        hint_id="Tulis satu kalimat mengapa petunjuk itu sebesar itu peluangnya.",
    ),
    "analysis.no-joint-likelihood": Message(
        en="The clues of group {group} depend on each other, but no joint likelihood for {hypothesis} is given.",
        id="Petunjuk kelompok {group} saling bergantung, tetapi peluang bersamanya untuk {hypothesis} belum ada.",
        hint_en="Give the group one joint likelihood, or declare its clues independent.",
        hint_id="Beri kelompok itu satu peluang bersama, atau nyatakan petunjuknya saling bebas.",
    ),
    "analysis.clue-twice": Message(
        en="Clue {clue} stands twice in the ledger for {hypothesis}.",
        id="Petunjuk {clue} tercatat dua kali untuk {hypothesis}.",
        hint_en="Keep one of the two.",
        hint_id="Pertahankan salah satunya.",
    ),
    "analysis.no-clues": Message(
        en="The ledger holds no clue for {hypothesis}.",
        id="Tidak ada petunjuk yang tercatat untuk {hypothesis}.",
        hint_en="Enter at least one clue with its likelihoods and the reason.",
        hint_id="Masukkan setidaknya satu petunjuk dengan peluang dan alasannya.",
    ),
}
