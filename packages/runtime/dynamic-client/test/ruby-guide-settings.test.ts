import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { HttpHandler } from "@tinsmith/client-runtime";
import { loadModel } from "@tinsmith/smithy";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { defineClient } from "../src/index.js";

const guide = readFileSync(
  new URL("../../../docs/src/generated/guides/coming-from-ruby.md", import.meta.url),
  "utf8",
);

/** A model that uses the features for all options in the guide. */
const { model } = loadModel([
  {
    path: "everything.smithy",
    text: `$version: "2"
namespace demo
use aws.api#clientDiscoveredEndpoint
use aws.api#clientEndpointDiscovery
use aws.api#service
use aws.auth#sigv4
use aws.auth#sigv4a
use aws.protocols#awsJson1_1
use aws.protocols#httpChecksum
use smithy.rules#endpointRuleSet
@endpointRuleSet({
    version: "1.0"
    parameters: {
        Region: { type: "string", builtIn: "AWS::Region" }
        Endpoint: { type: "string", builtIn: "SDK::Endpoint" }
        AccountIdEndpointMode: { type: "string", builtIn: "AWS::Auth::AccountIdEndpointMode" }
    }
    rules: [
        {
            type: "endpoint"
            conditions: [{ fn: "isSet", argv: [{ ref: "Endpoint" }] }]
            endpoint: { url: { ref: "Endpoint" } }
        }
    ]
})
@awsJson1_1 @service(sdkId: "Everything") @sigv4(name: "everything") @sigv4a(name: "everything")
@httpBearerAuth @auth([sigv4, sigv4a, httpBearerAuth])
@clientEndpointDiscovery(operation: Where)
service Everything { version: "1", operations: [Where, Go, Pack, Check, Ask] }
@clientDiscoveredEndpoint(required: true)
operation Go {}
operation Where { output := { Endpoints: Endpoints } }
list Endpoints { member: Endpoint }
structure Endpoint { Address: String, CachePeriodInMinutes: Long }
@requestCompression(encodings: ["gzip"])
operation Pack {}
@httpChecksum(requestAlgorithmMember: "algorithm")
operation Check { input := { algorithm: Algorithm } }
enum Algorithm { SHA256 }
@endpoint(hostPrefix: "pre.")
@auth([httpBearerAuth])
operation Ask {}
`,
  },
]);
if (model === undefined) throw new Error("The model does not load.");
const Everything = defineClient(model);

/** An option that an environment variable or a key of the profile can set. */
interface Setting {
  readonly option: string;
  readonly variable: readonly [text: string, value: unknown];
  readonly key: readonly [text: string, value: unknown];
  /** The value of the option if nothing sets it. */
  readonly unset: unknown;
}

const flag = (option: string): Setting => ({
  option,
  variable: ["true", true],
  key: ["true", true],
  unset: false,
});

const settings: Readonly<Record<string, Setting>> = {
  AWS_REGION: {
    option: "region",
    variable: ["eu-west-2", "eu-west-2"],
    key: ["eu-west-3", "eu-west-3"],
    unset: "Region is missing",
  },
  AWS_SIGV4A_SIGNING_REGION_SET: {
    option: "sigv4aSigningRegionSet",
    variable: ["us-*,eu-*", ["us-*", "eu-*"]],
    key: ["ap-*", ["ap-*"]],
    unset: undefined,
  },
  AWS_AUTH_SCHEME_PREFERENCE: {
    option: "authSchemePreference",
    variable: ["sigv4a, sigv4", ["sigv4a", "sigv4"]],
    key: ["sigv4", ["sigv4"]],
    unset: [],
  },
  AWS_DEFAULTS_MODE: {
    option: "defaultsMode",
    variable: ["mobile", "mobile"],
    key: ["in-region", "in-region"],
    unset: "legacy",
  },
  AWS_USE_FIPS_ENDPOINT: flag("useFipsEndpoint"),
  AWS_USE_DUALSTACK_ENDPOINT: flag("useDualstackEndpoint"),
  AWS_ACCOUNT_ID_ENDPOINT_MODE: {
    option: "accountIdEndpointMode",
    variable: ["required", "required"],
    key: ["disabled", "disabled"],
    unset: "preferred",
  },
  AWS_ENABLE_ENDPOINT_DISCOVERY: {
    option: "endpointDiscoveryEnabled",
    variable: ["true", true],
    key: ["false", false],
    unset: undefined,
  },
  AWS_RETRY_MODE: {
    option: "retryMode",
    variable: ["adaptive", "adaptive"],
    key: ["adaptive", "adaptive"],
    unset: "standard",
  },
  AWS_MAX_ATTEMPTS: {
    option: "maxAttempts",
    variable: ["8", 8],
    key: ["9", 9],
    unset: 3,
  },
  AWS_DISABLE_CLOCK_SKEW_CORRECTION: flag("disableClockSkewCorrection"),
  AWS_SDK_UA_APP_ID: {
    option: "userAgentAppId",
    variable: ["one", "one"],
    key: ["two", "two"],
    unset: undefined,
  },
  AWS_DISABLE_REQUEST_COMPRESSION: flag("disableRequestCompression"),
  AWS_REQUEST_MIN_COMPRESSION_SIZE_BYTES: {
    option: "requestMinCompressionSizeBytes",
    variable: ["1", 1],
    key: ["2", 2],
    unset: 10_240,
  },
  AWS_REQUEST_CHECKSUM_CALCULATION: {
    option: "requestChecksumCalculation",
    variable: ["WHEN_REQUIRED", "WHEN_REQUIRED"],
    key: ["when_required", "WHEN_REQUIRED"],
    unset: "WHEN_SUPPORTED",
  },
  AWS_RESPONSE_CHECKSUM_VALIDATION: {
    option: "responseChecksumValidation",
    variable: ["WHEN_REQUIRED", "WHEN_REQUIRED"],
    key: ["when_required", "WHEN_REQUIRED"],
    unset: "WHEN_SUPPORTED",
  },
};

