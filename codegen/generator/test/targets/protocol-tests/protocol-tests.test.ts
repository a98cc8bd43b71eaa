import { describe, expect, it } from "vitest";
import { messageIn } from "../../../src/targets/protocol-tests/received-params.js";
import { modelOf } from "../../../../service/test/load-plan.js";
import { generateTests, printTests } from "./generate-tests.js";

/**
 * Loads a service with an operation `Do`. The parameters are the protocols, and the traits and
 * members of the operation.
 */
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

describe("the sides of a test case", () => {
  const both = model("@restJson1", `${request("restJson1")} @http(method: "POST", uri: "/")`);

  it("include the client and the server, each only if its package is also generated", async () => {
    const client = (await printTests(both, ["types", "client"]))[file];
    expect(client).toContain("the client sends it");
    expect(client).not.toMatch(/server/);
    const server = (await printTests(both, ["types", "mock-server"]))[file];
    expect(server).toContain("the server reads it");
    expect(server).not.toMatch(/client/);
  });

  it("require a client or a mock server", async () => {
    await expect(generateTests(both, ["types"])).rejects.toThrow('"client" or "mock-server"');
  });

  it("are limited by appliesTo", async () => {
    const traits = `${request("restJson1", ', appliesTo: "server"')} @http(method: "POST", uri: "/")`;
    const server = model("@restJson1", traits);
    expect((await printTests(server))[file]).not.toContain("the client sends it");
    expect(await printTests(server, ["types", "client"])).toEqual({});
  });
});

describe("the protocol of a test case", () => {
  it("must be one of the protocols of the service", async () => {
    const other = model("@restJson1", `${request("awsJson1_0")} @http(method: "POST", uri: "/")`);
    expect(await printTests(other)).toEqual({});
  });

  it("is passed to a client if the client prefers another protocol", async () => {
    const two = model("@rpcv2Cbor @awsJson1_0", request("awsJson1_0"));
    expect((await printTests(two))[file]).toContain(
      'protocol: awsJson1_0({ namespace: "demo", name: "Demo", version: "1" })',
    );
    const first = model("@rpcv2Cbor @awsJson1_0", request("rpcv2Cbor"));
    expect((await printTests(first))[file]).toContain("new DemoClient(config)");
  });

  it("adds headers that a server requires if the test case omits them", async () => {
    const incomplete = model(
      "@awsJson1_0",
      request("awsJson1_0", ', headers: { "x-amz-target": "Demo.Do" }'),
    );
    expect((await printTests(incomplete))[file]).toContain(
      'headers: { ...request.headers, "Content-Type": "application/x-amz-json-1.0" }',
    );
  });
});

describe("the values of a test case", () => {
  it("contain an empty body for a missing streaming blob", async () => {
    const traits = `${request("restJson1")} @http(method: "POST", uri: "/")`;
    const streaming = model("@restJson1", traits, '@httpPayload @default("") body: Stream');
    expect((await printTests(streaming))[file]).toContain('{ ...input(), body: bytes("") }');
  });

  it("contain a bigint for a large long, so that no digits are lost", async () => {
    const more = ", params: { count: 9007199254740993, ratio: 0.5 }";
    const long = model("@awsJson1_0", request("awsJson1_0", more), "count: Long, ratio: Double");
    expect((await printTests(long))[file]).toContain(
      "untyped({ count: 9007199254740993n, ratio: 0.5 })",
    );
  });
});

describe("the test of an error", () => {
  it("throws an error with the members of the test case, even if its type does not allow them", async () => {
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

describe("the input that a server receives", () => {
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

  it("omits an empty collection if the protocol does not write it", async () => {
    const input = "a: String, list: Texts, map: Named";
    const params = 'params: { a: "", list: [], map: {} }';
    expect(await received("ec2Query", params, input)).toBe('{ a: "", map: {} }');
    expect(await received("awsQuery", params, input)).toBe('{ a: "", list: [] }');
    const query = '@httpQuery("l") list: Texts, other: Texts';
    expect(await received("restXml", "params: { list: [], other: [] }", query)).toBe(
      "{ other: [] }",
    );
  });

  it("has an empty structure for a payload that the client omits if the body contains an empty element", async () => {
    const input = "@httpPayload inner: Inner";
    expect(await received("restXml", 'body: "<Inner/>", params: {}', input)).toBe("{ inner: {} }");
    expect(await received("restXml", 'body: "", params: {}', input)).toBeUndefined();
  });

  it("contains every query parameter in the map of all query parameters", async () => {
    const message = 'queryParams: ["a=1%202", "a=3"], params: { a: ["1 2", "3"] }';
    const input = (map: string) => `@httpQuery("a") a: Texts, @httpQueryParams all: ${map}`;
    const a = 'a: ["1 2", "3"]';
    expect(await received("restXml", message, input("Named"))).toBe(`{ ${a}, all: { a: "1 2" } }`);
    expect(await received("restXml", message, input("Listed"))).toBe(`{ ${a}, all: { ${a} } }`);
  });
});

describe("messageIn", () => {
  it("reads the message of an error from the body of its test case", () => {
    expect(messageIn("<Error><Message>Hi</Message></Error>")).toBe("Hi");
    expect(messageIn('{ "message": "Hi" }')).toBe("Hi");
    expect(messageIn('{ "Message": "Hi" }')).toBe("Hi");
    expect(messageIn("")).toBe("");
  });
});

describe("the package of protocol tests", () => {
  it("is private, and its development dependencies are the imports of its tests", async () => {
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
});

describe("null in an output", () => {
  it("is treated as an absent member, except for documents", async () => {
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
