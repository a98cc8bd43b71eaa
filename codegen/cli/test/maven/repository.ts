import { createHash } from "node:crypto";
import { artifactPath, parseCoordinates } from "../../src/maven/coordinates.js";

/** An artifact: the elements that its POM has after the coordinates, and its archive. */
export interface PublishedArtifact {
  readonly pom?: string;
  readonly jar?: Uint8Array;
}

/**
 * Returns the files of a repository by path, with checksums. The artifacts are given by
 * `group:name:version`.
 */
export function repositoryFiles(
  artifacts: Readonly<Record<string, PublishedArtifact>>,
): ReadonlyMap<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  const versions = new Map<string, string[]>();
  const add = (path: string, content: Uint8Array) => {
    files.set(path, content);
    files.set(`${path}.sha1`, Buffer.from(createHash("sha1").update(content).digest("hex")));
  };
  for (const [coordinates, { pom = "", jar }] of Object.entries(artifacts)) {
    const artifact = parseCoordinates(coordinates);
    const { group, name, version } = artifact;
    const text = `<?xml version="1.0"?><project><groupId>${group}</groupId><artifactId>${name}</artifactId><version>${version}</version>${pom}</project>`;
    add(artifactPath({ ...artifact, type: "pom" }), Buffer.from(text));
    if (jar !== undefined) add(artifactPath(artifact), jar);
    const folder = `${group.replaceAll(".", "/")}/${name}`;
    versions.set(folder, [...(versions.get(folder) ?? []), version]);
  }
  for (const [folder, all] of versions) {
    const list = all.map((each) => `<version>${each}</version>`).join("");
    const text = `<metadata><versioning><versions>${list}</versions></versioning></metadata>`;
    files.set(`${folder}/maven-metadata.xml`, Buffer.from(text));
  }
  return files;
}

/** Returns the element `<dependency>` for `group:name:version`, with additional child elements. */
export function dependency(coordinates: string, more = ""): string {
  const [group, name, version = ""] = coordinates.split(":");
  const stated = version === "" ? "" : `<version>${version}</version>`;
  return `<dependency><groupId>${group}</groupId><artifactId>${name}</artifactId>${stated}${more}</dependency>`;
}

export const dependencies = (...all: readonly string[]): string =>
  `<dependencies>${all.join("")}</dependencies>`;

/** Responds to requests to `https://repo.example/` with files, and records the requests. */
export function respond(files: ReadonlyMap<string, Uint8Array>) {
  const requests: { readonly path: string; readonly authorization: string | undefined }[] = [];
  const send = async (url: URL, headers: Readonly<Record<string, string>>) => {
    requests.push({ path: url.pathname, authorization: headers["authorization"] });
    const file = files.get(decodeURIComponent(url.pathname.slice(1)));
    return file === undefined
      ? new Response(null, { status: 404 })
      : new Response(Buffer.from(file), { status: 200 });
  };
  return { send, requests };
}
