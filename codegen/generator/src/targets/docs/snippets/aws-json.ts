import { isNodeArray, isNodeObject, printJson } from "@tinsmith/smithy";
import type { NodeValue } from "@tinsmith/smithy";
import type {
  ExamplePlan,
  MemberPlan,
  OperationData,
  OperationPlan,
  ProtocolName,
  ServicePlan,
  ValueType,
} from "@tinsmith/service";
import { elementTypes, structureMembers } from "./value-walk.js";

/** The request and response of an example in one of the awsJson protocols, as text. */
export interface AwsJsonExchange {
  readonly target: string;
  readonly contentType: string;
  readonly requestBody: string;
  readonly response: string;
}

const contentTypes: Readonly<Partial<Record<ProtocolName, string>>> = {
  awsJson1_0: "application/x-amz-json-1.0",
  awsJson1_1: "application/x-amz-json-1.1",
};

/** Returns the example as messages, or `undefined` if the service prefers another protocol. */
export function awsJsonExchange(
  operation: OperationPlan,
  example: ExamplePlan,
  plan: ServicePlan,
): AwsJsonExchange | undefined {
  const protocol = plan.protocols[0]?.name;
  const contentType = protocol && contentTypes[protocol];
  if (contentType === undefined) return undefined;
  const input = example.input ?? {};
  return {
    target: `${plan.name}.${operation.name}`,
    contentType,
    requestBody: printJson(wireValue(input, typeOf(operation.input), plan), 2),
    response: responseMessage(operation, example, plan, contentType),
  };
}

function responseMessage(
  operation: OperationPlan,
  example: ExamplePlan,
  plan: ServicePlan,
  contentType: string,
): string {
  const error = example.error && plan.errors.find(({ id }) => id === example.error?.shapeId);
  if (example.error && error) {
    const code = contentType.endsWith("1.0") ? error.id : error.name;
    const type: ValueType = {
      kind: "named",
      shape: error.id,
      of: "structure",
      typeName: error.typeName,
    };
    const content = wireValue(example.error.content, type, plan);
    const body = { __type: code, ...(isNodeObject(content) ? content : {}) };
    const status = error.error?.httpStatus ?? 400;
    return message(
      `HTTP/1.1 ${status} ${reasons.get(status) ?? ""}`.trimEnd(),
      contentType,
      printJson(body, 2),
    );
  }
  const output = wireValue(example.output ?? {}, typeOf(operation.output), plan);
  return message("HTTP/1.1 200 OK", contentType, printJson(output, 2));
}

function message(startLine: string, contentType: string, body: string): string {
  return `${startLine}\nContent-Type: ${contentType}\n\n${body}`;
}

const reasons: ReadonlyMap<number, string> = new Map([
  [400, "Bad Request"],
  [401, "Unauthorized"],
  [402, "Payment Required"],
  [403, "Forbidden"],
  [404, "Not Found"],
  [409, "Conflict"],
  [410, "Gone"],
  [413, "Content Too Large"],
  [422, "Unprocessable Content"],
  [424, "Failed Dependency"],
  [429, "Too Many Requests"],
  [500, "Internal Server Error"],
  [501, "Not Implemented"],
  [503, "Service Unavailable"],
]);

function typeOf(data: OperationData): ValueType {
  if (data.kind === "unit") return { kind: "unit" };
  return { kind: "named", shape: data.id, of: "structure", typeName: data.typeName };
}

/**
 * Returns a value as awsJson sends it: members in the order of the schema (required ones first),
 * timestamps as seconds since 1970 unless a member has another format.
 */
function wireValue(value: NodeValue, type: ValueType | undefined, plan: ServicePlan): NodeValue {
  if (type === undefined || value === null) return value;
  if (isNodeArray(value)) {
    const element = elementTypes(type).value;
    return value.map((item) => wireValue(item, element, plan));
  }
  if (!isNodeObject(value)) return type.kind === "timestamp" ? epochSeconds(value) : value;
  if (type.kind === "map") {
    return fromEntries(
      Object.entries(value).map(([key, item]) => [key, wireValue(item, type.value, plan)]),
    );
  }
  const members = wireOrder(structureMembers(type, plan), type, plan);
  return fromEntries(
    members.flatMap((member): [string, NodeValue][] => {
      if (!Object.hasOwn(value, member.name)) return [];
      const item = value[member.name] ?? null;
      return [[member.name, timestampIn(member, item) ?? wireValue(item, member.type, plan)]];
    }),
  );
}

function wireOrder(
  members: readonly MemberPlan[],
  type: ValueType,
  plan: ServicePlan,
): readonly MemberPlan[] {
  const shape = type.kind === "named" ? type.shape : undefined;
  const schema = plan.schemas.find((candidate) => candidate.shape === shape);
  if (!schema || !("members" in schema)) return members;
  const order = schema.members.map(({ name }) => name);
  return [...members].sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
}

/** Returns the timestamp of a member with an explicit format, or `undefined`. */
function timestampIn(
  { type, timestampFormat: format }: MemberPlan,
  value: NodeValue,
): NodeValue | undefined {
  if (type.kind !== "timestamp") return undefined;
  const date = typeof value === "number" ? new Date(value * 1000) : new Date(String(value));
  if (Number.isNaN(date.getTime())) return value;
  if (format === "date-time") return date.toISOString().replace(".000Z", "Z");
  return format === "http-date" ? date.toUTCString() : undefined;
}

function epochSeconds(value: string | number | boolean): NodeValue {
  if (typeof value !== "string") return value;
  const milliseconds = Date.parse(value);
  return Number.isNaN(milliseconds) ? value : milliseconds / 1000;
}

/** Returns an object with own properties for all names, including `__proto__`. */
function fromEntries(entries: readonly (readonly [string, NodeValue])[]): NodeValue {
  return Object.fromEntries(entries);
}
