// Fails a release in two cases. In the first case, the address of the repository is still a
// placeholder and the registry is not on loopback. In the second case, Changesets and pnpm use
// different registries: Changesets checks one for published versions, and pnpm publishes to the
// other.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

const root = new URL("../..", import.meta.url);
const { repository } = JSON.parse(readFileSync(new URL("package.json", root), "utf8"));
const { hostname } = new URL(repository.url.replace(/^git\+/, ""));

const forPublishing = execFileSync("pnpm", ["config", "get", "registry"], {
  cwd: root,
  encoding: "utf8",
}).trim();
// npx sets this variable from the same files that pnpm reads.
const forAsking = process.env.npm_config_registry ?? forPublishing;

const isLoopback = (registry) =>
  /^(?:127\.0\.0\.1|localhost|\[::1\])$/.test(new URL(registry).hostname);

function fail(message) {
  console.error(message);
  process.exit(1);
}

if (isLoopback(forPublishing) !== isLoopback(forAsking)) {
  fail(
    `pnpm publishes to ${forPublishing}, but Changesets reads the published versions from ${forAsking}. ` +
      "Set the registry in .npmrc and start pnpm with npx.",
  );
}
// RFC 2606 reserves the domain, so nobody can own the address.
if (hostname.endsWith(".example") && !isLoopback(forPublishing)) {
  fail(
    `The address of the repository is still a placeholder: ${repository.url}. ` +
      "Set repository.url in package.json, run `pnpm manifests`, and commit the result.",
  );
}
