import { storedTab, storeTab } from "./tab-choice.js";

const radios = (): NodeListOf<HTMLInputElement> =>
  document.querySelectorAll<HTMLInputElement>(".tabs > input[type=radio]");

/** Keeps all examples on the same tab, on this page and the next. */
export function syncTabs(): void {
  const stored = storedTab();
  if (stored !== undefined) choose(stored);
  // From here on, the radio buttons hold the choice.
  delete document.documentElement.dataset["tab"];
  for (const radio of radios()) {
    radio.addEventListener("change", () => {
      const top = radio.getBoundingClientRect().top;
      choose(radio.value);
      storeTab(radio.value);
      // Examples above also changed their height, so keep this one at its place in the viewport.
      scrollBy(0, radio.getBoundingClientRect().top - top);
    });
  }
}

function choose(tab: string): void {
  for (const radio of radios()) if (radio.value === tab) radio.checked = true;
}
