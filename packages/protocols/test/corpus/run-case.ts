import type { Model, NodeValue } from "@tinsmith/smithy";
import {
  MalformedRequest,
  type Awaitable,
  type Body,
  type ClientProtocol,
  type HttpQuery,
  type HttpRequestMessage,
  type HttpResponseMessage,
  type OperationDescription,
  type ServerProtocol,
} from "../../src/index.js";
import { collectBody } from "../../src/http/collect-body.js";
import { isRecord } from "../../src/schema/members.js";
import type { Case } from "./cases.js";
import { bodyDifference, difference } from "./compare.js";
import { paramsToValue } from "./params.js";

/** What a case needs: both sides of its protocol, and its operation among all of the service. */
export interface Setting {
  readonly model: Model;
  readonly client: ClientProtocol;
  readonly server: ServerProtocol;
  readonly operation: OperationDescription;
  readonly operations: readonly OperationDescription[];
}

/** Runs a case on one side; the reasons why it fails, or none. */
export const runCase = async (
  entry: Case,
  side: "client" | "server",
  setting: Setting,
): Promise<string[]> => {
  try {
    if (entry.kind === "malformed") return await malformed(entry, setting);
    if (entry.kind === "request") {
      return side === "client"
        ? await clientRequest(entry, setting)
        : await serverRequest(entry, setting);
    }
    return side === "client"
      ? await clientResponse(entry, setting)
      : await serverResponse(entry, setting);
  } catch (error) {
    return [error instanceof Error ? `${error.name}: ${error.message}` : String(error)];
  }
};

const clientRequest = async (
  { test, operation }: Case,
  { client, operation: description, model }: Setting,
) => {
  const input = record(paramsToValue(model, operation.input, test["params"] ?? {}));
  const request = client.writeRequest(description, input);
  const [path, search] = text(test["uri"]).split("?");
  const host = text(test["host"]);
  const base = host.includes("/") ? host.slice(host.indexOf("/")).replace(/\/$/, "") : "";
  const expectedQuery = [...(search ? search.split("&") : []), ...texts(test["queryParams"])];
  const query = queryPairs(request.query);
  const names = query.map((pair) => pair.split("=")[0]);
  const resolvedHost = text(test["resolvedHost"]);
  return problems([
    difference(request.method, test["method"]),
    difference(base + request.path, path),
    ...expectedQuery.map((pair) =>
      query.includes(pair) ? undefined : `no query parameter ${pair} in ${query.join("&")}`,
    ),
    ...texts(test["forbidQueryParams"]).map((name) =>
      names.includes(name) ? `forbidden query parameter ${name}` : undefined,
    ),
    ...texts(test["requireQueryParams"]).map((name) =>
      names.includes(name) ? undefined : `no query parameter ${name}`,
    ),
    resolvedHost === "" || base !== ""
      ? undefined
      : difference((request.hostPrefix ?? "") + host, resolvedHost),
    ...headerProblems(request.headers, test),
    await bodyProblem(request.body, test),
  ]);
};

const serverRequest = async (
  { test, operation }: Case,
  { server, operation: description, operations, model }: Setting,
) => {
  const request = requestOf(test);
  const routed = server.router(operations)(request);
  // Some cases of awsJson leave out the header that says which operation it is.
  const unrouted = server.id.includes("#awsJson") && request.headers["x-amz-target"] === undefined;
  if (routed !== description && !unrouted) return [`routed to ${routed?.schema[2]}`];
  const input = await server.readRequest(description, request);
  return problems([
    difference(
      await withoutStreams(input),
      paramsToValue(model, operation.input, test["params"] ?? {}),
    ),
  ]);
};

const clientResponse = async (
  { test, operation, error }: Case,
  { client, operation: description, model }: Setting,
) => {
  const result = await client.readResponse(description, responseOf(test));
  const expected = paramsToValue(model, error ?? operation.output, test["params"] ?? {});
  if (error === undefined) {
    if (result.error) return [`read as an error: ${result.error.code}`];
    return problems([difference(await withoutStreams(result.output), expected)]);
  }
  if (!result.error) return ["read as an output"];
  const vendor = test["vendorParams"];
  return problems([
    difference(result.error.code, error.slice(error.indexOf("#") + 1)),
    difference(result.error.data, expected),
    difference(result.error.statusCode, test["code"]),
    isRecord(vendor) && typeof vendor["code"] === "string" && result.error.query !== undefined
      ? difference(result.error.query.code, vendor["code"])
      : undefined,
  ]);
};

const serverResponse = async (
  { test, operation, error }: Case,
  { server, operation: description, model }: Setting,
) => {
  const value = record(paramsToValue(model, error ?? operation.output, test["params"] ?? {}));
  const schema = description.errors.find(
    (candidate) => `${candidate[1]}#${candidate[2]}` === error,
  );
  if (error !== undefined && !schema) return [`${error} is not an error of the operation`];
  const response =
    error !== undefined && schema
      ? server.writeError(description, { code: schema[2], schema, data: value })
      : server.writeResponse(description, value);
  return problems([
    difference(response.statusCode, test["code"]),
    ...headerProblems(response.headers, test),
    await bodyProblem(response.body, withoutRequestIds(test)),
  ]);
};

