import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type {
  MemberShape,
  Model,
  OperationShape,
  ServiceShape,
  StructureShape,
} from "../../model/model.js";
import { hasTrait, paginatedTrait, requiredTrait, trait } from "../../traits/index.js";
import type { PaginatedTraitValue } from "../../traits/index.js";
import { danger, error, messagesOf, warning } from "../event.js";
import { structureOf } from "../identifier-bindings.js";
import { atTrait } from "../rule.js";
import type { Rule } from "../rule.js";
import { ticked } from "../shape-text.js";

interface Property {
  /**
   * The part of a message that names the service in which the problem occurs; empty without one.
   */
  readonly within: string;
  readonly property: string;
}

interface Target extends Property {
  readonly member: string;
  readonly found: string;
  readonly expected: readonly string[];
}

const name = "PaginatedTrait";

const messages = {
  notSet: error(
    name,
    (args: Property) => `${args.within}paginated trait \`${args.property}\` is not configured`,
  ),
  noPath: error(
    name,
    (args: Property) =>
      `${args.within}paginated trait \`${args.property}\` does not allow path values`,
  ),
  notMember: error(
    name,
    (args: Property & { path: string }) =>
      `${args.within}paginated trait \`${args.property}\` targets a member \`${args.path}\` that does not exist`,
  ),
  required: error(
    name,
    (args: Property & { member: string }) =>
      `${args.within}paginated trait \`${args.property}\` member \`${args.member}\` must not be required`,
  ),
  wrongType: error(
    name,
    (args: Target) =>
      `${args.within}paginated trait \`${args.property}\` member \`${args.member}\` targets a ${args.found} shape, but must target one of the following: [${ticked(args.expected)}]`,
  ),
  oddType: (property: string) =>
    danger(
      `${name}.WrongShapeType.${property}`,
      (args: Target) =>
        `${args.within}paginated trait \`${args.property}\` member \`${args.member}\` targets a ${args.found} shape, but this is not recommended. One of [${ticked(args.expected)}] SHOULD be targeted.`,
    ),
  discouraged: (property: string, severity: "DANGER" | "WARNING") =>
    messagesOf(severity)(
      `${name}.ShouldNotBeRequired.${property}`,
      (args: Property & { member: string }) =>
        `${args.within}paginated trait \`${args.property}\` member \`${args.member}\` should not be required`,
    ),
  nested: (property: string) =>
    warning(
      `${name}.DeeplyNested.${property}`,
      (args: Property) =>
        `${args.within}paginated trait \`${args.property}\` contains a path with more than two parts, which can make your API cumbersome to use`,
    ),
} as const;

interface PropertyRule {
  readonly property: keyof PaginatedTraitValue;
  readonly io: "input" | "output";
  readonly isToken: boolean;
  /** The severity of the event for a required member; without it, nothing is reported. */
  readonly severityIfRequired?: "ERROR" | "DANGER" | "WARNING";
  readonly types: readonly string[];
  /** Types that are accepted but not recommended. */
  readonly discouraged: readonly string[];
}

const tokens = { isToken: true, types: ["map", "string"], discouraged: ["map"] };
const pageSize: PropertyRule = {
  property: "pageSize",
  io: "input",
  isToken: false,
  severityIfRequired: "WARNING",
  types: ["byte", "integer", "long", "short"],
  discouraged: ["byte", "long", "short"],
};
const rules: readonly PropertyRule[] = [
  { property: "inputToken", io: "input", severityIfRequired: "ERROR", ...tokens },
  pageSize,
  { property: "outputToken", io: "output", severityIfRequired: "DANGER", ...tokens },
  { property: "items", io: "output", isToken: false, types: ["list", "map"], discouraged: [] },
];

/** Paginated operations have the members that pagination requires. */
export const paginatedTraitRule: Rule = {
  name,
  *check({ model, services }) {
    for (const operation of model.shapesOfType("operation")) {
      if (!hasTrait(operation, paginatedTrait)) continue;
      const own = trait(operation, paginatedTrait) ?? {};
      const found = [...checkOperation(model, operation, own, undefined)];
      yield* found;
      if (found.length > 0) continue;
      for (const service of model.shapesOfType("service")) {
        if (!services.operationsOf(service).includes(operation)) continue;
        const merged = { ...trait(service, paginatedTrait), ...own };
        yield* checkOperation(model, operation, merged, service);
      }
    }
  },
};

function* checkOperation(
  model: Model,
  operation: OperationShape,
  paginated: PaginatedTraitValue,
  service: ServiceShape | undefined,
): Iterable<Diagnostic> {
  for (const rule of rules) yield* checkProperty(model, operation, paginated, service, rule);
}

function* checkProperty(
  model: Model,
  operation: OperationShape,
  paginated: PaginatedTraitValue,
  service: ServiceShape | undefined,
  rule: PropertyRule,
): Iterable<Diagnostic> {
  const { property } = rule;
  const within = service === undefined ? "" : `When bound within the \`${service.id}\` service, `;
  const args = { within, property };
  const place = atTrait(operation, paginatedTrait);
  const path = paginated[property];
  if (path === undefined) {
    if (rule.isToken && service !== undefined) yield messages.notSet(args, place);
    return;
  }
  if (rule.io === "input" && path.includes(".")) {
    yield messages.noPath(args, place);
    return;
  }
  const member = memberOf(model, operation, paginated, rule);
  if (member === undefined) {
    yield messages.notMember({ ...args, path }, place);
    return;
  }
  if (rule.severityIfRequired !== undefined && hasTrait(member, requiredTrait)) {
    const message =
      rule.severityIfRequired === "ERROR"
        ? messages.required
        : messages.discouraged(property, rule.severityIfRequired);
    yield message({ ...args, member: member.name }, place);
  }
  const found = model.getShape(member.target)?.type;
  if (found !== undefined) {
    const target = { ...args, member: member.name, found };
    const type = found === "enum" ? "string" : found;
    if (!rule.types.includes(type)) {
      yield messages.wrongType({ ...target, expected: rule.types }, place);
    }
    if (rule.discouraged.includes(type)) {
      const expected = rule.types.filter((one) => !rule.discouraged.includes(one));
      yield messages.oddType(property)({ ...target, expected }, place);
    }
  }
  if (path.split(".").length > 2) yield messages.nested(property)(args, place);
}

function memberOf(
  model: Model,
  operation: OperationShape,
  paginated: PaginatedTraitValue,
  { property, io }: PropertyRule,
): MemberShape | undefined {
  const structure = structureOf(model.getShape(operation[io]));
  const path = paginated[property];
  if (!structure || path === undefined) return undefined;
  return resolve(model, structure, io === "input" ? [path] : path.split("."));
}

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
