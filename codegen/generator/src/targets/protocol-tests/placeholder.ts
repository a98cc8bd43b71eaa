import type { MemberPlan, OperationData, ServicePlan, ValueType } from "@tinsmith/service";
import { code } from "../../code/code.js";
import type { Code, Hole } from "../../code/code.js";
import { literal, propertyKey } from "../../code/literal.js";
import { runtime } from "./runtime-symbols.js";
import { objectCode } from "./value-code.js";

/** Emits a minimal input that fits the types, for cases that test only the response. */
export function placeholderInput(plan: ServicePlan, input: OperationData): Code {
  return objectCode(requiredPlaceholders(plan, input));
}

/**
 * Returns the required members of a message with placeholder values, as properties of an object.
 */
export function requiredPlaceholders(
  plan: ServicePlan,
  data: OperationData,
  without?: string,
): readonly Code[] {
  const shape = data.kind === "structure" ? plan.shapesById.get(data.id) : undefined;
  if (shape?.kind !== "structure") return [];
  return required(
    plan,
    shape.members.filter(({ name }) => name !== without),
  );
}

function required(plan: ServicePlan, members: readonly MemberPlan[]): readonly Code[] {
  return members
    .filter((member) => member.required)
    .map((member) => code`${propertyKey(member.name)}: ${placeholder(plan, member.type)}`);
}

function placeholder(plan: ServicePlan, type: ValueType): Hole {
  switch (type.kind) {
    case "boolean":
      return literal(true);
    case "number":
      return literal(1);
    case "bigInteger":
      return code`1n`;
    case "bigDecimal":
      return code`${runtime.bigDecimal}("1")`;
    case "timestamp":
      return code`new Date(0)`;
    case "blob":
    case "payloadBlob":
    case "streamingBlob":
      return code`${runtime.bytes}("")`;
    case "document":
      return literal(null);
    case "unit":
    case "map":
      return code`{}`;
    case "list":
      return code`[]`;
    case "eventStream":
      return code`(async function* () {})()`;
    case "named":
      return namedPlaceholder(plan, type.shape);
    case "string":
      return literal("a");
  }
}

function namedPlaceholder(plan: ServicePlan, id: string): Hole {
  const shape = plan.shapesById.get(id);
  switch (shape?.kind) {
    case "structure":
      return objectCode(required(plan, shape.members));
    case "union":
      return objectCode(
        shape.members
          .slice(0, 1)
          .map((member) => code`${propertyKey(member.name)}: ${placeholder(plan, member.type)}`),
      );
    case "enum":
    case "intEnum":
      return literal(shape.values[0]?.value ?? "a");
    default:
      return literal("a");
  }
}
