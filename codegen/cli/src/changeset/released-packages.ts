import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { loadProject } from "@tinsmith/codegen/project";
import type { ShapeId } from "@tinsmith/smithy";
import type { ReleaseSide } from "@tinsmith/service/release";

import { readJson } from "../read-json.js";

type Project = Awaited<ReturnType<typeof loadProject>>;

/** A package that a configuration generates and that is published. */
export interface ReleasedPackage {
  readonly name: string;
  readonly version: string;
  /** The side whose code uses the package. Both sides use a package of types. */
  readonly side: ReleaseSide | "both" | "docs";
  readonly projection: string;
  /** The id of its service; absent if the model has several and none is configured. */
  readonly service: ShapeId | undefined;
}

const sides: ReadonlyMap<string, ReleasedPackage["side"]> = new Map([
  ["client", "client"],
  ["mock-server", "server"],
  ["docs", "docs"],
] as const);

/** The packages of a project that have an `output`, except private ones. */
export function releasedPackages({ configPath, projections }: Project): readonly ReleasedPackage[] {
  const packages = new Map<string, ReleasedPackage>();
  for (const { name: projection, plugins, model } of projections) {
    const configured = plugins.map(({ value }) => value["service"]).find(isString);
    const services = model.shapesOfType("service");
    const fallback = configured ?? (services.length === 1 ? services[0]?.id : undefined);
    for (const { key, value, ownsOutput } of plugins) {
      const { output, service = fallback } = value;
      if (!ownsOutput || !isString(output)) continue;
      const manifest = readManifest(resolve(dirname(configPath), output));
      const name = manifest?.name ?? value["package"];
      if (!isString(name) || manifest?.private === true) continue;
      packages.set(name, {
        name,
        version: manifest?.version ?? "0.0.0",
        side: sides.get(key.split("::", 1)[0] ?? key) ?? "both",
        projection,
        service: isString(service) ? service : undefined,
      });
    }
  }
  return [...packages.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
}

const isString = (value: unknown): value is string => typeof value === "string";

interface Manifest {
  readonly name?: string;
  readonly version?: string;
  readonly private?: boolean;
}

/** Reads a `package.json`; `undefined` if the package was not generated yet. */
function readManifest(folder: string): Manifest | undefined {
  const path = join(folder, "package.json");
  // The cast is safe enough, because npm checks the fields before it publishes.
  return existsSync(path) ? (readJson(path, path) as Manifest) : undefined;
}
