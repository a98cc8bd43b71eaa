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
 * Finds the shapes with members that are filled in when missing, for all operations at once:
 * walking the messages of each operation would take a third of the planning time of a large
 * service.
 */
export function defaultsPlanner(model: Model, shapes: readonly Shape[]): DefaultsPlanner {
  const holders = (is: (member: MemberShape) => boolean): ReadonlySet<ShapeId> =>
    containersOf(
      shapes,
      // Only structures: members of a union have no defaults and are never required.
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

/** Returns the ids of some shapes and of all shapes that can contain them. */
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
 * Returns whether a member is optional for clients, regardless of other traits
 * (https://smithy.io/2.0/spec/type-refinement-traits.html#clientoptional-trait).
 */
export function isClientOptional(model: Model, member: MemberShape): boolean {
  return (
    hasTrait(member, clientOptionalTrait) || hasTrait(model.getShape(member.container), inputTrait)
  );
}

/**
 * Returns whether a client leaves the default of a member to the service. This is the case if the
 * member is optional for clients, or is a member of an operation's input, with or without `@input`.
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
 * Returns whether a member has a default that is filled in. A default of null means that there is
 * none. A default that was added to a member later (`@addedDefault`) is documented but not filled
 * in: existing programs and running services distinguish the absent member from the default.
 */
export function hasDefault({ traits }: MemberShape): boolean {
  return !hasTrait(traits, addedDefaultTrait) && (trait(traits, defaultTrait) ?? null) !== null;
}

function isCorrected(model: Model, member: MemberShape): boolean {
  if (!hasTrait(member, requiredTrait) || isClientOptional(model, member)) return false;
  const isError = hasTrait(model.getShape(member.container), errorTrait);
  // Exceptions always have a message.
  return !(isError && member.name.toLowerCase() === "message");
}
