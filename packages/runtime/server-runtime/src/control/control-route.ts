import type { OperationDescription } from "@tinsmith/protocols";
import * as v from "valibot";
import type { ControlledTenant } from "../mock/controlled-tenant.js";
import { problemsOf } from "../checks/check.js";

/** The arguments of a route of the control API. */
export interface ControlCall<Body = unknown> {
  /** The tenant of the request. */
  readonly tenant: ControlledTenant;
  /** The parts of the path that the route names in braces. */
  readonly params: Readonly<Record<string, string>>;
  /** Parameters of the query. The last value of a repeated parameter is used. */
  readonly query: Readonly<Record<string, string>>;
  /** The body as the route's schema returns it. */
  readonly body: Body;
  readonly operations: readonly OperationDescription[];
}

/** A path of the control API and its effect. */
export interface ControlRoute {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  /** The path below `/_mock`; `{id}` matches one segment. */
  readonly path: string;
  /** The summary in `/_mock/openapi.json`. */
  readonly summary: string;
  /** Parameters of the query and their descriptions. */
  readonly query?: Readonly<Record<string, string>>;
  /** The schema of the body. Without it, the body is not read. */
  readonly body?: v.GenericSchema;
  /**
   * The schema of the response's body, for `/_mock/openapi.json`; null if the response has no body.
   */
  readonly answer?: v.GenericSchema | null;
  /** The status of a successful response. Default 200, or 204 without a body. */
  readonly status?: number;
  /** The statuses of this route in addition to those of every route, each with its reason. */
  readonly otherwise?: Readonly<Record<number, string>>;
  /** The content type of the response. Default: JSON. */
  readonly contentType?: string;
  /**
   * Responds to the request. A returned value is sent as JSON with status 200, undefined as status
   * 204, and a {@link ControlReply} unchanged. A thrown TypeError or RangeError means a mistake of
   * the caller: status 400.
   */
  readonly run: (call: ControlCall) => unknown;
}

/** A response with a status or content type other than the default. */
export class ControlReply {
  readonly status: number;
  readonly body: unknown;
  readonly contentType: string | undefined;

  /** @param contentType - the content type of the body; if omitted, the body is written as JSON */
  constructor(status: number, body: unknown, contentType?: string) {
    this.status = status;
    this.body = body;
    this.contentType = contentType;
  }
}

/** The reason why a route refuses a request: `{ "error": message }`. */
export class ControlProblem extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** A route whose body has the type of its schema. */
export const routeWithBody = <Schema extends v.GenericSchema>(
  route: Omit<ControlRoute, "body" | "run"> & {
    readonly body: Schema;
    readonly run: (call: ControlCall<v.InferOutput<Schema>>) => unknown;
  },
): ControlRoute => ({
  ...route,
  run: (call) => {
    const result = v.safeParse(route.body, call.body);
    if (result.success) return route.run({ ...call, body: result.output });
    const problems = problemsOf(result.issues, "body", (path) => `member "${path}" of the body`);
    throw new ControlProblem(400, problems.join(" "));
  },
});
