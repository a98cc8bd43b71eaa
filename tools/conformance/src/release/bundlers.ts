import { execFile, spawnSync } from "node:child_process";
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Consumer } from "./consumer.js";

/**
 * A bundler with its default settings, or if these do not bundle packages, with settings that do.
 */
interface Bundler {
  readonly name: string;
  /** The packages to install for it, in the major versions of the table. */
  readonly packages: readonly string[];
  /** The command line. Its last argument is the output: a file, or a folder with one script. */
  readonly args: readonly string[];
  readonly output: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly note?: string;
}

const page = { "index.html": `<script type="module" src="./entry.js"></script>\n` };
const parcel: Bundler = {
  name: "Parcel 2",
  packages: ["parcel@2"],
  args: ["parcel", "build", "index.html", "--no-cache", "--dist-dir", "out/parcel"],
  output: "out/parcel",
  files: page,
};

export const bundlers: readonly Bundler[] = [
  {
    name: "esbuild 0.27",
    packages: ["esbuild@~0.27.0"],
    args: ["esbuild", "entry.js", "--bundle", "--outfile=out/esbuild.js"],
    output: "out/esbuild.js",
  },
  {
    name: "rollup 4",
    packages: ["rollup@4", "@rollup/plugin-node-resolve@16", "@rollup/plugin-commonjs@29"],
    args: "rollup entry.js -p node-resolve={browser:true} -p commonjs -f es -o out/rollup.mjs".split(
      " ",
    ),
    output: "out/rollup.mjs",
    note: "with the plugins that resolve packages, for browsers",
  },
  {
    name: "webpack 5",
    packages: ["webpack@5", "webpack-cli@6"],
    args: ["webpack", "--mode", "production", "--entry", "./entry.js", "-o", "out/webpack"],
    output: "out/webpack",
  },
  {
    name: "vite 7",
    packages: ["vite@7"],
    args: ["vite", "build", "--outDir", "out/vite"],
    output: "out/vite/assets",
    files: page,
  },
  parcel,
  {
    ...parcel,
    name: "Parcel 2, exports on",
    files: {
      ...page,
      "package.json": JSON.stringify({
        private: true,
        "@parcel/resolver-default": { packageExports: true },
      }),
    },
    note: 'with `"@parcel/resolver-default": { "packageExports": true }` in `package.json`',
  },
  {
    name: "Metro 0.83",
    packages: ["metro@~0.83.0", "@babel/core@7", "@react-native/babel-preset@~0.82.0"],
    args: ["metro", "build", "entry.js", "--platform", "web", "--out", "out/metro.js"],
    output: "out/metro.js",
    files: {
      "babel.config.js": `module.exports = { presets: ["module:@react-native/babel-preset"] };\n`,
    },
    note: "with the Babel preset of React Native",
  },
];

const program = (endpoint: string): string => `
import { BatchMeterUsageCommand, MarketplaceMeteringClient } from "@marketplace-metering/client";
const client = new MarketplaceMeteringClient({
  endpoint: ${JSON.stringify(endpoint)},
  region: "us-east-1",
  credentials: { accessKeyId: "bundle", secretAccessKey: "bundle" },
});
const UsageRecords = [{
  Timestamp: new Date(),
  CustomerAWSAccountId: "111122223333",
  LicenseArn: "arn:aws:license-manager::294406891311:license:l-6f2d7c1f5cb14a5e9d3a",
  Dimension: "users",
  Quantity: 3,
}];
client
  .send(new BatchMeterUsageCommand({ UsageRecords }))
  .then(({ Results }) => console.log("status:", Results[0].Status), (error) => console.log(String(error)));
`;

/** The part of a document that vite reads first. */
const documentOfPage =
  "globalThis.document = { createElement: () => ({ relList: { supports: () => true } }) };\n";

/**
 * Bundles a program for browsers and runs the bundle, which calls a server with `fetch`. Returns
 * the output of the program, or the end of the bundler's output if that failed.
 */
export async function bundleAndRun(
  { folder }: Consumer,
  bundler: Bundler,
  endpoint: string,
): Promise<string> {
  writeFileSync(join(folder, "entry.js"), program(endpoint));
  writeFileSync(join(folder, "page.cjs"), documentOfPage);
  for (const [name, text] of Object.entries(bundler.files ?? {})) {
    writeFileSync(join(folder, name), text);
  }
  const [command = "", ...args] = bundler.args;
  const built = spawnSync(join(folder, "node_modules/.bin", command), args, {
    cwd: folder,
    encoding: "utf8",
    timeout: 300_000,
  });
  if (built.status !== 0) return `does not bundle: ${reasonOf(built.stdout + built.stderr)}`;
  const file = scriptIn(join(folder, bundler.output));
  // Not synchronous: the server that it calls may be in this process.
  const run = ["--require", "./page.cjs", file];
  const options = { cwd: folder, timeout: 60_000 };
  const { stdout, stderr } = await promisify(execFile)(process.execPath, run, options);
  return stdout.trim() || stderr.trim();
}

const reasonOf = (text: string): string => /Cannot (?:load|find|resolve).*/.exec(text)?.[0] ?? text;

function scriptIn(path: string): string {
  if (/\.m?js$/.test(path)) return path;
  const script = readdirSync(path).find((name) => name.endsWith(".js")) ?? "";
  return join(path, script);
}
