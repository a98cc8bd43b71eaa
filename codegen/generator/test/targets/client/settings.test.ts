import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { modelOf } from "../../../../service/test/load-plan.js";
import { caller } from "./call-client.js";
import { generateClient, generateTypes, packages } from "./generate-client.js";
import { checkModules } from "./run-generated.js";

// A service with every feature that only some services have.
const model = modelOf(`$version: "2"
namespace demo
use aws.auth#sigv4
use aws.auth#sigv4a
use aws.protocols#httpChecksum
use aws.protocols#restJson1
use smithy.rules#clientContextParams
use smithy.rules#endpointRuleSet

@restJson1
@sigv4(name: "demo")
@sigv4a(name: "demo")
@httpBearerAuth
@aws.api#service(sdkId: "Demo")
@auth([sigv4])
@clientContextParams(forcePath: { type: "boolean" })
@endpointRuleSet({
  version: "1.0"
  parameters: {
    AccountId: { type: "String", builtIn: "AWS::Auth::AccountId" }
    Mode: { type: "String", builtIn: "AWS::Auth::AccountIdEndpointMode" }
    ForcePath: { type: "Boolean" }
  }
  rules: [
    {
      conditions: [
        { fn: "isSet", argv: [{ ref: "Mode" }] }
        { fn: "stringEquals", argv: [{ ref: "Mode" }, "disabled"] }
      ]
      endpoint: { url: "https://demo.example" }
      type: "endpoint"
    }
    {
      conditions: [{ fn: "isSet", argv: [{ ref: "AccountId" }] }]
      endpoint: { url: "https://{AccountId}.demo.example" }
      type: "endpoint"
    }
    {
      conditions: [
        { fn: "isSet", argv: [{ ref: "Mode" }] }
        { fn: "stringEquals", argv: [{ ref: "Mode" }, "required"] }
      ]
      error: "The account is missing"
      type: "error"
    }
    { conditions: [], endpoint: { url: "https://demo.example" }, type: "endpoint" }
  ]
})
service Demo { version: "1", operations: [Put, Get, Pack, Prefixed, Global, Bearer] }

enum Algorithm { CRC32, SHA256 }
enum Mode { ENABLED }

@httpChecksum(requestAlgorithmMember: "algorithm", requestChecksumRequired: false)
@http(method: "PUT", uri: "/put")
operation Put { input := { @httpHeader("X-Algorithm") algorithm: Algorithm, text: String } }

@httpChecksum(requestValidationModeMember: "mode", responseAlgorithms: ["CRC32"])
@http(method: "GET", uri: "/get")
operation Get { input := { @httpHeader("X-Mode") mode: Mode }, output := { text: String } }

@requestCompression(encodings: ["gzip"])
@http(method: "PUT", uri: "/pack")
operation Pack { input := { text: String } }

@endpoint(hostPrefix: "data.")
@http(method: "GET", uri: "/prefixed")
operation Prefixed {}

@auth([sigv4a])
@http(method: "GET", uri: "/global")
operation Global {}

@auth([httpBearerAuth])
@http(method: "GET", uri: "/bearer")
operation Bearer {}
`);

const credentials = { accessKeyId: "AKID", secretAccessKey: "s", accountId: "111122223333" };
const options = { region: "us-east-1", credentials, endpoint: undefined };

let folder: string;
let files = 0;

function profile(...lines: readonly string[]): void {
  const path = join(folder, `config-${(files += 1)}`);
  writeFileSync(path, ["[default]", ...lines, ""].join("\n"));
  vi.stubEnv("AWS_CONFIG_FILE", path);
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "settings-"));
  vi.stubEnv("AWS_SHARED_CREDENTIALS_FILE", join(folder, "none"));
  profile();
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

/**
 * An option, its names in the code, the environment and the profile, and its effect on a request.
 */
interface Setting {
  readonly call: readonly [method: string, input: object];
  readonly code: object;
  readonly variable: string;
  readonly value: string;
  /** The observed values in a request with the option and in a request without it. */
  readonly set: unknown;
  readonly unset: unknown;
  readonly see: (request: { hostname: string; headers: Record<string, string> }) => unknown;
}

