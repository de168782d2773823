import type { scores as source } from "../en/scores";
import type { Translation } from "../words";

export const scores: Translation<typeof source> = {
  passages: "Jumlah petikan",
  independent_support: "Dukungan mandiri",
  weighted_support: "Dukungan berbobot",
  breadth: "Keluasan",
  stated_priority: "Prioritas yang dinyatakan",
  causal_weight: "Bobot kausal",
  passages_means: "Petikan yang mendukung; yang bertumpang tindih dihitung sekali, sehingga sumber yang panjang lebar diuntungkan",
  independent_support_means: "Sumber mandiri yang mendukung dikurangi yang menyangkal",
  weighted_support_means: "Sama, tetapi tiap sumber mandiri dihitung menurut sumbernya yang paling andal",
  breadth_means: "Berapa dari empat jenis sumber yang secara keseluruhan mendukung motif itu",
  stated_priority_means: "Sumber mandiri yang menyatakan motif ini nomor satu dikurangi yang hanya menyangkalnya",
  causal_weight_means: "Bobot petunjuk bahwa motif itu sungguh dijalankan, dalam desibel",
};
