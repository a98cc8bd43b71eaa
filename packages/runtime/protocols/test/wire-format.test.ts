import type {
  StaticErrorSchema,
  StaticOperationSchema,
  StaticStructureSchema,
} from "@smithy/types";
import { describe, expect, it } from "vitest";
import { memberNamesOf, memberRefsOf } from "@tinsmith/schema";
import type { HttpRequestMessage, OperationDescription } from "../src/index.js";
import { awsQuery, ec2Query, restJson1, restXml } from "./protocols.js";
import type { ProtocolFactory } from "./protocols.js";

/** The namespace of a model for tests of bindings and names in complete messages. */
const ns = "example.wire";
const service = {
  namespace: ns,
  name: "Wire",
  version: "2026-11-01",
  xmlNamespace: ["", "urn:wire"] as const,
};

function operation(input: StaticStructureSchema): OperationDescription {
  const schema: StaticOperationSchema = [
    9,
    ns,
    "Put",
    { http: ["PUT", "/things/{id}/{path+}?fixed=1", 200] },
    input,
    [3, ns, "PutOutput", 0, [], []],
  ];
  return { schema, errors: [rejection] };
}

const rejection: StaticErrorSchema = [
  -3,
  ns,
  "Refused",
  { error: "client", httpError: 409, awsQueryError: ["Wire.Refused", 409] },
  ["message", "reason", "after"],
  [0, 0, [1, { httpHeader: "Retry-After" }]],
];

const thing: StaticStructureSchema = [
  3,
  ns,
  "PutInput",
  0,
  ["id", "path", "tags", "others", "at", "list", "prefixed", "note"],
  [
    [0, { httpLabel: 1 }],
    [0, { httpLabel: 1 }],
    [64, { httpQuery: "tag" }],
    [128, { httpQueryParams: 1 }],
    [4, { httpHeader: "X-At" }],
    [64, { httpHeader: "X-List" }],
    [128, { httpPrefixHeaders: "x-meta-" }],
    [0, { jsonName: "re-marked", xmlName: "remark" }],
  ],
];

const bound = {
  id: "a b/c",
  path: "d/é",
  tags: ["1", "&"],
  others: { tag: "hidden", more: "3" },
  at: new Date(0),
  list: ["x", "y, z"],
  prefixed: { Key: "value" },
  note: "<n>",
};

describe.each<[string, ProtocolFactory, string, string]>([
  ["restJson1", restJson1, "application/json", '{"re-marked":"<n>"}'],
  [
    "restXml",
    restXml,
    "application/xml",
    '<PutInput xmlns="urn:wire"><remark>&lt;n&gt;</remark></PutInput>',
  ],
])("the protocol %s", (_, factory, contentType, body) => {
  const protocol = factory(service);

  it("writes members to the path, query, headers and body", () => {
    expect(protocol.writeRequest(operation(thing), bound)).toEqual({
      method: "PUT",
      path: "/things/a%20b%2Fc/d/%C3%A9",
      query: { fixed: "1", tag: ["1", "&"], more: "3" },
      headers: {
        "content-type": contentType,
        "x-at": "Thu, 01 Jan 1970 00:00:00 GMT",
        "x-list": 'x, "y, z"',
        "x-meta-key": "value",
      },
      body,
    });
  });

  it("reads members from the path, query, headers and body", async () => {
    const described = operation(thing);
    const request = protocol.writeRequest(described, bound);
    expect(protocol.router([described])(request)).toBe(described);
    expect(await protocol.readRequest(described, request)).toEqual({
      ...bound,
      others: { fixed: "1", tag: "1", more: "3" },
      prefixed: { key: "value" },
    });
  });

  it("rejects a body of another type", () => {
    const request: HttpRequestMessage = {
      ...protocol.writeRequest(operation(thing), bound),
      headers: { "content-type": "text/plain" },
    };
    expect(() => protocol.readRequest(operation(thing), request)).toThrow(
      expect.objectContaining({ code: "UnsupportedMediaTypeException", statusCode: 415 }),
    );
  });
});

