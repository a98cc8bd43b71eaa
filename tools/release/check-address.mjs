// Refuses to publish while nobody has decided where the repository is, except to a registry on loopback; and refuses to
// publish where Changesets and pnpm do not mean the same registry: one asks it what is published, the other publishes.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

const root = new URL("../..", import.meta.url);
const { repository } = JSON.parse(readFileSync(new URL("package.json", root), "utf8"));
const { hostname } = new URL(repository.url.replace(/^git\+/, ""));

const forPublishing = execFileSync("pnpm", ["config", "get", "registry"], {
  cwd: root,
  encoding: "utf8",
}).trim();
// npx sets it from the same files that pnpm reads.
const forAsking = process.env.npm_config_registry ?? forPublishing;

const isLoopback = (registry) =>
  /^(?:127\.0\.0\.1|localhost|\[::1\])$/.test(new URL(registry).hostname);

function fail(message) {
  console.error(message);
  process.exit(1);
}

if (isLoopback(forPublishing) !== isLoopback(forAsking)) {
  fail(
    `pnpm would publish to ${forPublishing}, and Changesets asks ${forAsking} what is published. ` +
      "Set the registry in .npmrc and start pnpm with npx.",
  );
}
// RFC 2606 reserves the domain, so nobody can own the address.
if (hostname.endsWith(".example") && !isLoopback(forPublishing)) {
  fail(
    `The repository is ${repository.url}, which stands for an address that is not decided. ` +
      "Set repository.url in package.json, run `pnpm manifests`, and commit the result.",
  );
}
