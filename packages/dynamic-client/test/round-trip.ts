import type { HttpHandler } from "@tinsmith/client-runtime";
import type { HttpRequestMessage, Protocol } from "@tinsmith/protocols";
import type { StaticErrorSchema, StaticOperationSchema } from "@smithy/types";

/** A request as the server's side of the protocol reads it. */
export interface ServedRequest {
  readonly operation: string;
  readonly input: unknown;
  readonly headers: Readonly<Record<string, string>>;
  readonly url: string;
}

/** A handler that is a service: it reads requests and writes answers with the server's side of the client's protocol. */
export const serviceHandler = (
  operations: readonly { schema: StaticOperationSchema; errors: readonly StaticErrorSchema[] }[],
  answer: { output: object } | { error: string; data: Record<string, unknown> },
) => {
  const served: ServedRequest[] = [];
  let protocol: Protocol | undefined;
  const handler: HttpHandler = {
    handle: async ({ method, path, query, headers, body, hostname, protocol: scheme }) => {
      if (protocol === undefined) throw new Error("The handler was not told its protocol.");
      const request: HttpRequestMessage = { method, path, query: { ...query }, headers, body };
      const operation = protocol.router(operations)(request);
      if (operation === undefined) throw new Error(`Nothing answers ${method} ${path}.`);
      const input = await protocol.readRequest(operation, request);
      served.push({
        operation: operation.schema[2],
        input,
        headers,
        url: `${scheme}//${hostname}${path}`,
      });
      const response =
        "output" in answer
          ? protocol.writeResponse(operation, answer.output)
          : protocol.writeError(operation, {
              code: answer.error,
              schema: operation.errors.find(([, , name]) => name === answer.error),
              message: "as it was told",
              data: answer.data,
            });
      const { body: content, ...rest } = response;
      return {
        response: {
          ...rest,
          body: typeof content === "string" ? new TextEncoder().encode(content) : content,
        },
      };
    },
  };
  return {
    handler,
    served,
    speak: (spoken: object): void => {
      if (!isProtocol(spoken)) throw new Error("The client speaks no protocol of this project.");
      protocol = spoken;
    },
  };
};

const isProtocol = (value: object): value is Protocol => "readRequest" in value;
