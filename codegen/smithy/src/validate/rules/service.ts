import type { Diagnostic, Severity } from "../../diagnostics/diagnostic.js";
import type { ListShape, Model, ServiceShape, Shape, ShapeId } from "../../model/model.js";
import { nodeEquals } from "../../model/node-value.js";
import { shapeName } from "../../model/shape-id.js";
import { hasTrait, mixinTrait } from "../../traits/index.js";
import { error, messagesOf } from "../event.js";
import { groupBy } from "../group-by.js";
import { at } from "../rule.js";
import type { Rule, ValidationContext } from "../rule.js";

const messages = {
  type: error(
    "Service",
    (args: { type: string; from: ShapeId; to: string }) =>
      `Service attempts to rename a ${args.type} shape from \`${args.from}\` to "${args.to}"; ${args.type}s cannot be renamed`,
  ),
  same: error(
    "Service",
    (args: { from: ShapeId }) =>
      `Service rename for \`${args.from}\` does not actually change the name from \`${shapeName(args.from)}\``,
  ),
  invalid: error(
    "Service",
    (args: { from: ShapeId; to: string }) =>
      `Service attempts to rename \`${args.from}\` to an invalid identifier, "${args.to}"`,
  ),
  outside: error(
    "Service",
    (args: { from: ShapeId }) =>
      `Service attempts to rename a shape not in the service: ${args.from}`,
  ),
} as const;

interface Conflict {
  readonly shape: string;
  readonly other: string;
  readonly service: ShapeId;
  readonly must: string;
}

const conflict = (severity: Severity) =>
  messagesOf(severity)(
    "Service",
    (args: Conflict) =>
      `${args.shape} conflicts with ${args.other} in the \`${args.service}\` service closure. Shapes in the closure of a service ${args.must} have case-insensitively unique names regardless of their namespaces. Use the \`rename\` property of the service to disambiguate shape names.`,
  );

/** Shapes in the closure of a service have unique names, and renames are valid. */
export const service: Rule = {
  name: "Service",
  *check(context) {
    for (const shape of context.model.shapesOfType("service")) {
      const closure = context.services.closureOf(shape);
      yield* checkRenames(context.model, shape, closure);
      yield* checkNames(context, shape, closure);
    }
  },
};

function* checkRenames(
  model: Model,
  service: ServiceShape,
  closure: ReadonlySet<Shape>,
): Iterable<Diagnostic> {
  for (const [from, to] of service.rename) {
    const shape = model.getShape(from);
    if (!identifier.test(to)) yield messages.invalid({ from, to }, at(service));
    else if (to === shapeName(from)) yield messages.same({ from }, at(service));
    if (shape === undefined || !closure.has(shape)) yield messages.outside({ from }, at(service));
    else if (keepsName.has(shape.type)) {
      yield messages.type({ type: shape.type, from, to }, at(service));
    }
  }
}

function* checkNames(
  { model }: ValidationContext,
  service: ServiceShape,
  closure: ReadonlySet<Shape>,
): Iterable<Diagnostic> {
  const named = [...closure].filter((shape) => shape.type !== "member" && !isMixin(shape));
  const groups = groupBy(named, (shape) => closureName(service, shape).toLowerCase());
  for (const group of groups.values()) {
    if (group.length < 2) continue;
    for (const shape of group) {
      for (const other of group) {
        if (other === shape) continue;
        const severity = severityOf(model, shape, other);
        // Shapes of the prelude are reported only for errors.
        if (severity !== "ERROR" && shape.id.startsWith("smithy.api#")) continue;
        const args = {
          shape: describe(service, shape, "Shape name"),
          other: describe(service, other),
          service: service.id,
          must: severity === "ERROR" ? "must" : "should",
        };
        yield conflict(severity)(args, at(shape));
      }
    }
  }
}

const isMixin = (shape: Shape): boolean => hasTrait(shape, mixinTrait);

const closureName = (service: ServiceShape, shape: Shape): string =>
  service.rename.get(shape.id) ?? shapeName(shape.id);

function describe(service: ServiceShape, shape: Shape, what?: string): string {
  const renamed = service.rename.get(shape.id);
  if (what !== undefined) {
    return renamed === undefined ? `${what} \`${shape.id}\`` : `Renamed shape name "${renamed}"`;
  }
  return renamed === undefined ? `\`${shape.id}\`` : `\`${shape.id}\` (renamed to "${renamed}")`;
}

const identifier = /^(?:[A-Za-z]|_+[A-Za-z0-9])[A-Za-z0-9_]*$/;

/** Shapes that cannot conflict by name. */
const keepsName: ReadonlySet<string> = new Set(["member", "resource", "operation"]);

/**
 * The severity of two shapes sharing a name: equivalent simple types and lists are interchangeable,
 * so their conflicts are less severe.
 */
function severityOf(model: Model, shape: Shape, other: Shape): Severity {
  if (!areEquivalent(model, shape, other)) return "ERROR";
  return shape.type === "list" ? "WARNING" : "NOTE";
}

function areEquivalent(model: Model, shape: Shape, other: Shape): boolean {
  if (shape.type !== other.type) return false;
  if (shape.type === "list" && other.type === "list") return haveSameItems(model, shape, other);
  return isSimple(shape) && sameTraits(shape, other);
}

function haveSameItems(model: Model, list: ListShape, other: ListShape): boolean {
  if (!sameTraits(list, other) || !sameTraits(list.member, other.member)) return false;
  const [item, otherItem] = [list.member, other.member].map(({ target }) => model.getShape(target));
  if (item === undefined || otherItem === undefined) return false;
  return item === otherItem || areEquivalent(model, item, otherItem);
}

const notSimple = new Set([
  "list",
  "map",
  "structure",
  "union",
  "service",
  "operation",
  "resource",
  "member",
]);
const isSimple = (shape: Shape): boolean => !notSimple.has(shape.type);

const sameTraits = ({ traits }: Shape, other: Shape): boolean =>
  traits.size === other.traits.size &&
  [...traits].every(([id, value]) => {
    const counterpart = other.traits.get(id);
    return counterpart !== undefined && nodeEquals(value, counterpart);
  });
