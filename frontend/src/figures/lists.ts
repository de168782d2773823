/** Several names in one option, written as a row of CSV, so that a name may hold a comma. */

/** The names of a list, each once; what is not closed runs to the end. */
export function namesIn(list: string): string[] {
  const found: string[] = [];
  let word = "";
  let quoted = false;
  for (let at = 0; at < list.length; at++) {
    const letter = list[at]!;
    if (quoted && letter === '"' && list[at + 1] === '"') word += list[++at]!;
    else if (letter === '"' && (quoted || !word.trim())) {
      quoted = !quoted;
      if (quoted) word = "";
    } else if (letter === "," && !quoted) {
      found.push(word);
      word = "";
    } else word += letter;
  }
  return [...new Set([...found, word].map((name) => name.trim()).filter(Boolean))];
}

export function listOf(names: readonly string[]): string {
  return names.map((name) => (/[",\n\r]/.test(name) ? `"${name.replaceAll('"', '""')}"` : name)).join(",");
}

/** The list with a name added, or taken away where it is there. */
export function turned(list: string, name: string): string {
  const held = namesIn(list);
  return listOf(held.includes(name) ? held.filter((one) => one !== name) : [...held, name]);
}

/** NAME=SETTING entries; the last equals sign parts the two. */
export function settingsIn(list: string): Map<string, string> {
  return new Map(
    namesIn(list).map((entry) => {
      const at = entry.lastIndexOf("=");
      return at < 0 ? [entry, ""] : [entry.slice(0, at).trim(), entry.slice(at + 1).trim()];
    }),
  );
}

/** The list with one name's setting changed; without a setting the name goes. */
export function withSetting(list: string, name: string, setting: string): string {
  const held = settingsIn(list);
  if (setting) held.set(name, setting);
  else held.delete(name);
  return listOf([...held].map(([one, value]) => `${one}=${value}`));
}

/** Words as the label of a field or column; names that are the study's own stand as they are. */
export function asLabel(words: string): string {
  return /^[a-z]/.test(words) ? words[0]!.toUpperCase() + words.slice(1) : words;
}
