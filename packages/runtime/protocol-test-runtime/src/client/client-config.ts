import type { HttpRequest, HttpResponse } from "@smithy/types";

/**
 * The configuration of a client under test: enough to sign, and nothing that leaves the process.
 */
export interface ClientTestConfig {
  readonly endpoint: string;
  readonly region: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  /** One, because a test concerns a single request. */
  readonly maxAttempts: number;
  readonly requestHandler: {
    handle(request: HttpRequest): Promise<{ response: HttpResponse }>;
  };
}

/** Creates a client with the configuration and calls an operation. */
export type ClientCall = (config: ClientTestConfig) => Promise<unknown>;

/** Returns a configuration whose requests go to a function. */
export const clientConfig = (
  handle: (request: HttpRequest) => HttpResponse,
  host = "example.com",
): ClientTestConfig => ({
  endpoint: `https://${host}`,
  region: "us-east-1",
  credentials: { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "secret" },
  maxAttempts: 1,
  requestHandler: { handle: async (request) => ({ response: handle(request) }) },
});
