import type { SourceFile, Span } from "../source/source-file.js";
import type { NodeValue } from "./model.js";
import { isNodeArray, isNodeObject } from "./node-value.js";
import { writtenAt } from "./trait-origins.js";
import type { ValuePath, WrittenValue } from "./trait-origins.js";

interface Origin {
  readonly file: SourceFile;
  readonly syntax: WrittenValue;
}

/**
 * The places of the items of lists and of other containers in metadata. The places are kept outside
 * of the data, so that it remains plain. They survive the joining of lists from several files.
 */
const origins = new WeakMap<object, Origin>();

/** Records where a value of metadata is written: the value itself, and the items of a list. */
export function placeMetadata(value: NodeValue, file: SourceFile, syntax: WrittenValue): void {
  if (!isNodeArray(value) && !isNodeObject(value)) return;
  origins.set(value, { file, syntax });
  if (!isNodeArray(value) || syntax.kind !== "array") return;
  for (const [index, item] of value.entries()) {
    const written = syntax.items[index];
    if (written !== undefined) placeMetadata(item, file, written);
  }
}

/** The place of a container in metadata, or of the part of it at `path`, if known. */
export function metadataSpan(value: NodeValue, path: ValuePath = []): Span | undefined {
  if (!isNodeArray(value) && !isNodeObject(value)) return undefined;
  const origin = origins.get(value);
  const [first, ...rest] = path;
  const item = isNodeArray(value) && typeof first === "number" ? value[first] : undefined;
  // A list that was joined from several files has no single location.
  if (item !== undefined && origins.has(Object(item))) return metadataSpan(item, rest);
  if (origin === undefined) return undefined;
  const { start, end } = writtenAt(origin.syntax, path);
  return { file: origin.file, start, end };
}
