import type { ArtifactStore } from "./artifact-store.js";
import { MavenError, checkArtifact, keyOf, shown } from "./coordinates.js";
import type { Artifact } from "./coordinates.js";
import { effectivePom } from "./effective-pom.js";
import type { Dependency, EffectivePom } from "./effective-pom.js";

/**
 * The maximum number of artifacts. It is far above the needs of real builds, so that a crafted POM
 * cannot keep a build busy.
 */
const maxArtifacts = 5_000;

/**
 * An artifact whose dependencies are to be read, with the settings that its dependents impose on
 * them.
 */
interface Node {
  readonly artifact: Artifact;
  readonly exclusions: ReadonlySet<string>;
  readonly managed: ReadonlyMap<string, Dependency>;
}

/**
 * Returns the given artifacts and the artifacts that they need at run time, nearest first. As in
 * Maven, the nearest version of an artifact is used, and among equally near versions the first.
 * Managed versions of an artifact apply to all dependencies below it.
 *
 * @throws MavenError if a POM is invalid or a version cannot be settled
 */
export async function resolveArtifacts(
  direct: readonly Artifact[],
  store: ArtifactStore,
): Promise<readonly Artifact[]> {
  const found = new Map<string, Artifact>();
  let level: readonly Node[] = direct.map((artifact) => ({
    artifact,
    exclusions: new Set(),
    managed: new Map(),
  }));
  while (level.length > 0) {
    const fresh: Node[] = [];
    for (const node of level) {
      const key = keyOf(node.artifact);
      if (found.has(key)) continue;
      const artifact = await store.settle(node.artifact);
      found.set(key, artifact);
      fresh.push({ ...node, artifact });
    }
    if (found.size > maxArtifacts) {
      throw new MavenError(`The dependencies exceed the limit of ${maxArtifacts} artifacts`);
    }
    const below = await Promise.all(fresh.map((node) => nodesBelow(node, store, found)));
    level = below.flat();
  }
  return [...found.values()].filter(({ type }) => type !== "pom");
}

async function nodesBelow(
  node: Node,
  store: ArtifactStore,
  found: Map<string, Artifact>,
): Promise<readonly Node[]> {
  const { artifact } = node;
  const pom = await effectivePom(artifact, store.readPom);
  if (pom.relocation !== undefined) {
    found.set(keyOf(artifact), { ...artifact, type: "pom" });
    return [{ ...node, artifact: checkArtifact(pom.relocation) }];
  }
  // An artifact with this packaging only lists others.
  if (pom.packaging === "pom") found.set(keyOf(artifact), { ...artifact, type: "pom" });
  const managed = new Map([...pom.managed, ...node.managed]);
  return dependenciesOf(pom, node).map((dependency) => {
    const exclusions = new Set([...node.exclusions, ...dependency.exclusions]);
    return { artifact: withVersion(dependency, artifact), exclusions, managed };
  });
}

/** Returns the JARs of scope `compile` or `runtime` that are neither optional nor excluded. */
const dependenciesOf = (pom: EffectivePom, { managed, exclusions }: Node): readonly Dependency[] =>
  pom.dependencies
    .map((each) => {
      const above = managed.get(keyOf(each));
      if (above === undefined) return each;
      const version = above.version || each.version;
      return { ...each, version, exclusions: [...each.exclusions, ...above.exclusions] };
    })
    .filter(
      (each) =>
        !each.optional &&
        ["compile", "runtime"].includes(each.scope) &&
        each.type === "jar" &&
        !excludes(exclusions, each),
    );

const excludes = (exclusions: ReadonlySet<string>, { group, name }: Dependency): boolean =>
  [`${group}:${name}`, `${group}:*`, `*:${name}`, "*:*"].some((each) => exclusions.has(each));

function withVersion(
  { group, name, type, classifier, version }: Dependency,
  by: Artifact,
): Artifact {
  if (version === "") {
    throw new MavenError(`The POM of ${shown(by)} states no version of ${group}:${name}`);
  }
  return checkArtifact({ group, name, type, classifier, version });
}
