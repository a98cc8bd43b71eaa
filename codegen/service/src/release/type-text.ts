import type { ValueType } from "../value-type.js";

/**
 * Identifies a type in generated code: values whose texts are equal have the same TypeScript type.
 * The types of enums are open, so an enum is a string with suggestions.
 */
export function typeText(type: ValueType): string {
  switch (type.kind) {
    case "named":
      return type.of === "enum" ? "string" : type.typeName;
    case "list":
      return `list<${typeText(type.member)}${type.sparse ? " | null" : ""}>`;
    case "map":
      return `map<${typeText(type.key)}, ${typeText(type.value)}${type.sparse ? " | null" : ""}>`;
    case "eventStream":
      return `stream<${type.typeName}>`;
    case "payloadBlob":
    case "streamingBlob":
      return `${type.kind}<${type.side}>`;
    default:
      // The size of a number makes no difference.
      return type.kind;
  }
}
