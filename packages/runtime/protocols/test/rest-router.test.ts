import type { StaticOperationSchema, StaticStructureSchema } from "@smithy/types";
import { describe, expect, it } from "vitest";
import { ShapeKind, inputOf, nameOf, namespaceOf, traitsOf } from "@tinsmith/schema";
import type { OperationDescription } from "../src/index.js";
import { restJson1 } from "./protocols.js";

const label = [0, { httpLabel: 1 }] as const;
const structure = (name: string, members: readonly string[]): StaticStructureSchema => [
  3,
  "example",
  name,
  0,
  [...members],
  members.map(() => [...label]),
];
function operation(name: string, uri: string, members: readonly string[]): OperationDescription {
  const input = structure(`${name}Input`, members);
  const http: [string, string, number] = ["GET", uri, 200];
  const schema: StaticOperationSchema = [
    9,
    "example",
    name,
    { http },
    input,
    structure(`${name}Output`, []),
  ];
  return { schema, errors: [] };
}

const operations = [
  operation("List", "/", []),
  operation("Box", "/{box}", ["box"]),
  operation("Item", "/{box}/{key+}", ["box", "key"]),
  operation("Literal", "/fixed/last", []),
];
const protocol = restJson1({ namespace: "example", name: "Boxes", version: "1" });

async function read(path: string) {
  const request = { method: "GET", path, query: {}, headers: {}, body: undefined };
  const found = protocol.router(operations)(request);
  return found && [nameOf(found.schema), await protocol.readRequest(found, request)];
}

describe("a trailing slash in a path", () => {
  it("is part of a greedy label", async () => {
    expect(await read("/mine/folder/")).toEqual(["Item", { box: "mine", key: "folder/" }]);
  });

  it("is ignored if no pattern matches it", async () => {
    expect(await read("/mine/")).toEqual(["Box", { box: "mine" }]);
    expect(await read("/")).toEqual(["List", {}]);
  });
});

describe("an operation that differs from others only in the hint x-id", () => {
  type Member = readonly [name: string, traits: { httpQuery: string } | { httpHeader: string }];
  const put = (
    name: string,
    uri: string,
    required: readonly Member[] = [],
  ): OperationDescription => {
    const targets = [...required.map(([, traits]) => traits), { httpLabel: 1 } as const];
    const input: StaticStructureSchema = [
      3,
      "example",
      `${name}Input`,
      0,
      [...required.map(([member]) => member), "key"],
      targets.map((traits) => [0, traits]),
      required.length,
    ];
    const http: [string, string, number] = ["PUT", uri, 200];
    const output = structure(`${name}Output`, []);
    const schema: StaticOperationSchema = [9, "example", name, { http }, input, output];
    return { schema, errors: [] };
  };
  const upload: Member = ["uploadId", { httpQuery: "uploadId" }];
  const source: Member = ["source", { httpHeader: "x-source" }];
  const router = protocol.router([
    put("PutObject", "/{key+}?x-id=PutObject"),
    put("CopyObject", "/{key+}?x-id=CopyObject", [source]),
    put("UploadPart", "/{key+}?x-id=UploadPart", [upload]),
    put("UploadPartCopy", "/{key+}?x-id=UploadPartCopy", [source, upload]),
    put("Tag", "/{key+}?tagging"),
  ]);
  const routed = (query: Record<string, string | null>, headers: Record<string, string> = {}) => {
    const found = router({ method: "PUT", path: "/a/b", query, headers });
    return found && nameOf(found.schema);
  };

  it.each([
    ["PutObject", {}, {}],
    ["CopyObject", {}, { "x-source": "/c" }],
    ["UploadPart", { uploadId: "1" }, {}],
    ["UploadPartCopy", { uploadId: "1" }, { "x-source": "/c" }],
    ["Tag", { tagging: null }, {}],
  ])("is found by its required headers and parameters: %s", (name, query, headers) => {
    expect(routed(query, headers)).toBe(name);
  });

  it.each(["PutObject", "CopyObject", "UploadPart", "UploadPartCopy"])(
    "is found by the hint even if required parameters are missing: %s",
    (name) => {
      expect(routed({ "x-id": name })).toBe(name);
    },
  );

  it("is not found by the hint of another operation", () => {
    expect(routed({ "x-id": "DeleteObject" })).toBeUndefined();
  });
});

describe("the status code in an output", () => {
  const Coded$: StaticStructureSchema = [
    3,
    "example",
    "Coded",
    0,
    ["status"],
    [[1, { httpResponseCode: 1 }]],
  ];
  it("must be an integer from 200 to 599", () => {
    const { schema } = operation("Coded", "/coded", []);
    const described: OperationDescription = {
      schema: [
        ShapeKind.operation,
        namespaceOf(schema),
        nameOf(schema),
        traitsOf(schema),
        inputOf(schema),
        Coded$,
      ],
      errors: [],
    };
    const statusOf = (status: number) => protocol.writeResponse(described, { status }).statusCode;
    expect(statusOf(204)).toBe(204);
    expect(() => statusOf(61)).toThrow(
      new RangeError("status must be an integer from 200 to 599. Received 61."),
    );
    expect(() => statusOf(100)).toThrow(RangeError);
    expect(() => statusOf(200.5)).toThrow(RangeError);
  });
});

describe("a parameter without a value", () => {
  const bound = [0, { httpQuery: "prefix" }] as const;
  const listing: StaticStructureSchema = [
    3,
    "example",
    "ListingInput",
    0,
    ["box", "prefix"],
    [[...label], [...bound]],
  ];
  const list = operation("Listing", "/{box}", []);
  const schema: StaticOperationSchema = [
    9,
    "example",
    "Listing",
    { http: ["GET", "/{box}", 200] },
    listing,
    structure("ListingOutput", []),
  ];
  const routed = (
    operations: readonly OperationDescription[],
    query: Record<string, string | null>,
  ) => {
    const request = { method: "GET", path: "/mine", query, headers: {}, body: undefined };
    const found = protocol.router(operations)(request);
    return found && nameOf(found.schema);
  };
  const withParts = [{ ...list, schema }, operation("Acl", "/{box}?acl", ["box"])];

  it("selects the operation on the part of a resource that it names, and no other operation", () => {
    for (const value of [null, ""]) {
      expect(routed(withParts, { acl: value })).toBe("Acl");
      expect(routed(withParts, { abac: value })).toBeUndefined();
      expect(routed(withParts, { acl: value, abac: value })).toBeUndefined();
    }
  });

  it("does not affect routing if it is an input member or part of a presigned URL, and neither does a parameter with a value", () => {
    expect(routed(withParts, { prefix: "" })).toBe("Listing");
    expect(routed(withParts, { "X-Amz-Security-Token": "" })).toBe("Listing");
    expect(routed(withParts, { trace: "1" })).toBe("Listing");
  });

  it("is ignored if the service has no operations on parts", () => {
    expect(routed([{ ...list, schema }], { abac: null })).toBe("Listing");
  });
});
