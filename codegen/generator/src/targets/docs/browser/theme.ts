import { storedTheme, storeTheme, themes } from "./theme-choice.js";
import type { Theme } from "./theme-choice.js";

/** Lets a button change the theme: that of the system, light, dark. */
export function enableThemeButton(): void {
  const button = document.querySelector<HTMLButtonElement>(".theme-button");
  if (!button) return;
  let theme = storedTheme();
  const show = (chosen: Theme): void => {
    theme = chosen;
    if (chosen === "system") delete document.documentElement.dataset["theme"];
    else document.documentElement.dataset["theme"] = chosen;
    const label = `Color theme: ${chosen}`;
    button.ariaLabel = label;
    button.title = label;
  };
  show(theme);
  button.addEventListener("click", () => {
    const next = themes[(themes.indexOf(theme) + 1) % themes.length] ?? "system";
    storeTheme(next);
    show(next);
  });
}
