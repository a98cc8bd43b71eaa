import type { FinalizeRequestMiddleware } from "@smithy/types";
import type { DynamicClient, DynamicClientClass, DynamicOutput } from "@tinsmith/dynamic-client";
import type { HttpRequestMessage, HttpResponseMessage } from "@tinsmith/protocols";
import { createClock } from "@tinsmith/server-runtime";
import type { ControllableClock, Handler } from "@tinsmith/server-runtime";
import type { RecordingOrder, ServicePlan } from "@tinsmith/service";
import { WireCapture } from "./wire-capture.js";

/** The server behind a session: one made from the plan, or a generated one. */
export interface RecordedServer {
  handle(request: HttpRequestMessage): Promise<HttpResponseMessage>;
  on(operation: string): { handles(handler: Handler): unknown };
}

/** Options that every server gets. */
export interface ServerSettings {
  readonly clock: ControllableClock;
  readonly clockInDateHeader: true;
}

/** The identifiers of one call, which clients and servers otherwise choose at random. */
export interface CallIds {
  readonly requestId: string;
  readonly invocationId: string;
}

/** A client and a server with a fresh state, whose clock stands still. */
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
    // Signatures state whole seconds. At least half a second remains between here and the
    // signature.
    if ("systemClockOffset" in config) {
      config.systemClockOffset = this.#now.getTime() + 400 - Date.now();
    }
    return this.#client.send(new Command(input));
  }
}

/** Returns the options of the client: the identities for each scheme are those of the examples. */
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
