import type { NodeValue, ShapeId } from "../model/model.js";
import type {
  DocumentationNode,
  ForResourceNode,
  InlineShapeNode,
  MemberNode,
  MixinsNode,
  NodeRange,
  ShapeNode,
  TraitNode,
  ValueNode,
} from "../syntax/nodes.js";
import {
  defaultTrait,
  documentationTrait,
  enumValueTrait,
  uniqueItemsTrait,
} from "../traits/index.js";
import { collectEntity } from "./collect-idl-entity.js";
import { collectTrait, isPresent } from "./collect-idl-trait.js";
import type {
  DefinedType,
  MemberDefinition,
  Reference,
  ShapeDefinition,
  ShapeProperties,
  TraitApplications,
  TraitDefinition,
  Version,
} from "./definitions.js";
import { evaluateValue } from "./evaluate-value.js";
import type { FileSettings } from "./file-settings.js";
import type { NameResolver } from "./resolve-names.js";
import { UNIT } from "../model/shape-id.js";

/** The ids of the inline input and output of an operation. */
export function inlineShapeIds(
  { body, name }: ShapeNode,
  namespace: string,
  settings: FileSettings,
): readonly (readonly [property: "input" | "output", id: ShapeId, node: InlineShapeNode])[] {
  return inlineShapes({ body, name }, namespace, settings).filter(([, , node]) => !node.broken);
}

/** Returns the inline shapes of an operation, including those that end with an error. */
function inlineShapes(
  { body, name }: Pick<ShapeNode, "body" | "name">,
  namespace: string,
  settings: FileSettings,
): readonly (readonly [property: "input" | "output", id: ShapeId, node: InlineShapeNode])[] {
  if (body?.kind !== "operationBody") return [];
  return body.properties.flatMap((property) => {
    const which = property.name.text;
    if (property.value?.kind !== "inlineShape") return [];
    if (which !== "input" && which !== "output") return [];
    const suffix = which === "input" ? settings.inputSuffix : settings.outputSuffix;
    return [[which, `${namespace}#${name.text}${suffix}`, property.value] as const];
  });
}

/** The place of an inline shape: the first character after its traits. */
function inlineStart({ forResource, mixins, body, start }: InlineShapeNode): NodeRange {
  const at = (forResource ?? mixins ?? body)?.start ?? start;
  return { start: at, end: at + 1 };
}

/** The shapes that a statement defines, and traits that it applies to shapes it does not define. */
export interface CollectedShapes {
  readonly shapes: readonly ShapeDefinition[];
  readonly applications: readonly TraitApplications[];
}

/**
 * Collects a shape and the inline shapes that it defines. A shape that ends with an error is not
 * defined, but as in the reference, the traits of its complete members are applied.
 */
export function collectShape(
  node: ShapeNode,
  names: NameResolver,
  settings: FileSettings,
): CollectedShapes {
  const type = definedTypes.get(node.type.text);
  if (!type) return { shapes: [], applications: [] };
  const id = `${names.namespace}#${node.name.text}`;
  const { version } = settings;
  const inline = inlineShapeIds(node, names.namespace, settings);
  const implied = node.type.text === "set" ? [impliedTrait(uniqueItemsTrait.id, {})] : [];
  const members = collectMembers(node, type, names);
  if (node.body?.kind === "object") evaluateValue(node.body, names);
  const shape: ShapeDefinition = {
    type,
    writtenType: node.type.text,
    id,
    version,
    span: names.span({ start: node.type.start, end: node.name.end }),
    traits: [...collectTraits(node, names), ...implied],
    ...collectBindings(node, names),
    members,
    properties: node.broken ? {} : collectProperties(node, names, inline),
  };
  const shapes = inline.map(([which, inlineId, inlineNode]) =>
    collectInline(
      inlineId,
      impliedTrait(`smithy.api#${which}`, {}, names, inlineNode),
      inlineNode,
      names,
      settings,
    ),
  );
  const isDefined = !node.broken && names.end === undefined;
  const stray = inlineShapes(node, names.namespace, settings)
    .filter(([, , inner]) => inner.broken)
    .flatMap(([, inlineId, inner]) =>
      strayApplications(inlineId, collectMembers(inner, "structure", names), version),
    );
  return {
    shapes: isDefined ? [shape, ...shapes] : shapes,
    applications: isDefined ? stray : [...stray, ...strayApplications(id, members, version)],
  };
}

function collectInline(
  id: ShapeId,
  side: TraitDefinition,
  node: InlineShapeNode,
  names: NameResolver,
  settings: FileSettings,
): ShapeDefinition {
  return {
    type: "structure",
    writtenType: "structure",
    id,
    version: settings.version,
    span: names.span(inlineStart(node)),
    traits: [...collectTraits(node, names), side],
    ...collectBindings(node, names),
    members: collectMembers(node, "structure", names),
    properties: {},
  };
}

