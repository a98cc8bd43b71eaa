import { MavenError, checkArtifact, keyOf, shown } from "./coordinates.js";
import type { Artifact } from "./coordinates.js";
import type { Pom, PomDependency } from "./read-pom.js";

/** A dependency with all settings from the POM that declares it and that POM's parents. */
export interface Dependency extends Artifact {
  readonly scope: string;
  readonly optional: boolean;
  readonly exclusions: readonly string[];
}

/** A POM with its inherited values, and with every placeholder replaced. */
export interface EffectivePom {
  readonly packaging: string;
  readonly dependencies: readonly Dependency[];
  /** Managed versions, scopes and exclusions by {@link keyOf}. */
  readonly managed: ReadonlyMap<string, Dependency>;
  readonly relocation: Artifact | undefined;
}

/** Returns the POM of an artifact, or `undefined` if no repository has it. */
export type PomReader = (artifact: Artifact) => Promise<Pom | undefined>;

/** The longest chain of parents, and of imports of imports. */
const maxChain = 30;

/**
 * Returns the POM of an artifact together with its parents and the POMs that it imports. If no
 * repository has it, the result has no dependencies, as in Maven.
 *
 * @throws MavenError if a parent is missing, or POMs refer to each other in a circle
 */
export async function effectivePom(
  artifact: Artifact,
  readPom: PomReader,
  depth = 0,
): Promise<EffectivePom> {
  if (depth > maxChain) {
    throw new MavenError(`The POM of ${shown(artifact)} imports others in a circle`);
  }
  const own = await readPom(artifact);
  if (own === undefined) {
    return { packaging: "jar", dependencies: [], managed: new Map(), relocation: undefined };
  }
  const chain = await withParents(own, artifact, readPom);
  const fill = placeholders(chain, artifact);
  const managed = await managedOf(chain, fill, readPom, depth);
  const dependencies = unique(chain.flatMap((pom) => pom.dependencies.map(fill)));
  return {
    packaging: own.packaging,
    dependencies: dependencies.map((each) => withManaged(each, managed.get(keyOf(each)))),
    managed,
    relocation: own.relocation && relocated(fill(own.relocation), artifact),
  };
}

async function withParents(
  own: Pom,
  artifact: Artifact,
  readPom: PomReader,
): Promise<readonly Pom[]> {
  const chain = [own];
  for (let { parent } = own; parent !== undefined;) {
    const { group, name, version } = parent;
    const place = checkArtifact({ group, name, version, type: "pom", classifier: "" });
    if (chain.length > maxChain) {
      throw new MavenError(`The POM of ${shown(artifact)} has parents in a circle`);
    }
    const pom = await readPom(place);
    if (pom === undefined) {
      throw new MavenError(`The parent ${shown(place)} of ${shown(artifact)} was not found`);
    }
    chain.push(pom);
    parent = pom.parent;
  }
  return chain;
}

/** Returns a function that replaces `${…}` in a dependency, with the values of the nearest POM. */
function placeholders(
  chain: readonly Pom[],
  artifact: Artifact,
): (dependency: PomDependency) => Dependency {
  const [own] = chain;
  const values = new Map<string, string>();
  for (const { properties } of [...chain].reverse()) {
    for (const [key, value] of properties) values.set(key, value);
  }
  const facts = { groupId: artifact.group, artifactId: artifact.name, version: artifact.version };
  for (const [key, value] of Object.entries(facts)) {
    for (const prefix of ["project.", "pom.", ""]) values.set(prefix + key, value);
  }
  values.set("project.parent.version", own?.parent?.version ?? "");
  values.set("project.parent.groupId", own?.parent?.group ?? "");

  const expand = (text: string, depth = 0): string =>
    depth > maxChain || text.length > 10_000
      ? text
      : text.replace(/\$\{([^{}]*)\}/g, (whole, key: string) => {
          const value = values.get(key.trim());
          return value === undefined ? whole : expand(value, depth + 1);
        });
  return (dependency) => ({
    ...dependency,
    group: expand(dependency.group),
    name: expand(dependency.name),
    version: expand(dependency.version),
    type: expand(dependency.type) || "jar",
    classifier: expand(dependency.classifier),
    scope: expand(dependency.scope),
  });
}

async function managedOf(
  chain: readonly Pom[],
  fill: (dependency: PomDependency) => Dependency,
  readPom: PomReader,
  depth: number,
): Promise<ReadonlyMap<string, Dependency>> {
  const written = unique(chain.flatMap((pom) => pom.managed.map(fill)));
  const isImport = ({ scope, type }: Dependency) => scope === "import" && type === "pom";
  const managed = new Map(
    written.filter((each) => !isImport(each)).map((each) => [keyOf(each), each]),
  );
  for (const each of written.filter(isImport)) {
    const imported = await effectivePom(checkArtifact(each), readPom, depth + 1);
    for (const [key, value] of imported.managed) if (!managed.has(key)) managed.set(key, value);
  }
  return managed;
}

/** Returns the first dependency with each key: that of the nearest POM. */
function unique(dependencies: readonly Dependency[]): readonly Dependency[] {
  const found = new Map<string, Dependency>();
  for (const each of dependencies) if (!found.has(keyOf(each))) found.set(keyOf(each), each);
  return [...found.values()];
}

/** Adds the managed values that a dependency does not set itself. */
const withManaged = (dependency: Dependency, managed: Dependency | undefined): Dependency => ({
  ...dependency,
  version: dependency.version || (managed?.version ?? ""),
  scope: dependency.scope || managed?.scope || "compile",
  exclusions: [...dependency.exclusions, ...(managed?.exclusions ?? [])],
});

const relocated = (to: Dependency, from: Artifact): Artifact => ({
  ...from,
  group: to.group || from.group,
  name: to.name || from.name,
  version: to.version || from.version,
});
