import type { ShapeId } from "../model/model.js";
import { isNodeArray, isNodeObject } from "../model/node-value.js";
import { hasTrait, mixinTrait } from "../traits/index.js";
import type { Reference, ShapeProperties } from "./definitions.js";
import { checkShape } from "./check-shapes.js";
import { settleEnumValues } from "./enum-values.js";
import { shapeNamespace } from "../model/shape-id.js";
import { loadMessages } from "./load-messages.js";
import { reportUnknown } from "./merge-traits.js";
import { orderByMixins } from "./order-mixins.js";
import { dropUnresolvedMembers } from "./resolve-elided.js";
import { preludeNamespace } from "./resolve-names.js";
import type { MemberDraft, ModelDraft, ShapeDraft, TraitDrafts } from "./shape-draft.js";

/**
 * The maximum number of members and traits that mixins copy. Mixins of mixins copy their members
 * repeatedly: a chain of some thousand mixins, in a file of a few hundred kilobytes, would exhaust
 * the memory. Real models stay far below this number.
 */
const maximumCopied = 300_000;

/**
 * Copies the members, traits and properties of mixins into the shapes that use them
 * (https://smithy.io/2.0/spec/mixins.html), mixins of mixins first. The shapes keep the list of
 * their mixins and their own definitions. Shapes that cannot be completed are removed from the
 * draft.
 */
export function flattenMixins(draft: ModelDraft): void {
  const before = new Set(draft.shapes.keys());
  let copied = 0;
  let exceeded = false;
  for (const shape of orderByMixins(draft)) {
    for (const { id } of shape.mixins) copied += sizeOf(draft.shapes.get(id));
    if (copied > maximumCopied && shape.mixins.length > 0) {
      const place = { shapeId: shape.id, span: shape.span };
      const problem = loadMessages.tooManyCopies({ limit: maximumCopied }, place);
      if (!exceeded) draft.diagnostics.push(problem);
      exceeded = true;
      draft.shapes.delete(shape.id);
    } else if (!completeShape(shape, draft)) draft.shapes.delete(shape.id);
  }
  for (const [member, { traits }] of draft.memberTraits) {
    const container = member.slice(0, member.indexOf("$"));
    if (before.has(container) && !draft.shapes.has(container)) continue;
    const list = [...traits].map(([id, trait]) => ({ id, span: trait.span }));
    reportUnknown(member, list, draft);
  }
}

/** The number of members and traits that a mixin copies. */
function sizeOf(mixin: ShapeDraft | undefined): number {
  if (!mixin) return 0;
  let size = mixin.traits.size + mixin.members.size;
  for (const member of mixin.members.values()) size += member.traits.size;
  return size;
}

function completeShape(shape: ShapeDraft, draft: ModelDraft): boolean {
  const mixins = findMixins(shape, draft);
  if (!mixins) return false;
  if (!applyMixins(shape, mixins, draft)) return false;
  dropUnresolvedMembers(shape, draft);
  // Runs after the mixins are flattened, because an inherited member gets its value from the mixin.
  settleEnumValues(shape);
  return checkShape(shape, draft);
}

/** Finds the drafts of a shape's mixins of the same type; `undefined` if one is missing. */
function findMixins(shape: ShapeDraft, draft: ModelDraft): readonly ShapeDraft[] | undefined {
  const found: ShapeDraft[] = [];
  const otherType: Reference[] = [];
  for (const reference of shape.mixins) {
    const mixin = draft.shapes.get(reference.id);
    // The reference does not look for mixins in the prelude.
    if (!mixin || shapeNamespace(mixin.id) === preludeNamespace) {
      const elided = [...shape.members.values()].find(({ target }) => target === undefined);
      const args = { id: elided?.id ?? shape.id, mixin: reference.id };
      const hint = draft.suggestions.forId(reference.id);
      const place = { shapeId: shape.id, span: elided?.span ?? shape.span, hint };
      draft.diagnostics.push(loadMessages.mixinNotFound(args, place));
      return undefined;
    }
    if (mixin.type !== shape.type) otherType.push(reference);
    else {
      found.push(mixin);
      if (hasTrait(mixin.ownTraits, mixinTrait)) continue;
      const place = { shapeId: shape.id, span: shape.span };
      draft.diagnostics.push(loadMessages.notAMixin({ mixin: mixin.id }, place));
    }
  }
  if (otherType.length > 0) {
    const args = { id: shape.id, type: shape.type, mixins: otherType.map(({ id }) => id) };
    const place = { shapeId: shape.id, span: shape.span };
    draft.diagnostics.push(loadMessages.mixinOfOtherType(args, place));
  }
  return found;
}

