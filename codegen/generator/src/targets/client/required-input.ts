import type { MemberPlan, OperationPlan, ServicePlan, ValueType } from "@tinsmith/service";
import { literal, propertyKey } from "../../code/literal.js";

/**
 * Returns an input with the required members only, as TypeScript, for operations without an example
 * in the model. It satisfies the types, not the constraints.
 */
export function requiredInput(plan: ServicePlan, { input }: OperationPlan): string {
  const shape = input.kind === "unit" ? undefined : plan.shapesById.get(input.id);
  return shape?.kind === "structure" ? structure(plan, shape.members, new Set()) : "{}";
}

function structure(
  plan: ServicePlan,
  members: readonly MemberPlan[],
  within: ReadonlySet<string>,
): string {
  const values = members
    .filter(({ required }) => required)
    .map(({ name, type }) => `${propertyKey(name).text}: ${valueOf(plan, type, name, within)}`);
  return values.length === 0 ? "{}" : `{ ${values.join(", ")} }`;
}

function valueOf(
  plan: ServicePlan,
  type: ValueType,
  name: string,
  within: ReadonlySet<string>,
): string {
  switch (type.kind) {
    case "boolean":
      return "true";
    case "string":
      return literal(`a ${name}`).text;
    case "number":
      return "1";
    case "bigInteger":
      return "1n";
    case "bigDecimal":
      return '{ string: "1.5", type: "bigDecimal" }';
    case "timestamp":
      return "new Date()";
    case "blob":
    case "payloadBlob":
    case "streamingBlob":
      return 'new TextEncoder().encode("bytes")';
    case "eventStream":
      return "(async function* () {})()";
    case "list":
      return "[]";
    case "map":
    case "document":
    case "unit":
      return "{}";
    case "named":
      return named(plan, type.shape, within);
  }
}

function named(plan: ServicePlan, id: string, within: ReadonlySet<string>): string {
  const shape = plan.shapesById.get(id);
  if (shape === undefined || within.has(id)) return "{}";
  const inner = new Set([...within, id]);
  switch (shape.kind) {
    case "structure":
      return structure(plan, shape.members, inner);
    case "union": {
      const member = shape.members.find(({ target }) => !inner.has(target));
      return member === undefined
        ? "{}"
        : `{ ${propertyKey(member.name).text}: ${valueOf(plan, member.type, member.name, inner)} }`;
    }
    case "enum":
    case "intEnum": {
      const [first] = shape.values;
      return first === undefined ? literal("").text : literal(first.value).text;
    }
    default:
      return "{}";
  }
}
