import type { original as source } from "../en/original";
import type { Translation } from "../words";

export const original: Translation<typeof source> = {
  pages: "Halaman di samping teks",
  page: "Halaman {n} dari {all}",
  page_alt: "Halaman {n} sebagaimana dicetak",
  previous_page: "Halaman sebelumnya",
  next_page: "Halaman berikutnya",
  no_page: "Halaman ini tidak dapat digambar.",
  picture_alt: "{title}, gambarnya",
  picture_plain: "Gambar ini tidak dapat ditampilkan di sini. Simpan berkas aslinya untuk melihatnya.",
  recording: "Rekaman",
  play_here: "Putar dari sini",
  play_turn: "Putar dari {time}",
  show_words: "Tunjukkan kata yang sedang diucapkan",
};
