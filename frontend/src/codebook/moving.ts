import { edit } from "../api/edits.svelte";
import { study } from "../api/study.svelte";
import type { Code } from "../api/types";
import { attempt } from "../shell/saying.svelte";
import type { CodeTree } from "./tree";

/** Puts a code below another (or at the top), as the `position`-th there. */
export async function moveTo(code: Code, parent: string | null, position: number): Promise<void> {
  const done = await attempt(() => edit("POST", "/codes/{guid}/move", { at: { guid: code.guid }, etag: code.etag, body: { parent, position } }));
  if (done) await study.refresh();
}

/** Moves a code one step among its siblings, out to its parent's level, or in below the sibling before it. */
export async function stepAmong(tree: CodeTree, code: Code, move: "up" | "down" | "out" | "in"): Promise<void> {
  const parent = tree.parent(code);
  const siblings = tree.children(parent ?? null);
  const at = siblings.indexOf(code);
  if (move === "up" && at > 0) await moveTo(code, parent?.guid ?? null, at - 1);
  if (move === "down" && at < siblings.length - 1) await moveTo(code, parent?.guid ?? null, at + 1);
  if (move === "in" && at > 0) await moveTo(code, siblings[at - 1]!.guid, tree.children(siblings[at - 1]!).length);
  if (move === "out" && parent) {
    const above = tree.parent(parent);
    await moveTo(code, above?.guid ?? null, tree.children(above ?? null).indexOf(parent) + 1);
  }
}
