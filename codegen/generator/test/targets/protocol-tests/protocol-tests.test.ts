import { describe, expect, it } from "vitest";
import { messageIn } from "../../../src/targets/protocol-tests/received-params.js";
import { modelOf } from "../../../../service/test/load-plan.js";
import { generateTests, printTests } from "./generate-tests.js";

/** A service of these protocols with an operation `Do` that has these traits and input members. */
const model = (protocols: string, traits: string, input = "") =>
  modelOf(`$version: "2"
namespace demo
use aws.protocols#awsJson1_0
use aws.protocols#restJson1
use smithy.protocols#rpcv2Cbor
use smithy.test#httpRequestTests
${protocols} service Demo { version: "1", operations: [Do] }
${traits}
operation Do { input := { ${input} } }
@streaming blob Stream
`);

const request = (protocol: string, more = "") =>
  `@httpRequestTests([{ id: "One", protocol: ${protocol}, method: "POST", uri: "/" ${more} }])`;
const file = "operations/do.test.ts";

describe("the sides of a case", () => {
  const both = model("@restJson1", `${request("restJson1")} @http(method: "POST", uri: "/")`);

  it("are those whose packages are generated beside it", async () => {
    const client = (await printTests(both, ["types", "client"]))[file];
    expect(client).toContain("the client sends it");
    expect(client).not.toMatch(/server/);
    const server = (await printTests(both, ["types", "mock-server"]))[file];
    expect(server).toContain("the server reads it");
    expect(server).not.toMatch(/client/);
  });

  it("are at least one", async () => {
    await expect(generateTests(both, ["types"])).rejects.toThrow('"client" or "mock-server"');
  });

  it("are those that the case is for", async () => {
    const traits = `${request("restJson1", ', appliesTo: "server"')} @http(method: "POST", uri: "/")`;
    const server = model("@restJson1", traits);
    expect((await printTests(server))[file]).not.toContain("the client sends it");
    expect(await printTests(server, ["types", "client"])).toEqual({});
  });
});

describe("the protocol of a case", () => {
  it("is one of the service's", async () => {
    const other = model("@restJson1", `${request("awsJson1_0")} @http(method: "POST", uri: "/")`);
    expect(await printTests(other)).toEqual({});
  });

  it("is given to the client where it would choose another", async () => {
    const two = model("@rpcv2Cbor @awsJson1_0", request("awsJson1_0"));
    expect((await printTests(two))[file]).toContain(
      'protocol: awsJson1_0({ namespace: "demo", name: "Demo", version: "1" })',
    );
    const first = model("@rpcv2Cbor @awsJson1_0", request("rpcv2Cbor"));
    expect((await printTests(first))[file]).toContain("new DemoClient(config)");
  });

  it("says which headers a server needs that the case leaves out", async () => {
    const unsaid = model(
      "@awsJson1_0",
      request("awsJson1_0", ', headers: { "x-amz-target": "Demo.Do" }'),
    );
    expect((await printTests(unsaid))[file]).toContain(
      'headers: { ...request.headers, "Content-Type": "application/x-amz-json-1.0" }',
    );
  });
});

describe("values", () => {
  it("of a streaming blob are empty rather than absent where they are read", async () => {
    const traits = `${request("restJson1")} @http(method: "POST", uri: "/")`;
    const streaming = model("@restJson1", traits, '@httpPayload @default("") body: Stream');
    expect((await printTests(streaming))[file]).toContain('{ ...input(), body: bytes("") }');
  });

  it("that no double can hold keep their digits; a long is then a bigint", async () => {
    const more = ", params: { count: 9007199254740993, ratio: 0.5 }";
    const long = model("@awsJson1_0", request("awsJson1_0", more), "count: Long, ratio: Double");
    expect((await printTests(long))[file]).toContain(
      "untyped({ count: 9007199254740993n, ratio: 0.5 })",
    );
  });
});