/** The id of a request is the server's to make up, and to put into the answer. */
const withoutRequestIds = (
  test: Readonly<Record<string, NodeValue>>,
): Readonly<Record<string, NodeValue>> => ({
  ...test,
  ...(text(test["bodyMediaType"]) === "application/xml" ||
  text(test["body"]).includes("<ResponseMetadata>")
    ? {
        body: text(test["body"])
          .replaceAll(/<(RequestId|requestId|RequestID)>[^<]*<\/\1>/g, "")
          .replaceAll(/<ResponseMetadata>\s*<\/ResponseMetadata>/g, ""),
        bodyMediaType: "application/xml",
      }
    : {}),
});

const malformed = async (
  { test }: Case,
  { server, operation: description, operations }: Setting,
) => {
  const expected = record(test["response"]);
  const request = requestOf(record(test["request"]) as Readonly<Record<string, NodeValue>>);
  const routed = server.router(operations)(request);
  if (routed !== description) return [`routed to ${routed?.schema[2]}`];
  try {
    await server.readRequest(description, request);
  } catch (error) {
    if (!(error instanceof MalformedRequest)) throw error;
    const response = server.writeError(description, error);
    return problems([
      difference(response.statusCode, expected["code"]),
      ...headerProblems(response.headers, expected as Readonly<Record<string, NodeValue>>),
    ]);
  }
  return ["was accepted"];
};

const record = (value: unknown): Record<string, unknown> => (isRecord(value) ? value : {});
const text = (value: unknown): string => (typeof value === "string" ? value : "");
const texts = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
const problems = (found: readonly (string | undefined)[]): string[] =>
  found.filter((problem) => problem !== undefined);

const encode = (value: string): string =>
  encodeURIComponent(value).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );

const queryPairs = (query: HttpQuery): string[] =>
  Object.entries(query).flatMap(([name, value]) =>
    value === null
      ? [encode(name)]
      : [value].flat().map((item) => `${encode(name)}=${encode(item)}`),
  );

const requestOf = (test: Readonly<Record<string, NodeValue>>): HttpRequestMessage => {
  const [path, search] = text(test["uri"]).split("?");
  const query: HttpQuery = {};
  for (const pair of [...(search ? search.split("&") : []), ...texts(test["queryParams"])]) {
    const at = pair.indexOf("=");
    const name = decodeURIComponent(at < 0 ? pair : pair.slice(0, at));
    const value = at < 0 ? null : decodeURIComponent(pair.slice(at + 1).replaceAll("+", " "));
    const known = query[name];
    query[name] =
      known === undefined || known === null || value === null ? value : [known, value].flat();
  }
  return {
    method: text(test["method"]),
    path: path ?? "",
    query,
    headers: headersOf(test),
    body: bodyOf(test),
  };
};

const responseOf = (test: Readonly<Record<string, NodeValue>>): HttpResponseMessage => ({
  statusCode: Number(test["code"]),
  headers: headersOf(test),
  body: bodyOf(test),
});

const headersOf = (test: Readonly<Record<string, NodeValue>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(record(test["headers"])).map(([name, value]) => [
      name.toLowerCase(),
      String(value),
    ]),
  );

const bodyOf = (test: Readonly<Record<string, NodeValue>>): string | Uint8Array => {
  const body = text(test["body"]);
  return text(test["bodyMediaType"]).endsWith("cbor") ||
    Object.values(headersOf(test)).includes("application/cbor")
    ? Uint8Array.from(Buffer.from(body, "base64"))
    : body;
};

const headerProblems = (
  headers: Record<string, string>,
  test: Readonly<Record<string, NodeValue>>,
) => [
  // The length is the transport's to know.
  ...Object.entries(headersOf(test))
    .filter(([name]) => name !== "content-length")
    .map(([name, value]) =>
      headers[name] === value
        ? undefined
        : `expected header ${name}: ${value}, got ${headers[name]}`,
    ),
  ...texts(test["forbidHeaders"]).map((name) =>
    headers[name.toLowerCase()] === undefined ? undefined : `forbidden header ${name}`,
  ),
  ...texts(test["requireHeaders"]).map((name) =>
    headers[name.toLowerCase()] !== undefined || name.toLowerCase() === "content-length"
      ? undefined
      : `no header ${name}`,
  ),
];

const bodyProblem = async (body: Body, test: Readonly<Record<string, NodeValue>>) => {
  if (typeof test["body"] !== "string") return undefined;
  return bodyDifference(await collectBody(body), test["body"], text(test["bodyMediaType"]));
};

/** Streaming blobs are handed on unread: reads them for the comparison. */
const withoutStreams = async (value: Record<string, unknown>): Promise<Record<string, unknown>> => {
  const out: Record<string, unknown> = {};
  for (const [name, item] of Object.entries(value)) {
    out[name] = isStream(item)
      ? new Uint8Array(await (collectBody(item) as Awaitable<Uint8Array>))
      : item;
  }
  return out;
};

const isStream = (value: unknown): value is AsyncIterable<Uint8Array> =>
  typeof value === "object" && value !== null && Symbol.asyncIterator in value;
