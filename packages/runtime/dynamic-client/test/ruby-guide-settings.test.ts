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

/** A service that asks for everything which the guide has an option for. */
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
if (model === undefined) throw new Error("The model is wrong.");
const Everything = defineClient(model);

/** What is set outside the code: by name of the option, a value in the environment, another in the profile. */
interface Setting {
  readonly option: string;
  readonly variable: readonly [text: string, value: unknown];
  readonly key: readonly [text: string, value: unknown];
  readonly nowhere: unknown;
}

const flag = (option: string): Setting => ({
  option,
  variable: ["true", true],
  key: ["true", true],
  nowhere: false,
});

const settings: Readonly<Record<string, Setting>> = {
  AWS_REGION: {
    option: "region",
    variable: ["eu-west-2", "eu-west-2"],
    key: ["eu-west-3", "eu-west-3"],
    nowhere: "Region is missing",
  },
  AWS_SIGV4A_SIGNING_REGION_SET: {
    option: "sigv4aSigningRegionSet",
    variable: ["us-*,eu-*", ["us-*", "eu-*"]],
    key: ["ap-*", ["ap-*"]],
    nowhere: undefined,
  },
  AWS_AUTH_SCHEME_PREFERENCE: {
    option: "authSchemePreference",
    variable: ["sigv4a, sigv4", ["sigv4a", "sigv4"]],
    key: ["sigv4", ["sigv4"]],
    nowhere: [],
  },
  AWS_DEFAULTS_MODE: {
    option: "defaultsMode",
    variable: ["mobile", "mobile"],
    key: ["in-region", "in-region"],
    nowhere: "legacy",
  },
  AWS_USE_FIPS_ENDPOINT: flag("useFipsEndpoint"),
  AWS_USE_DUALSTACK_ENDPOINT: flag("useDualstackEndpoint"),
  AWS_ACCOUNT_ID_ENDPOINT_MODE: {
    option: "accountIdEndpointMode",
    variable: ["required", "required"],
    key: ["disabled", "disabled"],
    nowhere: "preferred",
  },
  AWS_ENABLE_ENDPOINT_DISCOVERY: {
    option: "endpointDiscoveryEnabled",
    variable: ["true", true],
    key: ["false", false],
    nowhere: undefined,
  },
  AWS_RETRY_MODE: {
    option: "retryMode",
    variable: ["adaptive", "adaptive"],
    key: ["adaptive", "adaptive"],
    nowhere: "standard",
  },
  AWS_MAX_ATTEMPTS: {
    option: "maxAttempts",
    variable: ["8", 8],
    key: ["9", 9],
    nowhere: 3,
  },
  AWS_DISABLE_CLOCK_SKEW_CORRECTION: flag("disableClockSkewCorrection"),
  AWS_SDK_UA_APP_ID: {
    option: "userAgentAppId",
    variable: ["one", "one"],
    key: ["two", "two"],
    nowhere: undefined,
  },
  AWS_DISABLE_REQUEST_COMPRESSION: flag("disableRequestCompression"),
  AWS_REQUEST_MIN_COMPRESSION_SIZE_BYTES: {
    option: "requestMinCompressionSizeBytes",
    variable: ["1", 1],
    key: ["2", 2],
    nowhere: 10_240,
  },
  AWS_REQUEST_CHECKSUM_CALCULATION: {
    option: "requestChecksumCalculation",
    variable: ["WHEN_REQUIRED", "WHEN_REQUIRED"],
    key: ["when_required", "WHEN_REQUIRED"],
    nowhere: "WHEN_SUPPORTED",
  },
  AWS_RESPONSE_CHECKSUM_VALIDATION: {
    option: "responseChecksumValidation",
    variable: ["WHEN_REQUIRED", "WHEN_REQUIRED"],
    key: ["when_required", "WHEN_REQUIRED"],
    nowhere: "WHEN_SUPPORTED",
  },
};

/** Tested where they have their effect: they are no options that are read, or those of a plugin. */
const elsewhere =
  /^AWS_(?:CSM_\w+|ENDPOINT_URL|IGNORE_CONFIGURED_ENDPOINT_URLS|DISABLE_HOST_PREFIX_INJECTION)$/;

/** `In the environment X, in the profile y. Likewise Z, w`, in the row of the option. */
const said = guide.split("\n").flatMap((line) => {
  const [, , here = ""] = line.split(/(?<!\\)\|/);
  return [...here.matchAll(/`(AWS_\w+[A-Z])`, (?:in the profile )?`(\w+)`/g)].map(
    ([, variable = "", key = ""]) => ({ variable, key, here }),
  );
});

let folder: string;
let files = 0;

function profile(text: string): void {
  // Files are kept by their path once they are read.
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
  // Whether FIPS is asked for depends on the region, too.
  const region = option === "useFipsEndpoint" ? { region: "us-east-1" } : {};
  const value: unknown = Reflect.get(new Everything({ ...region, ...code }).config, option);
  if (typeof value !== "function") return value;
  try {
    return await value();
  } catch (error) {
    return error instanceof Error ? error.message : error;
  }
}

describe("what the guide for those who come from Ruby says of environment and profile", () => {
  it("is all tried here, or where it has its effect", () => {
    const names = said.map(({ variable }) => variable);
    expect(names.filter((name) => !(name in settings) && !elsewhere.test(name))).toEqual([]);
    expect(Object.keys(settings).filter((name) => !names.includes(name))).toEqual([]);
  });

  it.each(said.filter(({ variable }) => variable in settings))(
    "is so of $variable and $key",
    async ({ variable, key, here }) => {
      const setting = settings[variable];
      if (setting === undefined) throw new Error("There is no such setting.");
      const { option } = setting;
      expect(here).toContain(`\`${option}\``);
      expect(await read(option)).toEqual(setting.nowhere);
      profile(`${key} = ${setting.key[0]}`);
      expect(await read(option)).toEqual(setting.key[1]);
      vi.stubEnv(variable, setting.variable[0]);
      expect(await read(option)).toEqual(setting.variable[1]);
      // The code comes first.
      const [, value] = setting.key;
      const code = value === true ? false : value;
      expect(await read(option, { [option]: code })).toEqual(code);
    },
  );

  it("is so of prefixes of host names", async () => {
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

  it("is so of tokens", async () => {
    const sent: string[] = [];
    const requestHandler: HttpHandler = {
      handle: async ({ headers }) => {
        sent.push(String(headers["authorization"]));
        return { response: { statusCode: 200, headers: {}, body: new Uint8Array() } };
      },
    };
    const common = { endpoint: "https://all.example", region: "us-east-1", requestHandler };
    vi.stubEnv("AWS_BEARER_TOKEN_EVERYTHING", "of-the-environment");
    await new Everything(common)["ask"]?.();
    await new Everything({ ...common, token: { token: "of-the-code" } })["ask"]?.();
    expect(sent).toEqual(["Bearer of-the-environment", "Bearer of-the-code"]);
  });
});
