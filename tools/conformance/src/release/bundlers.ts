import { execFile, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Consumer } from "./consumer.js";

/** A bundler with its default settings. */
export interface Bundler {
  readonly name: string;
  /** The packages to install for the bundler, in the major versions of the table. */
  readonly packages: readonly string[];
  /** The command line of the bundler. The bundler writes below `out`. */
  readonly args: readonly string[];
  readonly files?: Readonly<Record<string, string>>;
  readonly note?: string;
}

const page = { "index.html": `<script type="module" src="./entry.js"></script>\n` };

export const esbuild: Bundler = {
  name: "esbuild 0.27",
  packages: ["esbuild@~0.27.0"],
  args: ["esbuild", "entry.js", "--bundle", "--outfile=out/main.js"],
};

export const bundlers: readonly Bundler[] = [
  esbuild,
  {
    name: "rollup 4",
    packages: ["rollup@4", "@rollup/plugin-node-resolve@16", "@rollup/plugin-commonjs@29"],
    args: "rollup entry.js -p node-resolve={browser:true} -p commonjs -f es -o out/main.js".split(
      " ",
    ),
    note: "with the plugins that resolve packages, for browsers",
  },
  {
    name: "webpack 5",
    packages: ["webpack@5", "webpack-cli@6"],
    args: ["webpack", "--mode", "production", "--entry", "./entry.js", "-o", "out"],
  },
  {
    name: "vite 7",
    packages: ["vite@7"],
    args: ["vite", "build", "--outDir", "out"],
    files: page,
  },
  {
    name: "Parcel 2",
    packages: ["parcel@2"],
    args: ["parcel", "build", "index.html", "--no-cache", "--dist-dir", "out"],
    files: page,
  },
  {
    name: "Metro 0.83",
    packages: ["metro@~0.83.0", "@babel/core@7", "@react-native/babel-preset@~0.82.0"],
    args: ["metro", "build", "entry.js", "--platform", "web", "--out", "out/main.js"],
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

/** The result of a bundler: the folder that it wrote, or the end of its output. */
export type Bundle = { readonly folder: string } | { readonly problem: string };

/**
 * Bundles a program for browsers. The program calls a server with `fetch` and prints the result.
 */
export function bundle({ folder }: Consumer, bundler: Bundler, endpoint: string): Bundle {
  const out = join(folder, "out");
  // Metro requires that the folder exists.
  mkdirSync(out, { recursive: true });
  const files = { ...bundler.files, "entry.js": program(endpoint) };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const [command = "", ...args] = bundler.args;
  const { status, stdout, stderr } = spawnSync(join(folder, "node_modules/.bin", command), args, {
    cwd: folder,
    encoding: "utf8",
    timeout: 300_000,
  });
  if (status !== 0) return { problem: `does not bundle: ${reasonOf(stdout + stderr)}` };
  if (!existsSync(join(out, "index.html"))) {
    writeFileSync(join(out, "index.html"), '<script type="module" src="/main.js"></script>\n');
  }
  return { folder: out };
}

const reasonOf = (text: string): string =>
  /(?:Cannot|Could not|Failed to|Unable to) (?:load|find|resolve).*/.exec(text)?.[0] ??
  text.trim().slice(-500);

/** Runs the script of a bundle in Node, which has `fetch` too. Returns the printed text. */
export async function runInNode(folder: string): Promise<string> {
  const script = readdirSync(folder).find((name) => name.endsWith(".js")) ?? "";
  // Asynchronous, because the server that the script calls may be in this process.
  const options = { cwd: folder, timeout: 60_000 };
  const { stdout } = await promisify(execFile)(process.execPath, [join(folder, script)], options);
  return stdout.trim();
}
