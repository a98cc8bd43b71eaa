import { compareText } from "../diagnostics/compare.js";
import { joinLists, keepDigits } from "../model/exact-digits.js";
import type { NodeValue } from "../model/model.js";
import { isNodeArray, nodeEquals } from "../model/node-value.js";
import type { FileDefinitions, MetadataDefinition } from "./definitions.js";
import { loadMessages } from "./load-messages.js";
import { describePlace } from "./shape-draft.js";
import type { ModelDraft } from "./shape-draft.js";

/**
 * Merges the metadata of all files (https://smithy.io/2.0/spec/model.html#metadata-conflicts):
 * arrays are joined, equal values are merged, anything else is a conflict. Keys are sorted.
 */
export function mergeMetadata(
  files: readonly FileDefinitions[],
  draft: ModelDraft,
): Readonly<Record<string, NodeValue>> {
  const merged = new Map<string, MetadataDefinition>();
  const lists = new Map<string, (readonly NodeValue[])[]>();
  for (const entry of files.flatMap((file) => file.metadata)) {
    const previous = merged.get(entry.key);
    if (!previous) merged.set(entry.key, entry);
    else if (isNodeArray(previous.value) && isNodeArray(entry.value)) {
      const parts = lists.get(entry.key);
      if (parts === undefined) lists.set(entry.key, [previous.value, entry.value]);
      else parts.push(entry.value);
    } else if (!nodeEquals(previous.value, entry.value)) {
      const [place, other] = [describePlace(entry.span), describePlace(previous.span)];
      const args = { key: entry.key, place, other };
      const related = previous.span ? [{ span: previous.span, message: "defined here first" }] : [];
      draft.diagnostics.push(loadMessages.conflictingMetadata(args, { span: entry.span, related }));
    }
  }
  // Lists are joined once for all files. Joining them file by file would copy the first items
  // repeatedly.
  for (const [key, parts] of lists) {
    const first = merged.get(key);
    if (first !== undefined) merged.set(key, { ...first, value: joinLists(parts) });
  }
  const sorted = [...merged].sort(([a], [b]) => compareText(a, b));
  const metadata = Object.fromEntries(sorted.map(([key, { value }]) => [key, value]));
  keepDigits(
    metadata,
    sorted.flatMap(([key, { digits }]) => (digits === undefined ? [] : [[key, digits] as const])),
  );
  return metadata;
}
