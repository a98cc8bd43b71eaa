import type { StructureValue } from "../protocol.js";
import type { ValueTypes } from "../value-types/value-type.js";
import { memberValue, writerAt } from "../values/members.js";
import { textWriter } from "../value-types/text-values.js";
import { uriTimestamps } from "./binding-timestamps.js";
import { sentinelOf } from "./bindings.js";
import type { BoundMember } from "./bindings.js";
import { escapeUri } from "./uri-pattern.js";
import type { PatternSegment, UriPattern } from "./uri-pattern.js";

/** Compiles the writer of a path. The writer throws a TypeError if a label is missing or empty. */
export function pathWriter(
  pattern: UriPattern,
  labels: readonly BoundMember[],
  types: ValueTypes,
): (value: StructureValue) => string {
  const parts = pattern.segments.map((segment) => segmentWriter(segment, labels, types));
  return (value) => parts.map((part) => `/${part(value)}`).join("");
}

function segmentWriter(
  segment: PatternSegment,
  labels: readonly BoundMember[],
  types: ValueTypes,
): (value: StructureValue) => string {
  if ("literal" in segment) return () => segment.literal;
  const label = labels.find(({ name }) => name === segment.label);
  if (!label) throw new TypeError(`The path label ${segment.label} is not a member of the input.`);
  const write = writerAt(label.name, textWriter(sentinelOf(label.resolved), uriTimestamps, types));
  return (value) => {
    const item = memberValue(value, label.name);
    const text = item === undefined || item === null ? "" : write(item);
    if (text === "")
      throw new TypeError(`${label.name} is part of the path and must not be empty.`);
    return segment.greedy ? text.split("/").map(escapeUri).join("/") : escapeUri(text);
  };
}
