import { describe, expect, it, vi } from "vitest";
import { clientReadme } from "../../../src/targets/client/readme.js";
import { modelOf, planOfModel } from "../../../../service/test/load-plan.js";
import { caller } from "./call-client.js";
import { generateClient, generateTypes, packages } from "./generate-client.js";
import { checkModules } from "./run-generated.js";

/** A REST service. Its protocol is its only AWS trait. */
const service = (auth: string, more = ""): string => `$version: "2"
namespace demo
use aws.protocols#restJson1
@restJson1 ${auth}
service Demo { version: "1", operations: [Get, Put${more}] }
@readonly @http(method: "GET", uri: "/things/{id}")
operation Get {
  input := { @required @httpLabel id: String }
  output := { @required name: String, at: Timestamp }
  errors: [Missing]
}
@http(method: "PUT", uri: "/things/{id}")
operation Put { input := { @required @httpLabel id: String, @required name: String, kind: Kind } }
@error("client") @httpError(404) structure Missing { message: String }
enum Kind { A, B }
`;
const open = modelOf(service(""));
const secured = modelOf(service("@httpBearerAuth"));
const endpoint = "https://api.example.com/v1";
const ok = { headers: { "content-type": "application/json" }, body: '{"name":"n"}' };

describe("the client of a service outside AWS", () => {
  it("sends GET requests without headers, so that browsers send no preflight requests", async () => {
    vi.stubEnv("AWS_REGION", "eu-west-1");
    vi.stubEnv("AWS_ENDPOINT_URL", "https://elsewhere.example");
    await caller(open, async ({ call }) => {
      const { requests, output } = await call("get", { id: "a/b" }, { endpoint }, [ok]);
      expect(requests).toMatchObject([
        { method: "GET", hostname: "api.example.com", path: "/v1/things/a%2Fb", headers: {} },
      ]);
      expect(Object.keys(requests[0]?.headers ?? {})).toEqual([]);
      expect(output).toMatchObject({ name: "n" });
    });
    vi.unstubAllEnvs();
  }, 60_000);

  it("sends only Content-Type, Content-Length and the token with a body in each attempt", async () => {
    await caller(secured, async ({ call }) => {
      const options = { endpoint, maxAttempts: 3, token: { token: "secret" } };
      const { requests } = await call("put", { id: "a", name: "n" }, options, [
        { statusCode: 503 },
        { statusCode: 200 },
      ]);
      // Content-Length causes no preflight requests, because browsers set this header.
      const headers = {
        "content-type": "application/json",
        "content-length": "12",
        authorization: "Bearer secret",
      };
      expect(requests.map((request) => request.headers)).toEqual([headers, headers]);
    });
  }, 60_000);

  it("fails with a message that names the missing option", async () => {
    await caller(secured, async ({ call }) => {
      const token = { token: "secret" };
      expect(String((await call("get", { id: "a" }, { token, endpoint: undefined })).error)).toBe(
        "TypeError: The endpoint is missing: pass `endpoint`, the URL of the service, to DemoClient.",
      );
      expect(String((await call("get", { id: "a" }, { endpoint })).error)).toBe(
        "TypeError: GetCommand cannot be sent: the token is missing; pass `token` to the client.",
      );
    });
  }, 60_000);

  it("throws modeled errors, and completes a response without a required member", async () => {
    await caller(open, async ({ call }) => {
      const missing = {
        statusCode: 404,
        headers: { "x-amzn-errortype": "Missing" },
        body: '{"message":"no"}',
      };
      const { error } = await call("get", { id: "a" }, { endpoint }, [missing]);
      expect(error).toMatchObject({
        name: "Missing",
        message: "no",
        $fault: "client",
        $metadata: { httpStatusCode: 404, attempts: 1 },
      });
      const empty = { headers: {}, body: "" };
      const { output } = await call("get", { id: "a" }, { endpoint }, [empty]);
      expect(output).toMatchObject({ name: "" });
    });
  }, 60_000);
});

describe("the package of a service outside AWS", () => {
  it.each([
    ["with a token", secured],
    ["without authentication", open],
  ])(
    "has a README with examples that compile, for a service %s",
    async (_, model) => {
      const readme = clientReadme(planOfModel(model), packages.client);
      const examples = [...readme.matchAll(/```ts\n([^]*?)```/g)].map(([, text]) => text);
      expect(examples).toHaveLength(5);
      expect(readme).not.toMatch(/region|Ruby|AWS|SlowDown/);
      const [types, client] = [await generateTypes(model), await generateClient(model)];
      const program = examples.join("\n");
      const modules = {
        [packages.types]: types,
        [packages.client]: client,
        "@example/program": { "index.ts": program },
      };
      expect(checkModules(modules)).toEqual([]);
    },
    60_000,
  );

  it("has types that require the endpoint and the token", async () => {
    const [types, client] = [await generateTypes(secured), await generateClient(secured)];
    const problems = checkModules({
      [packages.types]: types,
      [packages.client]: client,
      "@example/program": {
        "index.ts": `import { DemoClient } from "${packages.client}";
          new DemoClient({ endpoint: "https://a.example" });
          new DemoClient({ token: { token: "a" } });
          new DemoClient({ endpoint: "https://a.example", token: { token: "a" } });`,
      },
    });
    expect(problems).toHaveLength(2);
  }, 60_000);
});
