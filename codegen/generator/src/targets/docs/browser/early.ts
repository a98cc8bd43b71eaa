// Runs before the page is painted, so that nothing moves when the main script arrives: it marks the
// page as scripted and restores the tab that the reader chose before.
import { storedTab } from "./tab-choice.js";

const root = document.documentElement;
root.classList.add("js");
const tab = storedTab();
if (tab !== undefined) root.dataset["tab"] = tab;
