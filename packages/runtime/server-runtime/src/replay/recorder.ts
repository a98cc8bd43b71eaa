import type { ClientProtocol, HttpRequestMessage } from "@tinsmith/protocols";
import { refusalOf } from "../http/access.js";
import { ServiceError } from "../service/service-error.js";
import type { Exchange } from "../service/exchange.js";
import type { ReplacementResponse, ServerHooks } from "../service/server-hooks.js";
import type { Route, ServiceDescription } from "../service/operations.js";
import { clientProtocolOf } from "./client-protocol.js";
import { Drift } from "./drift.js";
import { Endpoint } from "./endpoint.js";
import type { EndpointOptions } from "./endpoint.js";
import { prepareFolder, writeFixture } from "./fixture-folder.js";
import { makeFixture } from "./make-fixture.js";
import { withWholeBody } from "./plain-value.js";
import { readRequest, readResponse } from "./read-call.js";
import type { RecordingReport } from "./recording.js";

/** The endpoint that calls are forwarded to, and the folder of the recorded calls. */
export interface RecordOptions extends EndpointOptions {
  /**
   * The folder of the fixtures, one file per call: `0001.GetForecast.json`. Created if missing.
   */
  readonly fixtures: string;
}

/** The maximum size of a streamed request. Such a request is read before it is forwarded. */
const maxRequestBytes = 64 * 1024 * 1024;

/** The service that is recorded, and the address of the server. */
export interface RecorderScope {
  readonly service: ServiceDescription;
  readonly allowedHosts: readonly string[];
  /** The address that the server listens on; undefined in process. */
  boundHost(): string | undefined;
}

/**
 * Records a real service. Each request for an operation is forwarded to the endpoint, and the
 * response is returned unchanged. Both are compared with the model and stored as a fixture.
 */
export class Recorder {
  readonly hooks: ServerHooks;
  readonly #options: RecordOptions;
  readonly #scope: RecorderScope;
  readonly #endpoint: Endpoint;
  readonly #drift = new Drift();
  readonly #secrets: readonly string[];
  readonly #clients = new Map<string, Promise<ClientProtocol>>();
  #arrived = 0;
  #kept = 0;
  #failure: Error | undefined;

  /** @throws TypeError if `endpoint` is not a plain HTTP URL */
  constructor(options: RecordOptions, scope: RecorderScope) {
    const { accessKeyId, secretAccessKey, sessionToken } = options.credentials ?? {};
    this.#options = options;
    this.#scope = scope;
    this.#endpoint = new Endpoint(options, scope.service.signing?.name);
    this.#secrets = [accessKeyId, secretAccessKey, sessionToken].filter(
      (secret) => secret !== undefined,
    );
    this.hooks = {
      onOperation: (exchange, route) => this.#record(exchange, route),
      onResponse: (exchange) => {
        if (exchange.operation === "") this.#noticeUnknown(exchange.request);
      },
    };
  }

  /** @throws FileError if the folder cannot be created, or already holds fixtures */
  prepare(): Promise<void> {
    return prepareFolder(this.#options.fixtures);
  }

  report(): RecordingReport {
    const { endpoint, fixtures } = this.#options;
    const { findings } = this.#drift;
    return { mode: "record", fixtures, endpoint, calls: this.#kept, drift: findings };
  }

  /** @throws the first error of the file system if a fixture could not be written */
  finish(): void {
    if (this.#failure) throw this.#failure;
  }

  async #record(exchange: Exchange, route: Route): Promise<ReplacementResponse> {
    const { receivedAt } = exchange;
    const { operation, protocol } = route;
    this.#guard(exchange.request);
    const request = await withWholeBody(exchange.request, maxRequestBytes);
    this.#arrived += 1;
    const number = this.#arrived;
    const warning = this.#endpoint.warningFor(request);
    if (warning !== undefined) exchange.warn(warning);
    const response = await this.#endpoint.send(request);
    const reader = { ...route, client: await this.#clientOf(protocol) };
    const asked = await this.#readable("input", operation.name, readRequest(reader, request));
    const answered = await this.#readable("output", operation.name, readResponse(reader, response));
    if (asked && answered) {
      const { constraints = {}, service } = this.#scope.service;
      const { fixture, findings } = makeFixture(
        { request, receivedAt, status: response.statusCode, asked, answered },
        { service, operation, constraints, secrets: this.#secrets },
      );
      for (const finding of findings) this.#drift.add({ ...finding, operation: operation.name });
      try {
        await writeFixture(this.#options.fixtures, number, fixture);
        this.#kept += 1;
      } catch (thrown) {
        // The service has responded, and the client must receive the response.
        const error = thrown instanceof Error ? thrown : new Error(String(thrown));
        this.#failure ??= error;
        exchange.warn(`The fixture could not be written: ${error.message}`);
      }
    }
    return { response, input: asked?.input, output: answered?.output, error: answered?.error };
  }

  /** Rejects requests from pages of other sites. Such requests must not reach the real service. */
  #guard({ headers }: HttpRequestMessage): void {
    const boundHost = this.#scope.boundHost();
    const { host, ...others } = headers;
    // In process, only the process itself can send requests. They may name any host.
    const refusal = refusalOf(
      { headers: { ...others, ...(boundHost !== undefined && host !== undefined && { host }) } },
      { boundHost, allowedHosts: [...this.#scope.allowedHosts, this.#endpoint.hostname] },
    );
    if (refusal === undefined) return;
    throw new ServiceError({
      name: "ForwardingRefused",
      $fault: "client",
      statusCode: 403,
      message: `The request was not forwarded: ${refusal}`,
    });
  }

  async #readable<Read>(
    side: "input" | "output",
    operation: string,
    read: Promise<Read>,
  ): Promise<Read | undefined> {
    try {
      return await read;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const detail = `cannot be read, so the call was not recorded: ${reason}`;
      this.#drift.add({ kind: "unreadable", operation, side, path: "", detail });
      return undefined;
    }
  }

  #noticeUnknown({ method, path, headers }: HttpRequestMessage): void {
    const what = `${method} ${path} ${headers["x-amz-target"] ?? ""}`.trim();
    const detail = `${what} matches no operation of the model, and was not forwarded`;
    this.#drift.add({ kind: "unknownOperation", operation: "", side: "input", path: "", detail });
  }

  #clientOf(protocol: Route["protocol"]): Promise<ClientProtocol> {
    let client = this.#clients.get(protocol.id);
    if (!client) {
      client = clientProtocolOf(protocol, this.#scope.service);
      this.#clients.set(protocol.id, client);
    }
    return client;
  }
}