/** The traits of the members of a shape that is not defined. */
const strayApplications = (
  container: ShapeId,
  members: readonly MemberDefinition[],
  version: Version,
): readonly TraitApplications[] =>
  members.map(({ name, traits, span }) => ({
    target: `${container}$${name}`,
    traits: traits.filter(({ assigned }) => assigned !== true),
    span,
    version,
  }));

const definedTypes: ReadonlyMap<string, DefinedType> = new Map<string, DefinedType>([
  ...(
    [
      "blob",
      "boolean",
      "document",
      "string",
      "byte",
      "short",
      "integer",
      "long",
      "float",
      "double",
      "bigInteger",
      "bigDecimal",
      "timestamp",
      "list",
      "map",
      "structure",
      "union",
      "enum",
      "intEnum",
      "service",
      "resource",
      "operation",
    ] as const
  ).map((type) => [type, type] as const),
  ["set", "list"],
]);

/** The type that a keyword of the IDL or of a JSON AST names; a set is a list since 2.0. */
export const definedType = (word: string): DefinedType | undefined => definedTypes.get(word);

interface Annotated {
  readonly documentation?: DocumentationNode | undefined;
  readonly traits: readonly TraitNode[];
}

function collectTraits(
  { documentation, traits }: Annotated,
  names: NameResolver,
): readonly TraitDefinition[] {
  const written = traits.filter(isPresent).map((trait) => collectTrait(trait, names));
  if (!documentation) return written;
  const span = names.span(documentation);
  return [{ id: documentationTrait.id, value: documentation.text, span }, ...written];
}

function impliedTrait(
  id: ShapeId,
  value: NodeValue,
  names?: NameResolver,
  range?: NodeRange,
): TraitDefinition {
  return { id, value, implied: true, ...(names && range && { span: names.span(range) }) };
}

function collectBindings(
  node: {
    readonly forResource?: ForResourceNode | undefined;
    readonly mixins?: MixinsNode | undefined;
  },
  names: NameResolver,
): { readonly mixins: readonly Reference[]; readonly resource?: Reference | undefined } {
  const mixins = (node.mixins?.ids ?? [])
    .filter((id) => !id.missing)
    .map((id) => ({ id: names.resolve(id), span: names.span(id) }));
  const resource = node.forResource?.resource;
  if (!resource || resource.missing) return { mixins };
  return { mixins, resource: { id: names.resolve(resource), span: names.span(resource) } };
}

function collectMembers(
  { body }: ShapeNode | InlineShapeNode,
  type: DefinedType,
  names: NameResolver,
): readonly MemberDefinition[] {
  if (body?.kind !== "members") return [];
  return body.members.flatMap((member) => {
    // A broken member is read too, because every bare word in its values must name a shape.
    const collected = collectMember(member, type, names);
    const isKnown = isEnum(type) ? !member.name.missing : !member.broken;
    return isKnown ? [collected] : [];
  });
}

const isEnum = (type: DefinedType): boolean => type === "enum" || type === "intEnum";

function collectMember(node: MemberNode, type: DefinedType, names: NameResolver): MemberDefinition {
  const traits = [...collectTraits(node, names)];
  if (node.value) traits.push(assignedTrait(node.value, isEnum(type), names));
  // The `$` belongs to the elided member.
  const span = names.span({ start: node.name.start - (node.elided ? 1 : 0), end: node.name.end });
  if (isEnum(type)) return { name: node.name.text, target: UNIT, traits, span };
  const target = node.target ? names.resolve(node.target) : undefined;
  return { name: node.name.text, target, traits, span };
}

function assignedTrait(value: ValueNode, isEnum: boolean, names: NameResolver): TraitDefinition {
  const id = isEnum ? enumValueTrait.id : defaultTrait.id;
  const span = names.span(value);
  return { id, value: evaluateValue(value, names), span, syntax: value, assigned: true };
}

function collectProperties(
  { body, type, name }: ShapeNode,
  names: NameResolver,
  inline: readonly (readonly ["input" | "output", ShapeId, InlineShapeNode])[],
): ShapeProperties {
  if (body?.kind === "object") {
    return collectEntity(type.text === "service" ? "service" : "resource", name.text, body, names);
  }
  if (body?.kind !== "operationBody") return {};
  const properties: { -readonly [Key in keyof ShapeProperties]: ShapeProperties[Key] } = {};
  for (const { name: property, value } of body.properties) {
    if (value?.kind === "shapeIds" && property.text === "errors") {
      properties.errors = value.ids.filter((id) => !id.missing).map((id) => names.resolve(id));
    } else if (value?.kind === "shapeId" && !value.missing) {
      if (property.text === "input") properties.input = names.resolve(value);
      if (property.text === "output") properties.output = names.resolve(value);
    }
  }
  for (const [which, id] of inline) properties[which] = id;
  return properties;
}
