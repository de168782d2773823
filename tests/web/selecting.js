// Presses keys in the text of the reader, by themselves and with the digit that codes, and notes what was selected.
// Handed: the keys of each selection, the digit, and how many codings are wanted.
async ({ strokes, digit, wanted }) => {
  const text = document.querySelector("[data-reading]");
  const press = (key, shift = false, control = false) =>
    text.dispatchEvent(new KeyboardEvent("keydown", { key, shiftKey: shift, ctrlKey: control, bubbles: true, cancelable: true }));
  const answered = [];
  const fetched = window.fetch;
  window.fetch = async (address, asked = {}) => {
    const answer = await fetched(address, asked);
    if (asked.method === "POST" && String(address).endsWith("/codings")) answered.push({ ok: answer.ok, told: await answer.clone().json() });
    return answer;
  };
  const selected = [];
  text.focus();
  for (const keys of strokes) {
    if (answered.filter(({ ok }) => ok).length === wanted) break;
    for (const [key, shift, control] of keys) press(key, shift, control);
    const chosen = window.getSelection().toString();
    selected.push(chosen);
    if (!chosen) continue;
    const then = answered.length + 1;
    press(digit);
    while (answered.length < then) await new Promise((resolve) => setTimeout(resolve, 1));
  }
  window.fetch = fetched;
  return { selected, answered: answered.map(({ ok, told }) => (ok ? told.rows[0].guid : told.error.code)) };
}
