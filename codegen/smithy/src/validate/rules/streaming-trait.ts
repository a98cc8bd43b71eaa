import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type {
  MemberShape,
  Model,
  ServiceShape,
  Shape,
  ShapeId,
  UnionShape,
} from "../../model/model.js";
import {
  defaultTrait,
  hasTrait,
  httpPayloadTrait,
  protocolDefinitionTrait,
  requiredTrait,
  requiresLengthTrait,
  streamingTrait,
  trait,
} from "../../traits/index.js";
import { error } from "../event.js";
import { at } from "../rule.js";
import type { Rule, ValidationContext } from "../rule.js";

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
  invalidUse: error(
    "StreamingTrait",
    (args: { relationship: string; target: ShapeId }) =>
      `This shape has an invalid \`${args.relationship}\` relationship to a structure, \`${args.target}\`, that contains a stream`,
  ),
  notPayload: error(
    "StreamingTrait",
    (args: { member: ShapeId; target: ShapeId; service: ShapeId }) =>
      `Member \`${args.member}\` referencing @streaming shape \`${args.target}\` must have the @httpPayload trait, as service \`${args.service}\` has a protocol that supports @httpPayload.`,
  ),
  requiresLength: error(
    "StreamingTrait",
    (args: { operation: ShapeId; as: string }) =>
      `Structures that contain a reference to a stream marked with the @requiresLength trait can only be used as operation inputs, but this structure is referenced from \`${args.operation}\` as ${args.as}`,
  ),
  optionalBlob: error(
    "StreamingTrait",
    () =>
      `Members that target blobs marked with the \`streaming\` trait MUST also be marked with the \`required\` or \`default\` trait.`,
  ),
} as const;

/** Streams are members of inputs and outputs, and events are structures. */
export const streamingTraitRule: Rule = {
  name: "StreamingTrait",
  *check(context) {
    const { model } = context;
    const streams = [...model.shapes.values()].filter((shape) => hasTrait(shape, streamingTrait));
    if (streams.length === 0) return;
    for (const stream of streams) {
      if (stream.type === "union") yield* checkEvents(model, stream);
      for (const { shape: member } of context.neighbors.backward(stream, [""])) {
        if (member.type !== "member") continue;
        yield* checkUses(context, member, stream);
        const { traits } = member;
        if (stream.type !== "blob" || hasTrait(traits, defaultTrait)) continue;
        if (!hasTrait(traits, requiredTrait)) yield messages.optionalBlob(undefined, at(member));
      }
    }
    for (const service of model.shapesOfType("service")) {
      if (hasPayloads(model, service)) yield* checkPayloads(context, service);
    }
  },
};

function* checkEvents(model: Model, union: UnionShape): Iterable<Diagnostic> {
  const members = [...union.members.values()]
    .filter((member) => model.getShape(member.target)?.type !== "structure")
    .map(({ name }) => name);
  if (members.length > 0) yield messages.notStructures({ members }, at(union));
}

/** Checks the uses of a structure with a stream. */
function* checkUses(
  { model, neighbors }: ValidationContext,
  member: MemberShape,
  stream: Shape,
): Iterable<Diagnostic> {
  const container = model.getShape(member.container);
  if (!container) return;
  const target = container.id;
  for (const { relationship, shape } of neighbors.backward(container)) {
    if (relationship === "input" || relationship === "mixin") continue;
    if (relationship === "output") {
      if (!hasTrait(stream, requiresLengthTrait)) continue;
      yield messages.requiresLength({ operation: shape.id, as: "output" }, at(container));
    } else if (shape.type === "member") yield messages.nested({ target }, at(shape));
    else {
      const args = { relationship: relationship.toUpperCase(), target };
      yield messages.invalidUse(args, at(shape));
    }
  }
}

/** Checks that streams are payloads if a protocol of the service supports payloads. */
function* checkPayloads(
  { model, services }: ValidationContext,
  service: ServiceShape,
): Iterable<Diagnostic> {
  for (const member of services.closureOf(service)) {
    if (member.type !== "member" || hasTrait(member, httpPayloadTrait)) continue;
    const target = model.getShape(member.target);
    if (target === undefined || !hasTrait(target, streamingTrait)) continue;
    const args = { member: member.id, target: target.id, service: service.id };
    yield messages.notPayload(args, at(member));
  }
}

const hasPayloads = (model: Model, service: ServiceShape): boolean =>
  [...service.traits.keys()].some((id) => {
    const definition = trait(model.getShape(id), protocolDefinitionTrait);
    return definition?.traits?.includes(httpPayloadTrait.id) === true;
  });
