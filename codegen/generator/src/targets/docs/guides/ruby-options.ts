import type { GuideNames, GuideSection } from "./guide.js";

/** Returns the TypeScript counterpart of each option of the Ruby client. */
export function rubyOptions(names: GuideNames): readonly GuideSection[] {
  return [core(), endpoints(), retries(), logs(names), http(), payload()];
}

function core(): GuideSection {
  return {
    id: "core",
    title: "Credentials and region",
    rows: [
      [
        "`region`, `profile`",
        `\`region\`, \`profile\`. ${setBy("AWS_REGION", "region")} The profile: \`AWS_PROFILE\`.`,
      ],
      [
        "`credentials`",
        "`credentials`: an object or a provider, such as those of `@aws-sdk/credential-providers`.",
      ],
      [
        "`access_key_id`, `secret_access_key`, `session_token`, `account_id`",
        "`accessKeyId`, `secretAccessKey`, `sessionToken`, `accountId` of `credentials`.",
      ],
      [
        "the credential chain",
        "The same sources; in Node the chain is loaded if the code sets no `credentials`. The order is that of the AWS SDK for JavaScript: the environment comes before the profile, unless the code or `AWS_PROFILE` names a profile. In browsers none of these sources exist, and `credentials` are required.",
      ],
      [
        "`token_provider`",
        "`token`, in clients of services with bearer tokens. In the environment `AWS_BEARER_TOKEN_` followed by the signing name of the service; then the SSO session of the profile.",
      ],
      [
        "`sigv4a_signing_region_set`",
        `\`sigv4aSigningRegionSet\`, in clients of services with signatures for several regions. ${setBy("AWS_SIGV4A_SIGNING_REGION_SET", "sigv4a_signing_region_set")}`,
      ],
      [
        "`auth_scheme_preference`",
        `\`authSchemePreference\`. ${setBy("AWS_AUTH_SCHEME_PREFERENCE", "auth_scheme_preference")}`,
      ],
      ["`defaults_mode`", `\`defaultsMode\`. ${setBy("AWS_DEFAULTS_MODE", "defaults_mode")}`],
    ],
  };
}

/** Returns a text that names the sources of a setting other than the code, in Node. */
function setBy(variable: string, key: string): string {
  return `In the environment \`${variable}\`, in the profile \`${key}\`.`;
}

function endpoints(): GuideSection {
  return {
    id: "endpoints",
    title: "Endpoints",
    rows: [
      [
        "`endpoint`, `endpoint_provider`",
        "`endpoint`, `endpointProvider`. In the environment `AWS_ENDPOINT_URL_` followed by the name of the service, then `AWS_ENDPOINT_URL`; in the profile its `services` section, then `endpoint_url`.",
      ],
      [
        "`use_fips_endpoint`, `use_dualstack_endpoint`",
        `\`useFipsEndpoint\`, \`useDualstackEndpoint\`. ${setBy("AWS_USE_FIPS_ENDPOINT", "use_fips_endpoint")} Likewise \`AWS_USE_DUALSTACK_ENDPOINT\`, \`use_dualstack_endpoint\`.`,
      ],
      [
        "`ignore_configured_endpoint_urls`",
        `\`ignoreConfiguredEndpointUrls\`. ${setBy("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "ignore_configured_endpoint_urls")}`,
      ],
      [
        "`disable_host_prefix_injection`",
        `\`disableHostPrefix\`. ${setBy("AWS_DISABLE_HOST_PREFIX_INJECTION", "disable_host_prefix_injection")}`,
      ],
      [
        "`account_id_endpoint_mode`",
        `\`accountIdEndpointMode\`, in clients of services with account-based endpoints. ${setBy("AWS_ACCOUNT_ID_ENDPOINT_MODE", "account_id_endpoint_mode")}`,
      ],
      [
        "`endpoint_discovery`",
        `\`endpointDiscoveryEnabled\`, in clients of services with endpoint discovery. Operations that require discovery use it in any case, and wait for it. ${setBy("AWS_ENABLE_ENDPOINT_DISCOVERY", "endpoint_discovery_enabled")} With an \`endpoint\`, there is no discovery.`,
      ],
      [
        "`active_endpoint_cache`, `endpoint_cache_poll_interval`, `endpoint_cache_max_threads`",
        "Always on: operations with optional discovery use the regional endpoint while discovery runs in the background, once for all calls of a kind, and again one minute after a failure. There are no threads.",
      ],
      [
        "`endpoint_cache_max_entries`",
        "`endpointCacheSize`, in the same clients: 1000 by default. The least recently used entries are evicted first.",
      ],
    ],
  };
}

