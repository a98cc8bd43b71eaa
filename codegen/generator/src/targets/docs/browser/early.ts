// Runs before the page is painted, so that nothing moves when the main script arrives: it marks the
// page as scripted, and restores the tab and the theme that the reader chose before.
import { storedTab } from "./tab-choice.js";
import { storedTheme } from "./theme-choice.js";

const root = document.documentElement;
root.classList.add("js");
const tab = storedTab();
if (tab !== undefined) root.dataset["tab"] = tab;
const theme = storedTheme();
if (theme !== "system") root.dataset["theme"] = theme;
