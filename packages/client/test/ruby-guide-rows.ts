/** A test: its file, relative to `packages`, and a part of its title or code. */
type RowTest = readonly [file: string, title: string];

const client = (file: string, title: string): RowTest => [`client/test/${file}.test.ts`, title];
const runtime = (file: string, title: string): RowTest => [
  `runtime/client-runtime/test/${file}.test.ts`,
  title,
];
const dynamic = (file: string, title: string): RowTest => [
  `runtime/dynamic-client/test/${file}.test.ts`,
  title,
];

/** A test for each row of the guide. The keys are the first names in the rows. */
export const rowTests: Readonly<Record<string, RowTest>> = {
  "client.snake_case_name(params)": client("send", "with a method of the aggregated client"),
  "response.data": client("send", "returns the output with the metadata of the call"),
  "response.successful?": client("send", "is an instance of its modeled class"),
  each_page: dynamic("actions", "iterates over pages"),
  "client.wait_until(name, params)": dynamic("actions", "throws an error on failure"),
  "on_…_event": dynamic("features", "throws the error that ends an event stream"),
  "response.context": client("send", "returns the output with the metadata of the call"),
  "Errors::SomeException": client("send", "is an instance of the base class"),
  "error.code": client("send", "is an instance of its modeled class"),
  "raise_response_errors: false": client("send", "is passed to a callback"),
  operation_names: client("plugins", "lists the operations of the model"),
  "build_request(name, params)": client("plugins", "returns the signed request"),
  api: [
    "../tools/conformance/test/dynamic-client.test.ts",
    "sends the same request as the generated client for %s",
  ],
  config: client("plugins", "do not modify the options"),
  handlers: client("plugins", "can be limited to some operations"),
  "stub_responses: true": client("stubs", "returns a plugin for a client"),
  "client.stub_responses(:name, *stubs)": client("stubs", "uses a list of stubs in order"),
  "client.stub_data(:name, data)": client("stubs", "uses the shape's name as a string"),
  "client.api_requests": client("stubs", "records calls, typed by operation"),
  "Client.add_plugin": client("plugins", "are listed, and can be removed"),
  "plugins:": client("plugins", "change its options in order"),
  "handler(step:, priority:, operations:)": client("plugins", "in the order of steps"),
  handle_request: client("plugins", "can read the output of a call"),
  validate_params: client("params", "with a list of all problems"),
  convert_params: client("params", "converts before validateParams validates"),
  simple_json: dynamic("simple-json", "sends inputs and returns outputs as plain JSON"),
  "an unknown option": client("check-options", "rejects unknown options"),
  region: dynamic("ruby-guide-settings", "AWS_REGION"),
  credentials: client("signing", "uses new credentials"),
  access_key_id: client("settings", "AWS_ACCESS_KEY_ID"),
  "the credential chain": client(
    "credential-chain",
    "unless the code or AWS_PROFILE selects a profile",
  ),
  token_provider: dynamic(
    "ruby-guide-settings",
    "can be a bearer token in the environment or in the code",
  ),
  sigv4a_signing_region_set: dynamic("ruby-guide-settings", "AWS_SIGV4A_SIGNING_REGION_SET"),
  auth_scheme_preference: dynamic("ruby-guide-settings", "AWS_AUTH_SCHEME_PREFERENCE"),
  defaults_mode: dynamic("ruby-guide-settings", "AWS_DEFAULTS_MODE"),
  endpoint: client("settings", "the endpoint of this service or of all services"),
  use_fips_endpoint: dynamic("ruby-guide-settings", "AWS_USE_FIPS_ENDPOINT"),
  ignore_configured_endpoint_urls: client("settings", "can turn off endpoints of the environment"),
  disable_host_prefix_injection: dynamic(
    "ruby-guide-settings",
    "can disable host prefixes in the environment",
  ),
  account_id_endpoint_mode: dynamic("ruby-guide-settings", "AWS_ACCOUNT_ID_ENDPOINT_MODE"),
  endpoint_discovery: dynamic("endpoint-discovery", "discovers the endpoint of DynamoDB"),
  active_endpoint_cache: dynamic("endpoint-discovery", "discovers the endpoint of DynamoDB"),
  endpoint_cache_max_entries: runtime("endpoints/endpoint-cache", "least recently used"),
  retry_mode: client("retries", "doubles the maximum of its random delay with each retry"),
  max_attempts: client("send", "end after the configured number of attempts"),
  "retry_mode: legacy": client(
    "retries",
    "supports a limit, a base delay, a maximum delay and jitter",
  ),
  "adaptive_retry_wait_to_fill: false": client(
    "retries",
    "rejects a call immediately without waitToFill",
  ),
  correct_clock_skew: client("aws-client", "is corrected when the service rejects the date"),
  logger: client("send", "logs successful and failed calls"),
  log_level: runtime("logging/logging", "uses the configured level"),
  telemetry_provider: runtime(
    "telemetry/telemetry",
    "are one span for each call and, as its children, one span for each attempt",
  ),
  sdk_ua_app_id: dynamic("ruby-guide-settings", "AWS_SDK_UA_APP_ID"),
  client_side_monitoring: runtime(
    "monitoring/monitoring",
    "sends the agent a JSON datagram for each attempt",
  ),
  client_side_monitoring_client_id: runtime(
    "monitoring/monitoring",
    "from the environment and the profile",
  ),
  client_side_monitoring_publisher: runtime("monitoring/monitoring", "to a custom publisher"),
  http_open_timeout: client("http-options", "between two chunks of a response"),
  http_idle_timeout: client("http-options", "are reused up to maxSockets"),
  http_continue_timeout: client("expect-continue", "sends the body after continueTimeout"),
  http_proxy: client("http-options", "can use a proxy"),
  ssl_ca_bundle: client("http-options", "use the configured certificates"),
  on_chunk_sent: dynamic("ruby-guide-streams", "passes chunk by chunk through a piped stream"),
  disable_request_compression: dynamic("ruby-guide-settings", "AWS_DISABLE_REQUEST_COMPRESSION"),
  request_checksum_calculation: dynamic("ruby-guide-settings", "AWS_REQUEST_CHECKSUM_CALCULATION"),
};
