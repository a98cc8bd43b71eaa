const key = "docs-tab";

/**
 * Returns the tab that the reader chose last on any page. Storage may be disabled, or unavailable
 * to files.
 */
export function storedTab(): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

export function storeTab(tab: string): void {
  try {
    localStorage.setItem(key, tab);
  } catch {
    // Without storage, the choice lasts as long as the page.
  }
}
