import { cp, rm } from "node:fs/promises";
import { basename } from "node:path";

// The generated site is complete. A build only copies it to the folder that is published, without
// the manifest, which only the generator needs.
const site = new URL("src/generated/", import.meta.url);
const dist = new URL("dist/", import.meta.url);
await rm(dist, { recursive: true, force: true });
await cp(site, dist, { recursive: true, filter: (path) => basename(path) !== "manifest.json" });

// Programs that the pages load on demand. They come from packages, so that a new release of them
// changes no generated file.
const copied = {
  "assets/console.css": "@tinsmith/console/console.css",
  "assets/console.js": "@tinsmith/console/console.js",
  "assets/console-licenses.txt": "@tinsmith/console/licenses.txt",
};
for (const [path, entry] of Object.entries(copied)) {
  await cp(new URL(import.meta.resolve(entry)), new URL(path, dist));
}
