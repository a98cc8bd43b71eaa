import type {
  StaticListSchema,
  StaticOperationSchema,
  StaticStructureSchema,
  StaticUnionSchema,
} from "@smithy/types";
import type {
  ClientProtocol,
  HttpRequestMessage,
  OperationDescription,
  ServerProtocol,
} from "@tinsmith/protocols";
import * as awsJsonClient from "@tinsmith/protocols/aws-json";
import * as awsJsonServer from "@tinsmith/protocols/aws-json/server";
import * as awsQueryClient from "@tinsmith/protocols/aws-query";
import * as awsQueryServer from "@tinsmith/protocols/aws-query/server";
import * as ec2QueryClient from "@tinsmith/protocols/ec2-query";
import * as ec2QueryServer from "@tinsmith/protocols/ec2-query/server";
import * as restJsonClient from "@tinsmith/protocols/rest-json";
import * as restJsonServer from "@tinsmith/protocols/rest-json/server";
import * as restXmlClient from "@tinsmith/protocols/rest-xml";
import * as restXmlServer from "@tinsmith/protocols/rest-xml/server";
import * as rpcv2CborClient from "@tinsmith/protocols/rpcv2-cbor";
import * as rpcv2CborServer from "@tinsmith/protocols/rpcv2-cbor/server";
import * as rpcv2JsonClient from "@tinsmith/protocols/rpcv2-json";
import * as rpcv2JsonServer from "@tinsmith/protocols/rpcv2-json/server";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createServer } from "../../src/entries/index.js";

/** A service with members of every kind in every part of a message. */
const ns = "example.fuzz";
const choice$: StaticUnionSchema = [4, ns, "Choice", 0, ["text", "nested"], [0, () => sink$]];
const sparse$: StaticListSchema = [1, ns, "Sparse", { sparse: 1 }, 0];
const sink$: StaticStructureSchema = [
  3,
  ns,
  "Sink",
  0,
  [
    "text",
    "flag",
    "number",
    "big",
    "decimal",
    "blob",
    "time",
    "date",
    "list",
    "sparse",
    "map",
    "nested",
    "choice",
  ],
  [0, 2, 1, 17, 19, 21, 4, 5, 64, sparse$, [2, ns, "Map", 0, 0, 1], () => sink$, choice$],
];
const input$: StaticStructureSchema = [
  3,
  ns,
  "WashInput",
  0,
  ["id", "page", "token", "headers", "sink"],
  [
    [0, { httpLabel: 1 }],
    [1, { httpQuery: "page" }],
    [4, { httpHeader: "x-time" }],
    [[2, ns, "Headers", 0, 0, 0], { httpPrefixHeaders: "x-meta-" }],
    sink$,
  ],
  1,
];
const wash$: StaticOperationSchema = [
  9,
  ns,
  "Wash",
  { http: ["POST", "/wash/{id}", 200] },
  input$,
  sink$,
];
const wash: OperationDescription = { schema: wash$, errors: [] };
const service = { namespace: ns, name: "Kitchen", version: "2026-11-01" };
const constraints = {
  WashInput: { id: { required: true, length: { min: 1, max: 64 } }, page: { number: "integer" } },
  Sink: { text: { pattern: "^[a-z]*$" }, number: { number: "byte", range: { min: 0 } } },
} as const;
const protocols: readonly (ClientProtocol & ServerProtocol)[] = [
  [awsJsonClient.awsJson1_0, awsJsonServer.awsJson1_0] as const,
  [awsJsonClient.awsJson1_1, awsJsonServer.awsJson1_1] as const,
  [awsQueryClient.awsQuery, awsQueryServer.awsQuery] as const,
  [ec2QueryClient.ec2Query, ec2QueryServer.ec2Query] as const,
  [restJsonClient.restJson1, restJsonServer.restJson1] as const,
  [restXmlClient.restXml, restXmlServer.restXml] as const,
  [rpcv2CborClient.rpcv2Cbor, rpcv2CborServer.rpcv2Cbor] as const,
  [rpcv2JsonClient.rpcv2Json, rpcv2JsonServer.rpcv2Json] as const,
].map(([client, server]) => ({ ...client(service), ...server(service, { constraints }) }));

const value = { id: "a", page: 1, sink: { text: "abc", number: 1, list: ["x"], nested: {} } };
const junk = fc.oneof(
  fc.string(),
  fc.constantFrom("", "null", "NaN", "-1", "1e999", "%", "%zz", "../..", "\u0000", "__proto__"),
);

/** Ways to corrupt a valid request. */
function spoiled(good: HttpRequestMessage): fc.Arbitrary<HttpRequestMessage> {
  const bytes = Buffer.from(
    typeof good.body === "string" || good.body instanceof Uint8Array ? good.body : "",
  );
  const body = fc.oneof(
    fc.uint8Array({ maxLength: 80 }),
    fc.string({ unit: "grapheme" }).map((text) => Buffer.from(text)),
    fc.json({ maxDepth: 4 }).map((text) => Buffer.from(text)),
    fc
      .jsonValue({ maxDepth: 3 })
      .map((text) => Buffer.from(JSON.stringify({ id: "a", sink: text }))),
    // Changes, cuts off or repeats bytes of the valid body.
    fc
      .array(fc.tuple(fc.nat({ max: Math.max(0, bytes.length - 1) }), fc.nat({ max: 255 })), {
        minLength: 1,
        maxLength: 4,
      })
      .map((edits) => {
        const altered = Buffer.from(bytes);
        for (const [at, byte] of edits) if (at < altered.length) altered[at] = byte;
        return altered;
      }),
    fc.nat({ max: bytes.length }).map((length) => bytes.subarray(0, length)),
    fc.constant(Buffer.concat([bytes, bytes])),
  );
  return fc
    .record(
      {
        body,
        path: junk.map((text) => `/wash/${text}`),
        query: fc.dictionary(junk, fc.oneof(junk, fc.constant(null), fc.array(junk)), {
          maxKeys: 3,
        }),
        headers: fc.dictionary(
          fc.constantFrom(
            "content-type",
            "x-time",
            "x-meta-a",
            "accept",
            "content-encoding",
            "x-amz-target",
          ),
          junk,
        ),
      },
      { requiredKeys: [] },
    )
    .map(({ headers, ...rest }) => ({
      ...good,
      ...rest,
      headers: { ...good.headers, ...headers },
    }));
}

describe.each(protocols.map((protocol) => [protocol.id, protocol] as const))(
  "a server of %s",
  (_, protocol) => {
    const failures: unknown[] = [];
    const server = createServer({
      service,
      protocols: [protocol],
      operations: [wash],
      constraints,
      handlers: { Wash: () => ({}) },
      onUnexpectedError: (error) => failures.push(error),
    });
    const good = protocol.writeRequest(wash, value);

    it("accepts the intact request", async () => {
      expect((await server.handle(structuredClone(good))).statusCode).toBe(200);
    });

    it("never responds to a corrupted request with status 500 or a stack trace", async () => {
      const property = fc.asyncProperty(spoiled(good), async (request) => {
        const { statusCode, body } = await server.handle(request);
        const text =
          typeof body === "string"
            ? body
            : Buffer.from(body instanceof Uint8Array ? body : []).toString();
        expect(failures).toEqual([]);
        expect(statusCode).toBeLessThan(500);
        expect(text).not.toMatch(/\bat .*\.[jt]s:\d+/);
      });
      await fc.assert(property, { numRuns: 600 });
    });
  },
);
