/** An artifact of a Maven repository. */
export interface Artifact {
  readonly group: string;
  readonly name: string;
  /** The extension of its file. */
  readonly type: string;
  readonly classifier: string;
  /** A version or, in a request, a range of versions. */
  readonly version: string;
}

/**
 * Matches one part of coordinates. Parts become paths and addresses, so few characters are allowed.
 */
const part = /^(?!\.+$)[\w.-]{1,200}$/;
const rangePart = /^[\w.,()[\]\s-]{1,400}$/;

/** Thrown for faults that the author of a configuration or a repository can repair. */
export class MavenError extends Error {
  override readonly name = "MavenError";
}

/**
 * Parses `group:name[:type[:classifier]]:version`.
 *
 * @throws MavenError that states what is allowed
 */
export function parseCoordinates(text: string): Artifact {
  const parts = text.split(":");
  const [group = "", name = "", ...rest] = parts;
  const version = rest.pop() ?? "";
  const [type = "jar", classifier = ""] = rest;
  if (parts.length < 3 || parts.length > 5) {
    throw new MavenError(`${JSON.stringify(text)} is not an artifact. Expected group:name:version`);
  }
  const open = /^(?:LATEST|RELEASE|latest-status|latest\..*|.*\+.*)$/;
  if (open.test(version)) {
    throw new MavenError(
      `The version ${JSON.stringify(version)} of ${group}:${name} is not supported. Expected a version, such as 1.2.3, or a range, such as [1.2,2.0)`,
    );
  }
  return checkArtifact({ group, name, type, classifier, version });
}

/**
 * Returns an artifact whose parts are safe in paths and addresses.
 *
 * @throws MavenError that names the invalid part
 */
export function checkArtifact(artifact: Artifact): Artifact {
  const { group, name, type, classifier, version } = artifact;
  const parts = { group, name, type, ...(classifier !== "" && { classifier }) };
  for (const [key, value] of Object.entries(parts)) {
    if (!part.test(value)) throw invalid(key, value, "letters, digits, and - _ .");
  }
  if (!part.test(version) && !(isRange(version) && rangePart.test(version))) {
    throw invalid("version", version, "a version, such as 1.2.3, or a range, such as [1.2,2.0)");
  }
  return artifact;
}

const invalid = (key: string, value: string, expected: string) =>
  new MavenError(
    `The ${key} ${JSON.stringify(value)} of an artifact is invalid. Expected ${expected}`,
  );

export const isRange = (version: string): boolean => /^[[(]/.test(version);

/** Returns a key that all versions of an artifact share. */
export const keyOf = ({ group, name, type, classifier }: Omit<Artifact, "version">): string =>
  [group, name, type, classifier].join(":");

/** Returns `group:name:version`, as people and lock files write it. */
export const shown = ({ group, name, version }: Artifact): string => `${group}:${name}:${version}`;

/** Returns the folder of all versions of an artifact, relative to a repository. */
export const artifactFolder = ({ group, name }: Artifact): string =>
  `${group.replaceAll(".", "/")}/${name}`;

/** Returns the path of a file of an artifact, relative to a repository. */
export function artifactPath(artifact: Artifact): string {
  const { name, version, classifier, type } = artifact;
  const suffix = classifier === "" ? "" : `-${classifier}`;
  return `${artifactFolder(artifact)}/${version}/${name}-${version}${suffix}.${type}`;
}
