import type { MemberShape, Model, Shape, ShapeId } from "@tinsmith/smithy";
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
import { dataMembers } from "./closure.js";
import type { DefaultsPlan } from "./operation-plan.js";

/** Plans the defaults of an operation. */
export type DefaultsPlanner = (
  input: ShapeId,
  output: ShapeId,
  errors: readonly ShapeId[],
) => DefaultsPlan;

/**
 * Finds the shapes that hold members which are filled in where they are missing, for all operations at once: to walk the
 * messages of each operation takes a large service a third of its plan.
 */
export function defaultsPlanner(model: Model, shapes: readonly Shape[]): DefaultsPlanner {
  const holders = (is: (member: MemberShape) => boolean): ReadonlySet<ShapeId> =>
    containersOf(
      shapes,
      // The members of a union are neither.
      shapes.filter((shape) => shape.type === "structure" && dataMembers(shape).some(is)),
    );
  const sent = holders((member) => hasDefault(member) && !isLeftToService(model, member));
  const received = holders((member) => hasDefault(member) || isCorrected(model, member));
  const any = holders(hasDefault);
  return (input, output, errors) => {
    const answers = [output, ...errors];
    return {
      client: sent.has(input) || answers.some((id) => received.has(id)),
      server: [input, ...answers].some((id) => any.has(id)),
    };
  };
}

/** Returns the ids of these shapes and of all that can hold them. */
function containersOf(all: readonly Shape[], some: readonly Shape[]): ReadonlySet<ShapeId> {
  const found = new Set<ShapeId>();
  if (some.length === 0) return found;
  const containers = new Map<ShapeId, ShapeId[]>();
  for (const shape of all) {
    for (const { target } of dataMembers(shape)) {
      const known = containers.get(target);
      if (known === undefined) containers.set(target, [shape.id]);
      else known.push(shape.id);
    }
  }
  const pending = some.map(({ id }) => id);
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    pending.push(...(containers.get(id) ?? []));
  }
  return found;
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
