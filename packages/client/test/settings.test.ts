import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { HttpRequest } from "@smithy/core/protocols";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { MarketplaceMeteringClient } from "../src/index.js";
import type {
  MarketplaceMeteringClientConfig,
  MarketplaceMeteringClientResolvedConfig,
} from "../src/index.js";

type Config = MarketplaceMeteringClientResolvedConfig;

/** An option and all of its sources. */
interface Setting {
  readonly option: keyof MarketplaceMeteringClientConfig;
  /** Different values for the code, the environment and the profile. */
  readonly code: MarketplaceMeteringClientConfig;
  readonly variable: readonly [name: string, value: string];
  readonly key: readonly [name: string, value: string];
  readonly read: (config: Config) => unknown;
  /**
   * The resolved values if the option is set in the code, the environment or the profile, or if it
   * is not set.
   */
  readonly expected: readonly [code: unknown, variable: unknown, key: unknown, nowhere: unknown];
}

const settings: readonly Setting[] = [
  {
    option: "region",
    code: { region: "eu-west-1" },
    variable: ["AWS_REGION", "eu-west-2"],
    key: ["region", "eu-west-3"],
    read: ({ region }) => region().catch((error: Error) => error.message),
    expected: ["eu-west-1", "eu-west-2", "eu-west-3", "Region is missing"],
  },
  {
    option: "maxAttempts",
    code: { maxAttempts: 7 },
    variable: ["AWS_MAX_ATTEMPTS", "8"],
    key: ["max_attempts", "9"],
    read: ({ maxAttempts }) => maxAttempts(),
    expected: [7, 8, 9, 3],
  },
  {
    option: "retryMode",
    code: { retryMode: "adaptive" },
    variable: ["AWS_RETRY_MODE", "adaptive"],
    key: ["retry_mode", "adaptive"],
    read: ({ retryMode }) => retryMode(),
    expected: ["adaptive", "adaptive", "adaptive", "standard"],
  },
  {
    option: "defaultsMode",
    code: { defaultsMode: "mobile" },
    variable: ["AWS_DEFAULTS_MODE", "in-region"],
    key: ["defaults_mode", "cross-region"],
    read: ({ defaultsMode }) => defaultsMode(),
    expected: ["mobile", "in-region", "cross-region", "legacy"],
  },
  {
    option: "useFipsEndpoint",
    code: { useFipsEndpoint: true, region: "us-east-1" },
    variable: ["AWS_USE_FIPS_ENDPOINT", "true"],
    key: ["use_fips_endpoint", "true"],
    read: async (config) => {
      config.region = async () => "us-east-1";
      return config.useFipsEndpoint();
    },
    expected: [true, true, true, false],
  },
  {
    option: "useDualstackEndpoint",
    code: { useDualstackEndpoint: true },
    variable: ["AWS_USE_DUALSTACK_ENDPOINT", "true"],
    key: ["use_dualstack_endpoint", "true"],
    read: ({ useDualstackEndpoint }) => useDualstackEndpoint(),
    expected: [true, true, true, false],
  },
  {
    option: "authSchemePreference",
    code: { authSchemePreference: ["sigv4"] },
    variable: ["AWS_AUTH_SCHEME_PREFERENCE", "sigv4a, sigv4"],
    key: ["auth_scheme_preference", "sigv4a"],
    read: ({ authSchemePreference }) => authSchemePreference(),
    expected: [["sigv4"], ["sigv4a", "sigv4"], ["sigv4a"], []],
  },
  {
    option: "userAgentAppId",
    code: { userAgentAppId: "code" },
    variable: ["AWS_SDK_UA_APP_ID", "variable"],
    key: ["sdk_ua_app_id", "profile"],
    read: ({ userAgentAppId }) => userAgentAppId(),
    expected: ["code", "variable", "profile", undefined],
  },
  {
    option: "disableClockSkewCorrection",
    code: { disableClockSkewCorrection: true },
    variable: ["AWS_DISABLE_CLOCK_SKEW_CORRECTION", "true"],
    key: ["disable_clock_skew_correction", "true"],
    read: ({ disableClockSkewCorrection }) => disableClockSkewCorrection(),
    expected: [true, true, true, false],
  },
  {
    option: "credentials",
    code: { credentials: { accessKeyId: "AKIDCODE", secretAccessKey: "s", accountId: "1" } },
    variable: ["AWS_ACCESS_KEY_ID", "AKIDENV"],
    key: ["aws_access_key_id", "AKIDPROFILE"],
    read: async ({ credentials }) =>
      credentials().then(
        ({ accessKeyId }) => accessKeyId,
        (error: Error) => error.name,
      ),
    expected: ["AKIDCODE", "AKIDENV", "AKIDPROFILE", "CredentialsProviderError"],
  },
];

