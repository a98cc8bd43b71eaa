// Queries the registry for advisories about bundled packages. Users cannot update bundled packages
// themselves, so an advisory must lead to a release: docs/decisions/0004-bundled-dependencies.md.
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = process.argv[2] ?? fileURLToPath(new URL("../..", import.meta.url));

/**
 * The packages of the workspace that bundle a dependency, by name and version of the dependency.
 */
const carriers = new Map();
for (const parent of ["codegen", "packages", "packages/runtime"]) {
  if (!existsSync(join(root, parent))) continue;
  for (const name of readdirSync(join(root, parent))) {
    const path = join(root, parent, name, "dist/sbom.cdx.json");
    if (!existsSync(path)) continue;
    const { metadata, components } = JSON.parse(readFileSync(path, "utf8"));
    for (const { group, name: base, version } of components) {
      const key = `${group === undefined ? "" : `${group}/`}${base}@${version}`;
      const { group: own, name: ownBase } = metadata.component;
      const carrier = own === undefined ? ownBase : `${own}/${ownBase}`;
      carriers.set(key, [...(carriers.get(key) ?? []), carrier]);
    }
  }
}
if (carriers.size === 0) {
  console.error("No bill of materials was found. Build first.");
  process.exit(2);
}

const versions = {};
for (const key of carriers.keys()) {
  const at = key.lastIndexOf("@");
  (versions[key.slice(0, at)] ??= []).push(key.slice(at + 1));
}
const registry = execFileSync("npm", ["config", "get", "registry"], { encoding: "utf8" }).trim();
const response = await fetch(new URL("-/npm/v1/security/advisories/bulk", registry), {
  method: "POST",
  headers: { "content-type": "application/json" },
  body: JSON.stringify(versions),
});
if (!response.ok) {
  console.error(
    `${registry} responded with status ${response.status} to the query for advisories.`,
  );
  process.exit(2);
}

let count = 0;
for (const [name, advisories] of Object.entries(await response.json())) {
  for (const { severity, title, url, vulnerable_versions: range } of advisories) {
    count += 1;
    const ours = versions[name]?.flatMap((version) => carriers.get(`${name}@${version}`)) ?? [];
    console.log(
      `${severity}: ${title} (${name} ${range})\n  ${url}\n  bundled by ${[...new Set(ours)].join(", ")}`,
    );
  }
}
console.log(
  count === 0
    ? `No advisory for the ${carriers.size} bundled packages.`
    : `${count} advisories. Raise the versions in the lockfile, and release a patch of the packages that bundle them.`,
);
process.exit(count === 0 ? 0 : 1);
