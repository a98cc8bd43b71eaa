import { describe, expect, it } from "vitest";
import { modelOf } from "../../../../service/test/load-plan.js";
import { checkModules } from "./run-generated.js";
import { generateClient, generateTypes, packages } from "./generate-client.js";
import { caller } from "./call-client.js";

const model = modelOf(`$version: "2"
namespace demo
use aws.auth#sigv4
use aws.auth#sigv4a
use aws.protocols#restJson1

@restJson1
@sigv4(name: "demo")
@sigv4a(name: "demo")
@httpBearerAuth
@httpBasicAuth
@httpDigestAuth
@httpApiKeyAuth(name: "X-Key", in: "header", scheme: "Key")
@auth([httpBearerAuth, httpApiKeyAuth])
service Demo {
  version: "1"
  operations: [Both, Basic, Digest, Sigv4, Sigv4a, Free, Optional]
}
@http(method: "GET", uri: "/both")
operation Both {}
@auth([httpBasicAuth]) @http(method: "GET", uri: "/basic")
operation Basic {}
@auth([httpDigestAuth]) @http(method: "POST", uri: "/digest")
operation Digest { input := { @httpQuery("q") q: String, @httpPayload body: String } }
@auth([sigv4]) @http(method: "GET", uri: "/v4")
operation Sigv4 {}
@auth([sigv4a]) @http(method: "GET", uri: "/v4a")
operation Sigv4a {}
@auth([]) @http(method: "GET", uri: "/free")
operation Free {}
@optionalAuth @http(method: "GET", uri: "/optional")
operation Optional {}
`);

const credentials = { accessKeyId: "AKID", secretAccessKey: "secret" };
const everything = {
  region: "us-east-1",
  token: { token: "t0" },
  apiKey: { apiKey: "k0" },
  login: { username: "user", password: "päss" },
  credentials,
};

describe("the authentication of a generated client", () => {
  it("compiles under the strictest settings with the options of its schemes", async () => {
    const client = await generateClient(model);
    expect(client["demo-client.ts"]).toContain("HttpApiKeyAuthConfig");
    const types = await generateTypes(model);
    expect(checkModules({ [packages.types]: types, [packages.client]: client })).toEqual([]);
  }, 60_000);

  it("uses the preferred scheme of the service, the operation or the user", async () => {
    await caller(model, async ({ call }) => {
      const authorization = async (operation: string, options: object = everything) =>
        (await call(operation, {}, options)).requests.map(
          ({ headers }) => headers["authorization"] ?? headers["x-key"],
        );
      expect(await authorization("both")).toEqual(["Bearer t0"]);
      expect(
        await authorization("both", { ...everything, authSchemePreference: ["httpApiKeyAuth"] }),
      ).toEqual(["Key k0"]);
      expect(await authorization("basic")).toEqual(["Basic dXNlcjpww6Rzcw=="]);
      expect((await authorization("sigv4"))[0]).toContain("AWS4-HMAC-SHA256 Credential=AKID/");
      expect(await authorization("free")).toEqual([undefined]);
      expect(await authorization("optional")).toEqual(["Bearer t0"]);
    });
  }, 60_000);

  it("uses the next scheme if an identity is missing, or no scheme if the operation allows this", async () => {
    await caller(model, async ({ call }) => {
      const { requests } = await call("both", {}, { apiKey: { apiKey: "k1" } });
      expect(requests[0]?.headers["x-key"]).toBe("Key k1");
      const optional = await call("optional", {}, {});
      expect(optional.requests[0]?.headers).not.toHaveProperty("authorization");
    });
  }, 60_000);

  it("explains a missing identity in the error", async () => {
    await caller(model, async ({ call }) => {
      const { error } = await call("both", {}, {});
      expect(String(error)).toContain("pass `token` to the client");
      expect(String(error)).toContain("pass `apiKey` to the client");
      expect(String((await call("basic", {}, {})).error)).toContain("pass `login` to the client");
    });
  }, 60_000);

  it("requests a new token when the old token expires", async () => {
    await caller(model, async ({ client, Class }) => {
      const given = [60_000, 3_600_000].map((life, index) => ({
        token: `t${index}`,
        expiration: new Date(Date.now() + life),
      }));
      const token = async () => {
        const next = given.shift();
        if (next === undefined) throw new Error("no more tokens");
        return next;
      };
      const { requests, send } = client(Class, { token });
      for (let index = 0; index < 3; index += 1) await send("both", {});
      expect(requests.map(({ headers }) => headers["authorization"])).toEqual([
        "Bearer t0",
        "Bearer t1",
        "Bearer t1",
      ]);
    });
  }, 60_000);

  it("signs with SigV4a for the configured regions", async () => {
    await caller(model, async ({ call }) => {
      const options = { ...everything, sigv4aSigningRegionSet: ["us-east-1", "eu-west-1"] };
      const { requests } = await call("sigv4a", {}, options);
      expect(requests[0]?.headers).toMatchObject({
        "x-amz-region-set": "us-east-1,eu-west-1",
        authorization: expect.stringContaining("AWS4-ECDSA-P256-SHA256 Credential=AKID/"),
      });
    });
  }, 60_000);

  it("responds to a digest challenge once, and reuses the challenge for later calls", async () => {
    await caller(model, async ({ client, Class }) => {
      const challenge = {
        statusCode: 401,
        headers: {
          "www-authenticate":
            'Digest realm="r", nonce="n1", algorithm=SHA-256, qop="auth", opaque="o"',
        },
      };
      const { requests, send } = client(Class, everything, [challenge, {}, {}, challenge]);
      await send("digest", { q: "a b", body: "text" });
      await send("digest", { q: "a b", body: "text" });
      const answers = requests.map(({ headers }) => headers["authorization"]);
      expect(answers[0]).toBeUndefined();
      expect(answers[1]).toMatch(/^Digest username\*?=.*uri="\/digest\?q=a%20b".*nc=00000001/);
      expect(answers[2]).toContain("nc=00000002");
      // A repeated challenge means that the password is wrong. The call is not retried.
      await expect(send("digest", {})).rejects.toThrow();
      expect(requests).toHaveLength(4);
    });
  }, 60_000);

  it("uses custom schemes and custom rules to select schemes", async () => {
    await caller(model, async ({ call }) => {
      const scheme = {
        schemeId: "demo#mine",
        identityProvider: () => async () => ({}),
        signer: {
          sign: async (request: { headers: Record<string, string> }) => {
            request.headers["x-mine"] = "yes";
            return request;
          },
        },
      };
      const { requests } = await call(
        "both",
        {},
        {
          httpAuthSchemes: [scheme],
          httpAuthSchemeProvider: () => [{ schemeId: "demo#mine" }],
        },
      );
      expect(requests[0]?.headers["x-mine"]).toBe("yes");
    });
  }, 60_000);
});
