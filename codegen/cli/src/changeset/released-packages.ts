import { readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import type { loadProject } from "@tinsmith/codegen/project";
import type { ReleaseSide } from "@tinsmith/service/release";

type Project = Awaited<ReturnType<typeof loadProject>>;

/** A package that a configuration generates and that is published. */
export interface ReleasedPackage {
  readonly name: string;
  readonly version: string;
  /** The side whose code uses it; types are for both. */
  readonly side: ReleaseSide | "both" | "docs";
}

const sides: ReadonlyMap<string, ReleasedPackage["side"]> = new Map([
  ["client", "client"],
  ["mock-server", "server"],
  ["docs", "docs"],
] as const);

/** The packages of a project that have an `output`, except private ones. */
export async function releasedPackages({
  configPath,
  projections,
}: Project): Promise<readonly ReleasedPackage[]> {
  const packages = new Map<string, ReleasedPackage>();
  for (const { key, value, ownsOutput } of projections.flatMap(({ plugins }) => plugins)) {
    const output = value["output"];
    if (!ownsOutput || typeof output !== "string") continue;
    const manifest = await readManifest(resolve(dirname(configPath), output));
    const name = manifest?.name ?? value["package"];
    if (typeof name !== "string" || manifest?.private === true) continue;
    const side = sides.get(key.split("::", 1)[0] ?? key) ?? "both";
    packages.set(name, { name, version: manifest?.version ?? "0.0.0", side });
  }
  return [...packages.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
}

interface Manifest {
  readonly name?: string;
  readonly version?: string;
  readonly private?: boolean;
}

/** Reads a `package.json`; `undefined` if the package was not generated yet. */
async function readManifest(folder: string): Promise<Manifest | undefined> {
  try {
    return JSON.parse(await readFile(join(folder, "package.json"), "utf8")) as Manifest;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}
