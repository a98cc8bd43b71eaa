import type { StaticErrorSchema } from "@smithy/types";
import { describe, expect, it } from "vitest";
import type { HttpResponseMessage } from "../src/index.js";
import {
  awsJson1_0,
  awsJson1_1,
  awsQuery,
  ec2Query,
  restJson1,
  restXml,
  rpcv2Cbor,
  rpcv2Json,
} from "./protocols.js";
import type { ProtocolFactory } from "./protocols.js";
import { ns, operation, service, structure } from "./shapes.js";

const full: StaticErrorSchema = [
  -3,
  ns,
  "Full",
  { error: "client", httpError: 409, awsQueryError: ["Table.Full", 402] },
  ["message", "free"],
  [0, 1],
];
const notFound: StaticErrorSchema = [-3, ns, "NotFound", { error: "client" }, ["message"], [0]];
const described = operation(structure({ a: 0 }), ["POST", "/"], [full, notFound]);

async function read(
  factory: ProtocolFactory,
  response: Partial<HttpResponseMessage>,
  more: object = {},
) {
  const protocol = factory({ ...service, ...more });
  const whole = { statusCode: 400, headers: {}, body: "", ...response };
  return (await protocol.readResponse(described, whole)).error;
}

describe("the code of an error", () => {
  const json = [
    "Full",
    "example.table#Full",
    "Full:http://internal.example/",
    "example.table#Full:http://x/#y",
  ];
  it.each(
    json.flatMap((name): [string, ProtocolFactory, Partial<HttpResponseMessage>][] => [
      [
        `${name} in x-amzn-errortype of restJson1`,
        restJson1,
        { headers: { "X-Amzn-Errortype": name }, body: '{"free":1}' },
      ],
      [
        `${name} in code of restJson1`,
        restJson1,
        { body: JSON.stringify({ code: name, free: 1 }) },
      ],
      [
        `${name} in __type of restJson1`,
        restJson1,
        { body: JSON.stringify({ __type: name, free: 1 }) },
      ],
      [
        `${name} in __type of awsJson1_0`,
        awsJson1_0,
        { body: JSON.stringify({ __type: name, free: 1 }) },
      ],
      [
        `${name} in code of awsJson1_1`,
        awsJson1_1,
        { body: JSON.stringify({ code: name, free: 1 }) },
      ],
      [
        `${name} in x-amzn-errortype of awsJson1_1`,
        awsJson1_1,
        { headers: { "x-amzn-errortype": name }, body: '{"free":1}' },
      ],
      [
        `${name} in __type of rpcv2Json`,
        rpcv2Json,
        { body: JSON.stringify({ __type: name, free: 1 }) },
      ],
    ]),
  )("is found as %s", async (_, factory, response) => {
    expect(await read(factory, response)).toMatchObject({
      code: "Full",
      schema: full,
      data: { free: 1 },
    });
  });

  it.each<[string, ProtocolFactory, string]>([
    [
      "awsQuery",
      awsQuery,
      "<ErrorResponse><Error><Type>Sender</Type><Code>Table.Full</Code><Message>No.</Message><free>1</free></Error><RequestId>r</RequestId></ErrorResponse>",
    ],
    [
      "ec2Query",
      ec2Query,
      "<Response><Errors><Error><Code>Full</Code><Message>No.</Message><free>1</free></Error></Errors><RequestID>r</RequestID></Response>",
    ],
    [
      "restXml",
      restXml,
      "<ErrorResponse><Error><Type>Sender</Type><Code>Full</Code><Message>No.</Message><free>1</free></Error><RequestId>r</RequestId></ErrorResponse>",
    ],
    [
      "restXml without wrapping",
      restXml,
      "<Error><Code>Full</Code><Message>No.</Message><free>1</free><RequestId>r</RequestId></Error>",
    ],
  ])("is read from %s with the message and request id", async (_, factory, body) => {
    expect(await read(factory, { body })).toMatchObject({
      code: "Full",
      message: "No.",
      data: { free: 1 },
      requestId: "r",
    });
  });

  it("is followed by the awsQuery code if the service formerly used awsQuery", async () => {
    const headers = { "x-amzn-query-error": "Table.Full;Sender" };
    for (const factory of [awsJson1_0, rpcv2Cbor]) {
      const body =
        factory === awsJson1_0
          ? '{"__type":"example.table#Full"}'
          : Uint8Array.from(Buffer.from("bf665f5f747970656446756c6cff", "hex"));
      const error = await read(factory, { headers, body }, { queryCompatible: true });
      expect(error).toMatchObject({ code: "Full", query: { code: "Table.Full", type: "Sender" } });
      expect((await read(factory, { headers, body }))?.query).toBeUndefined();
    }
  });

  it("is found even if the response only contains the awsQuery code", async () => {
    const headers = { "x-amzn-query-error": "Table.Full;Sender" };
    const error = await read(awsJson1_0, { headers, body: "{}" }, { queryCompatible: true });
    expect(error).toMatchObject({ code: "Full", schema: full });
  });

  it.each<[string, ProtocolFactory]>([
    ["awsJson1_0", awsJson1_0],
    ["awsJson1_1", awsJson1_1],
    ["awsQuery", awsQuery],
    ["ec2Query", ec2Query],
    ["restJson1", restJson1],
    ["restXml", restXml],
    ["rpcv2Cbor", rpcv2Cbor],
    ["rpcv2Json", rpcv2Json],
  ])(
    "is Unknown in %s if the response has no code, and the fault depends on the status",
    async (_, factory) => {
      for (const body of ["", "<html><body>Bad gateway</body></html>", "null", "[]"]) {
        expect(await read(factory, { statusCode: 502, body })).toMatchObject({
          code: "Unknown",
          fault: "server",
          statusCode: 502,
        });
        expect(await read(factory, { statusCode: 400, body })).toMatchObject({
          code: "Unknown",
          fault: "client",
        });
      }
    },
  );

  it("is NotFound in restXml if the response has status 404 and no body", async () => {
    expect(await read(restXml, { statusCode: 404 })).toMatchObject({
      code: "NotFound",
      schema: notFound,
    });
  });
});

