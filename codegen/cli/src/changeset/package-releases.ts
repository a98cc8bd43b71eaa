import type { loadProject } from "@tinsmith/codegen/project";
import type { Model, ShapeId } from "@tinsmith/smithy";
import { bumpAtVersion, bumpOf, planRelease } from "@tinsmith/service/release";
import type { Bump, Release } from "@tinsmith/service/release";

import { displayPath } from "../display-path.js";
import type { Terminal } from "../terminal.js";
import { keptPath, readKeptModel } from "./kept-models.js";
import { releasedPackages } from "./released-packages.js";
import type { ReleasedPackage } from "./released-packages.js";

type Project = Awaited<ReturnType<typeof loadProject>>;

/** A package with the changes of its service; packages of a service share them. */
export interface PackageRelease extends ReleasedPackage {
  readonly release: Release;
}

/**
 * Compares the models of a project with the released ones.
 *
 * @throws Error if a released package has no kept model
 */
export async function packageReleases(
  project: Project,
  terminal: Terminal,
): Promise<readonly PackageRelease[]> {
  const releases = new Map<string, Release>();
  const found: PackageRelease[] = [];
  for (const one of releasedPackages(project)) {
    const { projection, service } = one;
    const after = project.projections.find(({ name }) => name === projection)?.model;
    if (after === undefined) continue;
    const path = keptPath(project.configPath, projection);
    const key = JSON.stringify([projection, service, one.version === unreleased]);
    let release = releases.get(key);
    if (release === undefined) {
      const before = await readKeptModel(path, terminal);
      if (before !== undefined) {
        release = releaseOf(before, after, service, project.plugins.protocols);
      } else if (one.version === unreleased) release = firstRelease;
      else {
        throw new Error(
          `The released model is missing: ${displayPath(terminal.cwd, path)}. Write it at each release with: tinsmith changeset --mark-released`,
        );
      }
      releases.set(key, release);
    }
    found.push({ ...one, release });
  }
  return found;
}

/** The version of a package that was generated and never released. */
const unreleased = "0.0.0";

const firstRelease: Release = {
  changes: [{ shapeId: "", text: "The first release.", client: "minor", server: "minor" }],
};

function releaseOf(
  before: Model,
  after: Model,
  service: ShapeId | undefined,
  protocols: Project["plugins"]["protocols"],
): Release {
  // A package of plain data, for a model without a service, changes with its build.
  if (service === undefined) return { changes: [] };
  const oldServiceId = oldIdOf(before, after, service);
  if (oldServiceId === undefined) {
    const text = `The service \`${service}\` is new.`;
    return { changes: [{ shapeId: service, text, client: "minor", server: "minor" }] };
  }
  return planRelease(before, after, service, { oldServiceId, protocols });
}

/**
 * Returns the id that a service had in the released model. If exactly one service was removed and
 * exactly one was added, the service counts as renamed.
 */
function oldIdOf(before: Model, after: Model, service: ShapeId): ShapeId | undefined {
  const idsIn = (model: Model) => model.shapesOfType("service").map(({ id }) => id);
  const [old, now] = [idsIn(before), idsIn(after)];
  if (old.includes(service)) return service;
  const gone = old.filter((id) => !now.includes(id));
  const isOnlyNewOne = now.filter((id) => !old.includes(id)).length === 1;
  return gone.length === 1 && isOnlyNewOne ? gone[0] : undefined;
}

/**
 * Returns the bump of a package. Released pages of documentation get a patch, because no code
 * depends on them.
 */
export function neededBump({ release, side, version }: PackageRelease): Bump | undefined {
  const bump = bumpOf(release, side === "client" || side === "server" ? side : undefined);
  if (bump === undefined) return undefined;
  if (side === "docs" && version !== unreleased) return "patch";
  return bumpAtVersion(bump, version);
}
