import { enableConsole } from "./console.js";
import { enableCopyButtons } from "./copy.js";
import { followMove } from "./follow-move.js";
import { revealTarget } from "./reveal.js";
import { enableSidebar } from "./sidebar.js";
import { enableSearch } from "./search.js";
import { trackSections } from "./table-of-contents.js";
import { enableThemeButton } from "./theme.js";
import { syncTabs } from "./tabs.js";

syncTabs();
enableCopyButtons();
revealTarget();
followMove();
trackSections();
enableSearch();
enableSidebar();
enableConsole();
enableThemeButton();
