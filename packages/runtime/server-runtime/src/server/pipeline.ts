import type {
  ErrorMessage,
  HttpRequestMessage,
  HttpResponseMessage,
  ServerProtocol,
} from "@tinsmith/protocols";
import { decompress, isGzipped } from "../http/decompress.js";
import {
  errorMessageOf,
  internalFailure,
  notImplemented,
  unknownOperation,
  validationFailure,
} from "../service/error-message.js";
import { ExchangeRecord } from "../service/exchange.js";
import type { Exchange } from "../service/exchange.js";
import type { ServedResponse } from "../service/broken-connection.js";
import type { FaultPlan } from "../mock/faults/fault-plan.js";
import type { Handler } from "../service/handler.js";
import type { HookChain } from "./hook-chain.js";
import { defaultMaxBodyBytes } from "../http/node/listen-options.js";
import type { Operation, Operations, ServiceDescription } from "../service/operations.js";
import type { ServerOptions } from "./server-options.js";
import { credentialsFor, Unauthorized } from "../auth/require-credentials.js";
import type { RequireCredentials } from "../auth/require-credentials.js";
import { traitsOf } from "@tinsmith/schema";
import { authenticator } from "../sigv4/authenticate.js";
import type { Authenticate } from "../sigv4/authenticate.js";
import { unwrapBody } from "../sigv4/unwrap-body.js";
import type { Tenant } from "../mock/tenant.js";
import type { Tenants } from "../mock/tenants.js";
import { checkArgument } from "../checks/check.js";
import { object } from "../checks/expected.js";

/** The stages of a request: tenant, route, signature, input, faults, handler, output, journal. */
export class Pipeline<Handlers extends object> {
  readonly #settings: ServiceDescription & ServerOptions<Handlers>;
  readonly #operations: Operations;
  readonly #tenants: Tenants<Tenant<Handlers>>;
  readonly #hooks: HookChain;
  readonly #authenticate: Authenticate;
  readonly #requireCredentials: RequireCredentials | undefined;

  constructor(
    settings: ServiceDescription & ServerOptions<Handlers>,
    operations: Operations,
    tenants: Tenants<Tenant<Handlers>>,
    hooks: HookChain,
  ) {
    this.#settings = settings;
    this.#operations = operations;
    this.#tenants = tenants;
    this.#hooks = hooks;
    this.#authenticate = authenticator(settings.verifySignatures, settings.signing);
    this.#requireCredentials = credentialsFor(settings.auth, settings.authentication);
  }

