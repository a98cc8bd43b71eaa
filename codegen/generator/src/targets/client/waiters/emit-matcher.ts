import type {
  AcceptorPlan,
  MatcherPlan,
  OperationData,
  OperationPlan,
  ServicePlan,
} from "@tinsmith/service";
import { code } from "../../../code/code.js";
import type { Code } from "../../../code/code.js";
import { literal } from "../../../code/literal.js";
import { emitJmespath } from "./jmespath/emit-jmespath.js";
import { jmespath, named, operand, typeOfShape, unknown } from "./jmespath/value.js";
import type { Type, Value } from "./jmespath/value.js";

/** Emits an acceptor for the runtime. */
export function emitAcceptor(
  plan: ServicePlan,
  operation: OperationPlan,
  { state, matcher }: AcceptorPlan,
): Code {
  return code`{ state: ${literal(state.toUpperCase())}, ${emitMatcher(plan, operation, matcher)} }`;
}

function emitMatcher(plan: ServicePlan, operation: OperationPlan, matcher: MatcherPlan): Code {
  switch (matcher.kind) {
    case "success":
      return code`success: ${literal(matcher.success)}`;
    case "errorType":
      return code`errorType: ${literal(matcher.errorType)}`;
    case "output":
      return code`matches: (output) => ${emitPath(matcher, outputOf(plan, operation))}`;
    case "inputOutput":
      return code`matches: (output, input) => ${emitPath(matcher, bothOf(plan, operation))}`;
  }
}

const outputOf = (plan: ServicePlan, { output }: OperationPlan): Value =>
  named("output", typeOf(plan, output));

function bothOf(plan: ServicePlan, operation: OperationPlan): Value {
  const parts: Readonly<Record<string, Value>> = {
    input: named("input", typeOf(plan, operation.input)),
    output: outputOf(plan, operation),
  };
  const type: Type = {
    kind: "object",
    member: (name) => (Object.hasOwn(parts, name) ? parts[name] : undefined),
  };
  return { code: code`{ input, output }`, type, missing: "never", isAtom: false, isName: true };
}

const typeOf = (plan: ServicePlan, data: OperationData): Type =>
  data.kind === "unit" ? unknown : typeOfShape(plan, data.id);

type PathMatcher = Extract<MatcherPlan, { path: string }>;

function emitPath({ expression, comparator, expected }: PathMatcher, subject: Value): Code {
  const value = emitJmespath(expression, subject);
  switch (comparator) {
    case "booleanEquals":
      return emitBoolean(value, expected === "true");
    case "stringEquals":
      return value.type.kind === "string" || value.type.kind === "unknown"
        ? code`${operand(value)} === ${literal(expected)}`
        : code`${jmespath("isEqual")}(${value.code}, ${literal(expected)})`;
    case "allStringEquals":
      return code`${jmespath("allEqual")}(${value.code}, ${literal(expected)})`;
    case "anyStringEquals":
      return code`${jmespath("anyEqual")}(${value.code}, ${literal(expected)})`;
  }
}

function emitBoolean(value: Value, expected: boolean): Code {
  const { kind } = value.type;
  if (kind === "boolean" && value.missing === "never") {
    return expected ? value.code : code`!${operand(value)}`;
  }
  return kind === "boolean" || kind === "unknown"
    ? code`${operand(value)} === ${literal(expected)}`
    : code`${jmespath("isEqual")}(${value.code}, ${literal(expected)})`;
}