let folder: string;
let files = 0;

function profile(...lines: readonly string[]): void {
  // Profile files are cached by their path, so each test needs a new path.
  const path = join(folder, `config-${(files += 1)}`);
  writeFileSync(path, ["[default]", ...lines, ""].join("\n"));
  vi.stubEnv("AWS_CONFIG_FILE", path);
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "settings-"));
  for (const { variable } of settings) vi.stubEnv(variable[0], undefined);
  for (const name of ["AWS_PROFILE", "AWS_ENDPOINT_URL", "AWS_LAMBDA_FUNCTION_NAME"]) {
    vi.stubEnv(name, undefined);
  }
  vi.stubEnv("AWS_EC2_METADATA_DISABLED", "true");
  vi.stubEnv("AWS_SHARED_CREDENTIALS_FILE", join(folder, "none"));
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", undefined);
  profile();
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

const resolveConfig = (input: MarketplaceMeteringClientConfig = {}): Config =>
  new MarketplaceMeteringClient(input).config;

describe("a setting of the client", () => {
  it.each(settings)(
    "is read from the code, the environment or the profile, in this order: $option",
    async ({ code, variable, key, read, expected }) => {
      const secret = "aws_secret_access_key = s";
      expect(await read(resolveConfig())).toEqual(expected[3]);
      profile(`${key[0]} = ${key[1]}`, secret);
      expect(await read(resolveConfig())).toEqual(expected[2]);
      vi.stubEnv(variable[0], variable[1]);
      vi.stubEnv("AWS_SECRET_ACCESS_KEY", "s");
      expect(await read(resolveConfig())).toEqual(expected[1]);
      expect(await read(resolveConfig(code))).toEqual(expected[0]);
    },
  );

  it("can be the endpoint of this service or of all services", async () => {
    const read = (config: Config) => config.serviceConfiguredEndpoint();
    expect(await read(resolveConfig())).toBeUndefined();
    profile("endpoint_url = http://profile");
    expect(await read(resolveConfig())).toBe("http://profile");
    const section = "[services here]\nmarketplace_metering =\n  endpoint_url = http://section";
    profile("services = here", "endpoint_url = http://profile", section);
    expect(await read(resolveConfig())).toBe("http://section");
    vi.stubEnv("AWS_ENDPOINT_URL", "http://variable");
    expect(await read(resolveConfig())).toBe("http://variable");
    vi.stubEnv("AWS_ENDPOINT_URL_MARKETPLACE_METERING", "http://own-variable");
    expect(await read(resolveConfig())).toBe("http://own-variable");
  });

  it("can turn off endpoints of the environment and the profile", async () => {
    const lines = ["endpoint_url = http://profile", "ignore_configured_endpoint_urls = true"];
    profile(...lines);
    expect(await resolveConfig().serviceConfiguredEndpoint()).toBeUndefined();
    vi.stubEnv("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "false");
    expect(await resolveConfig().serviceConfiguredEndpoint()).toBe("http://profile");
    expect(resolveConfig({ ignoreConfiguredEndpointUrls: true }).ignoreConfiguredEndpointUrls).toBe(
      true,
    );
  });
});

describe("the profile of the client", () => {
  it("is read from the code, or else from the environment", async () => {
    profile("region = of-default", "[profile a]", "region = of-a", "[profile b]", "region = of-b");
    expect(await resolveConfig().region()).toBe("of-default");
    vi.stubEnv("AWS_PROFILE", "a");
    expect(await resolveConfig().region()).toBe("of-a");
    expect(await resolveConfig({ profile: "b" }).region()).toBe("of-b");
  });
});

describe("the defaults mode of the client", () => {
  it("sets the connection timeout, unless the code sets it", async () => {
    const readTimeout = async (input: MarketplaceMeteringClientConfig) => {
      const client = new MarketplaceMeteringClient({
        region: "us-east-1",
        credentials: { accessKeyId: "a", secretAccessKey: "s" },
        ...input,
      });
      // No server listens on this port. The call sets up the handler and fails immediately.
      const request = new HttpRequest({ hostname: "127.0.0.1", port: 9, protocol: "http:" });
      await client.config.requestHandler.handle(request).catch(() => undefined);
      return Reflect.get(
        client.config.requestHandler.httpHandlerConfigs?.() ?? {},
        "connectionTimeout",
      );
    };
    expect(await readTimeout({ defaultsMode: "in-region" })).toBe(1100);
    expect(await readTimeout({ defaultsMode: "mobile" })).toBe(30_000);
    expect(
      await readTimeout({ defaultsMode: "mobile", requestHandler: { connectionTimeout: 5 } }),
    ).toBe(5);
    expect(await readTimeout({})).toBeUndefined();
  });
});
