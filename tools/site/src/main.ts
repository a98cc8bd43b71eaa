import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { renderManual } from "@tinsmith/codegen/manual";
import { createManual } from "./manual.js";
import { siteFolder } from "./workspace.js";

const files = renderManual(await createManual());
await rm(siteFolder, { recursive: true, force: true });
for (const { path, text } of files) {
  const file = join(siteFolder, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}
const pages = files.filter(({ path }) => path.endsWith(".html")).length;
console.log(`${pages} pages: ${join(siteFolder, "index.html")}`);
