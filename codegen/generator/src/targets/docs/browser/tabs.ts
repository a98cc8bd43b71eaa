import { storedTab, storeTab } from "./tab-choice.js";

const radios = (): NodeListOf<HTMLInputElement> =>
  document.querySelectorAll<HTMLInputElement>(".tabs > input[type=radio]");

/** Keeps all examples on the same tab, here and on the next page. */
export function syncTabs(): void {
  const stored = storedTab();
  if (stored !== undefined) choose(stored);
  // The radio buttons hold the choice from here on.
  delete document.documentElement.dataset["tab"];
  for (const radio of radios()) {
    radio.addEventListener("change", () => {
      const top = radio.getBoundingClientRect().top;
      choose(radio.value);
      storeTab(radio.value);
      // Examples above changed their height too: keep this one where the reader's eyes are.
      scrollBy(0, radio.getBoundingClientRect().top - top);
    });
  }
}

function choose(tab: string): void {
  for (const radio of radios()) if (radio.value === tab) radio.checked = true;
}
