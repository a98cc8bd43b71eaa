import type { MemberDraft, ShapeDraft, TraitDraft, TraitDrafts } from "../load/shape-draft.js";
import type { NodeValue } from "../model/model.js";
import { isNodeArray, isNodeObject } from "../model/node-value.js";
import {
  deprecatedTrait,
  documentationTrait,
  enumValueTrait,
  internalTrait,
  tagsTrait,
} from "../traits/index.js";
import { UNIT } from "../model/shape-id.js";

const identifier = /^(?:[A-Za-z]|_+[A-Za-z0-9])[A-Za-z0-9_]*$/;

/** Values that a name can be derived from: words with separators between them. */
const nameable = /^[A-Za-z\-_.:/\s][\w\-.:/\s]*$/;

/**
 * Derives the members of an enum from a string with an `enum` trait
 * (https://smithy.io/2.0/guides/smithy-build-json.html, `changeStringEnumsToEnumShapes`). Returns
 * the reason if that is impossible.
 */
export function enumMembers(
  shape: ShapeDraft,
  trait: TraitDraft,
  synthesize: boolean,
): Map<string, MemberDraft> | string {
  const members = new Map<string, MemberDraft>();
  for (const definition of isNodeArray(trait.value) ? trait.value : []) {
    const value = isNodeObject(definition) ? definition["value"] : undefined;
    if (!isNodeObject(definition) || typeof value !== "string") {
      return `the trait "enum" of ${shape.id} has an entry without a value`;
    }
    const name = definition["name"] ?? (synthesize ? synthesizedName(value) : undefined);
    if (typeof name !== "string" || !identifier.test(name)) {
      return `${shape.id} has no name for the value ${JSON.stringify(value)}`;
    }
    if (members.has(name)) return `${shape.id} has two values named ${name}`;
    const ownTraits = memberTraits(definition, value, trait);
    members.set(name, {
      name,
      id: `${shape.id}$${name}`,
      target: UNIT,
      span: trait.span ?? shape.span,
      traits: new Map(ownTraits),
      ownTraits,
      mixins: [],
    });
  }
  return members.size === 0 ? `the trait "enum" of ${shape.id} has no values` : members;
}

const synthesizedName = (value: string): string | undefined =>
  nameable.test(value) ? value.replace(/[-.:/\s]+/g, "_") : undefined;

function memberTraits(
  definition: { readonly [key: string]: NodeValue },
  value: string,
  { span }: TraitDraft,
): TraitDrafts {
  const { documentation, tags, deprecated } = definition;
  const annotation = { value: Object.freeze({}), span };
  const traits: TraitDrafts = new Map([[enumValueTrait.id, { value, span }]]);
  if (typeof documentation === "string") {
    traits.set(documentationTrait.id, { value: documentation, span });
  }
  if (isNodeArray(tags) && tags.length > 0) traits.set(tagsTrait.id, { value: tags, span });
  if (deprecated === true) traits.set(deprecatedTrait.id, annotation);
  if (isNodeArray(tags) && tags.includes("internal")) {
    traits.set(internalTrait.id, annotation);
  }
  return traits;
}
