// What a first visit loads before it can read: entry, its static imports, one language, styles, the first view, its fonts.
// Fails above the budget. `node scripts/first_load.js`, after a build.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const BUDGET_KB = 250;
const app = join(import.meta.dirname, "../../src/tenun/server/app");
const assets = join(app, "assets");
const named = (pattern) => readdirSync(assets).filter((file) => pattern.test(file));

function withImports(file, seen = new Set()) {
  if (seen.has(file)) return seen;
  seen.add(file);
  const code = readFileSync(join(assets, file), "utf8");
  for (const [, name] of code.matchAll(/(?:from|import)\s*"\.\/([\w.$-]+\.js)"/g)) withImports(name, seen);
  return seen;
}

function weight(files) {
  return files.reduce((sum, file) => sum + (file.endsWith(".woff2") ? readFileSync(join(assets, file)).length : gzipSync(readFileSync(join(assets, file))).length), 0);
}

const index = readFileSync(join(app, "index.html"), "utf8");
const entry = index.match(/assets\/([\w.$-]+\.js)/)[1];
const words = Math.max(...named(/^(en|id)-.*\.js$/).map((file) => weight([file])));
const fonts = named(/^(inter|literata)-latin-wght-normal.*\.woff2$/);
let worst = 0;
for (const view of ["Home", "Sources", "Reader", "Codebook", "Retrieve", "Agreement", "Motives", "Figures", "Timeline", "Report"]) {
  const scripts = new Set(withImports(entry));
  for (const file of named(new RegExp(`^${view}-.*\\.js$`))) withImports(file, scripts);
  const roots = [...scripts].map((file) => file.replace(/-[\w-]{8}\.js$/, ""));
  const styles = named(/\.css$/).filter((file) => roots.includes(file.replace(/-[\w-]{8}\.css$/, "")));
  const sizes = { scripts: words + weight([...scripts]), styles: weight(styles), fonts: weight(fonts) };
  const total = sizes.scripts + sizes.styles + sizes.fonts;
  worst = Math.max(worst, total);
  const kb = (bytes) => (bytes / 1000).toFixed(1).padStart(6);
  console.log(`${view.padEnd(10)} ${kb(total)} kB: scripts ${kb(sizes.scripts)}, styles ${kb(sizes.styles)}, fonts ${kb(sizes.fonts)}`);
}
if (worst > BUDGET_KB * 1000) {
  console.error(`First load is above ${BUDGET_KB} kB.`);
  process.exit(1);
}
