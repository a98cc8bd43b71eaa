import type { FinalizeRequestMiddleware } from "@smithy/types";
import type { DynamicClient, DynamicClientClass, DynamicOutput } from "@tinsmith/dynamic-client";
import type { HttpRequestMessage, HttpResponseMessage } from "@tinsmith/protocols";
import { createClock } from "@tinsmith/server-runtime";
import type { ControllableClock, Handler } from "@tinsmith/server-runtime";
import type { RecordingOrder, ServicePlan } from "@tinsmith/service";
import { WireCapture } from "./wire-capture.js";

/** The server behind a session: a generated server, or a server that was created from the plan. */
export interface RecordedServer {
  handle(request: HttpRequestMessage): Promise<HttpResponseMessage>;
  on(operation: string): { handles(handler: Handler): unknown };
}

/** The options of every server. */
export interface ServerSettings {
  readonly clock: ControllableClock;
  readonly clockInDateHeader: true;
}

/** The identifiers of one call. Clients and servers otherwise choose them at random. */
export interface CallIds {
  readonly requestId: string;
  readonly invocationId: string;
}

/** A client and a server with a fresh state and a stopped clock. */
export class Session {
  readonly server: RecordedServer;
  readonly capture: WireCapture;
  readonly #client: DynamicClient;
  readonly #Client: DynamicClientClass;
  readonly #now: Date;
  #invocationId = "";

  constructor(
    Client: DynamicClientClass,
    createServer: (settings: ServerSettings) => RecordedServer,
    order: RecordingOrder,
  ) {
    const clock = createClock();
    clock.freeze(order.clock);
    this.#now = clock.now();
    this.server = createServer({ clock, clockInDateHeader: true });
    this.capture = new WireCapture((request) => this.server.handle(request));
    this.#Client = Client;
    this.#client = new Client({
      ...optionsOf(order.plan, order),
      requestHandler: this.capture.handler,
    });
    fixInvocationId(this.#client, () => this.#invocationId);
  }

  begin({ requestId, invocationId }: CallIds): void {
    this.#invocationId = invocationId;
    this.capture.begin({ now: this.#now, requestId });
  }

  /** Sends a call at the time of the recording. */
  async send(operation: string, input: object): Promise<Readonly<Record<string, unknown>>> {
    const Command = this.#Client.commands[operation];
    if (Command === undefined) throw new RangeError(`The service has no operation ${operation}.`);
    const { config } = this.#client;
    // A signature states its time in whole seconds. The clock starts 400 ms after the recorded
    // time, so more than half a second remains to sign within the same second.
    if ("systemClockOffset" in config) {
      config.systemClockOffset = this.#now.getTime() + 400 - Date.now();
    }
    return this.#client.send(new Command(input));
  }
}

/**
 * Returns the options of the client. The identities for the authentication schemes are those of the
 * examples.
 */
function optionsOf(plan: ServicePlan, { endpoint, region }: RecordingOrder) {
  const kinds = new Set([...plan.authSchemes, ...plan.furtherAuthSchemes].map(({ kind }) => kind));
  return {
    endpoint,
    maxAttempts: 1,
    ...(plan.isAws && {
      region,
      credentials: { accessKeyId: "test", secretAccessKey: "test" },
      defaultUserAgentProvider: async () => [["tinsmith", "recorder"] satisfies [string, string]],
      disableClockSkewCorrection: false,
    }),
    ...(kinds.has("httpBearerAuth") && { token: { token: "a-secret-token" } }),
    ...(kinds.has("httpApiKeyAuth") && { apiKey: { apiKey: "a-secret-key" } }),
    ...((kinds.has("httpBasicAuth") || kinds.has("httpDigestAuth")) && {
      login: { username: "ann", password: "a-secret" },
    }),
  };
}

/** Replaces the random id of a call before the request is signed. */
function fixInvocationId(client: DynamicClient, idOf: () => string): void {
  const name = "amz-sdk-invocation-id";
  const fixId: FinalizeRequestMiddleware<object, DynamicOutput> = (next) => async (args) => {
    const { request } = args as { request?: { headers?: Record<string, string> } };
    if (request?.headers?.[name] !== undefined) request.headers[name] = idOf();
    return next(args);
  };
  client.middlewareStack.addRelativeTo(fixId, {
    name: "fixedInvocationIdMiddleware",
    relation: "after",
    toMiddleware: "retryMiddleware",
  });
}
