import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Manual, ManualPage } from "@tinsmith/codegen/manual";
import { apiPages } from "./api-pages.js";
import { commandPages } from "./command-pages.js";
import { configurationPages } from "./configuration-pages.js";
import { eventPages } from "./event-pages.js";
import { packageFolder, workspaceRoot } from "./workspace.js";

/** The guides, in the order of the navigation: the files below `pages`. */
const guides = ["getting-started", "testing", "documentation", "changes", "writing-a-generator"];

/** Creates the manual of Tinsmith from guides, and from the descriptions in the packages. */
export async function createManual(): Promise<Manual> {
  return {
    title: "Tinsmith",
    home: readPage("index"),
    parts: [
      { title: "Guides", pages: guides.map(readPage) },
      { title: "Commands", pages: commandPages() },
      { title: "Configuration", pages: await configurationPages() },
      { title: "API", pages: apiPages() },
      { title: "Events", pages: eventPages() },
    ],
  };
}

/**
 * Reads a page. A line `<!-- file: PATH -->` is replaced with that file of the repository, as code.
 */
function readPage(name: string): ManualPage {
  const text = readFileSync(join(packageFolder, "pages", `${name}.md`), "utf8");
  const [heading = "", ...lines] = text.split("\n");
  const markdown = lines
    .join("\n")
    .replaceAll(/^<!-- file: (\S+) -->$/gm, (_, path: string) => fileBlock(path));
  return { path: `${name}.html`, title: heading.replace(/^# /, ""), markdown };
}

function fileBlock(path: string): string {
  const language = path.endsWith(".json") ? "json" : path.endsWith(".smithy") ? "smithy" : "ts";
  const text = readFileSync(join(workspaceRoot, path), "utf8").trimEnd();
  return `\`\`\`${language}\n${text}\n\`\`\``;
}
