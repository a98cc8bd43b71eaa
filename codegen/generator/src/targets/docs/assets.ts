/* oxlint-disable import/default -- the build turns these files into text: see `bundle-assets.ts` */
import miniSearchLicense from "../../../node_modules/minisearch/LICENSE.txt?text";
import early from "./browser/early.ts?script";
import icon from "./browser/icon.svg?text";
import site from "./browser/site.ts?script";
import base from "./browser/styles/base.css?text";
import code from "./browser/styles/code.css?text";
import frame from "./browser/styles/frame.css?text";
import narrow from "./browser/styles/narrow.css?text";
import print from "./browser/styles/print.css?text";
import search from "./browser/styles/search.css?text";
import tables from "./browser/styles/tables.css?text";
import text from "./browser/styles/text.css?text";

/** The style sheet of the site. Later parts override earlier ones. */
const styles = [base, frame, text, tables, code, search, narrow, print].join("\n");

/** The script contains a library, whose license must accompany it. */
const licenses = `site.js contains MiniSearch.\n\n${miniSearchLicense.replaceAll("\r\n", "\n").trim()}\n`;

/** The files that pages load besides the search index, which depends on the model. */
export const siteAssets: readonly { readonly path: string; readonly text: string }[] = [
  { path: "assets/early.js", text: early },
  { path: "assets/icon.svg", text: icon },
  { path: "assets/licenses.txt", text: licenses },
  { path: "assets/site.css", text: styles },
  { path: "assets/site.js", text: `/* Licenses: licenses.txt */\n${site}` },
];
