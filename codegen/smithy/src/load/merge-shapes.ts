import type { NodeValue, ShapeId } from "../model/model.js";
import { nodeEquals } from "../model/node-value.js";
import type {
  DefinedType,
  FileDefinitions,
  MemberDefinition,
  ShapeDefinition,
} from "./definitions.js";
import { loadMessages } from "./load-messages.js";
import { mergeTraits } from "./merge-traits.js";
import { describePlace } from "./shape-draft.js";
import type { MemberDraft, ModelDraft, ShapeDraft } from "./shape-draft.js";

/**
 * Merges the shapes of all files (https://smithy.io/2.0/spec/model.html#merging-model-files). A
 * shape may be defined more than once if all definitions agree; their traits are merged.
 */
export function mergeShapes(
  files: readonly FileDefinitions[],
  draft: ModelDraft,
  typeOf: (id: ShapeId) => DefinedType | undefined,
): void {
  for (const file of files) {
    for (const definition of file.shapes) mergeShape(definition, draft, typeOf);
  }
}

function mergeShape(
  definition: ShapeDefinition,
  draft: ModelDraft,
  typeOf: (id: ShapeId) => DefinedType | undefined,
): void {
  const { id, span } = definition;
  const existing = draft.shapes.get(id);
  if (existing && !isSameShape(existing, definition)) {
    const place = describePlace(existing.span);
    const related = existing.span ? [{ span: existing.span, message: "defined here too" }] : [];
    draft.diagnostics.push(
      loadMessages.conflictingShape(
        { id, place, other: describePlace(span) },
        { shapeId: id, span, related },
      ),
    );
    return;
  }
  if (existing) {
    const args = { id, place: describePlace(existing.span), other: describePlace(span) };
    draft.diagnostics.push(loadMessages.ignoredDuplicate(args, { shapeId: id, span }));
  }
  const shape = existing ?? createDraft(definition);
  draft.shapes.set(id, shape);
  mergeTraits(definition.traits, shape.ownTraits, id, draft, typeOf);
  for (const member of definition.members) {
    let memberDraft = shape.members.get(member.name);
    if (!memberDraft) {
      memberDraft = createMember(id, member);
      shape.members.set(member.name, memberDraft);
    }
    mergeTraits(member.traits, memberDraft.ownTraits, memberDraft.id, draft, typeOf);
  }
}

function createDraft(definition: ShapeDefinition): ShapeDraft {
  const { type, writtenType, id, version, span, mixins, resource, properties } = definition;
  return {
    type,
    writtenType,
    id,
    version,
    span,
    mixins,
    resource,
    properties,
    ownProperties: properties,
    traits: new Map(),
    ownTraits: new Map(),
    members: new Map(),
  };
}

const createMember = (container: ShapeId, member: MemberDefinition): MemberDraft => ({
  name: member.name,
  id: `${container}$${member.name}`,
  target: member.target,
  span: member.span,
  traits: new Map(),
  ownTraits: new Map(),
  mixins: [],
});

/** True if two definitions are the same, except for traits and the order of members. */
function isSameShape(a: ShapeDraft, b: ShapeDefinition): boolean {
  return (
    a.type === b.type &&
    a.mixins.map(({ id }) => id).join() === b.mixins.map(({ id }) => id).join() &&
    describeMembers([...a.members.values()]) === describeMembers(b.members) &&
    nodeEquals(describeProperties(a), describeProperties(b))
  );
}

const describeMembers = (members: readonly (MemberDraft | MemberDefinition)[]): string =>
  members
    .map(({ name, target }) => `${name}:${target ?? "?"}`)
    .sort()
    .join();

function describeProperties({ properties }: ShapeDraft | ShapeDefinition): NodeValue {
  const described: Record<string, NodeValue> = {};
  for (const [key, value] of Object.entries(properties)) {
    if (value instanceof Map) described[key] = Object.fromEntries(value);
    else if (Array.isArray(value)) described[key] = [...value].sort();
    else if (typeof value === "string") described[key] = value;
  }
  return described;
}
