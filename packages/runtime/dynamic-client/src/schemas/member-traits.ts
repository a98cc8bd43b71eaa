import type { SchemaTraitsObject } from "@smithy/types";
import { traitDigits } from "@tinsmith/smithy";
import type { MemberShape, Model, NodeValue, ShapeId } from "@tinsmith/smithy";

/**
 * What the schema of a member carries besides its traits: its default, whether it is optional for clients, and the type
 * of an event's header where a number does not say it. A default that was added later is not filled in.
 */
export const memberTraits = (model: Model, member: MemberShape): SchemaTraitsObject => {
  const { traits } = member;
  const value = traits.has("smithy.api#addedDefault")
    ? null
    : (traits.get("smithy.api#default") ?? null);
  const isFilled = value !== null || traits.has("smithy.api#required");
  // Members of inputs are optional for clients; which is said only where there is a default to leave out.
  const isOptional =
    traits.has("smithy.api#clientOptional") || (value !== null && isOfInput(model, member));
  const type = model.getShape(member.target)?.type;
  const hasOwnHeader = type === "byte" || type === "short" || type === "long";
  return {
    ...(value !== null && { default: exact(model, member, value) }),
    ...(isFilled && isOptional && { clientOptional: 1 }),
    ...(hasOwnHeader && traits.has("smithy.api#eventHeader") && { eventHeaderType: type }),
  };
};

/** Whether a member is one of an operation's input, whether or not that is marked as one. */
const isOfInput = (model: Model, { container }: MemberShape): boolean => {
  let found = inputs.get(model);
  if (!found) {
    found = new Set(model.shapesOfType("operation").map(({ input }) => input));
    inputs.set(model, found);
  }
  return found.has(container) || model.getShape(container)?.traits.has("smithy.api#input") === true;
};

const inputs = new WeakMap<Model, ReadonlySet<ShapeId>>();

/** The default; its digits as text where the runtime has a type for what a double cannot hold. */
const exact = (model: Model, { traits, target }: MemberShape, value: NodeValue): NodeValue => {
  const digits = traitDigits(traits, "smithy.api#default");
  const type = model.getShape(target)?.type;
  if (digits === undefined) return value;
  if (type === "bigInteger" || type === "bigDecimal") return digits;
  return type === "long" && !Number.isSafeInteger(value) ? digits : value;
};
