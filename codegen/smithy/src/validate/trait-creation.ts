import type { Model, NodeValue, Shape } from "../model/model.js";
import { isNodeObject } from "../model/node-value.js";
import { shapeNamespace } from "../model/shape-id.js";
import {
  examplesTrait,
  hasTrait,
  rangeTrait,
  requiredTrait,
  traitValidatorsTrait,
} from "../traits/index.js";
import { PRELUDE_NAMESPACE } from "../traits/registry.js";
import { specialValues } from "./creation/special-values.js";
import { nodeType, typeProblem } from "./creation/type-problem.js";
import { libraryNamespaces } from "./library-namespaces.js";
import { typeName } from "./node/type-name.js";
import { idiomatic } from "./shape-text.js";

/**
 * Returns the fault that makes a value unreadable as a value of a well-known trait. The reference
 * implementation reports such faults while it loads a model, under the event id `Model`.
 */
export function creationProblem(model: Model, trait: Shape, value: NodeValue): string | undefined {
  const namespace = shapeNamespace(trait.id);
  if (!libraryNamespaces.has(namespace)) return undefined;
  const problem =
    wrongType(trait, value) ??
    (isReadInFull(namespace, trait) ? typeProblem(model, trait, value) : missing(trait, value)) ??
    specialValues[trait.id]?.(value);
  return problem === undefined
    ? undefined
    : `Error creating trait \`${idiomatic(trait.id)}\`: ${problem}`;
}

/** Traits in these namespaces are read member by member; others have special messages. */
const readNamespaces: ReadonlySet<string> = new Set([
  PRELUDE_NAMESPACE,
  "smithy.test",
  "smithy.waiters",
]);
const readOtherwise: ReadonlySet<string> = new Set([
  examplesTrait.id,
  rangeTrait.id,
  traitValidatorsTrait.id,
]);

const isReadInFull = (namespace: string, trait: Shape): boolean =>
  readNamespaces.has(namespace) && !readOtherwise.has(trait.id);

function wrongType(trait: Shape, value: NodeValue): string | undefined {
  const found = typeName(value);
  const type = trait.type === "enum" ? undefined : nodeType(trait);
  if (type === undefined || found === type) return undefined;
  return trait.type === "structure" && trait.members.size === 0
    ? `Annotation traits  must be an object or omitted in the IDL, but found ${found}`
    : `Expected ${type}, but found ${found}.`;
}

function missing(trait: Shape, value: NodeValue): string | undefined {
  if (trait.type !== "structure" || !isNodeObject(value)) return undefined;
  const name = [...trait.members.values()].find(
    (member) => hasTrait(member, requiredTrait) && !Object.hasOwn(value, member.name),
  )?.name;
  return name === undefined ? undefined : `Missing expected member \`${name}\`.`;
}
