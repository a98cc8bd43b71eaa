import { isNodeArray, isNodeObject, stringOf, stringsOf } from "@tinsmith/smithy";
import type { NodeObject, NodeValue } from "@tinsmith/smithy";
import { protocolName } from "@tinsmith/service";
import type { MemberPlan, MessageCase, OperationPlan, ServicePlan } from "@tinsmith/service";

/**
 * Returns the parameters of a case as a server receives them. A case states the parameters of the
 * client. Protocols omit some empty collections, which are then absent for the server, and some
 * messages contain more than the client's parameters. Returns the same object if nothing differs.
 */
export function receivedParams(
  plan: ServicePlan,
  operation: OperationPlan,
  test: MessageCase,
): NodeObject {
  const { input } = operation;
  const shape = input.kind === "structure" ? plan.shapesById.get(input.id) : undefined;
  if (shape?.kind !== "structure" || test.appliesTo === "server") return test.params;
  const { params, protocol } = test;
  switch (protocolName(protocol)) {
    case "ec2Query":
      return without(
        params,
        (name) => isEmpty(params[name]) && typeOf(shape.members, name) === "list",
      );
    case "awsQuery":
      return without(
        params,
        (name) => isEmpty(params[name]) && typeOf(shape.members, name) === "map",
      );
    default:
      return plan.protocols.some(({ id, hasHttpBindings }) => id === protocol && hasHttpBindings)
        ? receivedByBindings(shape.members, test)
        : params;
  }
}

/** Returns the message in an error's body, which need not be a member of the error's shape. */
export function messageIn(body: string): string {
  if (!body.trimStart().startsWith("{")) {
    return /<message>([^<]*)<\/message>/i.exec(body)?.[1] ?? "";
  }
  const error: NodeValue = JSON.parse(body);
  if (!isNodeObject(error)) return "";
  return stringOf(error["message"]) ?? stringOf(error["Message"]) ?? "";
}

function receivedByBindings(members: readonly MemberPlan[], test: MessageCase): NodeObject {
  const { params, message } = test;
  const bound = (kind: MemberPlan["http"]["kind"]): MemberPlan | undefined =>
    members.find(({ name, http }) => http.kind === kind && !Object.hasOwn(params, name));
  const queryNames = members.filter(({ http }) => http.kind === "query").map(({ name }) => name);
  const sent = without(params, (name) => isEmpty(params[name]) && queryNames.includes(name));
  // A missing structure is sent as a document without members.
  const payload = bound("payload");
  const isDocument = payload?.type.kind === "named" && payload.type.of === "structure";
  const hasBody = (stringOf(message["body"]) ?? "") !== "";
  // The map of query parameters contains all parameters, including parameters that are bound to
  // other members.
  const map = bound("queryParams");
  const pairs = map === undefined ? [] : queryPairs(message);
  if (!(isDocument && hasBody) && pairs.length === 0) return sent;
  return {
    ...sent,
    ...(payload && isDocument && hasBody && { [payload.name]: {} }),
    ...(map && pairs.length > 0 && { [map.name]: queryMap(map, pairs) }),
  };
}

/** Returns the decoded query parameters. */
function queryPairs(message: NodeObject): readonly (readonly [name: string, value: string])[] {
  const [, constant = ""] = (stringOf(message["uri"]) ?? "").split("?");
  return [...new URLSearchParams([constant, ...stringsOf(message["queryParams"])].join("&"))];
}

function queryMap(
  { type }: MemberPlan,
  pairs: readonly (readonly [name: string, value: string])[],
): NodeObject {
  const holdsLists = type.kind === "map" && type.value.kind === "list";
  const map: Record<string, NodeValue> = {};
  for (const [name, value] of pairs) {
    const before = map[name];
    if (holdsLists) map[name] = [...(isNodeArray(before) ? before : []), value];
    else map[name] ??= value;
  }
  return map;
}

function without(params: NodeObject, isLeftOut: (name: string) => boolean): NodeObject {
  const left = Object.entries(params).filter(([name]) => !isLeftOut(name));
  return left.length === Object.keys(params).length ? params : Object.fromEntries(left);
}

function isEmpty(value: NodeValue | undefined): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).length === 0;
}

function typeOf(members: readonly MemberPlan[], name: string): string | undefined {
  return members.find((member) => member.name === name)?.type.kind;
}
