import { compareText } from "../diagnostics/compare.js";
import type { MemberShape, Model, NodeValue, Shape, ShapeId, Traits } from "../model/model.js";
import { createModel } from "../model/create-model.js";
import { placeTraits } from "../model/trait-origins.js";
import { markBox } from "../model/written-boxes.js";
import { markSet } from "../model/written-sets.js";
import type { ShapeProperties } from "./definitions.js";
import type { MemberDraft, ModelDraft, ShapeDraft, TraitDrafts } from "./shape-draft.js";
import { UNIT } from "../model/shape-id.js";

/** Turns drafts, after all steps, into frozen shapes. */
export function buildModel(
  draft: ModelDraft,
  metadata: Readonly<Record<string, NodeValue>>,
): Model {
  const shapes: Shape[] = [];
  for (const shape of draft.shapes.values()) {
    const members = new Map<string, MemberShape>();
    for (const member of shape.members.values()) {
      const built = buildMember(shape, member);
      members.set(member.name, built);
      if (member.box) markBox(built, member.box);
      shapes.push(built);
    }
    const built = buildShape(shape, members);
    if (shape.box) markBox(built, shape.box);
    shapes.push(built);
  }
  return createModel(shapes, metadata);
}

function buildMember(container: ShapeDraft, member: MemberDraft): MemberShape {
  const traits = buildTraits(member.traits);
  return Object.freeze({
    type: "member",
    id: member.id,
    name: member.name,
    container: container.id,
    target: member.target ?? UNIT,
    traits,
    ownTraits: member.mixins.length === 0 ? traits : buildTraits(member.ownTraits),
    span: member.span,
    mixins: Object.freeze(member.mixins),
  });
}

function buildShape(shape: ShapeDraft, members: ReadonlyMap<string, MemberShape>): Shape {
  const { id, span, type, properties, ownProperties } = shape;
  const traits = buildTraits(shape.traits);
  const mixins = Object.freeze(shape.mixins.map((mixin) => mixin.id));
  const ownTraits = mixins.length === 0 ? traits : buildTraits(shape.ownTraits);
  const base = { id, traits, ownTraits, span, mixins };
  const member = (name: string): MemberShape => {
    const found = members.get(name);
    if (!found) throw new RangeError(`${type} ${id} has no member ${name}`);
    return found;
  };
  switch (type) {
    case "list": {
      const list = Object.freeze({ type, ...base, member: member("member") });
      if (shape.writtenType === "set") markSet(list);
      return list;
    }
    case "map":
      return Object.freeze({ type, ...base, key: member("key"), value: member("value") });
    case "structure":
    case "union":
    case "enum":
    case "intEnum":
      return Object.freeze({ type, ...base, members });
    case "operation":
      return Object.freeze({
        type,
        ...base,
        input: properties.input ?? UNIT,
        output: properties.output ?? UNIT,
        errors: ids(properties.errors),
        ownErrors: ids(ownProperties.errors),
      });
    case "resource":
      return Object.freeze({ type, ...base, ...resourceProperties(properties) });
    case "service":
      return Object.freeze({
        type,
        ...base,
        ...serviceProperties(properties),
        own: Object.freeze(serviceProperties(ownProperties)),
      });
    default:
      return Object.freeze({ type, ...base });
  }
}

/** Removes duplicates from a list of shapes and puts it in the order of the model. */
const ids = (list: readonly ShapeId[] | undefined): readonly ShapeId[] =>
  Object.freeze([...new Set(list)]);

const serviceProperties = (properties: ShapeProperties) => ({
  version: properties.version ?? "",
  operations: ids(properties.operations),
  resources: ids(properties.resources),
  errors: ids(properties.errors),
  rename: properties.rename ?? new Map<ShapeId, string>(),
});

const resourceProperties = (properties: ShapeProperties) => ({
  identifiers: properties.identifiers ?? new Map<string, ShapeId>(),
  properties: properties.properties ?? new Map<string, ShapeId>(),
  ...Object.fromEntries(properties.lifecycle ?? []),
  operations: ids(properties.operations),
  collectionOperations: ids(properties.collectionOperations),
  resources: ids(properties.resources),
});

const noTraits: Traits = new Map();

function buildTraits(drafts: TraitDrafts): Traits {
  if (drafts.size === 0) return noTraits;
  const ids = [...drafts.keys()].sort(compareText);
  return placeTraits(
    ids.map((id) => [id, drafts.get(id)?.value ?? null]),
    drafts,
  );
}
