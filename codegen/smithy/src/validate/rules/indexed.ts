import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { MemberShape, Model, Shape, StructureShape, UnionShape } from "../../model/model.js";
import {
  eventHeaderTrait,
  eventPayloadTrait,
  hasTrait,
  idxTrait,
  indexedTrait,
  mixinTrait,
  streamingTrait,
  trait,
} from "../../traits/index.js";
import { error } from "../event.js";
import { at } from "../rule.js";
import type { Rule, ValidationContext } from "../rule.js";

const code = "IndexedTrait";

const messages = {
  missing: error(
    code,
    (args: { reason: string; member: string }) =>
      `${args.reason}, but its member \`${args.member}\` is missing an idx trait`,
  ),
  twice: error(code, (args: { index: number }) => `Duplicate idx value "${args.index}"`),
  gap: error(
    code,
    (args: { expected: number; last: number }) =>
      `idx must start at 1 and increase with no gaps, but no members were found for ${
        args.expected === args.last
          ? `idx ${args.expected}`
          : `idxs between ${args.expected} and ${args.last}, inclusive`
      }`,
  ),
} as const;

type Indexable = StructureShape | UnionShape;

/** The members of indexed structures and unions are numbered from one on, without gaps. */
export const indexed: Rule = {
  name: code,
  *check(context) {
    if (context.model.getShape(idxTrait.id) === undefined) return;
    const inService = ofIndexedServices(context);
    for (const shape of context.model.shapes.values()) {
      if (!isIndexable(shape)) continue;
      const members = [...shape.members.values()];
      if (inService.has(shape) || members.some(({ traits }) => hasTrait(traits, idxTrait))) {
        yield* checkMembers(context.model, shape, inService.has(shape));
      }
    }
  },
};

const isIndexable = (shape: Shape): shape is Indexable =>
  (shape.type === "structure" || shape.type === "union") && !hasTrait(shape, mixinTrait);

function ofIndexedServices({ model, services }: ValidationContext): ReadonlySet<Shape> {
  const found = new Set<Shape>();
  for (const service of model.shapesOfType("service")) {
    if (!hasTrait(service, indexedTrait)) continue;
    for (const shape of services.closureOf(service)) if (isIndexable(shape)) found.add(shape);
  }
  return found;
}

function* checkMembers(model: Model, shape: Indexable, isInService: boolean): Iterable<Diagnostic> {
  const members = [...shape.members.values()]
    .map((member) => ({ member, index: trait(member, idxTrait) }))
    .sort((a, b) => (a.index ?? -1) - (b.index ?? -1));
  let last = 0;
  for (const { member, index } of members) {
    if (index === undefined) {
      if (isExempt(model, member)) continue;
      const reason = isInService
        ? `Structure \`${shape.id}\` is in the closure of an indexed service`
        : `Shape \`${shape.id}\` contains an idx trait`;
      yield messages.missing({ reason, member: member.id }, at(member));
    } else if (index === last) {
      yield messages.twice({ index }, at(member));
    } else {
      if (index !== last + 1)
        yield messages.gap({ expected: last + 1, last: index - 1 }, at(member));
      last = index;
    }
  }
}

/** Returns true for members without an index: streams, event headers and event payloads. */
function isExempt(model: Model, member: MemberShape): boolean {
  const { traits } = member;
  if (hasTrait(traits, eventHeaderTrait) || hasTrait(traits, eventPayloadTrait)) return true;
  return hasTrait(model.getShape(member.target), streamingTrait);
}
