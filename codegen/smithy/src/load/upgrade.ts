import type { NodeValue, ShapeId } from "../model/model.js";
import {
  boxTrait,
  defaultTrait,
  enumTrait,
  hasTrait,
  mixinTrait,
  requiredTrait,
  streamingTrait,
} from "../traits/index.js";
import { isNodeObject } from "../model/node-value.js";
import type { Message } from "../diagnostics/define-message.js";
import type { DefinedType, FileDefinitions, TraitDefinition, Version } from "./definitions.js";
import { loadMessages } from "./load-messages.js";
import type { MemberDraft, ModelDraft, ShapeDraft, TraitDrafts } from "./shape-draft.js";

type Refusal = Message<{ readonly id: ShapeId; readonly version: string }>;

/** The types that have a zero value in 1.0, with that value. */
const zeroValues: ReadonlyMap<DefinedType, NodeValue> = new Map<DefinedType, NodeValue>([
  ["boolean", false],
  ["byte", 0],
  ["short", 0],
  ["integer", 0],
  ["long", 0],
  ["float", 0],
  ["double", 0],
]);

/** Shapes of the 1.0 prelude that were boxed; in 2.0 they have no default. */
const boxedPrelude: ReadonlySet<ShapeId> = new Set(
  ["Boolean", "Byte", "Short", "Integer", "Long", "Float", "Double"].map(
    (name) => `smithy.api#${name}`,
  ),
);

/**
 * Expresses 1.0 files in terms of 2.0 (https://smithy.io/2.0/guides/migrating-idl-1-to-2.html):
 * numbers and booleans that are not boxed get their zero value as `@default`, boxed members get
 * `null`, members that stream data get empty data unless they are required, and `@box` is removed.
 */
export function upgradeVersion1(draft: ModelDraft): void {
  const boxed = new Set<ShapeId>(boxedPrelude);
  for (const shape of draft.shapes.values()) {
    if (hasTrait(shape.ownTraits, boxTrait)) boxed.add(shape.id);
  }
  const old = [...draft.shapes.values()].filter((shape) => shape.version === "1.0");
  for (const shape of old) upgradeShape(shape, boxed);
  for (const shape of old) {
    for (const member of shape.members.values()) {
      if (shape.type === "structure") upgradeMember(member, draft, boxed);
      takeBox(member);
    }
    takeBox(shape);
  }
}

function takeBox(draft: ShapeDraft | MemberDraft): void {
  const box = draft.ownTraits.get(boxTrait.id);
  // A value that is not that of an annotation is reported with those of other traits.
  if (box === undefined || !isNodeObject(box.value)) return;
  draft.box = box.span;
  draft.ownTraits.delete(boxTrait.id);
}

/**
 * Rejects traits that the version of a file does not have: `@default` and `@mixin` in 1.0, and
 * `@box` in 2.0, where `@default` determines whether a member can be null. Warns about `@enum` in
 * 2.0, because enum shapes replace it.
 */
export function refuseTraitsOfVersion(files: readonly FileDefinitions[], draft: ModelDraft): void {
  for (const { version, shapes, applications } of files) {
    const refuse = (traits: readonly TraitDefinition[], shapeId: ShapeId) => {
      for (const { id, span } of traits) {
        const place = { shapeId, span };
        const event = refusals[version][id]?.({ id: shapeId, version }, place);
        if (event) draft.diagnostics.push(event);
      }
    };
    for (const { id, traits, members } of shapes) {
      refuse(traits, id);
      for (const member of members) refuse(member.traits, `${id}$${member.name}`);
    }
    for (const { target, traits } of applications) refuse(traits, target);
  }
}

const refusals: Readonly<Record<Version, Readonly<Record<ShapeId, Refusal>>>> = {
  "1.0": {
    [mixinTrait.id]: loadMessages.mixinInVersion1,
    [defaultTrait.id]: loadMessages.defaultInVersion1,
  },
  "2.0": {
    [boxTrait.id]: loadMessages.boxInVersion2,
    [enumTrait.id]: loadMessages.enumTraitInVersion2,
  },
};

function upgradeShape(shape: ShapeDraft, boxed: ReadonlySet<ShapeId>): void {
  const zero = zeroValues.get(shape.type);
  if (zero === undefined || boxed.has(shape.id) || hasTrait(shape.ownTraits, defaultTrait)) return;
  shape.ownTraits.set(defaultTrait.id, { value: zero, span: shape.span });
}

function upgradeMember(member: MemberDraft, draft: ModelDraft, boxed: ReadonlySet<ShapeId>): void {
  const target = member.target === undefined ? undefined : draft.shapes.get(member.target);
  if (!target || hasTrait(member.ownTraits, defaultTrait)) return;
  const set = (value: NodeValue): TraitDrafts =>
    member.ownTraits.set(defaultTrait.id, { value, span: member.span });
  const zero = zeroValues.get(target.type);
  const streams =
    target.type === "blob" &&
    hasTrait(target.ownTraits, streamingTrait) &&
    !hasTrait(member.ownTraits, requiredTrait);
  if (hasTrait(member.ownTraits, boxTrait)) set(null);
  else if (streams) set("");
  else if (zero !== undefined && !boxed.has(target.id)) set(zero);
}
