"""How each method is computed: what it answers, when it should not be used, formula, source."""

from __future__ import annotations

from dataclasses import dataclass

Both = tuple[str, str]
"""English and Indonesian."""


@dataclass(frozen=True, slots=True)
class How:
    """A method in words; `page`: its page below `docs/explanation/methods`."""

    title: Both
    answers: Both
    not_when: Both
    formula: str
    source: str
    page: str


HOW = {
    "first_place": How(
        ("The chance of being first", "Peluang menjadi yang pertama"),
        (
            "How likely it is that a motive is the most widely attested one among witnesses such as these.",
            "Seberapa besar peluang sebuah motif paling luas disaksikan di antara saksi seperti ini.",
        ),
        (
            "Not as the chance that a motive moved the decision, and not below four witnesses.",
            "Tidak sebagai peluang bahwa sebuah motif menggerakkan keputusan, dan tidak di bawah empat saksi.",
        ),
        "k ~ Binomial(n, θ), θ ~ Beta(μκ, (1 − μ)κ), μ and κ learnt from all motives;  P(first) = P(θ is the largest)",
        "a hierarchical beta-binomial model, integrated numerically; see the page for its calibration",
        "p-first",
    ),
    "coefficients": How(
        ("Coefficients of agreement", "Koefisien kesepakatan"),
        (
            "How far coders agree on the same units, beyond what chance would give, by every usual coefficient.",
            "Sejauh mana para pengode sepakat atas satuan yang sama, di luar kebetulan, menurut setiap "
            "koefisien yang lazim.",
        ),
        (
            "Not where coders chose passages of their own (see free passages), and not for one coder. κ is "
            "low where one "
            "label is nearly everywhere: compare with AC1 and the percentage.",
            "Tidak bila pengode memilih petikannya sendiri (lihat petikan bebas), dan tidak untuk satu "
            "pengode. κ rendah "
            "bila satu label hampir selalu muncul: bandingkan dengan AC1 dan persentasenya.",
        ),
        "(Po − Pe) / (1 − Pe);  κ: Pe = Σ p₁ p₂;  π, Fleiss: Pe = Σ p̄²;  AC1: Pe = Σ p̄(1 − p̄) / (q − 1);  "
        "Brennan-Prediger: Pe = 1/q;  α = 1 − Do / De;  MASI: δ = 1 − J·M",
        "Cohen 1960; Scott 1955; Fleiss 1971; Gwet 2008; Brennan & Prediger 1981; Krippendorff 2004; Passonneau 2006",
        "krippendorff-alpha",
    ),
    "ratings": How(
        ("Agreement on ratings", "Kesepakatan atas penilaian"),
        (
            "How far coders agree who rated on a scale: reliability and credibility of sources, priority, weight.",
            "Sejauh mana para pengode sepakat saat menilai pada skala: keandalan dan kredibilitas sumber, prioritas, "
            "bobot.",
        ),
        (
            "Not for codes, which have no order. Quadratic weights rise with the number of steps: name the weights.",
            "Tidak untuk kode, yang tidak berurutan. Bobot kuadrat naik menurut jumlah langkah: sebutkan bobotnya.",
        ),
        "κw = (Po − Pe) / (1 − Pe) with credit 1 − (d / dmax)^p, p = 1 or 2;  α = 1 − Do / De with δ² by level",
        "Cohen 1968, Psychological Bulletin 70(4); Krippendorff 2004, chapter 11",
        "ratings",
    ),
    "agreement_by": How(
        ("Agreement in parts", "Kesepakatan per bagian"),
        (
            "On which codes, between which coders, in which sources, and when coders agree.",
            "Pada kode mana, antara pengode mana, dalam sumber mana, dan kapan para pengode sepakat.",
        ),
        (
            "Not to rank coders: parts of a few units swing by chance.",
            "Tidak untuk memeringkat pengode: bagian dengan sedikit satuan mudah berayun karena kebetulan.",
        ),
        "α of the units of each part (κ for pairs);  drift: slope of α over successive windows",
        "Krippendorff 2004; Cohen 1960",
        "agreement-in-parts",
    ),
    "free_segments": How(
        ("Agreement on free passages", "Kesepakatan atas petikan bebas"),
        (
            "How far coders agree on where a passage begins and ends, and on what it is called.",
            "Sejauh mana para pengode sepakat di mana petikan mulai dan berakhir, dan apa sebutannya.",
        ),
        (
            "Not where units were given: the coefficients for units say more. γ has no exact value: chance "
            "is drawn, and "
            "the error says how well it is known.",
            "Tidak bila satuan sudah ditentukan: koefisien satuan lebih banyak berbicara. γ tidak punya nilai pasti: "
            "kebetulan diundi, dan galatnya menunjukkan seberapa tepat nilainya.",
        ),
        "γ = 1 − δo / δe over the best alignment;  u-α, |u, cu-α, (k)u-α = 1 − Do / De over lengths of the text;  "
        "α of 2004 = 1 − Σ Do / Σ De over squared distances of the ends",
        "Mathet, Widlöcher & Métivier 2015; Mathet 2017; Krippendorff, Mathet, Bouvry & Widlöcher 2016; "
        "Krippendorff 2004, pages 251-256",
        "gamma",
    ),
    "saturation": How(
        ("Saturation of interviews", "Kejenuhan wawancara"),
        (
            "After how many interviews a run of new ones brought hardly a new code.",
            "Setelah berapa wawancara rangkaian berikutnya nyaris tidak membawa kode baru.",
        ),
        (
            "Not below base + run interviews, and never as proof that there is nothing else to hear.",
            "Tidak bila wawancara kurang dari dasar + rangkaian, dan tidak pernah sebagai bukti bahwa tidak "
            "ada lagi yang "
            "dapat didengar.",
        ),
        "new codes of the run / codes of the base ≤ threshold",
        "Guest, Namey & Chen 2020, PLOS ONE 15(5): e0232076",
        "saturation",
    ),
    "accumulation": How(
        ("Codes by number of interviews", "Kode menurut jumlah wawancara"),
        (
            "How many codes so many interviews bring, in the order held and in any order.",
            "Berapa kode yang dibawa sekian wawancara, menurut urutannya dan menurut urutan mana pun.",
        ),
        (
            "Not with two or three interviews: the curve has no end to be flat at.",
            "Tidak dengan dua atau tiga wawancara: kurvanya belum punya ujung yang dapat mendatar.",
        ),
        "E(k) = Σ 1 − C(n − f, k) / C(n, k)",
        "Colwell, Mao & Chang 2004, Ecology 85(10); Good 1953, Biometrika 40",
        "saturation",
    ),
    "word_counts": How(
        ("Words by frequency", "Kata menurut kekerapan"),
        (
            "Which words the texts use most, and in how many of them.",
            "Kata apa yang paling sering dipakai teks, dan dalam berapa teks.",
        ),
        (
            "Not as a measure of what matters: a word may be frequent because one long text repeats it.",
            "Tidak sebagai ukuran apa yang penting: sebuah kata bisa kerap karena diulang satu teks yang panjang.",
        ),
        "count;  1000 · count / all words",
        "plain counts; words folded as the search folds them; stems: Porter 1980, Tala 2003",
        "words",
    ),
    "key_words": How(
        ("Key words of a group of texts", "Kata kunci sekelompok teks"),
        (
            "Which words mark one group of texts off from all the others.",
            "Kata apa yang membedakan sekelompok teks dari semua yang lain.",
        ),
        (
            "Not as a test: words of one text depend on each other, so G² orders and does not prove.",
            "Tidak sebagai uji: kata-kata dalam satu teks saling bergantung, jadi G² mengurutkan dan tidak "
            "membuktikan.",
        ),
        "G² = 2 Σ O ln(O / E);  log ratio = log₂(f₁ / f₂)",
        "Dunning 1993, Computational Linguistics 19(1); Hardie 2014",
        "words",
    ),
    "neighbours": How(
        ("Words that keep company", "Kata yang sering berdampingan"),
        (
            "Which words stand near each other more often than chance would put them.",
            "Kata apa yang berdekatan lebih sering daripada kebetulan.",
        ),
        (
            "Not for rare words: mutual information overrates pairs seen twice.",
            "Tidak untuk kata langka: informasi timbal balik melebihkan pasangan yang baru dua kali muncul.",
        ),
        "G² of the pair's table;  MI = log₂(O / E)",
        "Dunning 1993; Church & Hanks 1990",
        "words",
    ),
    "matrix": How(
        ("Matrices of codes", "Matriks kode"),
        (
            "How often codes occur by kind of source, case, coder or time, and which codes meet; what stands out.",
            "Seberapa sering kode muncul menurut jenis sumber, kasus, pengode atau waktu, dan kode mana yang bertemu; "
            "apa yang menonjol.",
        ),
        (
            "Not as a test: passages are no random sample. No χ² for codes against codes, nor for counts of sources.",
            "Tidak sebagai uji: petikan bukan sampel acak. Tidak ada χ² bagi kode terhadap kode atau hitungan sumber.",
        ),
        "cell = passages (sources, witnesses) with the code and the column, each once;  χ² = Σ (O − E)² / E;  "
        "residual = (O − E) / √(E (1 − row)(1 − column))",
        "Cochran 1954, Biometrics 10(4); Haberman 1973, Biometrics 29(1)",
        "matrices",
    ),
    "not_found": How(
        ("Looked for and not found", "Dicari dan tidak ditemukan"),
        (
            "Where a code was found, where somebody looked for it in vain, and where nobody said.",
            "Di mana sebuah kode ditemukan, di mana dicari tanpa hasil, dan di mana tidak ada yang mengatakannya.",
        ),
        (
            "Not as evidence against a motive where a source would not have named it anyway.",
            "Tidak sebagai bukti yang menyangkal motif bila sumber itu memang tidak akan menyebutnya.",
        ),
        "sources found + sources searched in vain + sources nobody spoke of = sources read",
        "coverage noted by the coders",
        "retrieval",
    ),
    "cases": How(
        ("Comparison of cases (QCA)", "Perbandingan kasus (QCA)"),
        (
            "Which combinations of conditions suffice for the outcome, over calibrated cases.",
            "Gabungan kondisi apa yang mencukupi bagi hasil, atas kasus-kasus yang dikalibrasi.",
        ),
        (
            "Not with one case or a few: below ten cases, and three for each condition, chance finds patterns.",
            "Tidak dengan satu atau beberapa kasus: di bawah sepuluh kasus, dan tiga untuk tiap kondisi, kebetulan "
            "membentuk pola.",
        ),
        "consistency = Σ min(x, y) / Σ x;  coverage = Σ min(x, y) / Σ y;  "
        "PRI = (Σ min(x, y) − Σ min(x, y, 1 − y)) / (Σ x − Σ min(x, y, 1 − y));  minimised after Quine and McCluskey;  "
        "anchors: .05, .5 and .95 on a logistic curve",
        "Ragin 2008; Ragin & Sonnett 2005; Marx 2010; Schneider & Wagemann 2012; Oana & Schneider 2024",
        "qca",
    ),
    "clues": How(
        ("What the clues weigh", "Bobot petunjuk"),
        (
            "How strongly the clues of the ledger speak for each hypothesis, and which test each clue is.",
            "Seberapa kuat petunjuk dalam buku besar berbicara bagi tiap hipotesis, dan uji apa tiap petunjuk itu.",
        ),
        (
            "Not where likelihoods were written after the verdict: the weight then repeats the opinion.",
            "Tidak bila kemungkinan ditulis setelah putusan: bobotnya lalu hanya mengulang pendapat.",
        ),
        "weight = 10 log₁₀( P(clue | hypothesis) / P(clue | not hypothesis) ) dB, summed over independent clues;  "
        "log-odds of the posterior = log-odds of the prior + weight",
        "Fairfield & Charman 2017; Van Evera 1997 and Bennett 2015 for the four tests; Zaks 2017, 2021 for rivals",
        "process-tracing",
    ),
}
