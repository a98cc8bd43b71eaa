import { modelOf } from "../../../../../service/test/load-plan.js";
import { stubService, withClient } from "../run-client.js";
import type { Answer, Asked } from "../run-client.js";

/**
 * A service with cells. Each cell has a separate endpoint. The endpoint is required for writing and
 * optional for reading.
 */
export const cells = modelOf(`$version: "2"
namespace demo
use aws.api#clientDiscoveredEndpoint
use aws.api#clientEndpointDiscovery
use aws.api#clientEndpointDiscoveryId
use aws.api#service
use aws.auth#sigv4
use aws.protocols#awsJson1_1
use smithy.rules#endpointRuleSet

@awsJson1_1
@service(sdkId: "Cells")
@sigv4(name: "cells")
@clientEndpointDiscovery(operation: DescribeEndpoints, error: InvalidEndpointException)
@endpointRuleSet({
  version: "1.0"
  parameters: {
    Region: { type: "string", builtIn: "AWS::Region" }
    Endpoint: { type: "string", builtIn: "SDK::Endpoint" }
  }
  rules: [
    {
      conditions: [{ fn: "isSet", argv: [{ ref: "Endpoint" }] }]
      endpoint: { url: { ref: "Endpoint" } }
      type: "endpoint"
    }
    {
      conditions: [{ fn: "isSet", argv: [{ ref: "Region" }] }]
      endpoint: { url: "https://cells.{Region}.example" }
      type: "endpoint"
    }
  ]
})
service Cells { version: "1", operations: [DescribeEndpoints, Write, Read, List] }

operation DescribeEndpoints {
  input := { Operation: String, Identifiers: Identifiers }
  output := { @required Endpoints: Endpoints }
}
map Identifiers { key: String, value: String }
list Endpoints { member: Endpoint }
structure Endpoint { @required Address: String, @required CachePeriodInMinutes: Long }

@error("client")
structure InvalidEndpointException { message: String }

@clientDiscoveredEndpoint(required: true)
operation Write {
  input := { @required @clientEndpointDiscoveryId Table: String, Text: String }
  errors: [InvalidEndpointException]
}

@clientDiscoveredEndpoint(required: false)
operation Read { errors: [InvalidEndpointException] }

operation List {}
`);

/** A request to a stub of the service, with its host. */
export interface Call extends Asked {
  readonly host: string;
  readonly accessKey: string;
  /** The region in the signature of the request. */
  readonly region: string;
}

interface Session {
  readonly calls: readonly Call[];
  /** Returns the called operations with their hosts, in order. */
  readonly places: () => readonly string[];
  readonly client: {
    readonly config: {
      endpointDiscoveryEnabled(): Promise<unknown>;
      credentials: unknown;
      readonly endpointCache: { readonly size: number; clear(): void };
    };
    write(input: object, options?: object): Promise<unknown>;
    read(input: object): Promise<unknown>;
    list(input: object): Promise<unknown>;
  };
}

/**
 * Creates a generated client of the service. One function responds to `DescribeEndpoints`, and
 * another function responds to all other calls.
 */
export const withCells = async (
  answer: (call: Call, number: number) => Answer | object | Promise<Answer | object>,
  options: object,
  use: (session: Session) => Promise<void>,
): Promise<void> =>
  withClient(cells, async (importModule) => {
    const { Cells } = await importModule("index.js");
    if (typeof Cells !== "function") throw new TypeError("The module has no class of this client.");
    const calls: Call[] = [];
    const { handler } = stubService((asked, number) => {
      const call = { ...asked, ...(where[number] ?? { host: "", accessKey: "", region: "" }) };
      calls.push(call);
      return answer(call, number);
    });
    const where: { host: string; accessKey: string; region: string }[] = [];
    const requestHandler = {
      handle: async (request: {
        readonly hostname: string;
        readonly port?: number;
        readonly path: string;
        readonly headers: Readonly<Record<string, string>>;
        readonly body?: unknown;
      }) => {
        const { hostname, port, path, headers } = request;
        const scope = /Credential=(\w+)\/\d+\/([\w-]+)\//.exec(headers["authorization"] ?? "");
        const [, accessKey = "", region = ""] = scope ?? [];
        const host = hostname + (port === undefined ? "" : `:${port}`);
        where.push({ host: host + path.replace(/\/$/, ""), accessKey, region });
        return handler.handle(request);
      },
    };
    const client = Reflect.construct(Cells, [
      {
        region: "us-east-1",
        credentials: { accessKeyId: "AKIDFIRST", secretAccessKey: "secret" },
        maxAttempts: 1,
        requestHandler,
        ...options,
      },
    ]);
    const places = () => calls.map(({ operation, host }) => `${operation} ${host}`);
    await use({ calls, client, places });
  });

/** Creates the output of `DescribeEndpoints`. */
export const endpoints = (...list: readonly (readonly [address: string, minutes: number])[]) => ({
  Endpoints: list.map(([Address, CachePeriodInMinutes]) => ({ Address, CachePeriodInMinutes })),
});

/** Waits until background work has ended. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
