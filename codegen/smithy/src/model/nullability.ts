import type { MemberShape, Model, Shape } from "./model.js";

/**
 * Whose view decides whether a member may be absent:
 *
 * - `client`: one that must stand members that later become optional; honours `@clientOptional` and `@input`.
 * - `clientCareful`: like `client`, and takes structures and unions as optional, required or not.
 * - `server`: the authority over the model; required is required.
 * - `clientVersion1`: a client of a 1.0 model, in which only zero values of numbers and booleans are never absent.
 */
export type NullabilityView = "client" | "clientCareful" | "server" | "clientVersion1";

/**
 * Whether a member may be absent or null (https://smithy.io/2.0/spec/aggregate-types.html#structure-member-optionality).
 * Values of lists and maps may be null where the list or map is `@sparse`.
 *
 * @throws RangeError where the model does not hold the member's container.
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
      return container.traits.has("smithy.api#sparse");
    case "map":
      return member.name === "value" && container.traits.has("smithy.api#sparse");
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
  const clientOptional = member.traits.has("smithy.api#clientOptional");
  if (view === "clientVersion1") return clientOptional || !hasZeroDefault(model, member);
  if (view !== "server") {
    if (clientOptional || container.traits.has("smithy.api#input")) return true;
    const target = model.getShape(member.target);
    const isNested = target?.type === "structure" || target?.type === "union";
    if (view === "clientCareful" && isNested) return true;
  }
  return !(member.traits.has("smithy.api#required") || hasDefault(member));
}

/** A default of null says that there is none. */
function hasDefault(member: MemberShape): boolean {
  const value = member.traits.get("smithy.api#default");
  return value !== undefined && value !== null;
}

/** True for the defaults that members have always had; not for those that a later version added. */
function hasZeroDefault(model: Model, member: MemberShape): boolean {
  if (member.traits.has("smithy.api#addedDefault")) return false;
  const value = member.traits.get("smithy.api#default");
  const target = model.getShape(member.target);
  if (target?.type === "blob") return value === "" && target.traits.has("smithy.api#streaming");
  return value === 0 || value === false;
}
