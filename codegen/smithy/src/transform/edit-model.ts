import { isOwnShape } from "../ast/serialize-ast.js";
import { buildModel } from "../load/build-model.js";
import type { DefinedType, ShapeProperties } from "../load/definitions.js";
import { lifecycles } from "../load/definitions.js";
import { flattenMixins } from "../load/flatten-mixins.js";
import type { MemberDraft, ModelDraft, ShapeDraft, TraitDraft } from "../load/shape-draft.js";
import { Suggestions } from "../load/suggestions.js";
import type { MemberShape, Model, NodeValue, Shape, ShapeId, Traits } from "../model/model.js";
import { traitOrigin } from "../model/trait-origins.js";
import { membersOf } from "../model/members.js";

/** A shape other than a member. */
export type TopShape = Exclude<Shape, MemberShape>;

/**
 * Shapes during a transform: their own definitions only, as the text of the model would declare
 * them.
 */
export type ModelEdit = ModelDraft;

/**
 * Applies an edit to a model. The edit sees shapes without the parts inherited from mixins; these
 * parts are recomputed afterwards. The shapes in `flattened` lose their mixins and keep the
 * inherited parts as their own.
 */
export function editModel(
  model: Model,
  edit: (draft: ModelEdit) => void,
  options: {
    readonly metadata?: Readonly<Record<string, NodeValue>>;
    readonly flattened?: (shape: TopShape) => boolean;
  } = {},
): Model {
  const shapes: ModelDraft["shapes"] = new Map();
  const draft: ModelDraft = {
    shapes,
    diagnostics: [],
    memberTraits: new Map(),
    suggestions: new Suggestions(() => shapes.keys()),
  };
  for (const shape of model.shapes.values()) {
    if (shape.type === "member") continue;
    shapes.set(
      shape.id,
      options.flattened?.(shape) === true ? thawFlattened(shape) : thaw(shape, draft),
    );
  }
  edit(draft);
  flattenMixins(draft);
  return buildModel(draft, options.metadata ?? model.metadata);
}

/** The shapes of an edit that do not come with the language. */
export function ownDrafts(draft: ModelEdit): readonly ShapeDraft[] {
  return [...draft.shapes.values()].filter(({ id }) => isOwnShape(id));
}

/**
 * Replaces or, if `undefined` is returned, removes traits of the model's own shapes and members.
 */
export function mapTraits(
  draft: ModelEdit,
  map: (id: ShapeId, trait: TraitDraft, shape: ShapeId) => TraitDraft | undefined,
): void {
  const mapAll = (traits: Map<ShapeId, TraitDraft>, shape: ShapeId) => {
    for (const [id, trait] of traits) {
      const mapped = map(id, trait, shape);
      if (mapped === undefined) traits.delete(id);
      else traits.set(id, mapped);
    }
  };
  for (const shape of ownDrafts(draft)) {
    mapAll(shape.ownTraits, shape.id);
    for (const member of shape.members.values()) mapAll(member.ownTraits, member.id);
  }
  for (const [id, { traits }] of draft.memberTraits) mapAll(traits, id);
}

function thaw(shape: TopShape, draft: ModelDraft): ShapeDraft {
  const members = new Map<string, MemberDraft>();
  for (const member of membersOf(shape)) {
    const traits = thawTraits(member.ownTraits, member.traits);
    if (member.mixins.length === 0) members.set(member.name, memberDraft(member, traits));
    else if (traits.size > 0) draft.memberTraits.set(member.id, { traits, span: member.span });
  }
  return shapeDraft(
    shape,
    thawTraits(shape.ownTraits, shape.traits),
    members,
    shape.mixins,
    ownProperties(shape),
  );
}

function thawFlattened(shape: TopShape): ShapeDraft {
  const members = membersOf(shape).map((member) => {
    return [member.name, memberDraft(member, thawTraits(member.traits, member.traits))] as const;
  });
  const traits = thawTraits(shape.traits, shape.traits);
  return shapeDraft(shape, traits, new Map(members), [], effectiveProperties(shape));
}

const shapeDraft = (
  { id, type, span }: { readonly id: ShapeId; readonly type: DefinedType } & Pick<Shape, "span">,
  ownTraits: Map<ShapeId, TraitDraft>,
  members: Map<string, MemberDraft>,
  mixins: readonly ShapeId[],
  properties: ShapeProperties,
): ShapeDraft => ({
  type,
  writtenType: type,
  id,
  version: "2.0",
  span,
  traits: new Map(ownTraits),
  ownTraits,
  members,
  mixins: mixins.map((mixin) => ({ id: mixin, span })),
  properties,
  ownProperties: properties,
});

const memberDraft = (member: MemberShape, ownTraits: Map<ShapeId, TraitDraft>): MemberDraft => ({
  name: member.name,
  id: member.id,
  target: member.target,
  span: member.span,
  traits: new Map(ownTraits),
  ownTraits,
  mixins: [],
});

/**
 * Copies the traits that a shape applies itself, with their locations. A location that `own` lacks
 * is taken from `all`.
 */
function thawTraits(own: Traits, all: Traits): Map<ShapeId, TraitDraft> {
  const drafts = new Map<ShapeId, TraitDraft>();
  for (const [id, value] of own) {
    drafts.set(id, { value, ...(traitOrigin(own, id) ?? traitOrigin(all, id)) });
  }
  return drafts;
}

function ownProperties(shape: TopShape): ShapeProperties {
  if (shape.type === "service") return shape.own;
  if (shape.type !== "operation") return effectiveProperties(shape);
  return { input: shape.input, output: shape.output, errors: shape.ownErrors };
}

function effectiveProperties(shape: TopShape): ShapeProperties {
  switch (shape.type) {
    case "operation":
      return { input: shape.input, output: shape.output, errors: shape.errors };
    case "service": {
      const { version, operations, resources, errors, rename } = shape;
      return { version, operations, resources, errors, rename };
    }
    case "resource": {
      const { identifiers, properties, operations, collectionOperations, resources } = shape;
      const lifecycle = new Map(
        lifecycles.flatMap((name) => {
          const id = shape[name];
          return id === undefined ? [] : [[name, id] as const];
        }),
      );
      return {
        identifiers,
        properties,
        operations,
        collectionOperations,
        resources,
        lifecycle,
      };
    }
    default:
      return {};
  }
}