const named: StaticStructureSchema = [
  3,
  ns,
  "PutInput",
  0,
  ["list", "flat", "map", "name", "nested"],
  [
    64,
    [[1, ns, "Flat", 0, [0, { xmlName: "item" }]], { xmlFlattened: 1, xmlName: "flatItem" }],
    128,
    [0, { ec2QueryName: "ForEc2", xmlName: "forXml" }],
    [3, ns, "Nested", 0, ["deep"], [2]],
  ],
];
const values = {
  list: ["a", "b"],
  flat: ["c"],
  map: { k: "v" },
  name: "n",
  nested: { deep: true },
};

describe("a form in a request", () => {
  const parts = (body: unknown) => String(body).split("&").slice(2);

  it("has numbered list members and map entries in awsQuery", () => {
    const { body } = awsQuery(service).writeRequest(operation(named), values);
    expect(parts(body)).toEqual([
      "list.member.1=a",
      "list.member.2=b",
      "flatItem.1=c",
      "map.entry.1.key=k",
      "map.entry.1.value=v",
      "forXml=n",
      "nested.deep=true",
    ]);
  });

  it("has flat lists and capitalized names in ec2Query", () => {
    const { map: _, ...others } = values;
    const { body } = ec2Query(service).writeRequest(operation(named), others);
    expect(parts(body)).toEqual([
      "List.1=a",
      "List.2=b",
      "FlatItem.1=c",
      "ForEc2=n",
      "Nested.Deep=true",
    ]);
  });

  it("contains an empty list in awsQuery but not in ec2Query", () => {
    const empty = { list: [] };
    expect(parts(awsQuery(service).writeRequest(operation(named), empty).body)).toEqual(["list="]);
    expect(parts(ec2Query(service).writeRequest(operation(named), empty).body)).toEqual([]);
  });
});

const document: StaticStructureSchema = [
  3,
  ns,
  "PutInput",
  { xmlName: "Root" },
  ["attribute", "list", "flat", "map", "scoped"],
  [
    [0, { xmlAttribute: 1, xmlName: "attr" }],
    [1, ns, "Renamed", 0, [0, { xmlName: "item" }]],
    [64, { xmlFlattened: 1 }],
    128,
    [0, { xmlNamespace: ["p", "urn:p"] }],
  ],
];

describe("a document of restXml", () => {
  it("contains attributes, wrapped and flat lists, entries and namespaces", async () => {
    const protocol = restXml(service);
    const withLabels: StaticStructureSchema = [
      3,
      ns,
      "PutInput",
      { xmlName: "Root" },
      ["id", "path", ...memberNamesOf(document)],
      [[0, { httpLabel: 1 }], [0, { httpLabel: 1 }], ...memberRefsOf(document)],
    ];
    const input = {
      id: "1",
      path: "p",
      attribute: 'a"',
      list: ["1"],
      flat: ["2", "3"],
      map: { k: "v" },
      scoped: "s",
    };
    const described = operation(withLabels);
    const request = protocol.writeRequest(described, input);
    expect(request.body).toBe(
      '<Root xmlns="urn:wire" attr="a&quot;"><list><item>1</item></list><flat>2</flat><flat>3</flat>' +
        '<map><entry><key>k</key><value>v</value></entry></map><scoped xmlns:p="urn:p">s</scoped></Root>',
    );
    expect(await protocol.readRequest(described, request)).toEqual(input);
  });
});

describe("an error of a modeled shape", () => {
  const error = {
    code: "Refused",
    schema: rejection,
    message: "No.",
    data: { reason: "full", after: 3 },
  };

  it.each<[string, ProtocolFactory, object?]>([
    ["restJson1", restJson1],
    ["restXml", restXml],
    ["awsQuery", awsQuery, { query: { code: "Wire.Refused" } }],
    ["ec2Query", ec2Query],
  ])(
    "has the same members and status in %s after it is written and read",
    async (_, factory, more = {}) => {
      const protocol = factory(service);
      const described = operation(thing);
      const response = protocol.writeError(described, error);
      const { error: read } = await protocol.readResponse(described, response);
      expect(read).toMatchObject({
        code: "Refused",
        message: "No.",
        statusCode: 409,
        data: { reason: "full", after: 3 },
        ...more,
      });
    },
  );
});
