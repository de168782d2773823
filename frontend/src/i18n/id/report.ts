import type { report as source } from "../en/report";
import type { Translation } from "../words";

export const report: Translation<typeof source> = {
  preview: "Laporan sebagaimana adanya",
  writing: "Menulis laporan …",
  renew: "Studi berubah: tulis ulang",
  take_away: "Bawa pulang",
  format: "Format",
  write: "Tulis berkas",
  other_programs: "Program lain",
  project_about: "Berkas dalam format REFI-QDA, untuk NVivo, ATLAS.ti, MAXQDA, dan lainnya.",
  as_qdpx: "Studi (.qdpx)",
  as_qdc: "Buku kode saja (.qdc)",
  write_file: "Tulis berkas",
  writing_file: "Menulis berkas …",
  not_carried: "Format ini tidak dapat memuat hal berikut. Semuanya tetap ada dalam berkas, tetapi hanya dibaca Tenun:",
  stays: "tetap di sini",
  ready: { other: "{n} berkas siap" },
};
