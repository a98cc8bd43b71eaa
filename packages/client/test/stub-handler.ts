import type { HttpRequest, HttpResponse } from "@smithy/types";
import type { HttpHandler } from "../src/index.js";

/** A response, or something that is thrown instead. */
export type Stub = { statusCode?: number; headers?: Record<string, string>; body?: object } | Error;

/** A handler that answers with what it is told, the last answer again and again, and keeps what it was sent. */
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

/** An error as awsJson1_1 writes it. */
export const failure = (type: string, statusCode = 400, message = `It was ${type}.`): Stub => ({
  statusCode,
  body: { __type: type, message },
});

export function bodyText(body: unknown): string {
  if (typeof body === "string") return body;
  if (body instanceof Uint8Array) return new TextDecoder().decode(body);
  throw new TypeError("The body is no text.");
}

/** Options that keep a client from the network and the environment. */
export const offline = {
  region: "us-east-1",
  credentials: {
    accessKeyId: "AKIDEXAMPLE",
    secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
  },
};
