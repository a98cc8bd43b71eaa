import type { HttpHandler } from "@tinsmith/client-runtime";
import { awsJson1_0, awsJson1_1 } from "@tinsmith/protocols/aws-json/server";
import { awsQuery } from "@tinsmith/protocols/aws-query/server";
import { ec2Query } from "@tinsmith/protocols/ec2-query/server";
import { restJson1 } from "@tinsmith/protocols/rest-json/server";
import { restXml } from "@tinsmith/protocols/rest-xml/server";
import { rpcv2Cbor } from "@tinsmith/protocols/rpcv2-cbor/server";
import { rpcv2Json } from "@tinsmith/protocols/rpcv2-json/server";
import type { HttpRequestMessage, ServerProtocol, ServiceSchema } from "@tinsmith/protocols";
import type { StaticErrorSchema, StaticOperationSchema } from "@smithy/types";
import { nameOf } from "@tinsmith/schema";

/** A request that the server side of the protocol has read. */
export interface ServedRequest {
  readonly operation: string;
  readonly input: unknown;
  readonly headers: Readonly<Record<string, string>>;
  readonly url: string;
}

/** Creates a handler that simulates a service with the server side of the client's protocol. */
export function serviceHandler(
  operations: readonly { schema: StaticOperationSchema; errors: readonly StaticErrorSchema[] }[],
  result: { output: object } | { error: string; data: Record<string, unknown> },
  /** The path of the service's endpoint. The paths of operations are appended to it. */
  basePath = "",
) {
  const served: ServedRequest[] = [];
  let protocol: ServerProtocol | undefined;
  const handler: HttpHandler = {
    handle: async ({ method, path: sent, query, headers, body, hostname, protocol: scheme }) => {
      if (protocol === undefined) throw new Error("Call useProtocol first.");
      const path = sent.startsWith(basePath) ? sent.slice(basePath.length) : sent;
      const request: HttpRequestMessage = { method, path, query: { ...query }, headers, body };
      const operation = protocol.router(operations)(request);
      if (operation === undefined) throw new Error(`No operation has the route ${method} ${path}.`);
      const input = await protocol.readRequest(operation, request);
      served.push({
        operation: nameOf(operation.schema),
        input,
        headers,
        url: `${scheme}//${hostname}${path}`,
      });
      const response =
        "output" in result
          ? protocol.writeResponse(operation, result.output)
          : protocol.writeError(operation, {
              code: result.error,
              schema: operation.errors.find((error) => nameOf(error) === result.error),
              message: "simulated error",
              data: result.data,
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
    /** Selects the protocol of the client. */
    useProtocol: (clientProtocol: object, service: ServiceSchema): void => {
      protocol = servers
        .map((server) => server(service))
        .find(({ id }) => "id" in clientProtocol && clientProtocol.id === id);
      if (protocol === undefined) {
        throw new Error("The client has an unknown protocol.");
      }
    },
  };
}

const servers = [
  awsJson1_0,
  awsJson1_1,
  awsQuery,
  ec2Query,
  restJson1,
  restXml,
  rpcv2Cbor,
  rpcv2Json,
];
