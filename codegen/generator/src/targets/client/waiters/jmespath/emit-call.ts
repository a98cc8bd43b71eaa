import type { JmespathExpression as Expression } from "@tinsmith/smithy";
import { code, join } from "../../../../code/code.js";
import { operand, called, jmespath, named, unknown } from "./value.js";
import type { Emit, Type, Value } from "./value.js";

/**
 * Emits a call of a JMESPath function.
 * @throws Error if JMESPath has no function of the name
 */
export function emitCall(
  name: string,
  args: readonly Expression[],
  subject: Value,
  emit: Emit,
): Value {
  const known = functions[name];
  if (known === undefined) throw new Error(`Unknown JMESPath function "${name}".`);
  const written = args.map((arg) =>
    arg.kind === "expressionType"
      ? code`(item) => ${operand(
          emit(arg.expression, { ...named("item", unknown), missing: "maybe" }),
        )}`
      : emit(arg, subject).code,
  );
  const type: Type =
    known.list === true ? { kind: "list", item: { kind: known.type } } : { kind: known.type };
  return called(code`${jmespath(known.name)}(${join(written, ", ")})`, type, known.missing);
}

interface KnownFunction {
  /** The name of the function in the runtime. */
  readonly name: string;
  readonly type: "string" | "number" | "boolean" | "unknown";
  readonly list?: boolean;
  readonly missing?: "maybe";
}

const number = (name: string): KnownFunction => ({ name, type: "number" });
const string = (name: string): KnownFunction => ({ name, type: "string" });
const boolean = (name: string): KnownFunction => ({ name, type: "boolean" });
const anything = (name: string): KnownFunction => ({ name, type: "unknown", missing: "maybe" });

const functions: Readonly<Record<string, KnownFunction>> = {
  abs: number("abs"),
  avg: { ...number("avg"), missing: "maybe" },
  ceil: number("ceil"),
  contains: boolean("contains"),
  ends_with: boolean("endsWith"),
  floor: number("floor"),
  join: string("join"),
  keys: { ...string("keys"), list: true },
  length: number("length"),
  map: anything("map"),
  max: anything("max"),
  max_by: anything("maxBy"),
  merge: anything("merge"),
  min: anything("min"),
  min_by: anything("minBy"),
  not_null: anything("notNull"),
  reverse: anything("reverse"),
  sort: anything("sort"),
  sort_by: anything("sortBy"),
  starts_with: boolean("startsWith"),
  sum: number("sum"),
  to_array: anything("toArray"),
  to_number: { ...number("toNumber"), missing: "maybe" },
  to_string: string("toString"),
  type: string("type"),
  values: anything("values"),
};
