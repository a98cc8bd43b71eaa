import type { HttpRequestMessage, HttpResponseMessage } from "@tinsmith/protocols";
import { lowerCaseNames } from "@tinsmith/values";
import { bodyBytes } from "../compare/bodies.js";
import { mediaTypeOf } from "../compare/messages.js";
import { expectedPairs } from "../compare/queries.js";
import type { RequestCase } from "../cases/message-cases.js";

/** The whole of a server: a generated mock server is one. */
export interface ServerUnderTest {
  handle(request: HttpRequestMessage): Promise<HttpResponseMessage>;
}

/** The request of a case as a transport would hand it to a server. */
export const toRequest = (request: RequestCase): HttpRequestMessage => {
  const query: HttpRequestMessage["query"] = {};
  for (const pair of expectedPairs(request)) {
    const at = pair.indexOf("=");
    const name = decode(at < 0 ? pair : pair.slice(0, at));
    const value = at < 0 ? null : decode(pair.slice(at + 1));
    const before = query[name];
    query[name] =
      before === undefined || before === null || value === null ? value : [before, value].flat();
  }
  return {
    method: request.method,
    path: request.uri.split("?")[0] ?? "",
    query,
    headers: { ...hostOf(request), ...lowerCaseNames(request.headers ?? {}) },
    body: bodyBytes(request.body ?? "", mediaTypeOf(request)),
  };
};

/** The host that the client called in the end. */
const hostOf = ({ host, resolvedHost = host }: RequestCase): { host?: string } =>
  resolvedHost === undefined ? {} : { host: resolvedHost.split("/")[0] ?? "" };

const decode = (text: string): string => decodeURIComponent(text.replaceAll("+", " "));
