import { cp, rm } from "node:fs/promises";
import { basename } from "node:path";

// The site is finished when it is generated: a build puts it where the published package has it.
// The manifest stays behind; it is the generator's.
const site = new URL("src/generated/", import.meta.url);
const dist = new URL("dist/", import.meta.url);
await rm(dist, { recursive: true, force: true });
await cp(site, dist, { recursive: true, filter: (path) => basename(path) !== "manifest.json" });
