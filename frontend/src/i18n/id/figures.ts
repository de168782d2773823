import type { figures as source } from "../en/figures";
import type { Translation } from "../words";

export const figures: Translation<typeof source> = {
  note: "Setiap angka beserta cara menghitungnya, masukan persisnya, dan program yang menghitungnya ulang di tempat lain.",
  methods: "Metode",
  options: "Opsi metode",
  every_code: "Semua kode",
  no_rows: "Tidak ada yang dapat ditampilkan.",
  show_all: { other: "Tampilkan semua {n} baris" },
  how: "Bagaimana ini dihitung?",
  not_when: "Kapan tidak dipakai",
  formula: "Rumus",
  source: "Sumber",
  recompute: "Hitung ulang",
  recompute_lead: { other: "Masukan persisnya berisi {n} baris." },
  either: "Ada atau tidak",
  present: "Ada",
  absent: "Tidak ada",
  as_it_is: "Apa adanya",
  anchors: "Tiga jangkar",
  cuts: "Titik potong",
  anchors_of: "Jangkar {name}",
  cuts_of: "Titik potong {name}",
  anchors_form: "luar, silang, dalam: 20 50 80",
  cuts_form: "satu atau lebih: 5 10",
  no_script: "Belum ada program untuk angka ini; masukannya memuat semua yang diperlukan.",
};
