const key = "docs-theme";

/** The themes, in the order in which a button offers them. */
export const themes = ["system", "light", "dark"] as const;

export type Theme = (typeof themes)[number];

/** Returns the theme that the reader chose last. Storage may be disabled, or unavailable to files. */
export function storedTheme(): Theme {
  try {
    const stored = localStorage.getItem(key);
    return themes.find((theme) => theme === stored) ?? "system";
  } catch {
    return "system";
  }
}

export function storeTheme(theme: Theme): void {
  try {
    localStorage.setItem(key, theme);
  } catch {
    // Without storage, the choice lasts as long as the page.
  }
}