describe("an error", () => {
  it("is thrown by the server with what the case says, whether its type allows it or not", async () => {
    const tested = modelOf(`$version: "2"
namespace demo
use aws.protocols#awsJson1_0
use smithy.test#httpResponseTests
@awsJson1_0 service Demo { version: "1", operations: [Do] }
operation Do { errors: [Broken] }
@httpResponseTests([{ id: "One", protocol: awsJson1_0, code: 400 }])
@error("client") structure Broken { message: String, @required part: String }
`);
    expect((await printTests(tested))["errors/broken.test.ts"]).toContain(
      'throw new BrokenOfServer(untyped({ message: "" }))',
    );
  });
});

describe("what a server receives", () => {
  const received = async (protocol: string, message: string, input: string) => {
    const http = protocol === "restXml" ? '@http(method: "POST", uri: "/")' : "";
    const tested = modelOf(`$version: "2"
namespace demo
use aws.protocols#awsQuery
use aws.protocols#ec2Query
use aws.protocols#restXml
use smithy.test#httpRequestTests
@${protocol} @xmlNamespace(uri: "urn:x") service Demo { version: "1", operations: [Do] }
${request(protocol, message)} ${http}
operation Do { input := { ${input} } }
list Texts { member: String }
map Named { key: String, value: String }
map Listed { key: String, value: Texts }
structure Inner { x: String }
`);
    const text = (await printTests(tested))[file] ?? "";
    return /const received = \(\): DoInput => \((.*)\);/.exec(text)?.[1];
  };

  it("lacks empty collections that the protocol does not write", async () => {
    const input = "a: String, list: Texts, map: Named";
    const params = 'params: { a: "", list: [], map: {} }';
    expect(await received("ec2Query", params, input)).toBe('{ a: "", map: {} }');
    expect(await received("awsQuery", params, input)).toBe('{ a: "", list: [] }');
    const query = '@httpQuery("l") list: Texts, other: Texts';
    expect(await received("restXml", "params: { list: [], other: [] }", query)).toBe(
      "{ other: [] }",
    );
  });

  it("is a document without members where the body has one and the client was given none", async () => {
    const input = "@httpPayload inner: Inner";
    expect(await received("restXml", 'body: "<Inner/>", params: {}', input)).toBe("{ inner: {} }");
    expect(await received("restXml", 'body: "", params: {}', input)).toBeUndefined();
  });

  it("has every query parameter in the map of them", async () => {
    const message = 'queryParams: ["a=1%202", "a=3"], params: { a: ["1 2", "3"] }';
    const input = (map: string) => `@httpQuery("a") a: Texts, @httpQueryParams all: ${map}`;
    const a = 'a: ["1 2", "3"]';
    expect(await received("restXml", message, input("Named"))).toBe(`{ ${a}, all: { a: "1 2" } }`);
    expect(await received("restXml", message, input("Listed"))).toBe(`{ ${a}, all: { ${a} } }`);
  });
});

it("an error that the server throws has the message that the case's body has", () => {
  expect(messageIn("<Error><Message>Hi</Message></Error>")).toBe("Hi");
  expect(messageIn('{ "message": "Hi" }')).toBe("Hi");
  expect(messageIn('{ "Message": "Hi" }')).toBe("Hi");
  expect(messageIn("")).toBe("");
});

it("the package is private, and has what its tests import as development dependencies", async () => {
  const { package: facts, folder } = await generateTests(
    model("@awsJson1_0", request("awsJson1_0")),
  );
  expect(folder).toBe("test/generated");
  expect(facts?.entries).toEqual({});
  expect(facts?.devDependencies?.map(({ name }) => name)).toEqual([
    "@example/types",
    "@example/client",
    "@example/mock-server",
    "@tinsmith/protocols",
    "@tinsmith/protocol-test-runtime",
    "vitest",
  ]);
});

describe("a null of an output", () => {
  it("stands for an absent member unless it is a document", async () => {
    const outputs = modelOf(`$version: "2"
namespace demo
use aws.protocols#awsJson1_0
use smithy.test#httpResponseTests
@awsJson1_0 service Demo { version: "1", operations: [Do] }
@httpResponseTests([{ id: "One", protocol: awsJson1_0, code: 200, params: { text: null, data: null } }])
operation Do { output := { text: String, data: Document } }
`);
    const text = (await printTests(outputs))[file] ?? "";
    expect(text).toContain("data: null");
    expect(text).not.toContain("text: null");
  });
});
