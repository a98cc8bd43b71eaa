import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisedEntries } from "./consumer.js";
import type { Consumer } from "./consumer.js";

/** The versions of TypeScript that the packages are compiled with. */
export const compilerVersions = ["5.0", "5.2", "5.9", "6.0", "7.0"] as const;

/** The packages to install for these versions. */
export const compilerPackages: readonly string[] = compilerVersions.map(
  (version) => `ts-${version}@npm:typescript@~${version}.0`,
);

/** The module resolutions of a version, each with its `module` setting. */
export function resolutionsOf(version: string): readonly (readonly [string, string])[] {
  const [major = 0] = version.split(".").map(Number);
  return [
    // TypeScript 6 deprecates it, and 7 removed it.
    ...(major < 6 ? [["node10", "commonjs"] as const] : []),
    ["node16", "node16"],
    ["nodenext", "nodenext"],
    ["bundler", "esnext"],
  ];
}

interface Compilation {
  readonly version: string;
  readonly resolution: string;
  readonly module: string;
  readonly skipLibCheck: boolean;
}

/**
 * Compiles a file that imports every entry of every package. Returns the packages with errors, and
 * `other` for errors elsewhere.
 */
export function failingPackages(
  { folder }: Consumer,
  names: readonly string[],
  { version, resolution, module, skipLibCheck }: Compilation,
): readonly string[] {
  const probes = names.map((name) => ({
    name,
    file: `probe-${name.replaceAll(/\W+/g, "-")}.ts`,
    entries: promisedEntries().filter((entry) => entry === name || entry.startsWith(`${name}/`)),
  }));
  for (const { file, entries } of probes) {
    const lines = entries.map(
      (entry, index) => `import * as e${index} from "${entry}";\nvoid e${index};\n`,
    );
    writeFileSync(join(folder, file), lines.join(""));
  }
  const compilerOptions = {
    target: "es2022",
    lib: ["es2022", "esnext.disposable", "dom"].filter(
      (lib) => version !== "5.0" || lib !== "esnext.disposable",
    ),
    module,
    moduleResolution: resolution,
    strict: true,
    esModuleInterop: true,
    types: ["node"],
    noEmit: true,
    skipLibCheck,
  };
  const files = probes.filter(({ entries }) => entries.length > 0).map(({ file }) => file);
  writeFileSync(join(folder, "tsconfig.probe.json"), JSON.stringify({ compilerOptions, files }));
  const tsc = join(folder, "node_modules", `ts-${version}`, "bin/tsc");
  const { stdout } = spawnSync(process.execPath, [tsc, "-p", "tsconfig.probe.json"], {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  const places = stdout.split("\n").filter((line) => /error TS\d+/.test(line));
  const failing = places.map(
    (line) =>
      probes.find(
        ({ name, file }) => line.startsWith(file) || line.includes(`node_modules/${name}/`),
      )?.name ?? "other",
  );
  return [...new Set(failing)].sort();
}
