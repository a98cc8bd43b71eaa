// A registry on loopback, to rehearse a release: `node tools/release/registry.mjs [folder]`. It
// stores published packages in the folder, forwards requests for other packages to the registry in
// npm's configuration, and accepts any token. Its first line of output is its address. It runs
// until it is stopped.
import { execFileSync, spawn } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = resolve(process.argv[2] ?? mkdtempSync(join(tmpdir(), "tinsmith-registry-")));
mkdirSync(folder, { recursive: true });

// Packages of this workspace are never looked up in another registry, because their names may
// belong to somebody else there.
const parents = ["codegen", "packages", "packages/runtime", "tools"];
const folders = [
  "model",
  ...parents.flatMap((parent) => readdirSync(join(root, parent)).map((name) => join(parent, name))),
];
const own = folders
  .map((path) => join(root, path, "package.json"))
  .filter((path) => existsSync(path))
  .map((path) => JSON.parse(readFileSync(path, "utf8")).name);
const patterns = new Set(
  own.map((name) => (name.startsWith("@") ? `${name.split("/")[0]}/*` : name)),
);

// Reads `npm config` outside of any project, because the project of a rehearsal is configured with
// this registry.
const { npm_config_registry: _, ...environment } = process.env;
const upstream =
  process.env.TINSMITH_UPSTREAM_REGISTRY ??
  execFileSync("npm", ["config", "get", "registry"], {
    cwd: folder,
    env: environment,
    encoding: "utf8",
  }).trim();

const port = await new Promise((found, failed) => {
  const probe = createServer().once("error", failed);
  probe.listen(Number(process.env.PORT ?? 0), "127.0.0.1", () => {
    const { port } = probe.address();
    probe.close(() => found(port));
  });
});
const address = `http://127.0.0.1:${port}/`;

const everybody = { access: "$all", publish: "$all", unpublish: "$all" };
// JSON is YAML, too.
const config = {
  storage: join(folder, "storage"),
  auth: { htpasswd: { file: join(folder, "htpasswd"), max_users: -1 } },
  uplinks: { upstream: { url: upstream, max_fails: 20, timeout: "60s" } },
  packages: {
    ...Object.fromEntries([...patterns].map((pattern) => [pattern, everybody])),
    "**": { ...everybody, proxy: "upstream" },
  },
  max_body_size: "50mb",
  web: { enable: false },
  middlewares: {},
  log: { type: "stdout", format: "pretty", level: "warn" },
};
const configPath = join(folder, "config.yaml");
writeFileSync(configPath, JSON.stringify(config, null, 2));

const manifest = createRequire(join(root, "tools/conformance/package.json")).resolve(
  "verdaccio/package.json",
);
const { bin } = JSON.parse(readFileSync(manifest, "utf8"));
const program = join(dirname(manifest), typeof bin === "string" ? bin : bin.verdaccio);
const server = spawn(
  process.execPath,
  [program, "--listen", address.slice(0, -1), "--config", configPath],
  {
    cwd: folder,
    stdio: ["ignore", 2, 2],
  },
);
server.on("exit", (code) => process.exit(code ?? 1));
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => server.kill());

// A test that was killed cannot stop its registry. Therefore the registry stops when the pipe from
// the test closes.
if (process.env.TINSMITH_REGISTRY_FOLLOWS === "stdin") {
  process.stdin.resume().on("end", () => server.kill());
}

const isUp = () =>
  fetch(`${address}-/ping`).then(
    ({ ok }) => ok,
    () => false,
  );
while (!(await isUp())) await new Promise((next) => setTimeout(next, 100));
console.log(address);
