import type { switches as source } from "../en/switches";
import type { Translation } from "../words";

export const switches: Translation<typeof source> = {
  any_actor: "semua pelaku",
  any_time: "semua waktu",
  any_case: "semua kasus",
  synthetic: "sumber rekaan",
  compilations: "naskah rangkuman",
  no_second_hand: "tanpa tangan kedua",
  stated_only: "hanya yang dinyatakan",
  contemporaneous: "sezaman",
  no_grouping: "tanpa pengelompokan",
  by_institution: "menurut lembaga",
  equal_weights: "bobot sama",
  any_actor_means: "Alasan pihak lain ikut dihitung",
  any_time_means: "Alasan yang berlaku sesudah keputusan ikut dihitung",
  any_case_means: "Petikan tentang kasus lain ikut dihitung",
  synthetic_means: "Sumber rekaan ikut dihitung, sehingga angkanya bukan bukti tentang kasus ini",
  compilations_means: "Naskah yang dirangkum dari beberapa asal ikut dihitung",
  no_second_hand_means: "Yang hanya dikatakan penulis atau analis dikeluarkan",
  stated_only_means: "Hanya alasan yang dinyatakan, dan bukan oleh analis",
  contemporaneous_means: "Sumber sesudah keputusan atau tanpa tanggal dikeluarkan",
  no_grouping_means: "Setiap sumber dihitung, termasuk salinan",
  by_institution_means: "Sumber dari satu lembaga dihitung sekali",
  equal_weights_means: "Setiap sumber berbobot sama",
};
