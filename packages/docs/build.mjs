import { cp, rm } from "node:fs/promises";

// The site is finished when it is generated: a build puts it where the published package has it.
const site = new URL("src/generated/", import.meta.url);
const dist = new URL("dist/", import.meta.url);
await rm(dist, { recursive: true, force: true });
await cp(site, dist, { recursive: true });
