import { study } from "../api/study.svelte";
import { t } from "../i18n/language.svelte";
import { attempt, sayings } from "./saying.svelte";

/** Takes back this coder's latest change. */
export async function undo(): Promise<void> {
  const done = await attempt(() => study.call("POST", "/undo"));
  if (done !== undefined) sayings.say(t("shell.undone"), { label: t("shell.redo"), run: () => void redo() });
}

export async function redo(): Promise<void> {
  const done = await attempt(() => study.call("POST", "/redo"));
  if (done !== undefined) sayings.say(t("shell.redone"));
}
