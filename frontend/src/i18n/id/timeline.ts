import type { timeline as source } from "../en/timeline";
import type { Translation } from "../words";

export const timeline: Translation<typeof source> = {
  lead: "Apa yang terjadi dan kapan, tiap fakta dengan kata-kata yang menyatakannya, serta di mana sumber-sumber berbeda.",
  timeline: "Lini masa",
  conflicts: "Pertentangan",
  map: "Peta",
  decision: "Keputusan",
  axis: { other: "{n} fakta bertanggal sepanjang waktu; daftar di bawah memuat hal yang sama." },
  axis_note: "Rentang kosong yang panjang dipersingkat.",
  on_or_before: "pada atau sebelum",
  about: "sekitar",
  stage: "Tahap",
  stages: "Tahap prosedur, dari fakta pertama hingga terakhir",
  none: "Belum ada fakta bertanggal yang dicatat.",
  no_conflicts: "Tidak ada pertentangan antarsumber yang dicatat.",
  no_places: "Studi ini tidak menyebut tempat.",
  tie: "{from} ke {to}: {km} km",
  map_source: "Daratan: Natural Earth, domain publik.",
};