describe("writeError", () => {
  const error = { code: "Full", schema: full, message: "No.", data: { free: 1 } };

  it.each<[string, ProtocolFactory, number, string]>([
    ["awsJson1_0", awsJson1_0, 409, '{"__type":"example.table#Full","message":"No.","free":1}'],
    ["awsJson1_1", awsJson1_1, 409, '{"__type":"Full","message":"No.","free":1}'],
    ["rpcv2Json", rpcv2Json, 409, '{"__type":"example.table#Full","message":"No.","free":1}'],
    ["restJson1", restJson1, 409, '{"message":"No.","free":1}'],
    [
      "restXml",
      restXml,
      409,
      "<ErrorResponse><Error><Type>Sender</Type><Code>Full</Code><Message>No.</Message><free>1</free></Error></ErrorResponse>",
    ],
    [
      "awsQuery",
      awsQuery,
      402,
      "<ErrorResponse><Error><Type>Sender</Type><Code>Table.Full</Code><Message>No.</Message><free>1</free></Error></ErrorResponse>",
    ],
  ])("writes the status and code for %s", (_, factory, status, body) => {
    const response = factory(service).writeError(described, error);
    expect(response).toMatchObject({ statusCode: status, body });
    expect(response.headers["x-amzn-errortype"]).toBe(factory === restJson1 ? "Full" : undefined);
  });

  it("writes the awsQuery code to a header if the service formerly used awsQuery", () => {
    const header = (fault: object) =>
      awsJson1_0({ ...service, queryCompatible: true }).writeError(described, {
        ...error,
        ...fault,
      }).headers["x-amzn-query-error"];
    expect(header({})).toBe("Table.Full;Sender");
    expect(header({ schema: undefined, code: "Broken", fault: "server" })).toBe("Broken;Receiver");
  });
});
