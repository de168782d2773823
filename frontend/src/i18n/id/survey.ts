import type { survey as source } from "../en/survey";
import type { Translation } from "../words";

export const survey: Translation<typeof source> = {
  open: "Lihat sebagai survei",
  title: "Survei: {name}",
  lead: { other: "{n} kasus. Periksa jadinya setiap kolom; belum ada yang masuk." },
  column: "Kolom",
  becomes: "Menjadi",
  filled: "Terisi",
  examples: "Contoh",
  case: "nama kasus",
  text: "kata-kata sendiri: satu sumber per kasus",
  variable: "variabel",
  skip: "dilewati",
  by_rule: "menurut aturan",
  do: "Masukkan survei",
  done: { other: "{n} sumber dimasukkan" },
};
