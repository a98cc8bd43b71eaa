import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { MemberShape, Model, OperationShape, Shape, ShapeId } from "../../model/model.js";
import { error } from "../event.js";
import { at, type Rule } from "../rule.js";

const messages = {
  notStructures: error(
    "StreamingTrait",
    (args: { members: readonly string[] }) =>
      `Each member of an event stream union must target a structure shape, but the following union members do not: [${args.members.join(", ")}]`,
  ),
  nested: error(
    "StreamingTrait",
    (args: { target: ShapeId }) =>
      `Members cannot target structures that contain a stream, but this member targets ${args.target}`,
  ),
  streamTarget: error(
    "StreamingTrait",
    (args: { container: string; target: ShapeId }) =>
      `Members of a ${args.container} cannot target a stream, but this member targets ${args.target}`,
  ),
  requiresLength: error(
    "StreamingTrait",
    (args: { operation: ShapeId; as: string }) =>
      `Structures that contain a reference to a stream marked with the @requiresLength trait can only be used as operation inputs, but this structure is referenced from \`${args.operation}\` as ${args.as}`,
  ),
  optionalBlob: error(
    "StreamingTrait",
    (args: { target: ShapeId }) =>
      `Members that target blobs marked with the \`streaming\` trait MUST also be marked with the \`required\` or \`default\` trait; this member targets ${args.target}`,
  ),
} as const;

/** Streams are members of inputs and outputs, and events are structures. */
export const streamingTrait: Rule = {
  name: "StreamingTrait",
  *check({ model }) {
    const carriers = structuresWithStreams(model);
    for (const shape of model.shapes.values()) {
      if (shape.type === "union" && shape.traits.has("smithy.api#streaming")) {
        const members = [...shape.members.values()]
          .filter((member) => model.getShape(member.target)?.type !== "structure")
          .map(({ name }) => name);
        if (members.length > 0) yield messages.notStructures({ members }, at(shape));
      } else if (shape.type === "member") {
        yield* checkMember(model, shape, carriers);
      } else if (shape.type === "operation") {
        yield* checkOperation(model, shape);
      }
    }
  },
};

const isStream = (shape: Shape | undefined): shape is Shape =>
  shape?.traits.has("smithy.api#streaming") === true;

function structuresWithStreams(model: Model): ReadonlySet<ShapeId> {
  const found = new Set<ShapeId>();
  for (const shape of model.shapesOfType("structure")) {
    for (const member of shape.members.values()) {
      if (isStream(model.getShape(member.target))) found.add(shape.id);
    }
  }
  return found;
}

function* checkMember(
  model: Model,
  member: MemberShape,
  carriers: ReadonlySet<ShapeId>,
): Iterable<Diagnostic> {
  if (carriers.has(member.target)) {
    yield messages.nested({ target: member.target }, at(member));
    return;
  }
  const target = model.getShape(member.target);
  if (!isStream(target)) return;
  const container = model.getShape(member.container);
  if (container !== undefined && container.type !== "structure") {
    const args = { container: container.type, target: member.target };
    yield messages.streamTarget(args, at(member));
  } else if (
    target.type === "blob" &&
    !member.traits.has("smithy.api#required") &&
    !member.traits.has("smithy.api#default")
  ) {
    yield messages.optionalBlob({ target: member.target }, at(member));
  }
}

function* checkOperation(model: Model, operation: OperationShape): Iterable<Diagnostic> {
  const others: readonly (readonly [string, ShapeId])[] = [
    ["output", operation.output],
    ...operation.errors.map((id) => ["error", id] as const),
  ];
  for (const [as, id] of others) {
    const structure = model.getShape(id);
    if (structure?.type !== "structure") continue;
    const needsLength = [...structure.members.values()].some(
      ({ target }) => model.getShape(target)?.traits.has("smithy.api#requiresLength") === true,
    );
    if (needsLength) {
      yield messages.requiresLength({ operation: operation.id, as }, at(structure));
    }
  }
}
