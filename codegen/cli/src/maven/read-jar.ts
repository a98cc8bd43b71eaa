import { fromBufferPromise } from "yauzl";
import type { Entry, ZipFile } from "yauzl";
import { MavenError } from "./coordinates.js";

/** A model file in an archive. */
export interface JarModel {
  /** Relative to `META-INF/smithy/`. */
  readonly path: string;
  readonly text: string;
}

/** The Smithy models in an archive. */
export interface JarContent {
  readonly models: readonly JarModel[];
  /** True if it has validators, plugins or transforms, which are Java code. */
  readonly hasCode: boolean;
}

/** Limits of an archive. No model of a known service reaches 60 MB. */
export const jarLimits = { entries: 100_000, fileBytes: 60_000_000, modelBytes: 200_000_000 };

const root = "META-INF/smithy/";
const manifestName = `${root}manifest`;
const services = "META-INF/services/software.amazon.smithy.";
/** Trait classes only make traits accessible to Java. */
const traitServices = `${services}model.traits.TraitService`;

/**
 * Reads the models that the manifest of a JAR lists. Nothing in it is run or written to disk.
 *
 * @param shown - the name of the archive in messages
 * @throws MavenError if the archive is damaged, exceeds a limit, or has an unsafe or ambiguous path
 */
export async function readJar(
  bytes: Uint8Array,
  shown: string,
  limits: typeof jarLimits = jarLimits,
): Promise<JarContent> {
  const fail = (reason: string) => new MavenError(`The archive ${shown} is refused: ${reason}`);
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes), { lazyEntries: true });
    if (zip.entryCount > limits.entries) {
      throw fail(`it has ${zip.entryCount} entries; the limit is ${limits.entries}`);
    }
    const { entries, hasCode } = await listEntries(zip, fail);
    const manifest = entries.get(manifestName);
    if (manifest === undefined) return { models: [], hasCode };
    const read = reader(zip, limits, fail);
    const models: JarModel[] = [];
    for (const path of pathsOf(await read(manifest))) {
      if (/(?:^|\/)\.\.?(?:\/|$)|^\/|\\/.test(path)) {
        throw fail(`its manifest has the path ${JSON.stringify(path)}, which leaves the folder`);
      }
      const entry = entries.get(root + path);
      if (entry === undefined) throw fail(`its manifest lists ${path}, which it does not contain`);
      models.push({ path, text: await read(entry) });
    }
    return { models, hasCode };
  } catch (error) {
    if (error instanceof MavenError) throw error;
    throw fail(error instanceof Error ? error.message : "it cannot be read");
  }
}

type Fail = (reason: string) => MavenError;

/** Lists the entries below `META-INF/smithy/`. The reader of archives rejects paths with `..`. */
async function listEntries(zip: ZipFile, fail: Fail) {
  const entries = new Map<string, Entry>();
  let hasCode = false;
  for await (const entry of zip.eachEntry()) {
    const { fileName } = entry;
    if (fileName.startsWith(services) && fileName !== traitServices) hasCode = true;
    if (!fileName.startsWith(root) || fileName.endsWith("/")) continue;
    if (entries.has(fileName)) throw fail(`it has two files named ${fileName}`);
    entries.set(fileName, entry);
  }
  return { entries, hasCode };
}

/** Returns a function that reads entries as text, until they exceed the limits together. */
function reader(zip: ZipFile, limits: typeof jarLimits, fail: Fail) {
  let total = 0;
  const decoder = new TextDecoder("utf-8", { fatal: true });
  return async (entry: Entry): Promise<string> => {
    const { fileName, uncompressedSize } = entry;
    total += uncompressedSize;
    if (uncompressedSize > limits.fileBytes || total > limits.modelBytes) {
      throw fail(`${fileName} has ${uncompressedSize} bytes, which exceeds the limit`);
    }
    const chunks: Buffer[] = [];
    // The stream ends with an error if the data is longer than the entry states.
    for await (const chunk of await zip.openReadStreamPromise(entry))
      chunks.push(Buffer.from(chunk));
    try {
      return decoder.decode(Buffer.concat(chunks));
    } catch {
      throw fail(`${fileName} is not UTF-8 text`);
    }
  };
}

const pathsOf = (manifest: string): ReadonlySet<string> =>
  new Set(
    manifest
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== "" && !line.startsWith("#")),
  );
