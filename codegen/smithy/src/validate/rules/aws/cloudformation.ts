import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import type { Model, ResourceShape, Shape, ShapeId, StructureShape } from "../../../model/model.js";
import { shapeName } from "../../../model/shape-id.js";
import {
  cfnAdditionalIdentifierTrait,
  cfnExcludePropertyTrait,
  cfnMutabilityTrait,
  cfnResourceTrait,
  hasTrait,
  trait,
} from "../../../traits/index.js";
import { error } from "../../event.js";
import {
  identifierBindings,
  isOperation,
  lifecycleOperation,
  structureOf,
} from "../../identifier-bindings.js";
import { propertiesShape, propertyBindings } from "../../property-bindings.js";
import { at, atTrait } from "../../rule.js";
import type { Rule } from "../../rule.js";

const messages = {
  mutability: error(
    "CfnMutabilityTrait",
    (args: { value: string }) =>
      `Member with the mutability value of "${args.value}" is also marked as an additional identifier`,
  ),
  noProperty: error(
    "CfnResourceProperty",
    (args: { name: string }) =>
      `The alternative resource primary identifier, \`${args.name}\`, must be a property of the resource.`,
  ),
  noString: error(
    "CfnResourceProperty",
    (args: { name: string; type: string }) =>
      `The alternative resource primary identifier, \`${args.name}\`, targets a \`${args.type}\` shape, it must target a \`string\`.`,
  ),
  manyTargets: error(
    "CfnResourceProperty",
    (args: { property: string; resource: string; targets: readonly ShapeId[] }) =>
      `The \`${args.property}\` property of the generated \`${args.resource}\` CloudFormation resource targets multiple shapes: [${args.targets.join(", ")}]. Reusing member names that target different shapes can cause confusion for users of the API. This target discrepancy must either be resolved in the model or one of the members must be excluded from the conversion.`,
  ),
} as const;

/** Additional identifiers can be read. */
export const cfnMutability: Rule = {
  name: "CfnMutabilityTrait",
  *check({ model }) {
    for (const member of model.shapesOfType("member")) {
      const value = trait(member, cfnMutabilityTrait);
      if (value !== "write" && value !== "create") continue;
      if (!hasTrait(member, cfnAdditionalIdentifierTrait)) continue;
      yield messages.mutability({ value }, atTrait(member, cfnMutabilityTrait));
    }
  },
};

/** The properties of a CloudFormation resource have one target each. */
export const cfnResourceProperty: Rule = {
  name: "CfnResourceProperty",
  *check({ model }) {
    const resources = model
      .shapesOfType("resource")
      .filter((resource) => hasTrait(resource, cfnResourceTrait));
    if (resources.length === 0) return;
    const { excluded } = propertyBindings(model);
    for (const resource of resources) {
      yield* checkIdentifier(model, resource);
      yield* checkTargets(model, resource, excluded);
    }
  },
};

function* checkIdentifier(model: Model, resource: ResourceShape): Iterable<Diagnostic> {
  const name = trait(resource, cfnResourceTrait)?.primaryIdentifier;
  if (name === undefined) return;
  const place = atTrait(resource, cfnResourceTrait);
  const property = resource.properties.get(name);
  if (property === undefined) {
    yield messages.noProperty({ name }, place);
    return;
  }
  const type = model.getShape(property)?.type;
  if (type === undefined || type === "string" || type === "enum") return;
  yield messages.noString({ name, type }, place);
}

function* checkTargets(
  model: Model,
  resource: ResourceShape,
  noProperties: ReadonlySet<ShapeId>,
): Iterable<Diagnostic> {
  const definitions = new Map<string, Set<ShapeId>>();
  const add = (name: string, id: ShapeId, isNew = false) => {
    const ids = definitions.get(name);
    if (ids === undefined || isNew) definitions.set(name, new Set([id]));
    else ids.add(id);
  };
  for (const [name, id] of resource.identifiers) add(name, id);
  const excluded = new Set<ShapeId>();
  for (const { structure, bound, isRead } of structuresOf(model, resource)) {
    if (isRead !== undefined) {
      for (const { id, name, traits } of isRead.members.values()) {
        if (hasTrait(traits, cfnAdditionalIdentifierTrait)) add(name, id, true);
      }
    }
    exclude(model, structure, noProperties, excluded, new Set());
    for (const { id, name } of structure.members.values()) if (!bound.has(name)) add(name, id);
  }
  const title = trait(resource, cfnResourceTrait)?.name ?? shapeName(resource.id);
  for (const [property, ids] of definitions) {
    const left = [...ids].filter((id) => !excluded.has(id)).map((id) => model.getShape(id));
    const targets = [...new Set(left.flatMap((shape) => targetOf(shape)))].sort();
    if (targets.length < 2) continue;
    yield messages.manyTargets({ property, resource: title, targets }, at(resource));
  }
}

function targetOf(shape: Shape | undefined): readonly ShapeId[] {
  if (shape === undefined) return [];
  return [shape.type === "member" ? shape.target : shape.id];
}

interface Container {
  readonly structure: StructureShape;
  /** The members that provide identifiers. */
  readonly bound: ReadonlySet<string>;
  /** A structure whose additional identifiers become properties. */
  readonly isRead?: StructureShape | undefined;
}

/** The structures whose members become properties, in the order in which they define them. */
function structuresOf(model: Model, resource: ResourceShape): readonly Container[] {
  const operations = ["read", "put", "create", "update"].flatMap((name) =>
    lifecycleOperation(resource, name).map((id) => [name, model.getShape(id)] as const),
  );
  const found = operations.flatMap(([name, operation]): readonly Container[] => {
    if (!isOperation(operation)) return [];
    const input = structureOf(model.getShape(operation.input));
    const structure = propertiesShape(model, name === "read" ? operation.output : operation.input);
    if (input === undefined || structure === undefined) return [];
    const bindings = [...identifierBindings(resource, input).values()];
    const bound = new Set(bindings.map((member) => member.name));
    return [{ structure, bound, isRead: name === "read" ? input : undefined }];
  });
  const additional = trait(resource, cfnResourceTrait)?.additionalSchemas ?? [];
  return [
    ...found,
    ...additional.flatMap((id) => {
      const structure = structureOf(model.getShape(id));
      return structure === undefined
        ? []
        : [{ structure, bound: new Set<string>(), isRead: structure }];
    }),
  ];
}

function exclude(
  model: Model,
  structure: StructureShape,
  noProperties: ReadonlySet<ShapeId>,
  excluded: Set<ShapeId>,
  seen: Set<ShapeId>,
): void {
  if (seen.has(structure.id)) return;
  seen.add(structure.id);
  for (const member of structure.members.values()) {
    if (hasTrait(member, cfnExcludePropertyTrait) || noProperties.has(member.id)) {
      excluded.add(member.id);
      continue;
    }
    const target = structureOf(model.getShape(member.target));
    if (target !== undefined) exclude(model, target, noProperties, excluded, seen);
  }
}
