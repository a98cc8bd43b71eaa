import type { NodeValue, Shape } from "../model/model.js";
import type { ShapeId } from "../model/model.js";
import { shapeName, shapeNamespace } from "../model/shape-id.js";
import { PRELUDE_NAMESPACE } from "../traits/registry.js";
import { awsReaders, httpVersions } from "./creation/aws-readers.js";
import { preludeReaders } from "./creation/prelude-readers.js";
import type { NodeKind, ReadFault, Reader } from "./creation/reader.js";
import { anything, node } from "./creation/reader.js";
import { ruleReaders } from "./creation/rule-readers.js";
import { testReaders } from "./creation/test-readers.js";
import { libraryNamespaces } from "./library-namespaces.js";
import { typeName } from "./node/type-name.js";
import { idiomatic } from "./shape-text.js";

/**
 * Returns the fault that makes a value unreadable as a value of a well-known trait. The reference
 * implementation reports such faults while it loads a model, under the event id `Model`.
 */
export function creationFault(
  trait: Shape,
  value: NodeValue,
  target: ShapeId,
): ReadFault | undefined {
  if (!libraryNamespaces.has(shapeNamespace(trait.id))) return undefined;
  const found = readerOf(trait)(value, [], target);
  return (
    found && { ...found, text: `Error creating trait \`${idiomatic(trait.id)}\`: ${found.text}` }
  );
}

const readers: Readonly<Record<string, Readonly<Record<string, Reader>>>> = {
  ...awsReaders,
  ...testReaders,
  [PRELUDE_NAMESPACE]: preludeReaders,
  "smithy.protocols": { rpcv2Cbor: httpVersions, rpcv2Json: httpVersions },
  "smithy.rules": ruleReaders,
};

function readerOf(trait: Shape): Reader {
  const inNamespace = readers[shapeNamespace(trait.id)] ?? {};
  const name = shapeName(trait.id);
  return (Object.hasOwn(inNamespace, name) ? inNamespace[name] : undefined) ?? readerOfType(trait);
}

/**
 * Returns the reader of a trait without special rules. It only checks that the value is the kind of
 * node that the trait's type requires.
 */
function readerOfType(trait: Shape): Reader {
  if (trait.type === "structure" && trait.members.size === 0) return annotation;
  const kind = nodeKind(trait);
  return kind === undefined ? anything : node(kind);
}

const annotation: Reader = (value) =>
  typeName(value) === "object"
    ? undefined
    : {
        text: `Annotation traits  must be an object or omitted in the IDL, but found ${typeName(value)}`,
      };

function nodeKind({ type }: Shape): NodeKind | undefined {
  switch (type) {
    case "structure":
    case "union":
    case "map":
      return "object";
    case "list":
      return "array";
    case "string":
    case "enum":
      return "string";
    case "boolean":
      return "boolean";
    case "byte":
    case "short":
    case "integer":
    case "intEnum":
    case "long":
      return "number";
    default:
      return undefined;
  }
}
