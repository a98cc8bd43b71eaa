import type { OperationDescription } from "@tinsmith/protocols";
import * as v from "valibot";
import type { ControlledTenant } from "../mock/controlled-tenant.js";
import { problemsOf } from "../checks/check.js";

/** What a route of the control is called with. */
export interface ControlCall<Body = unknown> {
  /** The one that the request is about. */
  readonly tenant: ControlledTenant;
  /** Parts of the path that the route names in braces. */
  readonly params: Readonly<Record<string, string>>;
  /** Parameters of the query; of repeated ones the last. */
  readonly query: Readonly<Record<string, string>>;
  /** As the route's schema gives it. */
  readonly body: Body;
  readonly operations: readonly OperationDescription[];
}

/** A path of the control and what it does. */
export interface ControlRoute {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  /** Below `/_mock`; `{id}` stands for one part. */
  readonly path: string;
  /** For `/_mock/openapi.json`. */
  readonly summary: string;
  /** Parameters of the query, with what they mean. */
  readonly query?: Readonly<Record<string, string>>;
  /** What the body has to be; without it no body is read. */
  readonly body?: v.GenericSchema;
  /** The answer's content type, where it is not JSON. */
  readonly contentType?: string;
  /**
   * Answers: a value goes out as JSON with status 200, nothing with 204, a {@link ControlReply} as
   * it is. What it throws as a TypeError or RangeError is the caller's mistake: status 400.
   */
  readonly run: (call: ControlCall) => unknown;
}

/** An answer with a status or content type of its own. */
export class ControlReply {
  readonly status: number;
  readonly body: unknown;
  readonly contentType: string | undefined;

  /** @param contentType - without it the body is written as JSON */
  constructor(status: number, body: unknown, contentType?: string) {
    this.status = status;
    this.body = body;
    this.contentType = contentType;
  }
}

/** What a route does not do, and why: `{ "error": message }`. */
export class ControlProblem extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** A route whose body has a type: what its schema gives. */
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
