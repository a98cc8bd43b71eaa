import type { HttpRequestMessage } from "@tinsmith/protocols";
import { isBytes } from "@tinsmith/values";
import { readCredential } from "../service/credential.js";
import { ServiceError } from "../service/service-error.js";
import type { ServedResponse } from "../service/broken-connection.js";
import { VerificationError } from "../mock/verify.js";
import type { Tenants } from "../mock/tenants.js";
import type { ControlledTenant } from "../mock/controlled-tenant.js";
import { isJson, refusalOf } from "../http/access.js";
import type { ControlOptions } from "./control-options.js";
import type { Controlled } from "./controlled.js";
import { ControlProblem, ControlReply } from "./control-route.js";
import type { ControlRoute } from "./control-route.js";
import { unknownName } from "../checks/unknown-name.js";

/** The facts about the server that the control API needs. */
export interface ControlledPlace {
  /** The address that the server listens on; undefined in process. */
  readonly boundHost: () => string | undefined;
  /** Loads all routes at the first request for the control API. */
  readonly loadRoutes: () => Promise<readonly ControlRoute[]>;
}

/** Returns true for a path that belongs to the control API. */
export const isControlPath = (path: string): boolean =>
  // This runs for each request. One character usually decides.
  path.charCodeAt(1) === underscore &&
  (path === prefix || path.startsWith(`${prefix}/`) || path === localstackHealth);

const prefix = "/_mock";
const localstackHealth = "/_localstack/health";
const underscore = 95;

/** The control API over HTTP: the abilities that a {@link ControlledTenant} has in process. */
export class ControlApi {
  readonly #tenants: Tenants<ControlledTenant>;
  readonly #controlled: Controlled;
  readonly #options: ControlOptions;
  readonly #place: ControlledPlace;
  #routes: Promise<readonly CompiledRoute[]> | undefined;

  constructor(tenants: Tenants<ControlledTenant>, controlled: Controlled, place: ControlledPlace) {
    this.#tenants = tenants;
    this.#controlled = controlled;
    this.#options = controlled.control === false ? {} : (controlled.control ?? {});
    this.#place = place;
  }

  /** Returns the maximum size of a body; undefined for paths of operations. */
  readonly bodyLimitOf = (path: string): number | undefined =>
    isControlPath(path) ? this.#maxBodyBytes : undefined;

  /** Responds to a request for the control API. Never rejects. */
  async answer(request: HttpRequestMessage): Promise<ServedResponse> {
    try {
      const refusal = refusalOf(request, {
        boundHost: this.#place.boundHost(),
        allowedHosts: this.#options.allowedHosts ?? [],
      });
      if (refusal !== undefined) throw new ControlProblem(403, refusal);
      return written(await this.#run(request));
    } catch (thrown) {
      const { status, message } = problemOf(thrown);
      return written(new ControlReply(status, { error: message }));
    }
  }

  async #run(request: HttpRequestMessage): Promise<unknown> {
    this.#routes ??= this.#loadRoutes();
    const routes = await this.#routes;
    const path = request.path === localstackHealth ? "/health" : request.path.slice(prefix.length);
    const there = routes.flatMap(({ pattern, route }) => {
      const found = pattern.exec(path === "" ? "/" : path);
      return found ? [{ route, params: decoded(found.groups) }] : [];
    });
    const found = there.find(({ route }) => route.method === request.method);
    if (!found) {
      if (there.length === 0) {
        throw new ControlProblem(
          404,
          `Unknown path ${request.path}. ${prefix}/openapi.json lists all paths.`,
        );
      }
      const methods = there.map(({ route }) => route.method).join(", ");
      throw new ControlProblem(
        405,
        `Unknown method ${request.method} of ${request.path}. Expected one of: ${methods}.`,
      );
    }
    const query = lastValues(request.query);
    checkQuery(query, found.route);
    const tenant = this.#tenants.get(tenantNameOf(request, query));
    const body = await this.#readBody(request, found.route);
    // Servers may share a state. A read request returns the newest state, and changes are written
    // before the response is sent.
    if (request.method === "GET") await tenant.refresh();
    const { operations } = this.#controlled;
    const answer = await found.route.run({ tenant, params: found.params, query, body, operations });
    if (request.method !== "GET") await tenant.refresh();
    return answer;
  }

