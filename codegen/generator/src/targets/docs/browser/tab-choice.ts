const key = "docs-tab";

/** The tab that the reader chose last, on any page. Storage may be off, or shut for a file. */
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
    // The choice then lasts as long as the page.
  }
}
