import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compile, exportedNames } from "./compile.js";
import { rowTests } from "./ruby-guide-rows.js";

const guide = readFileSync(
  new URL("../../docs/src/generated/guides/coming-from-ruby.md", import.meta.url),
  "utf8",
);

/** The rows of the tables in the guide: a Ruby feature and its counterpart. */
const rows = guide
  .split("\n")
  .filter((line) => /^\| (?!Ruby |-)/.test(line))
  .map((line) => {
    const [, ruby = "", typescript = ""] = line.split(/(?<!\\)\|/);
    return { ruby: ruby.trim(), typescript: typescript.trim() };
  });

const extractCode = (cell: string): readonly string[] =>
  [...cell.matchAll(/`([^`]+)`/g)].map(([, code = ""]) => code);

/** Returns the names of the members of types, according to the compiler. */
function members(types: Readonly<Record<string, string>>): ReadonlySet<string> {
  const text = [
    'import type * as index from "../src/index.js";',
    'import type * as logging from "../src/logging.js";',
    'import type * as retries from "../src/retries.js";',
    'import type * as plugins from "../src/plugins.js";',
    'import type * as monitoring from "../src/monitoring.js";',
    'import type * as telemetry from "../src/telemetry.js";',
    'import type * as stubs from "../src/stubs.js";',
    'import type * as smithy from "@smithy/types";',
    'import type * as runtime from "@tinsmith/client-runtime";',
    ...Object.entries(types).map(
      ([name, type]) => `export declare const ${name}: Required<${type}>;`,
    ),
    "export type { index, logging, monitoring, plugins, retries, telemetry, stubs, smithy, runtime };",
  ].join("\n");
  const { program } = compile({ "members.ts": text });
  const checker = program.getTypeChecker();
  const source = program.getSourceFiles().find(({ fileName }) => fileName.endsWith("/members.ts"));
  const module = source && checker.getSymbolAtLocation(source);
  if (source === undefined || module === undefined) throw new Error("The types are missing.");
  const found = Object.keys(types).flatMap((name) => {
    const symbol = checker.getExportsOfModule(module).find((one) => one.name === name);
    if (symbol === undefined) throw new Error(`${name} is missing.`);
    const type = checker.getTypeOfSymbolAtLocation(symbol, source);
    return type.getProperties().map((property) => property.name);
  });
  return new Set(found);
}

/** The options of the Ruby client, according to its reference documentation. */
const rubyOptions = `
plugins credentials region profile access_key_id secret_access_key session_token account_id token_provider
sigv4a_signing_region_set auth_scheme_preference endpoint endpoint_provider use_fips_endpoint use_dualstack_endpoint
ignore_configured_endpoint_urls disable_host_prefix_injection endpoint_discovery active_endpoint_cache
endpoint_cache_max_entries endpoint_cache_max_threads endpoint_cache_poll_interval validate_params convert_params
simple_json retry_mode max_attempts retry_limit retry_base_delay retry_max_delay retry_jitter retry_backoff
correct_clock_skew adaptive_retry_wait_to_fill defaults_mode logger log_level log_formatter http_wire_trace
telemetry_provider sdk_ua_app_id client_side_monitoring client_side_monitoring_client_id
client_side_monitoring_host client_side_monitoring_port client_side_monitoring_publisher http_open_timeout http_read_timeout http_idle_timeout
http_continue_timeout ssl_timeout http_proxy ssl_ca_bundle ssl_cert ssl_key ssl_verify_peer on_chunk_sent
on_chunk_received raise_response_errors disable_request_compression request_min_compression_size_bytes
request_checksum_calculation response_checksum_validation stub_responses`
  .trim()
  .split(/\s+/);

/** Names that this client does not define: keywords, steps, and options of other services. */
const others = new Set(
  `await try catch instanceof
  initialize validate build sign send adaptive standard legacy services
  keepAlive maxSockets ca cert key rejectUnauthorized hpagent NODE_EXTRA_CA_CERTS
  token sigv4aSigningRegionSet disableRequestCompression requestMinCompressionSizeBytes
  requestChecksumCalculation responseChecksumValidation accountIdEndpointMode endpointDiscoveryEnabled endpointCacheSize`.split(
    /\s+/,
  ),
);

describe("the guide for Ruby users", () => {
  it("has a row for every option of the Ruby client", () => {
    const features = rows.map((row) => row.ruby).join("\n");
    expect(rubyOptions.filter((option) => !features.includes(option))).toEqual([]);
  });

  it("has a test for every row", () => {
    const packages = new URL("../../", import.meta.url);
    const firstName = (feature: string): string => extractCode(feature)[0] ?? feature;
    const names = rows.map(({ ruby }) => firstName(ruby));
    expect(names.filter((name) => !(name in rowTests))).toEqual([]);
    expect(Object.keys(rowTests).filter((name) => !names.includes(name))).toEqual([]);
    const missing = Object.values(rowTests).filter(
      ([file, title]) => !readFileSync(new URL(file, packages), "utf8").includes(title),
    );
    expect(missing).toEqual([]);
  });

  it("mentions only names that exist", () => {
    const entries = [
      "index",
      "logging",
      "monitoring",
      "params",
      "plugins",
      "retries",
      "stubs",
      "telemetry",
    ];
    const exported = entries.flatMap((entry) => [...exportedNames(`../src/${entry}.js`).keys()]);
    const known = members({
      client: "typeof index.MarketplaceMeteringClient",
      instance: "index.MarketplaceMetering",
      config: "index.MarketplaceMeteringClientConfig",
      exception: "index.ThrottlingException",
      metadata: 'index.ThrottlingException["$metadata"]',
      credentials: "smithy.AwsCredentialIdentity",
      handler: "runtime.NodeHandlerOptions",
      logging: "logging.LoggingOptions",
      telemetry: "telemetry.TelemetryOptions",
      monitoring: "monitoring.ClientSideMonitoringOptions",
      publisher: "monitoring.MonitoringPublisher",
      handlers: "plugins.HandlerOptions",
      legacy: "retries.LegacyRetryOptions",
      stubs: "stubs.MarketplaceMeteringStubs",
      request: 'stubs.MarketplaceMeteringStubs["apiRequests"][number]',
    });
    const names = rows
      .flatMap(({ typescript }) => extractCode(typescript))
      .filter((code) => /^[$A-Za-z][\w$]*$/.test(code) && !/^AWS_|^region$|_/.test(code));
    const unknown = names.filter(
      (name) => !known.has(name) && !exported.includes(name) && !others.has(name),
    );
    expect(names.length).toBeGreaterThan(60);
    expect(unknown).toEqual([]);
  }, 60_000);

  it("mentions only environment variables that the client reads", () => {
    const runtime = new URL("../../runtime/client-runtime/src/", import.meta.url);
    const sources = readdirSync(runtime, { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".ts"))
      .map((path) => readFileSync(new URL(path, runtime), "utf8"))
      .join("\n");
    // The source of the client does not contain these names: libraries define them as constants.
    const library = [
      "AWS_REGION",
      "AWS_PROFILE",
      "AWS_DEFAULTS_MODE",
      "AWS_MAX_ATTEMPTS",
      "AWS_USE_FIPS_ENDPOINT",
      "AWS_USE_DUALSTACK_ENDPOINT",
    ];
    const variables = [...guide.matchAll(/`(AWS_\w+)`/g)].map(([, name = ""]) => name);
    expect(variables.length).toBeGreaterThan(15);
    expect(variables.filter((name) => !library.includes(name) && !sources.includes(name))).toEqual(
      [],
    );
  });

  it("does not list options of this client among the options of other services", () => {
    const config = members({ config: "index.MarketplaceMeteringClientConfig" });
    expect([...others].filter((name) => config.has(name))).toEqual([]);
  });

  it("contains calls that compile", () => {
    const codes = rows.flatMap(({ typescript }) => extractCode(typescript));
    const calls = codes
      .filter((code) =>
        /^(?:client\.|new \w+Client|stub|buildRequest|handle|retryStrategy)/.test(code),
      )
      .filter((code) => !code.includes("params") || code.includes("BatchMeterUsage"))
      .map((code) =>
        code
          .replaceAll("(params)", "({ UsageRecords: [] })")
          .replaceAll("[ … ]", '["ThrottlingException", { Results: [] }]')
          .replaceAll("{ … }", "{ MeterUsage: {} }")
          .replaceAll(", data)", ", { Results: [] })")
          .replace(
            "{ step, priority, operations }",
            '{ step: "sign", priority: 60, operations: [] }',
          )
          .replace(", middleware)", ", (next) => next)")
          .replace("retryStrategy: ", ""),
      )
      .filter((code) => code.includes("("));
    const text = [
      'import { BatchMeterUsageCommand, MarketplaceMetering, MarketplaceMeteringClient } from "../src/index.js";',
      'import { buildRequest, handle } from "../src/plugins.js";',
      'import { adaptiveRetries, legacyRetries } from "../src/retries.js";',
      'import { createStubs, stubData, stubResponses } from "../src/stubs.js";',
      "const client = new MarketplaceMetering({});",
      ...calls.map((call, index) => `export const call${index} = ${call};`),
      "export { adaptiveRetries, legacyRetries, BatchMeterUsageCommand, MarketplaceMeteringClient, buildRequest, handle, createStubs, stubData, stubResponses };",
    ].join("\n");
    expect(calls).toHaveLength(8);
    expect(compile({ "calls.ts": text }).errors).toEqual([]);
  }, 60_000);
});