  async #readBody(request: HttpRequestMessage, route: ControlRoute): Promise<unknown> {
    if (request.method === "GET" || request.method === "DELETE") return undefined;
    // A page of another site can send forms without a preflight request. It cannot send JSON
    // without one.
    if (!isJson(request.headers["content-type"])) {
      throw new ControlProblem(
        415,
        "The control API accepts JSON only. Send content-type: application/json.",
      );
    }
    if (!route.body) return undefined;
    const { body = "" } = request;
    if (typeof body !== "string" && !isBytes(body)) {
      throw new ControlProblem(400, "The control API does not accept streams.");
    }
    if (body.length > this.#maxBodyBytes) {
      throw new ControlProblem(413, `The body is larger than ${this.#maxBodyBytes} bytes.`);
    }
    const text = typeof body === "string" ? body : Buffer.from(body).toString();
    if (text.trim() === "") return {};
    try {
      const parsed: unknown = JSON.parse(text);
      return parsed;
    } catch (error) {
      throw new ControlProblem(
        400,
        `The body is not JSON: ${error instanceof Error ? error.message : ""}`,
      );
    }
  }

  async #loadRoutes(): Promise<readonly CompiledRoute[]> {
    const routes = await this.#place.loadRoutes();
    return routes.map((route) => ({
      route,
      pattern: new RegExp(`^${route.path.replaceAll(/\{(\w+)\}/g, "(?<$1>[^/]+)")}$`),
    }));
  }

  get #maxBodyBytes(): number {
    return this.#options.maxBodyBytes ?? 16 * 1024 * 1024;
  }
}

interface CompiledRoute {
  readonly route: ControlRoute;
  readonly pattern: RegExp;
}

/**
 * Returns the tenant of `?tenant=`, of the header `x-mock-tenant`, or of the signing access key.
 */
const tenantNameOf = (
  request: HttpRequestMessage,
  query: Readonly<Record<string, string>>,
): string =>
  query["tenant"] ??
  request.headers["x-mock-tenant"] ??
  readCredential(request)?.accessKeyId ??
  "default";

function decoded(
  groups: Readonly<Record<string, string>> | undefined,
): Readonly<Record<string, string>> {
  try {
    return Object.fromEntries(
      Object.entries(groups ?? {}).map(([name, text]) => [name, decodeURIComponent(text)]),
    );
  } catch {
    throw new ControlProblem(400, "The path has an invalid percent-encoding.");
  }
}

/** @throws ControlProblem if the query has a parameter that the route does not describe */
function checkQuery(query: Readonly<Record<string, string>>, route: ControlRoute): void {
  if (route.query === undefined) return;
  const known = [...Object.keys(route.query), "tenant"];
  const unknown = Object.keys(query).find((name) => !known.includes(name));
  if (unknown === undefined) return;
  throw new ControlProblem(400, unknownName("parameter of the query", unknown, known).message);
}

const lastValues = (query: HttpRequestMessage["query"]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(query).map(([name, value]) => [
      name,
      (Array.isArray(value) ? value.at(-1) : value) ?? "",
    ]),
  );

function problemOf(thrown: unknown): { readonly status: number; readonly message: string } {
  if (thrown instanceof ControlProblem) return thrown;
  if (thrown instanceof ServiceError) return { status: 429, message: thrown.message };
  if (thrown instanceof VerificationError) return { status: 409, message: thrown.message };
  if (thrown instanceof TypeError || thrown instanceof RangeError) {
    return { status: 400, message: thrown.message };
  }
  console.error("The control API failed:", thrown);
  return { status: 500, message: "The control API failed. The log of the server has the reason." };
}

function written(value: unknown): ServedResponse {
  if (value === undefined) return { statusCode: 204, headers: { ...commonHeaders } };
  const { status, body, contentType } =
    value instanceof ControlReply ? value : new ControlReply(200, value);
  const isText = contentType !== undefined && typeof body === "string";
  return {
    statusCode: status,
    headers: { ...commonHeaders, "content-type": contentType ?? "application/json" },
    body: isText ? body : `${JSON.stringify(body, undefined, 2)}\n`,
  };
}

/** Prevents caching, content sniffing and framing of responses, and loads from other origins. */
const commonHeaders = {
  "content-security-policy":
    "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  "referrer-policy": "no-referrer",
  "cache-control": "no-store",
  "x-content-type-options": "nosniff",
  "cross-origin-resource-policy": "same-origin",
};
