import type { MemberShape, Model, ShapeId } from "@tinsmith/smithy";
import {
  addedDefaultTrait,
  clientOptionalTrait,
  defaultTrait,
  errorTrait,
  hasTrait,
  inputTrait,
  requiredTrait,
  trait,
} from "@tinsmith/smithy/traits";
import { dataMembers, reachable } from "./closure.js";
import type { DefaultsPlan } from "./operation-plan.js";

/** Whether the messages of an operation have members that are filled in where they are missing. */
export function planDefaults(
  model: Model,
  input: ShapeId,
  output: ShapeId,
  errors: readonly ShapeId[],
): DefaultsPlan {
  const sent = members(model, [input]);
  const received = members(model, [output, ...errors]);
  return {
    client:
      sent.some((member) => hasDefault(member) && !isLeftToService(model, member)) ||
      received.some((member) => hasDefault(member) || isCorrected(model, member)),
    server: [...sent, ...received].some(hasDefault),
  };
}

/**
 * Whether a member is optional for clients whatever else the model says
 * (https://smithy.io/2.0/spec/type-refinement-traits.html#clientoptional-trait).
 */
export function isClientOptional(model: Model, member: MemberShape): boolean {
  return (
    hasTrait(member, clientOptionalTrait) || hasTrait(model.getShape(member.container), inputTrait)
  );
}

/**
 * Whether a client leaves out the default of a member: where it is optional for clients, and where it is a member of an
 * operation's input, whether or not that is marked with `@input`. The service fills it in.
 */
export function isLeftToService(model: Model, member: MemberShape): boolean {
  return isClientOptional(model, member) || inputsOf(model).has(member.container);
}

const inputs = new WeakMap<Model, ReadonlySet<ShapeId>>();

function inputsOf(model: Model): ReadonlySet<ShapeId> {
  let found = inputs.get(model);
  if (!found) {
    found = new Set(model.shapesOfType("operation").map(({ input }) => input));
    inputs.set(model, found);
  }
  return found;
}

/**
 * Whether a member has a default that is filled in. A default of null is the absence of one. A default that was added to
 * a member later (`@addedDefault`) is documented but not filled in: programs that are written, and services that are
 * running, tell the absent member from the default.
 */
export function hasDefault({ traits }: MemberShape): boolean {
  return !hasTrait(traits, addedDefaultTrait) && (trait(traits, defaultTrait) ?? null) !== null;
}

function isCorrected(model: Model, member: MemberShape): boolean {
  if (!hasTrait(member, requiredTrait) || isClientOptional(model, member)) return false;
  const isError = hasTrait(model.getShape(member.container), errorTrait);
  // Exceptions have a message in any case.
  return !(isError && member.name.toLowerCase() === "message");
}

function members(model: Model, roots: readonly ShapeId[]): readonly MemberShape[] {
  return [...reachable(model, roots)].flatMap((id) => {
    const shape = model.getShape(id);
    // The members of a union are neither.
    return shape?.type === "structure" ? dataMembers(shape) : [];
  });
}
