import type { HttpRequest, HttpResponse } from "@smithy/types";

/**
 * The configuration of a client under test: an identity for each authentication scheme, and a
 * handler that keeps requests within the process.
 */
export interface ClientTestConfig {
  readonly endpoint: string;
  readonly region: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  readonly token: { readonly token: string };
  readonly apiKey: { readonly apiKey: string };
  readonly login: { readonly username: string; readonly password: string };
  /** The value is 1, because a test concerns a single request. */
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
  token: { token: "token" },
  apiKey: { apiKey: "key" },
  login: { username: "user", password: "secret" },
  maxAttempts: 1,
  requestHandler: { handle: async (request) => ({ response: handle(request) }) },
});
