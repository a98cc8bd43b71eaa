import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type {
  MemberShape,
  Model,
  OperationShape,
  ServiceShape,
  StructureShape,
} from "../../model/model.js";
import { danger, error, warning } from "../event.js";
import { structureOf } from "../identifier-bindings.js";
import { at, type Rule, type ValidationContext } from "../rule.js";
import { ticked } from "../shape-text.js";
import { objectTrait, stringOf } from "../trait-values.js";

interface Property {
  readonly property: string;
  readonly value: string;
  readonly service: string;
}

const messages = {
  noIo: error(
    "PaginatedTrait",
    (args: { service: string; io: string }) =>
      `paginated operations require an ${args.io}${args.service}`,
  ),
  notSet: error(
    "PaginatedTrait",
    (args: { property: string; service: string }) =>
      `paginated trait \`${args.property}\` is not configured${args.service}`,
  ),
  notMember: error(
    "PaginatedTrait",
    (args: Property) =>
      `paginated trait \`${args.property}\` targets a member \`${args.value}\` that does not exist${args.service}`,
  ),
  required: error(
    "PaginatedTrait",
    (args: Property) =>
      `paginated trait \`${args.property}\` member \`${args.value}\` must not be required${args.service}`,
  ),
  wrongType: error(
    "PaginatedTrait",
    (args: Property & { found: string; expected: readonly string[] }) =>
      `paginated trait \`${args.property}\` member \`${args.value}\` targets a ${args.found} shape, but must target one of the following: [${ticked(args.expected)}]${args.service}`,
  ),
  oddType: danger(
    "PaginatedTrait.WrongShapeType",
    (args: Property & { found: string; expected: readonly string[] }) =>
      `paginated trait \`${args.property}\` member \`${args.value}\` targets a ${args.found} shape, but this is not recommended. One of [${ticked(args.expected)}] SHOULD be targeted${args.service}.`,
  ),
  nested: (property: string) =>
    warning(
      `PaginatedTrait.DeeplyNested.${property}`,
      () =>
        `paginated trait \`${property}\` contains a path with more than two parts, which can make your API cumbersome to use`,
    ),
} as const;

const stringTypes = ["string", "enum"];

const rules = [
  {
    property: "inputToken",
    io: "input",
    required: true,
    types: stringTypes,
    odd: ["map"],
    nested: false,
  },
  {
    property: "outputToken",
    io: "output",
    required: true,
    types: stringTypes,
    odd: ["map"],
    nested: true,
  },
  {
    property: "pageSize",
    io: "input",
    required: false,
    types: ["integer"],
    odd: ["byte", "short", "long"],
    nested: false,
  },
  {
    property: "items",
    io: "output",
    required: false,
    types: ["list", "map"],
    odd: [],
    nested: true,
  },
] as const;

/** Paginated operations have the members that paging needs. */
export const paginatedTrait: Rule = {
  name: "PaginatedTrait",
  *check(context) {
    const { model, services } = context;
    const bound = new Set<OperationShape>();
    for (const service of model.shapesOfType("service")) {
      if (!service.traits.has("smithy.api#paginated")) continue;
      for (const operation of services.operationsOf(service)) {
        if (!operation.traits.has("smithy.api#paginated")) continue;
        bound.add(operation);
        yield* checkOperation(context, operation, service);
      }
    }
    for (const operation of model.shapesOfType("operation")) {
      if (!operation.traits.has("smithy.api#paginated") || bound.has(operation)) continue;
      yield* checkOperation(context, operation, undefined);
    }
  },
};

function* checkOperation(
  { model }: ValidationContext,
  operation: OperationShape,
  service: ServiceShape | undefined,
): Iterable<Diagnostic> {
  const where = service === undefined ? "" : ` when bound within the \`${service.id}\` service`;
  const own = objectTrait(operation, "smithy.api#paginated");
  const inherited = service === undefined ? {} : objectTrait(service, "smithy.api#paginated");
  for (const rule of rules) {
    const { property, io } = rule;
    const value = stringOf(own[property]) ?? stringOf(inherited[property]);
    if (value === undefined) {
      if (rule.required) yield messages.notSet({ property, service: where }, at(operation));
      continue;
    }
    const args = { property, value, service: where };
    const structure = structureOf(model.getShape(operation[io]));
    if (structure === undefined) {
      yield messages.noIo({ io, service: where }, at(operation));
      continue;
    }
    const path = rule.nested ? value.split(".") : [value];
    if (path.length > 2) yield messages.nested(property)(undefined, at(operation));
    const member = resolve(model, structure, path);
    if (member === undefined) {
      yield messages.notMember(args, at(operation));
      continue;
    }
    if (rule.property !== "items" && rule.property !== "pageSize" && isRequired(member)) {
      yield messages.required(args, at(operation));
    }
    const found = model.getShape(member.target)?.type ?? "";
    const types: readonly string[] = rule.types;
    const odd: readonly string[] = rule.odd;
    if (types.includes(found)) continue;
    const problem = { ...args, found, expected: rule.types };
    yield odd.includes(found)
      ? messages.oddType(problem, at(operation))
      : messages.wrongType(problem, at(operation));
  }
}

const isRequired = (member: MemberShape): boolean => member.traits.has("smithy.api#required");

function resolve(
  model: Model,
  structure: StructureShape,
  path: readonly string[],
): MemberShape | undefined {
  let current: StructureShape | undefined = structure;
  let member: MemberShape | undefined;
  for (const name of path) {
    member = current?.members.get(name);
    current = member && structureOf(model.getShape(member.target));
  }
  return member;
}
