import { compareText } from "../diagnostics/compare.js";
import { exactDigits, keepDigits, traitDigits } from "../model/exact-digits.js";
import type {
  MemberShape,
  Members,
  Model,
  NodeValue,
  OperationShape,
  ResourceShape,
  ServiceShape,
  Shape,
  ShapeId,
  Traits,
} from "../model/model.js";
import { isOwnLibrary, traitLibraries } from "../traits/registry.js";
import { isInherited, membersOf } from "../model/members.js";

/** A JSON AST, as `printJson` and `JSON.stringify` accept it. */
export type AstNode = { readonly [key: string]: NodeValue };

/** Options of `serializeAst`. */
export interface SerializeOptions {
  /** Includes the shapes of the prelude and of the trait libraries. Off by default. */
  readonly includeLibraries?: boolean;
}

/**
 * Serializes a model as a JSON AST (https://smithy.io/2.0/spec/json-ast.html), version 2.0. Shapes,
 * traits, metadata and lists of shapes are sorted; members keep their order. Mixins are kept: a
 * shape holds only what it declares itself, and traits that it adds to inherited members become
 * entries of type `apply`. Print the result with `printJson` to keep all digits of numbers.
 */
export function serializeAst(model: Model, options: SerializeOptions = {}): AstNode {
  const shapes: Record<string, NodeValue> = {};
  for (const shape of model.shapes.values()) {
    if (shape.type === "member" || !(options.includeLibraries === true || isWritten(shape.id)))
      continue;
    shapes[shape.id] = serializeShape(shape);
    for (const [id, node] of inheritedMembers(shape)) shapes[id] = node;
  }
  const hasMetadata = Object.keys(model.metadata).length > 0;
  return {
    smithy: "2.0",
    ...(hasMetadata && { metadata: sortKeys(model.metadata) }),
    ...(Object.keys(shapes).length > 0 && { shapes: sortKeys(shapes) }),
  };
}

/**
 * Returns whether an exported model contains a shape: one of the model itself, or of a library of
 * this project. Other tools do not ship these libraries.
 */
export const isWritten = (id: ShapeId): boolean =>
  isOwnShape(id) || isOwnLibrary(id.slice(0, id.indexOf("#")));

/** Returns false for shapes that come with the language: the prelude and the trait libraries. */
export function isOwnShape(id: ShapeId): boolean {
  const namespace = id.slice(0, id.indexOf("#"));
  return namespace !== "smithy.api" && !traitLibraries.has(namespace);
}

function serializeShape(shape: Exclude<Shape, MemberShape>): AstNode {
  const { type, mixins, ownTraits } = shape;
  return {
    type,
    ...serializeContent(shape),
    ...(mixins.length > 0 && { mixins: mixins.map(reference) }),
    ...serializeTraits(ownTraits),
  };
}

function serializeContent(shape: Exclude<Shape, MemberShape>): AstNode {
  switch (shape.type) {
    case "list":
      return isInherited(shape.member) ? {} : { member: serializeMember(shape.member) };
    case "map":
      return {
        ...(!isInherited(shape.key) && { key: serializeMember(shape.key) }),
        ...(!isInherited(shape.value) && { value: serializeMember(shape.value) }),
      };
    case "structure":
    case "union":
    case "enum":
    case "intEnum":
      return { members: serializeMembers(shape.members) };
    case "operation":
      return serializeOperation(shape);
    case "resource":
      return serializeResource(shape);
    case "service":
      return serializeService(shape);
    default:
      return {};
  }
}

function serializeMembers(members: Members): AstNode {
  const own = [...members.values()].filter((member) => !isInherited(member));
  return Object.fromEntries(own.map((member) => [member.name, serializeMember(member)]));
}

const serializeMember = (member: MemberShape): AstNode => ({
  target: member.target,
  ...serializeTraits(member.ownTraits),
});

/** The traits that a shape adds to members inherited from mixins. */
function inheritedMembers(shape: Shape): readonly (readonly [ShapeId, AstNode])[] {
  return membersOf(shape)
    .filter((member) => isInherited(member) && member.ownTraits.size > 0)
    .map((member) => [member.id, { type: "apply", ...serializeTraits(member.ownTraits) }]);
}

function serializeTraits(traits: Traits): AstNode {
  if (traits.size === 0) return {};
  const ids = [...traits.keys()].sort(compareText);
  const values = Object.fromEntries(ids.map((id) => [id, traits.get(id) ?? null]));
  keepDigitsOf(ids, values, (id) => traitDigits(traits, id));
  return { traits: values };
}

const reference = (target: ShapeId): AstNode => ({ target });

const references = (key: string, ids: readonly ShapeId[]): AstNode =>
  ids.length === 0 ? {} : { [key]: [...ids].sort(compareIgnoringCase).map(reference) };

/** The reference sorts keys by code unit, but lists of shapes case-insensitively. */
const compareIgnoringCase = (a: ShapeId, b: ShapeId): number =>
  compareText(a.toLowerCase(), b.toLowerCase()) || compareText(a, b);

const serializeOperation = ({ input, output, ownErrors }: OperationShape): AstNode => ({
  input: reference(input),
  output: reference(output),
  ...references("errors", ownErrors),
});

const referenceMap = (key: string, map: ReadonlyMap<string, ShapeId>): AstNode =>
  map.size === 0
    ? {}
    : { [key]: Object.fromEntries([...map].map(([name, id]) => [name, reference(id)])) };

const serializeResource = (shape: ResourceShape): AstNode => ({
  ...referenceMap("identifiers", shape.identifiers),
  ...referenceMap("properties", shape.properties),
  ...lifecycle("put", shape.put),
  ...lifecycle("create", shape.create),
  ...lifecycle("read", shape.read),
  ...lifecycle("update", shape.update),
  ...lifecycle("delete", shape.delete),
  ...lifecycle("list", shape.list),
  ...references("operations", shape.operations),
  ...references("collectionOperations", shape.collectionOperations),
  ...references("resources", shape.resources),
});

const lifecycle = (key: string, id: ShapeId | undefined): AstNode =>
  id === undefined ? {} : { [key]: reference(id) };

const serializeService = ({ own }: ServiceShape): AstNode => ({
  ...(own.version !== "" && { version: own.version }),
  ...references("operations", own.operations),
  ...references("resources", own.resources),
  ...references("errors", own.errors),
  ...(own.rename.size > 0 && {
    rename: sortKeys(Object.fromEntries(own.rename)),
  }),
});

function sortKeys(object: AstNode): AstNode {
  const keys = Object.keys(object).sort(compareText);
  const sorted = Object.fromEntries(keys.map((key) => [key, object[key] ?? null]));
  keepDigitsOf(keys, sorted, (key) => exactDigits(object, key));
  return sorted;
}

function keepDigitsOf(
  keys: readonly string[],
  container: AstNode,
  digitsOf: (key: string) => string | undefined,
): void {
  const found = keys.flatMap((key) => {
    const digits = digitsOf(key);
    return digits === undefined ? [] : [[key, digits] as const];
  });
  keepDigits(container, found);
}
