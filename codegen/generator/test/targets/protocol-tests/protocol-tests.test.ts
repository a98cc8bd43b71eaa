import { describe, expect, it } from "vitest";
import { expandParameters } from "../../../src/targets/protocol-tests/expand-parameters.js";
import { modelOf } from "../../load-plan.js";
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

describe("parameters of malformed requests", () => {
  it("make a case each, as text or as a quoted string, in keys and in values", () => {
    const test = {
      id: "Bad",
      request: { "$name:L": "$value:S $$ $value:L $other:L" },
      testParameters: { name: ["a", "b"], value: ['"', "2"] },
    };
    expect(expandParameters(test)).toEqual([
      { id: "Bad_case0", request: { a: '"\\"" $ " $other:L' } },
      { id: "Bad_case1", request: { b: '"2" $ 2 $other:L' } },
    ]);
  });

  it("may be none: then a case keeps its id", () => {
    expect(expandParameters({ id: "Bad", request: "^$$" })).toEqual([{ id: "Bad", request: "^$" }]);
  });
});
