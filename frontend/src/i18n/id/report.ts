import type { report as source } from "../en/report";
import type { Translation } from "../words";

export const report: Translation<typeof source> = {
  preview: "Laporan sebagaimana adanya",
  writing: "Menulis laporan …",
  renew: "Studi berubah: tulis ulang",
  take_away: "Bawa pulang",
  format: "Format",
  write: "Tulis berkas",
  ready: { other: "{n} berkas siap" },
};