  /**
   * Responds to a request for an operation. Never rejects.
   *
   * @param sent - the request as the client signed it, if the server has changed its path
   */
  async answer(request: HttpRequestMessage, sent = request): Promise<ServedResponse> {
    let tenant = this.#tenants.default;
    let exchange = new ExchangeRecord(request, tenant);
    let answer: ServedResponse;
    try {
      const own = this.#tenants.of(request);
      if (own !== tenant) {
        tenant = own;
        exchange = new ExchangeRecord(request, own);
      }
      const early = this.#hooks.isEmpty ? undefined : await this.#hooks.request(exchange);
      answer = early ?? (await this.#answerOperation(exchange, tenant, sent));
    } catch (thrown) {
      answer = this.#fail(exchange, thrown, undefined, this.#operations.firstProtocol);
    }
    answer.headers["x-amzn-RequestId"] ??= exchange.requestId;
    if (this.#settings.clockInDateHeader === true) {
      answer.headers["date"] ??= tenant.clock.now().toUTCString();
    }
    if (!this.#hooks.isEmpty) {
      const report = (thrown: unknown): void => this.#reportUnexpected(thrown, exchange);
      answer = await this.#hooks.response(exchange, answer, report);
    }
    tenant.record(exchange, answer);
    return answer;
  }

  async #answerOperation(
    exchange: ExchangeRecord,
    tenant: Tenant<Handlers>,
    sent: HttpRequestMessage,
  ): Promise<ServedResponse> {
    const { request } = exchange;
    const isCompressed = this.#operations.compression && isGzipped(request);
    const route =
      this.#operations.find(request) ??
      // The compressed body may name the operation.
      (isCompressed ? this.#operations.find(await this.#decompress(request)) : undefined);
    if (!route) {
      const protocol = this.#operations.firstProtocol;
      const { service, operations } = this.#settings;
      exchange.error = unknownOperation(service, operations, exchange.request, protocol.id);
      return protocol.writeError(undefined, exchange.error);
    }
    const { operation, protocol } = route;
    exchange.operation = operation.name;
    let plan: FaultPlan | undefined;
    try {
      const admitted =
        this.#requireCredentials && (await this.#requireCredentials(request, operation));
      // A request that was admitted by another scheme does not need a signature.
      if (!admitted || admitted.kind === "sigv4") {
        const authenticated = this.#authenticate(exchange, protocol, sent);
        if (authenticated) await authenticated;
      }
      const early = this.#hooks.isEmpty ? undefined : await this.#hooks.operation(exchange, route);
      if (early) return early;
      const unwrapped = unwrapBody(request);
      const message =
        operation.compression && isCompressed ? await this.#decompress(unwrapped) : unwrapped;
      const read = protocol.readRequest(operation, message);
      const given = read instanceof Promise ? await read : read;
      const { defaults, schema } = operation;
      const input = defaults?.input(schema, given) ?? given;
      // The real service has validated recorded inputs.
      const problems = tenant.replay ? [] : operation.validate(input);
      if (problems.length > 0) {
        exchange.error = validationFailure(problems, operation.errors);
        return writeError(operation, exchange.error, protocol);
      }
      exchange.input = input;
      if (!this.#hooks.isEmpty) await this.#hooks.input(exchange);
      plan = tenant.faults.plan(exchange, input);
      if (plan) {
        exchange.faults = plan.names;
        if (plan.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, plan?.delayMs));
        if (plan.error) throw plan.error;
        if (plan.reset) return { statusCode: 0, headers: {}, broken: { kind: "reset" } };
      }
      const output = await this.#run(operation, exchange, tenant, plan);
      const answered = defaults?.output(schema, output) ?? output;
      return breaking(protocol.writeResponse(operation, answered), plan);
    } catch (thrown) {
      return breaking(this.#fail(exchange, thrown, operation, protocol), plan);
    }
  }

  #decompress(request: HttpRequestMessage): Promise<HttpRequestMessage> {
    return decompress(request, this.#settings.maxBodyBytes ?? defaultMaxBodyBytes);
  }

  async #run(
    operation: Operation,
    exchange: ExchangeRecord,
    tenant: Tenant<Handlers>,
    plan: FaultPlan | undefined,
  ): Promise<object> {
    const { input } = exchange;
    const { overrides } = tenant;
    const overriding = overrides.isEmpty ? undefined : await overrides.take(operation.name, input);
    let handler = overriding ?? this.#handlerOf(operation, tenant);
    for (const wrap of plan?.wrappers ?? []) if (handler) handler = wrap(handler);
    if (!handler) throw notImplemented(operation.name);
    const output = (await handler(input, exchange)) ?? {};
    // This runs for each request, so the slower check is only called for a wrong type.
    if (typeof output !== "object") checkArgument(object, output, `output of ${operation.name}`);
    exchange.output = output;
    return output;
  }

  #handlerOf(operation: Operation, tenant: Tenant<Handlers>): Handler | undefined {
    const { behavior, replay } = tenant;
    if (replay) return replay.handlers[operation.name];
    if (operation.handler) return operation.handler;
    // The cast is safe: the keys name operations, and each handler receives inputs that its
    // operation's schema has read.
    const own = behavior?.handlers[operation.name as keyof Handlers] as Handler | undefined;
    if (own) return own;
    const { fallback } = this.#settings;
    return fallback && ((input, context) => fallback(operation, input, context));
  }

  #fail(
    exchange: ExchangeRecord,
    thrown: unknown,
    operation: Operation | undefined,
    protocol: ServerProtocol,
  ): HttpResponseMessage {
    const error = errorMessageOf(thrown, operation?.errors ?? []);
    if (!error) this.#reportUnexpected(thrown, exchange);
    exchange.error = headError(error ?? internalFailure, exchange.request);
    const response = writeError(operation, exchange.error, protocol);
    if (thrown instanceof Unauthorized && thrown.challenge !== "") {
      response.headers["www-authenticate"] = thrown.challenge;
    }
    return response;
  }

  #reportUnexpected(thrown: unknown, exchange: Exchange): void {
    if (this.#settings.onUnexpectedError) this.#settings.onUnexpectedError(thrown, exchange);
    else console.error(`${exchange.operation || "A request"} failed:`, thrown);
  }
}

/**
 * Completes an error in a response to HEAD. Such a response has no body, so clients identify the
 * error by its status. If the model does not state a status, it is derived from the name of the
 * error.
 */
function headError(error: ErrorMessage, { method }: HttpRequestMessage): ErrorMessage {
  const { schema, statusCode, code } = error;
  if (method !== "HEAD" || statusCode !== undefined || !schema) return error;
  if (traitsOf(schema)["httpError"] !== undefined) return error;
  const [, status] = statusByName.find(([name]) => name.test(code)) ?? [];
  return status === undefined ? error : { ...error, statusCode: status };
}

const statusByName: readonly (readonly [name: RegExp, status: number])[] = [
  [/NotFound|NoSuch|DoesNotExist/i, 404],
  [/AccessDenied|Forbidden|NotAuthorized/i, 403],
  [/Unauthorized|Unauthenticated/i, 401],
  [/NotModified/i, 304],
  [/PreconditionFailed/i, 412],
  [/Conflict|AlreadyExists/i, 409],
  [/Throttl|TooManyRequests|SlowDown/i, 429],
];

const breaking = (response: HttpResponseMessage, plan: FaultPlan | undefined): ServedResponse =>
  plan?.broken ? { ...response, broken: plan.broken } : response;

function writeError(
  operation: Operation | undefined,
  error: ErrorMessage,
  protocol: ServerProtocol,
): HttpResponseMessage {
  const data = error.schema && operation?.defaults?.error(error.schema, error.data ?? {});
  return protocol.writeError(operation, data ? { ...error, data } : error);
}