const settings: Readonly<Record<string, Setting>> = {
  accountIdEndpointMode: {
    call: ["get", {}],
    code: { accountIdEndpointMode: "disabled" },
    variable: "AWS_ACCOUNT_ID_ENDPOINT_MODE",
    value: "disabled",
    see: ({ hostname }) => hostname,
    set: "demo.example",
    unset: "111122223333.demo.example",
  },
  disableHostPrefix: {
    call: ["prefixed", {}],
    code: { disableHostPrefix: true },
    variable: "AWS_DISABLE_HOST_PREFIX_INJECTION",
    value: "true",
    see: ({ hostname }) => hostname.startsWith("data."),
    set: false,
    unset: true,
  },
  sigv4aSigningRegionSet: {
    call: ["global", {}],
    code: { sigv4aSigningRegionSet: ["us-east-1", "eu-west-1"] },
    variable: "AWS_SIGV4A_SIGNING_REGION_SET",
    value: "us-east-1, eu-west-1",
    see: ({ headers }) => headers["x-amz-region-set"],
    set: "us-east-1,eu-west-1",
    unset: "us-east-1",
  },
  requestChecksumCalculation: {
    call: ["put", { text: "a" }],
    code: { requestChecksumCalculation: "WHEN_REQUIRED" },
    variable: "AWS_REQUEST_CHECKSUM_CALCULATION",
    value: "when_required",
    see: ({ headers }) => "x-amz-checksum-crc32" in headers,
    set: false,
    unset: true,
  },
  responseChecksumValidation: {
    call: ["get", {}],
    code: { responseChecksumValidation: "WHEN_REQUIRED" },
    variable: "AWS_RESPONSE_CHECKSUM_VALIDATION",
    value: "WHEN_REQUIRED",
    see: ({ headers }) => headers["x-mode"],
    set: undefined,
    unset: "ENABLED",
  },
  disableRequestCompression: {
    call: ["pack", { text: "a".repeat(20_000) }],
    code: { disableRequestCompression: true },
    variable: "AWS_DISABLE_REQUEST_COMPRESSION",
    value: "true",
    see: ({ headers }) => headers["content-encoding"],
    set: undefined,
    unset: "gzip",
  },
  requestMinCompressionSizeBytes: {
    call: ["pack", { text: "short" }],
    code: { requestMinCompressionSizeBytes: 1 },
    variable: "AWS_REQUEST_MIN_COMPRESSION_SIZE_BYTES",
    value: "1",
    see: ({ headers }) => headers["content-encoding"],
    set: "gzip",
    unset: undefined,
  },
};

describe("a service-specific option, set in the code, the environment or the profile", () => {
  it.each(Object.entries(settings))(
    "%s",
    async (_, { call: [method, input], code, variable, value, see, set, unset }) => {
      await caller(model, async ({ call }) => {
        const seen = async (more: object = {}) => {
          const { requests, error } = await call(method, input, { ...options, ...more });
          if (error !== undefined) throw error;
          return requests[0] && see(requests[0]);
        };
        expect(await seen()).toEqual(unset);
        expect(await seen(code)).toEqual(set);
        vi.stubEnv(variable, value);
        expect(await seen()).toEqual(set);
        vi.stubEnv(variable, undefined);
        profile(`${variable.replace("AWS_", "").toLowerCase()} = ${value}`);
        expect(await seen()).toEqual(set);
      });
    },
    60_000,
  );

  it("can be a bearer token in the environment or the code", async () => {
    await caller(model, async ({ call }) => {
      const authorization = async (more: object) =>
        (await call("bearer", {}, { ...options, ...more })).requests[0]?.headers["authorization"];
      vi.stubEnv("AWS_BEARER_TOKEN_DEMO", "of-the-environment");
      expect(await authorization({})).toBe("Bearer of-the-environment");
      expect(await authorization({ token: { token: "of-the-code" } })).toBe("Bearer of-the-code");
    });
  }, 60_000);
});

describe("the account of the caller", () => {
  it("can be required, so that calls without it fail", async () => {
    await caller(model, async ({ call }) => {
      const anonymous = { ...options, credentials: { accessKeyId: "a", secretAccessKey: "s" } };
      expect((await call("get", {}, anonymous)).requests[0]?.hostname).toBe("demo.example");
      const required = { ...anonymous, accountIdEndpointMode: "required" };
      expect(String((await call("get", {}, required)).error)).toContain("The account is missing");
      const mistaken = { ...anonymous, accountIdEndpointMode: "prefered" };
      expect(String((await call("get", {}, mistaken)).error)).toContain(
        'Unknown accountIdEndpointMode "prefered". Expected one of: preferred, required, disabled.',
      );
    });
  }, 60_000);
});

describe("the client of a service with specific options", () => {
  it("compiles, and its option check accepts the specific options", async () => {
    const client = await generateClient(model);
    expect(client["demo-client.ts"]).toContain("hostPrefixes, accountIdEndpoints");
    expect(client["plugins.ts"]?.replaceAll(/\s+/g, "")).toContain(
      `optionCheck(["AccountIdEndpointConfig","ChecksumConfig","HttpBearerAuthConfig","RequestCompressionConfig","SigV4Config","SigV4aConfig",],["forcePath"],others,)`,
    );
    const types = await generateTypes(model);
    expect(checkModules({ [packages.types]: types, [packages.client]: client })).toEqual([]);
  }, 60_000);
});
