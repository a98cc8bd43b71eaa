import assert from "node:assert/strict";
import { NodeHttpHandler } from "@smithy/node-http-handler";
import type { Server } from "@tinsmith/server-runtime";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { loadGeneratedService, missingModels } from "../../src/interop/generated-service.js";
import type { GeneratedService, ModelOptions } from "../../src/interop/generated-service.js";
import { differencesOfOperations } from "../../src/interop/compare-operations.js";
import { openSdk } from "../../src/interop/sdk.js";
import type { Failure, Sdk } from "../../src/interop/sdk.js";

export interface ServiceOptions extends ModelOptions {
  /** Imports the AWS client. */
  readonly awsClient: () => Promise<object>;
  /** The name of the client class, which is the same in both packages. */
  readonly client: string;
  /** The configuration of both clients. */
  readonly config?: object;
  /** The additional configuration of the AWS client. */
  readonly awsConfig?: object;
}

/** A generated mock server, the AWS client and the generated client of the same service. */
export class ServiceUnderTest {
  #generated: GeneratedService | undefined;
  #server: Server | undefined;
  #sdks: { readonly aws: Sdk; readonly generated: Sdk } | undefined;
  readonly #options: ServiceOptions;

  constructor(options: ServiceOptions) {
    this.#options = options;
  }

  async open(): Promise<void> {
    const { awsClient, client, config, awsConfig } = this.#options;
    this.#generated = await loadGeneratedService(this.#options);
    this.#server = await this.#generated.createMockServer().listen();
    // Both clients use the same kind of connection: the mock server uses HTTP/1.1 by default.
    const common = {
      endpoint: this.#server.url,
      requestHandler: new NodeHttpHandler(),
      ...config,
    };
    this.#sdks = {
      aws: openSdk(await awsClient(), client, { ...common, ...awsConfig }),
      generated: openSdk(this.#generated.client, client, common),
    };
  }

  async close(): Promise<void> {
    this.#sdks?.aws.destroy();
    this.#sdks?.generated.destroy();
    await this.#server?.close();
  }

  get server(): Server {
    return opened(this.#server);
  }

  get generated(): GeneratedService {
    return opened(this.#generated);
  }

  get sdks(): { readonly aws: Sdk; readonly generated: Sdk } {
    return opened(this.#sdks);
  }

  /** Makes a call with both clients, and returns the output. Both outputs must be equal. */
  async call(operation: string, input: unknown): Promise<unknown> {
    const { aws, generated } = this.sdks;
    const theirs = await aws.call(operation, input);
    assert.deepEqual(await generated.call(operation, input), theirs);
    return theirs;
  }

  /** Makes a call that fails with both clients in the same way, and returns the failure. */
  async failure(operation: string, input: unknown): Promise<Failure> {
    const { aws, generated } = this.sdks;
    const theirs = await aws.failure(operation, input);
    assert.deepEqual(await generated.failure(operation, input), theirs);
    return theirs;
  }

  /** Counts the requests whose input contains the given input. */
  received(operation: string, partialInput: object): number {
    return this.server.checkReceived(operation, partialInput).matched.length;
  }

  /** Returns all pages. Both clients must return the same pages. */
  async pages(operation: string, input: object): Promise<readonly unknown[]> {
    const { aws, generated } = this.sdks;
    const theirs = await aws.pages(operation, input);
    assert.deepEqual(await generated.pages(operation, input), theirs);
    return theirs;
  }
}

function opened<Part>(part: Part | undefined): Part {
  if (part === undefined) throw new Error("The service has not been opened.");
  return part;
}

/**
 * Defines the tests of one service over HTTP, with the AWS client and the generated client. The
 * first test calls every operation.
 */
export function describeService(
  title: string,
  options: ServiceOptions,
  tests: (service: ServiceUnderTest) => void,
): void {
  if (missingModels !== undefined) console.log(`${title}: ${missingModels}`);
  const service = new ServiceUnderTest(options);
  describe.skipIf(missingModels !== undefined)(
    `${title}, called by the AWS client and the generated client`,
    () => {
      beforeAll(() => service.open(), 120_000);
      beforeEach(() => service.server.reset());
      afterAll(() => service.close());

      it("returns an output without a handler for every operation, and both clients read it as sent", async () => {
        const { server, generated, sdks } = service;
        const callers = { "the AWS client": sdks.aws, "the generated client": sdks.generated };
        expect(await differencesOfOperations({ server, generated, callers })).toEqual([]);
      }, 120_000);

      tests(service);
    },
  );
}
