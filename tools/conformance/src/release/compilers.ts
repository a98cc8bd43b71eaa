import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisedEntries } from "./consumer.js";
import type { Consumer } from "./consumer.js";
import { declarationsOf } from "./declarations.js";

/** The versions of TypeScript with which the packages are compiled, in ascending order. */
export const compilerVersions = ["4.9", "5.0", "5.1", "5.9", "6.0", "7.0"] as const;

export type CompilerVersion = (typeof compilerVersions)[number];

/** The package to install for a version. */
export const compilerPackage = (version: CompilerVersion): string =>
  `ts-${version}@npm:typescript@~${version}.0`;

/** Packages to install in addition: peers of entries, and the types of Node. */
export const packagesBeside = ["@types/node@^20.19.0", "@opentelemetry/api@1", "expect@30"];

/** Options in addition to those of a strict project, by the name of their column. */
export const strictnesses = {
  skipping: { skipLibCheck: true },
  strict: { skipLibCheck: false },
  strictest: {
    skipLibCheck: false,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
  },
} as const;

export type Strictness = keyof typeof strictnesses;

/** A way in which a compiler finds packages: `moduleResolution`, and the matching `module`. */
export interface Resolution {
  readonly name: string;
  readonly module: string;
  /**
   * The extensions of the probe files. ES modules and CommonJS are separate if they find different
   * declarations.
   */
  readonly extensions: readonly string[];
}

/** The resolution that requires declarations for ES modules and for CommonJS. */
export const node16: Resolution = {
  name: "node16",
  module: "node16",
  extensions: ["mts", "cts"],
};

/** Returns the module resolutions of a version. */
export function resolutionsOf(version: CompilerVersion): readonly Resolution[] {
  const number = Number(version);
  return [
    // TypeScript 6 deprecates `node10`, and TypeScript 7 removes it.
    ...(number < 6 ? [{ name: "node10", module: "commonjs", extensions: ["ts"] }] : []),
    node16,
    { ...node16, name: "nodenext", module: "nodenext" },
    ...(number >= 5 ? [{ name: "bundler", module: "esnext", extensions: ["ts"] }] : []),
  ];
}

interface Compilation {
  readonly version: CompilerVersion;
  readonly resolution: Resolution;
  readonly strictness: Strictness;
}

/**
 * Compiles files that import every entry of the packages. Returns the packages with errors,
 * including errors in declarations that they import from other packages. Returns `other` for errors
 * elsewhere.
 */
export function failingPackages(
  consumer: Consumer,
  names: readonly string[],
  compilation: Compilation,
): readonly string[] {
  const probes = writeProbes(consumer, names, compilation.resolution);
  const places = errorFiles(consumer, probes, compilation);
  if (places.length === 0) return [];
  const failing = new Set<string>();
  for (const place of places) {
    const own = probes.find(({ file }) => file === place);
    const affected = own === undefined ? importersOf(consumer, probes, place) : [own.name];
    for (const name of affected.length === 0 ? ["other"] : affected) failing.add(name);
  }
  return [...failing].sort();
}

interface Probe {
  readonly name: string;
  readonly file: string;
}

function writeProbes(
  { folder }: Consumer,
  names: readonly string[],
  { extensions }: Resolution,
): readonly Probe[] {
  const promised = promisedEntries();
  return names.flatMap((name) => {
    const entries = promised.filter((entry) => entry === name || entry.startsWith(`${name}/`));
    if (entries.length === 0) return [];
    const lines = entries.map(
      (entry, index) => `import * as e${index} from "${entry}";\nvoid e${index};\n`,
    );
    return extensions.map((extension) => {
      const file = `probe-${name.replaceAll(/\W+/g, "-")}.${extension}`;
      writeFileSync(join(folder, file), lines.join(""));
      return { name, file };
    });
  });
}

/**
 * Compiles the probe files. Returns the files with errors, relative to the folder of the consumer.
 */
function errorFiles(
  { folder }: Consumer,
  probes: readonly Probe[],
  { version, resolution, strictness }: Compilation,
): readonly string[] {
  const compilerOptions = {
    target: "es2022",
    // TypeScript 5.2 and later have a library for disposables. In earlier versions, the types of
    // Node declare the needed parts.
    lib: ["es2022", "dom", ...(Number(version) < 5.2 ? [] : ["esnext.disposable"])],
    module: resolution.module,
    // Before TypeScript 5.0, `node10` is named `node`.
    moduleResolution:
      Number(version) < 5 && resolution.name === "node10" ? "node" : resolution.name,
    strict: true,
    esModuleInterop: true,
    types: ["node"],
    noEmit: true,
    ...strictnesses[strictness],
  };
  const config = "tsconfig.probe.json";
  const files = probes.map(({ file }) => file);
  writeFileSync(join(folder, config), JSON.stringify({ compilerOptions, files }));
  const tsc = join(folder, "node_modules", `ts-${version}`, "bin/tsc");
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [tsc, "-p", config, "--pretty", "false"],
    { cwd: folder, encoding: "utf8", maxBuffer: 2 ** 30 },
  );
  const found = Array.from(stdout.matchAll(/^(\S[^\n]*?)(?:\(\d+,\d+\))?: error TS\d+/gm));
  if (status !== 0 && (found.length === 0 || found.some(([, file]) => file === config))) {
    throw new Error(`TypeScript ${version} failed without errors in files:\n${stdout}${stderr}`);
  }
  return [...new Set(found.map(([, file = ""]) => file))];
}

const importersOf = (
  { folder }: Consumer,
  probes: readonly Probe[],
  place: string,
): readonly string[] =>
  probes
    .filter(({ file }) => declarationsOf(join(folder, file)).has(join(folder, place)))
    .map(({ name }) => name);
