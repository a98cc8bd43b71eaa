import {
  addedDefaultTrait,
  clientOptionalTrait,
  defaultTrait,
  hasTrait,
  inputTrait,
  requiredTrait,
  sparseTrait,
  streamingTrait,
  trait,
} from "./index.js";
import type { MemberShape, Model, Shape } from "../model/model.js";

/**
 * The view that decides whether a member may be absent:
 *
 * - `client`: a client that tolerates members that later become optional; honors
 *   `@clientOptional` and `@input`.
 * - `clientCareful`: like `client`, and treats structures and unions as optional, required or
 *   not.
 * - `server`: the authority over the model; required members are required.
 * - `clientVersion1`: a client of a 1.0 model, in which only numbers and booleans with a zero
 *   value are never absent.
 */
export type NullabilityView = "client" | "clientCareful" | "server" | "clientVersion1";

/**
 * Returns whether a member may be absent or null
 * (https://smithy.io/2.0/spec/aggregate-types.html#structure-member-optionality). Values of lists
 * and maps may be null if the list or map is `@sparse`.
 *
 * @throws RangeError if the model does not contain the member's container.
 */
export function isMemberOptional(
  model: Model,
  member: MemberShape,
  view: NullabilityView = "client",
): boolean {
  const container = model.expectShape(member.container);
  switch (container.type) {
    case "structure":
      return isStructureMemberOptional(model, container, member, view);
    case "list":
      return hasTrait(container, sparseTrait);
    case "map":
      return member.name === "value" && hasTrait(container, sparseTrait);
    default:
      return false;
  }
}

function isStructureMemberOptional(
  model: Model,
  container: Shape,
  member: MemberShape,
  view: NullabilityView,
): boolean {
  const clientOptional = hasTrait(member, clientOptionalTrait);
  if (view === "clientVersion1") return clientOptional || !hasZeroDefault(model, member);
  if (view !== "server") {
    if (clientOptional || hasTrait(container, inputTrait)) return true;
    const target = model.getShape(member.target);
    const isNested = target?.type === "structure" || target?.type === "union";
    if (view === "clientCareful" && isNested) return true;
  }
  return !(hasTrait(member, requiredTrait) || hasDefault(member));
}

/** A default of null means that there is no default. */
function hasDefault(member: MemberShape): boolean {
  const value = trait(member, defaultTrait);
  return value !== undefined && value !== null;
}

/**
 * Returns true for a default that the member has always had, and false for one that a later version
 * added.
 */
function hasZeroDefault(model: Model, member: MemberShape): boolean {
  if (hasTrait(member, addedDefaultTrait)) return false;
  const value = trait(member, defaultTrait);
  const target = model.getShape(member.target);
  if (target?.type === "blob") return value === "" && hasTrait(target, streamingTrait);
  return value === 0 || value === false;
}