function retries(): GuideSection {
  return {
    id: "retries",
    title: "Retries",
    rows: [
      [
        "`retry_mode`",
        `\`retryMode\`: \`standard\` (default) or \`adaptive\`; for \`legacy\`, see below. ${setBy("AWS_RETRY_MODE", "retry_mode")} Delays are random up to 50 ms (1 s for throttling errors), doubled each time, 20 s at most. A retry costs 14 of 500 points (5 for throttling errors); a success returns the cost of its last retry, or one point.`,
      ],
      [
        "`max_attempts`",
        `\`maxAttempts\`: 3 by default, the first attempt included. ${setBy("AWS_MAX_ATTEMPTS", "max_attempts")}`,
      ],
      [
        "`retry_mode: legacy`, `retry_limit`, `retry_base_delay`, `retry_max_delay`, `retry_jitter`, `retry_backoff`",
        "`retryStrategy: legacyRetries()` of `/retries`, with `retryLimit`, `baseDelay`, `maxDelay`, `jitter`, `backoff`; times in milliseconds. Any strategy of `@smithy/util-retry` does as well.",
      ],
      [
        "`adaptive_retry_wait_to_fill: false`",
        "`retryStrategy: adaptiveRetries({ waitToFill: false })` of `/retries`: a call that would have to wait fails with `RateExceededError`.",
      ],
      [
        "`correct_clock_skew`",
        `\`disableClockSkewCorrection\`, with the opposite meaning; \`systemClockOffset\` is the measured offset. ${setBy("AWS_DISABLE_CLOCK_SKEW_CORRECTION", "disable_clock_skew_correction")}`,
      ],
    ],
  };
}

function logs({ clientPackage }: GuideNames): GuideSection {
  return {
    id: "logs",
    title: "Logs and telemetry",
    rows: [
      [
        "`logger`",
        `\`logger\`: receives an object for each call, as in the AWS SDK for JavaScript. For text lines, use the plugin \`logging()\` of \`${clientPackage}/logging\`.`,
      ],
      [
        "`log_level`, `log_formatter`, `http_wire_trace`",
        "`logLevel`, `logFormatter`, `httpWireTrace` of `logging`. Sensitive members and credentials are masked in all of them.",
      ],
      [
        "`telemetry_provider`",
        `The plugin \`telemetry()\` of \`${clientPackage}/telemetry\`, with \`tracerProvider\` and \`meterProvider\` of OpenTelemetry.`,
      ],
      ["`sdk_ua_app_id`", `\`userAgentAppId\`. ${setBy("AWS_SDK_UA_APP_ID", "sdk_ua_app_id")}`],
      [
        "`client_side_monitoring`",
        `The plugin \`clientSideMonitoring()\` of \`${clientPackage}/monitoring\`, in Node: the same events, in datagrams to the same agent. \`AWS_CSM_ENABLED\` or, in the profile, \`csm_enabled\` can turn the plugin off. Calls do not wait for it, and its errors do not affect them.`,
      ],
      [
        "`client_side_monitoring_client_id`, `client_side_monitoring_host`, `client_side_monitoring_port`",
        `\`clientId\`, \`host\`, \`port\` of its options. ${setBy("AWS_CSM_CLIENT_ID", "csm_client_id")} Likewise \`AWS_CSM_HOST\`, \`csm_host\` and \`AWS_CSM_PORT\`, \`csm_port\`.`,
      ],
      [
        "`client_side_monitoring_publisher`",
        "`publisher` of its options: an object whose `publish` receives each event.",
      ],
    ],
  };
}

function http(): GuideSection {
  return {
    id: "http",
    title: "HTTP",
    rows: [
      [
        "`http_open_timeout`, `http_read_timeout`, `ssl_timeout`",
        "`connectionTimeout`, `socketTimeout` (no data received) and, with `throwOnRequestTimeout`, `requestTimeout` (until the response, TLS included) in the options of `requestHandler`: `requestHandler: { connectionTimeout: 1000 }`, in milliseconds.",
      ],
      [
        "`http_idle_timeout`",
        "`httpsAgent` in the options of `requestHandler`: `keepAlive`, `maxSockets` and the timeouts of `node:https`.",
      ],
      [
        "`http_continue_timeout`",
        "`continueTimeout` in the options of `requestHandler`, in milliseconds: how long a request with the header `Expect: 100-continue`, which a handler may set, waits before it sends its body without a response. Default: six seconds.",
      ],
      [
        "`http_proxy`",
        "`httpsAgent` in the options of `requestHandler`: `new HttpsProxyAgent(url)` of `https-proxy-agent`. Node has no built-in proxy support.",
      ],
      [
        "`ssl_ca_bundle`, `ssl_ca_directory`, `ssl_ca_store`, `ssl_cert`, `ssl_key`, `ssl_verify_peer`",
        "`ca`, `cert`, `key` and `rejectUnauthorized` in the options of `httpsAgent`; or `NODE_EXTRA_CA_CERTS`.",
      ],
      [
        "`on_chunk_sent`, `on_chunk_received`",
        "Pipe the stream of an input or output through a transform stream, which sees each chunk.",
      ],
    ],
  };
}

function payload(): GuideSection {
  return {
    id: "payload",
    title: "Payload",
    rows: [
      [
        "`disable_request_compression`, `request_min_compression_size_bytes`",
        `\`disableRequestCompression\`, \`requestMinCompressionSizeBytes\`, in clients of services that accept compressed requests. ${setBy("AWS_DISABLE_REQUEST_COMPRESSION", "disable_request_compression")} Likewise \`AWS_REQUEST_MIN_COMPRESSION_SIZE_BYTES\`, \`request_min_compression_size_bytes\`.`,
      ],
      [
        "`request_checksum_calculation`, `response_checksum_validation`",
        `\`requestChecksumCalculation\`, \`responseChecksumValidation\`, in clients of services with checksums. ${setBy("AWS_REQUEST_CHECKSUM_CALCULATION", "request_checksum_calculation")} Likewise \`AWS_RESPONSE_CHECKSUM_VALIDATION\`, \`response_checksum_validation\`.`,
      ],
    ],
  };
}