/** Variables that other tests cover. They set an option of a plugin, or no option at all. */
const testedElsewhere =
  /^AWS_(?:CSM_\w+|ENDPOINT_URL|IGNORE_CONFIGURED_ENDPOINT_URLS|DISABLE_HOST_PREFIX_INJECTION)$/;

/** The variables and profile keys that the guide lists, each with the text of its row. */
const documented = guide.split("\n").flatMap((line) => {
  const [, , here = ""] = line.split(/(?<!\\)\|/);
  return [...here.matchAll(/`(AWS_\w+[A-Z])`, (?:in the profile )?`(\w+)`/g)].map(
    ([, variable = "", key = ""]) => ({ variable, key, here }),
  );
});

let folder: string;
let files = 0;

function profile(text: string): void {
  // The SDK caches files by their path.
  const path = join(folder, `config-${(files += 1)}`);
  writeFileSync(path, `[default]\n${text}\n`);
  vi.stubEnv("AWS_CONFIG_FILE", path);
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "guide-"));
  for (const name of Object.keys(process.env)) {
    if (name.startsWith("AWS_")) vi.stubEnv(name, undefined);
  }
  vi.stubEnv("AWS_EC2_METADATA_DISABLED", "true");
  vi.stubEnv("AWS_SHARED_CREDENTIALS_FILE", join(folder, "none"));
  profile("");
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

async function read(option: string, code: Record<string, unknown> = {}): Promise<unknown> {
  // This option depends on the region, too.
  const region = option === "useFipsEndpoint" ? { region: "us-east-1" } : {};
  const value: unknown = Reflect.get(new Everything({ ...region, ...code }).config, option);
  if (typeof value !== "function") return value;
  try {
    return await value();
  } catch (error) {
    return error instanceof Error ? error.message : error;
  }
}

describe("a setting in the guide for Ruby users", () => {
  it("is tested here or in another test", () => {
    const names = documented.map(({ variable }) => variable);
    expect(names.filter((name) => !(name in settings) && !testedElsewhere.test(name))).toEqual([]);
    expect(Object.keys(settings).filter((name) => !names.includes(name))).toEqual([]);
  });

  it.each(documented.filter(({ variable }) => variable in settings))(
    "is read from $variable and from $key in the profile",
    async ({ variable, key, here }) => {
      const setting = settings[variable];
      if (setting === undefined) throw new Error(`Unknown setting ${variable}.`);
      const { option } = setting;
      expect(here).toContain(`\`${option}\``);
      expect(await read(option)).toEqual(setting.unset);
      profile(`${key} = ${setting.key[0]}`);
      expect(await read(option)).toEqual(setting.key[1]);
      vi.stubEnv(variable, setting.variable[0]);
      expect(await read(option)).toEqual(setting.variable[1]);
      // A value in the code overrides the environment.
      const [, value] = setting.key;
      const code = value === true ? false : value;
      expect(await read(option, { [option]: code })).toEqual(code);
    },
  );

  it("can disable host prefixes in the environment, the profile and the code", async () => {
    const hosts: string[] = [];
    const requestHandler: HttpHandler = {
      handle: async ({ hostname }) => {
        hosts.push(hostname);
        return { response: { statusCode: 200, headers: {}, body: new Uint8Array() } };
      },
    };
    const ask = async (code: object = {}): Promise<string | undefined> => {
      const token = { token: "t" };
      const client = new Everything({
        endpoint: "https://all.example",
        region: "us-east-1",
        token,
        requestHandler,
        ...code,
      });
      await client["ask"]?.();
      return hosts.at(-1);
    };
    expect(await ask()).toBe("pre.all.example");
    profile("disable_host_prefix_injection = true");
    expect(await ask()).toBe("all.example");
    vi.stubEnv("AWS_DISABLE_HOST_PREFIX_INJECTION", "false");
    expect(await ask()).toBe("pre.all.example");
    expect(await ask({ disableHostPrefix: true })).toBe("all.example");
  });

  it("can be a bearer token in the environment or in the code", async () => {
    const sent: string[] = [];
    const requestHandler: HttpHandler = {
      handle: async ({ headers }) => {
        sent.push(String(headers["authorization"]));
        return { response: { statusCode: 200, headers: {}, body: new Uint8Array() } };
      },
    };
    const common = { endpoint: "https://all.example", region: "us-east-1", requestHandler };
    vi.stubEnv("AWS_BEARER_TOKEN_EVERYTHING", "from-environment");
    await new Everything(common)["ask"]?.();
    await new Everything({ ...common, token: { token: "from-code" } })["ask"]?.();
    expect(sent).toEqual(["Bearer from-environment", "Bearer from-code"]);
  });
});
