import { describe, expect, it } from "vitest";
import { planOf } from "./load-plan.js";

const auth = (traits: string, operationTraits = "") =>
  planOf(`$version: "2"
namespace demo
@authDefinition @trait(selector: "service") structure hmac { key: String }
${traits}
service Demo { version: "1", operations: [Do] }
${operationTraits}
operation Do {}
`);

describe("the authentication schemes of a service", () => {
  it("are all that it has, by id, with what clients need for each", () => {
    const plan = auth(
      `@aws.auth#sigv4(name: "demo") @httpBearerAuth @httpBasicAuth @httpDigestAuth
@httpApiKeyAuth(name: "X-Key", in: "header", scheme: "Key") @hmac(key: "k")`,
    );
    expect(plan.authSchemes).toEqual([
      { kind: "sigv4", id: "aws.auth#sigv4", name: "demo" },
      { kind: "custom", id: "demo#hmac", settings: { key: "k" } },
      {
        kind: "httpApiKeyAuth",
        id: "smithy.api#httpApiKeyAuth",
        name: "X-Key",
        in: "header",
        scheme: "Key",
      },
      { kind: "httpBasicAuth", id: "smithy.api#httpBasicAuth" },
      { kind: "httpBearerAuth", id: "smithy.api#httpBearerAuth", tokenName: "demo" },
      { kind: "httpDigestAuth", id: "smithy.api#httpDigestAuth" },
    ]);
    expect(plan.furtherAuthSchemes).toEqual([]);
  });

  it("are further ones where an operation has its own", () => {
    const plan = auth(
      "@httpBasicAuth @httpBearerAuth @auth([httpBasicAuth])",
      "@auth([httpBearerAuth])",
    );
    expect(plan.authSchemes.map(({ kind }) => kind)).toEqual(["httpBasicAuth"]);
    expect(plan.furtherAuthSchemes).toEqual([
      { kind: "httpBearerAuth", id: "smithy.api#httpBearerAuth", tokenName: undefined },
    ]);
    expect(plan.operations[0]?.clientAuth).toEqual(["smithy.api#httpBearerAuth"]);
  });

  it("are further ones where endpoint rules sign for several regions", () => {
    const rules = {
      version: "1.0",
      parameters: {},
      rules: [
        {
          type: "endpoint",
          conditions: [],
          endpoint: {
            url: "https://a.example",
            properties: { authSchemes: [{ name: "sigv4a", disableDoubleEncoding: true }] },
          },
        },
      ],
    };
    const plan = auth(
      `@aws.auth#sigv4(name: "demo") @smithy.rules#endpointRuleSet(${JSON.stringify(rules)})`,
    );
    expect(plan.furtherAuthSchemes).toEqual([
      { kind: "sigv4a", id: "aws.auth#sigv4a", name: "demo" },
    ]);
    expect(plan.signing).toEqual({ name: "demo", doubleEncodesPath: false, unsigned: [] });
  });

  it("are those of the service for an operation without its own", () => {
    expect(auth("@httpBasicAuth").operations[0]?.clientAuth).toBeUndefined();
  });

  it("may be left out where they are optional", () => {
    const plan = auth(`@aws.auth#sigv4(name: "demo")`, "@optionalAuth");
    expect(plan.operations[0]?.clientAuth).toEqual(["aws.auth#sigv4", "smithy.api#noAuth"]);
    expect(plan.signing).toEqual({ name: "demo", doubleEncodesPath: true, unsigned: ["Do"] });
  });
});
