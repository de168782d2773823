import { refusal } from "../api/client";
import { study } from "../api/study.svelte";
import { sayings } from "../shell/saying.svelte";
import { t } from "../i18n/language.svelte";

/** Asks for a table by POST and hands it to the browser as a file. */
export async function download(path: string, body: object, format: "csv" | "xlsx", name: string): Promise<void> {
  const answer = await fetch(study.address(path), {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Tenun-Coder": encodeURIComponent(study.coder) },
    body: JSON.stringify({ ...body, format }),
  }).catch(() => null);
  if (!answer) return sayings.refuse(t("shell.offline"));
  if (!answer.ok) return sayings.refuse(refusal(answer.status, await answer.json().catch(() => undefined)).text);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await answer.blob());
  link.download = `${name}.${format}`;
  link.click();
  URL.revokeObjectURL(link.href);
}
