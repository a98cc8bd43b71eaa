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

describe("the planned authentication schemes", () => {
  it("include every scheme of the service by id, with the data that clients need", () => {
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

  it("include the additional schemes of an operation", () => {
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

  it("include sigv4a if an endpoint requires signatures for several regions", () => {
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

  it("are the schemes of the service for an operation that lists none", () => {
    expect(auth("@httpBasicAuth").operations[0]?.clientAuth).toBeUndefined();
  });

  it("include noAuth if authentication is optional", () => {
    const plan = auth(`@aws.auth#sigv4(name: "demo")`, "@optionalAuth");
    expect(plan.operations[0]?.clientAuth).toEqual(["aws.auth#sigv4", "smithy.api#noAuth"]);
    expect(plan.signing).toEqual({ name: "demo", doubleEncodesPath: true, unsigned: ["Do"] });
  });

  it("are empty for STS operations that are called without credentials, even in older models", () => {
    const plan = planOf(`$version: "2"
namespace com.amazonaws.sts
@aws.auth#sigv4(name: "sts") @aws.api#service(sdkId: "STS")
service Tokens { version: "1", operations: [AssumeRole, AssumeRoleWithSAML, AssumeRoleWithWebIdentity] }
operation AssumeRole {}
operation AssumeRoleWithSAML {}
@auth([aws.auth#sigv4]) operation AssumeRoleWithWebIdentity {}
`);
    expect(plan.operations.map(({ name, clientAuth }) => [name, clientAuth])).toEqual([
      ["AssumeRole", undefined],
      ["AssumeRoleWithSAML", []],
      ["AssumeRoleWithWebIdentity", undefined],
    ]);
    expect(plan.signing?.unsigned).toEqual(["AssumeRoleWithSAML"]);
  });

  it("consist of noAuth alone for an operation with an empty auth list and optional authentication", () => {
    const plan = auth(`@aws.auth#sigv4(name: "demo")`, "@auth([]) @optionalAuth");
    expect(plan.operations[0]?.clientAuth).toEqual(["smithy.api#noAuth"]);
  });
});
