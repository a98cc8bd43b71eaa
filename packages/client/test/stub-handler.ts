import type { HttpRequest, HttpResponse } from "@smithy/types";
import type { HttpHandler } from "../src/index.js";

/** A response, or an error to throw. */
export type Stub = { statusCode?: number; headers?: Record<string, string>; body?: object } | Error;

/**
 * Creates a handler that records requests. It returns the stubs in order, and then repeats the last
 * stub.
 */
export function stubHandler(...stubs: readonly Stub[]) {
  const requests: HttpRequest[] = [];
  const handler: HttpHandler = {
    metadata: { handlerProtocol: "http/1.1" },
    async handle(request) {
      const stub = stubs[Math.min(requests.length, stubs.length - 1)] ?? {};
      requests.push(structuredClone({ ...request, body: bodyText(request.body) }));
      if (stub instanceof Error) throw stub;
      return { response: toResponse(stub) };
    },
  };
  return { handler, requests };
}

const toResponse = ({
  statusCode = 200,
  headers,
  body = {},
}: Exclude<Stub, Error>): HttpResponse => ({
  statusCode,
  headers: { "x-amzn-requestid": "8d0b3c1e", ...headers },
  body: new TextEncoder().encode(JSON.stringify(body)),
});

/** Returns an error response in the protocol awsJson1_1. */
export const failure = (type: string, statusCode = 400, message = `It was ${type}.`): Stub => ({
  statusCode,
  body: { __type: type, message },
});

export function bodyText(body: unknown): string {
  if (typeof body === "string") return body;
  if (body instanceof Uint8Array) return new TextDecoder().decode(body);
  throw new TypeError("The body must be text.");
}

/** Options that prevent access to the network and the environment. */
export const offline = {
  region: "us-east-1",
  credentials: {
    accessKeyId: "AKIDEXAMPLE",
    secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
  },
};
