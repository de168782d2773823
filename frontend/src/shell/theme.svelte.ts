type Theme = "light" | "dark";

const wanted = window.matchMedia("(prefers-color-scheme: dark)");
const chosen = $state<{ theme: Theme }>({ theme: first() });

function first(): Theme {
  const kept = localStorage.getItem("tenun.theme");
  return kept === "dark" || kept === "light" ? kept : wanted.matches ? "dark" : "light";
}

function show(): void {
  document.documentElement.dataset["theme"] = chosen.theme;
}

export const theme = (): Theme => chosen.theme;

export function turnTheme(): void {
  chosen.theme = chosen.theme === "dark" ? "light" : "dark";
  localStorage.setItem("tenun.theme", chosen.theme);
  show();
}

wanted.addEventListener("change", () => {
  chosen.theme = first();
  show();
});
show();
