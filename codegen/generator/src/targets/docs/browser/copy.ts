/** Makes the copy buttons copy the code next to them, and confirm it. */
export function enableCopyButtons(): void {
  document.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest(".copy") : null;
    const code = button?.parentElement?.querySelector("code")?.textContent;
    if (!(button instanceof HTMLButtonElement) || code === undefined || code === null) return;
    void copy(code).then((copied) => {
      button.textContent = copied ? "Copied" : "Press Ctrl+C";
      setTimeout(() => {
        button.textContent = "Copy";
      }, 2000);
    });
  });
}

/** Copies with the clipboard API if the page may use it, otherwise with a selection. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = document.createElement("textarea");
    area.value = text;
    area.className = "hidden";
    document.body.append(area);
    area.select();
    const copied = document.execCommand("copy");
    area.remove();
    return copied;
  }
}
