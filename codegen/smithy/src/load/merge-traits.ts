import type { NodeValue, ShapeId } from "../model/model.js";
import { joinLists } from "../model/exact-digits.js";
import { isNodeArray, nodeEquals } from "../model/node-value.js";
import { shapeNamespace } from "../model/shape-id.js";
import type { DefinedType, FileDefinitions, TraitDefinition } from "./definitions.js";
import { loadMessages } from "./load-messages.js";
import { preludeNamespace } from "./resolve-names.js";
import { describePlace } from "./shape-draft.js";
import type { ModelDraft, TraitDrafts } from "./shape-draft.js";

/**
 * Merges traits into those of a shape
 * (https://smithy.io/2.0/spec/model.html#trait-conflict-resolution): the same value twice is fine,
 * lists are joined, anything else is a conflict.
 */
export function mergeTraits(
  traits: readonly TraitDefinition[],
  into: TraitDrafts,
  shape: ShapeId,
  draft: ModelDraft,
  typeOf: (id: ShapeId) => DefinedType | undefined,
): void {
  for (const trait of traits) {
    const { id, span, syntax } = trait;
    const type = typeOf(id);
    const value = coerce(trait.value, type);
    const previous = into.get(id);
    if (!previous) into.set(id, { value, span, syntax });
    else if (nodeEquals(previous.value, value) || trait.implied === true) continue;
    else if (type === "list" && isNodeArray(previous.value) && isNodeArray(value)) {
      into.set(id, { ...previous, value: joinLists([previous.value, value]) });
    } else {
      const place = describePlace(previous.span);
      const related = previous.span ? [{ span: previous.span, message: "defined here first" }] : [];
      const args = { trait: id, shape, place, other: describePlace(span) };
      draft.diagnostics.push(
        loadMessages.conflictingTrait(args, { shapeId: shape, span, related }),
      );
    }
  }
}

const emptyObject: NodeValue = Object.freeze({});
const emptyArray: NodeValue = Object.freeze([]);

/**
 * Coerces an annotation (`@trait`) to the empty value of the trait's type, if that type has one.
 */
function coerce(value: NodeValue | undefined, type: DefinedType | undefined): NodeValue {
  if (value !== undefined) return value;
  if (type === "list") return emptyArray;
  return type === "structure" || type === "map" || type === undefined ? emptyObject : null;
}

/**
 * Merges the `apply` statements of all files. Traits for members of mixins are kept in
 * `draft.memberTraits` until the mixins are flattened.
 */
export function mergeApplications(
  files: readonly FileDefinitions[],
  draft: ModelDraft,
  typeOf: (id: ShapeId) => DefinedType | undefined,
): void {
  for (const { applications } of files) {
    for (const { target, traits, span, inAst } of applications) {
      const dollar = target.indexOf("$");
      const shape = draft.shapes.get(dollar === -1 ? target : target.slice(0, dollar));
      const member = dollar === -1 ? undefined : shape?.members.get(target.slice(dollar + 1));
      const own = dollar === -1 ? shape?.ownTraits : member?.ownTraits;
      const isPrelude = own && shapeNamespace(target) === preludeNamespace;
      // The reference does not find shapes of the prelude among those that a JSON AST can change.
      if (isPrelude && inAst === true) reportUnknown(target, traits, draft);
      else if (isPrelude) {
        for (const trait of traits) {
          const place = { shapeId: target, span: trait.span ?? span };
          draft.diagnostics.push(loadMessages.traitOnPrelude({ trait: trait.id }, place));
        }
      } else if (own) mergeTraits(traits, own, target, draft, typeOf);
      else if (shape && shape.mixins.length > 0) {
        const pending = draft.memberTraits.get(target) ?? { traits: new Map(), span };
        draft.memberTraits.set(target, pending);
        mergeTraits(traits, pending.traits, target, draft, typeOf);
      } else reportUnknown(target, traits, draft);
    }
  }
}

/** Reports each trait that is applied to a shape that does not exist. */
export function reportUnknown(
  shape: ShapeId,
  traits: readonly Pick<TraitDefinition, "id" | "span">[],
  draft: ModelDraft,
): void {
  const hint = draft.suggestions.forId(shape);
  for (const { id, span } of traits) {
    const args = { trait: id.replace(/^smithy\.api#/, ""), shape };
    draft.diagnostics.push(loadMessages.traitOnUnknownShape(args, { span, hint }));
  }
}