/** Returns false if the members of two mixins contradict each other. */
function applyMixins(shape: ShapeDraft, mixins: readonly ShapeDraft[], draft: ModelDraft): boolean {
  const traits: TraitDrafts = new Map();
  const members = new Map<string, MemberDraft>();
  for (const mixin of mixins) {
    const local = localTraits(mixin);
    for (const [id, trait] of mixin.traits) if (!local.has(id)) traits.set(id, trait);
    for (const member of mixin.members.values()) {
      if (!inheritMember(shape, member, members, draft)) return false;
    }
  }
  for (const member of shape.members.values()) {
    for (const mixin of mixins) refuseOtherTarget(member, mixin.members.get(member.name), draft);
    members.set(member.name, redefineMember(member, members.get(member.name)));
  }
  for (const member of members.values()) {
    const pending = draft.memberTraits.get(member.id);
    if (!pending) continue;
    draft.memberTraits.delete(member.id);
    for (const [id, trait] of pending.traits) {
      member.ownTraits.set(id, trait);
      member.traits.set(id, trait);
    }
  }
  for (const [id, trait] of shape.ownTraits) traits.set(id, trait);
  shape.traits = traits;
  shape.members = members;
  shape.properties = mergeProperties([
    ...mixins.map((mixin) => mixin.properties),
    shape.properties,
  ]);
  return true;
}

/**
 * The traits of a mixin that are not copied to the shapes that use it; `mixin` is always one of
 * them.
 */
function localTraits(mixin: ShapeDraft): ReadonlySet<ShapeId> {
  const value = mixin.ownTraits.get(mixinTrait.id)?.value;
  const names = isNodeObject(value) ? value["localTraits"] : undefined;
  const local = new Set<ShapeId>([mixinTrait.id]);
  for (const name of isNodeArray(names) ? names : []) if (typeof name === "string") local.add(name);
  return local;
}

function inheritMember(
  shape: ShapeDraft,
  from: MemberDraft,
  members: Map<string, MemberDraft>,
  draft: ModelDraft,
): boolean {
  const existing = members.get(from.name);
  if (!existing) {
    members.set(from.name, {
      name: from.name,
      id: `${shape.id}$${from.name}`,
      target: from.target,
      span: from.span,
      traits: new Map(from.traits),
      ownTraits: new Map(),
      mixins: [from.id],
    });
    return true;
  }
  if (existing.target !== from.target && !shape.members.has(from.name)) {
    const place = { shapeId: shape.id, span: from.span };
    draft.diagnostics.push(loadMessages.mixinMemberConflict({ inherited: existing.id }, place));
    return false;
  }
  for (const [id, trait] of from.traits) existing.traits.set(id, trait);
  existing.mixins = [...existing.mixins, from.id];
  return true;
}

/** Reports a member that the shape redefines with another target than a mixin. */
function refuseOtherTarget(
  own: MemberDraft,
  inherited: MemberDraft | undefined,
  draft: ModelDraft,
): void {
  if (inherited === undefined || own.target === undefined || own.target === inherited.target)
    return;
  const place = { shapeId: own.id, span: own.span };
  draft.diagnostics.push(loadMessages.mixinMemberConflict({ inherited: inherited.id }, place));
}

/** Merges a member that the shape redefines with the members of its mixins. */
function redefineMember(own: MemberDraft, inherited: MemberDraft | undefined): MemberDraft {
  own.traits = new Map([...(inherited?.traits ?? []), ...own.ownTraits]);
  if (!inherited) return own;
  own.mixins = inherited.mixins;
  own.target ??= inherited.target;
  return own;
}

/**
 * Merges properties, later over earlier ones: single values are replaced, lists and maps are
 * joined.
 */
function mergeProperties(all: readonly ShapeProperties[]): ShapeProperties {
  if (all.length === 1) return all[0] ?? {};
  const last = <Key extends "version" | "input" | "output">(key: Key) =>
    all
      .map((each) => each[key])
      .filter((value) => value !== undefined && value !== "")
      .at(-1);
  const joined = (key: "operations" | "resources" | "errors" | "collectionOperations") => {
    const ids = all.flatMap((each) => each[key] ?? []);
    return ids.length === 0 ? undefined : [...new Set(ids)];
  };
  const entries = <Key extends "rename" | "identifiers" | "properties">(key: Key) =>
    new Map(all.flatMap((each) => [...(each[key] ?? [])]));
  const version = last("version");
  const input = last("input");
  const output = last("output");
  const operations = joined("operations");
  const resources = joined("resources");
  const errors = joined("errors");
  const collectionOperations = joined("collectionOperations");
  return {
    ...(version !== undefined && { version }),
    ...(input !== undefined && { input }),
    ...(output !== undefined && { output }),
    ...(operations && { operations }),
    ...(resources && { resources }),
    ...(errors && { errors }),
    ...(collectionOperations && { collectionOperations }),
    rename: entries("rename"),
    identifiers: entries("identifiers"),
    properties: entries("properties"),
    lifecycle: new Map(all.flatMap((each) => [...(each.lifecycle ?? [])])),
  };
}
