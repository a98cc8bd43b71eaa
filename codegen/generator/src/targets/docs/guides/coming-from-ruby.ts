import type { GuideNames, GuideSection } from "./guide.js";

/** What each feature and option of the Ruby client is in TypeScript. */
export function comingFromRuby(names: GuideNames): readonly GuideSection[] {
  return [surface(names), stubs(names), plugins(names), parameters(), ...options(names)];
}

function surface({
  client,
  aggregatedClient,
  exception,
  command,
  method,
}: GuideNames): GuideSection {
  return {
    id: "calls",
    title: "Calls and responses",
    rows: [
      [
        "`client.snake_case_name(params)`",
        `\`client.${method}(params)\` of \`${aggregatedClient}\`, or \`client.send(new ${command}(params))\` of \`${client}\`, which keeps bundles small. Members have the names of the model.`,
      ],
      ["`response.data`, `response.member`", "The output that the promise gives."],
      [
        "`response.successful?`, `on_success`, `on(range)`, `error`",
        "`await`, `try` and `catch`: a call that failed throws. The status is at `$metadata.httpStatusCode` of outputs and errors.",
      ],
      [
        "pageable responses, `each_page`",
        "The paginators of operations that have pages: `for await` goes through pages or items.",
      ],
      [
        "`client.wait_until(name, params)`",
        "A function for each waiter of the model, with the client and the longest time to wait.",
      ],
      [
        "`response.context`, request id, retries",
        "`$metadata` of outputs and errors: `requestId`, `attempts`, `totalRetryDelay`.",
      ],
      [
        "`Errors::SomeException`, dynamic errors",
        `A class for each error of the model, for \`instanceof\`. Any other code is a \`${exception}\` with the code as its \`name\`.`,
      ],
      [
        "`error.code`, `message`, `data`, `context`",
        "`name`, `message`, the members of the error itself, `$metadata` and `$response`.",
      ],
      ["`raise_response_errors: false`", "`promise.catch((error) => error)`."],
      ["`operation_names`", "`operationNames` of the entry `/plugins`."],
      [
        "`build_request(name, params)`",
        `A command is a request that can be kept, has middleware of its own, and is sent later. \`buildRequest(client, new ${command}(params))\` of \`/plugins\` gives the signed HTTP request without sending it.`,
      ],
      [
        "`api`, `set_api`, `Client.define`",
        "`defineClient(model)` of `@tinsmith/dynamic-client` makes a class of clients of a JSON AST at run time. A class that exists is not given another model.",
      ],
      ["`config`", "`client.config`; what the constructor was given is `client.initConfig`."],
      [
        "`handlers`",
        `\`client.middlewareStack\`, and the stack of a command. \`identify()\` lists it. Handlers with the name of an operation in \`operations\` are for its calls only.`,
      ],
    ],
  };
}

function stubs({ client, clientPackage, operation }: GuideNames): GuideSection {
  return {
    id: "stubs",
    title: "Stubs",
    rows: [
      [
        "`stub_responses: true` or a hash",
        `\`new ${client}({ plugins: [createStubs({ … })] })\`, with \`createStubs\` of \`${clientPackage}/stubs\`. What is not imported is not in a bundle.`,
      ],
      [
        "`client.stub_responses(:name, *stubs)`",
        `\`stubResponses(client, { ${operation}: [ … ] })\`: data, the code of an error, an error or its class, a function of the call, or \`{ statusCode, headers, body }\`. All are typed by operation.`,
      ],
      ["`client.stub_data(:name, data)`", `\`stubData("${operation}", data)\`.`],
      [
        "`client.api_requests`",
        "`apiRequests` of the stubs that `createStubs` and `stubResponses` give: `operationName`, `params`, `context`.",
      ],
    ],
  };
}

function plugins({ client }: GuideNames): GuideSection {
  return {
    id: "plugins",
    title: "Plugins and handlers",
    rows: [
      [
        "`Client.add_plugin`, `remove_plugin`, `clear_plugins`, `plugins`",
        `\`${client}.addPlugin(plugin)\`, \`removePlugin\`, \`clearPlugins\`, \`plugins\`. A plugin is an object with \`configure(options)\`, \`applyToStack(stack)\` or both.`,
      ],
      ["`plugins:`", "`plugins`."],
      [
        "`handler(step:, priority:, operations:)`",
        "`handle({ step, priority, operations }, middleware)` of `/plugins`, with the same steps (`initialize`, `validate`, `build`, `sign`, `send`) and priorities.",
      ],
      ["`handle_request`, `handle_response`", "`handleRequest`, `handleResponse` of `/plugins`."],
    ],
  };
}

function parameters(): GuideSection {
  return {
    id: "parameters",
    title: "Parameters",
    rows: [
      [
        "`validate_params`",
        "The compiler checks types, required and unknown members. At run time, with the constraints of the model, `validateParams` of the entry `/params` does, and names all problems at once with their paths.",
      ],
      [
        "`convert_params`",
        "`convertParams` of `/params`, for the types that are named; nothing is converted unless it is asked for.",
      ],
      ["`simple_json`", "No such option: a protocol that does less is given as `protocol`."],
      [
        "an unknown option",
        "An error of the compiler that names it. At run time it is let pass, since plugins may have options of their own.",
      ],
    ],
  };
}

function options(names: GuideNames): readonly GuideSection[] {
  return [core(), endpoints(), retries(), logs(names), http(), payload()];
}

function core(): GuideSection {
  return {
    id: "core",
    title: "Credentials and region",
    rows: [
      ["`region`, `profile`", "`region`, `profile`."],
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
        "The same places; in Node it is loaded when the code gives no `credentials`.",
      ],
      ["`token_provider`", "`token`, of clients whose service takes bearer tokens."],
      [
        "`sigv4a_signing_region_set`",
        "`sigv4aSigningRegionSet`, of clients whose service signs for several regions.",
      ],
      ["`auth_scheme_preference`", "`authSchemePreference`."],
      ["`defaults_mode`", "`defaultsMode`."],
    ],
  };
}

function endpoints(): GuideSection {
  return {
    id: "endpoints",
    title: "Endpoints",
    rows: [
      ["`endpoint`, `endpoint_provider`", "`endpoint`, `endpointProvider`."],
      [
        "`use_fips_endpoint`, `use_dualstack_endpoint`",
        "`useFipsEndpoint`, `useDualstackEndpoint`.",
      ],
      ["`ignore_configured_endpoint_urls`", "`ignoreConfiguredEndpointUrls`."],
      ["`disable_host_prefix_injection`", "`disableHostPrefix`."],
      [
        "`endpoint_discovery`, `active_endpoint_cache`, `endpoint_cache_max_entries`, `endpoint_cache_max_threads`, `endpoint_cache_poll_interval`",
        "Nothing: clients do not discover endpoints. Where a service asks for it, give the `endpoint`.",
      ],
    ],
  };
}

function retries(): GuideSection {
  return {
    id: "retries",
    title: "Retries",
    rows: [
      ["`retry_mode`", "`retryMode`: `standard` or `adaptive`. There is no `legacy`."],
      ["`max_attempts`, `retry_limit`", "`maxAttempts`: 3 by default, the first attempt included."],
      [
        "`retry_base_delay`, `retry_max_delay`, `retry_jitter`, `retry_backoff`",
        "`retryStrategy`: `new ConfiguredRetryStrategy(attempts, backoff)` of `@smithy/util-retry`, or any of one's own.",
      ],
      [
        "`adaptive_retry_wait_to_fill`",
        "No such option: `adaptive` waits. A `retryStrategy` may fail instead.",
      ],
      [
        "`correct_clock_skew`",
        "`disableClockSkewCorrection`, the other way round; `systemClockOffset` is what was learnt.",
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
        `\`logger\`: it is given an object for each call, as in the AWS SDK for JavaScript. For lines, the plugin \`logging()\` of \`${clientPackage}/logging\`.`,
      ],
      [
        "`log_level`, `log_formatter`, `http_wire_trace`",
        "`logLevel`, `logFormatter`, `httpWireTrace` of `logging`. Sensitive members and credentials are masked in all of them.",
      ],
      [
        "`telemetry_provider`",
        `The plugin \`telemetry()\` of \`${clientPackage}/telemetry\`, with \`tracerProvider\` and \`meterProvider\` of OpenTelemetry.`,
      ],
      ["`sdk_ua_app_id`", "`userAgentAppId`."],
      [
        "`client_side_monitoring` and its options",
        "Nothing sends to an agent of that kind; `telemetry` has the same figures.",
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
        "`connectionTimeout`, `socketTimeout` (nothing comes in any more) and `requestTimeout` (until there is a response, TLS included) in the options of `requestHandler`: `requestHandler: { connectionTimeout: 1000 }`, in milliseconds.",
      ],
      [
        "`http_idle_timeout`",
        "`httpsAgent` in the options of `requestHandler`: `keepAlive`, `maxSockets` and the timeouts of `node:https`.",
      ],
      [
        "`http_continue_timeout`",
        "No such option: a request with `Expect: 100-continue` waits six seconds, or as long as `requestTimeout` says if that is more.",
      ],
      [
        "`http_proxy`",
        "`httpsAgent` or `httpAgent` of a package such as `hpagent` in the options of `requestHandler`.",
      ],
      [
        "`ssl_ca_bundle`, `ssl_ca_directory`, `ssl_ca_store`, `ssl_cert`, `ssl_key`, `ssl_verify_peer`",
        "`ca`, `cert`, `key` and `rejectUnauthorized` in the options of `httpsAgent`; or `NODE_EXTRA_CA_CERTS`.",
      ],
      [
        "`on_chunk_sent`, `on_chunk_received`",
        "Streams, as the body of a call and as an output, pass chunk by chunk through whatever they are piped through.",
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
        "`disableRequestCompression`, `requestMinCompressionSizeBytes`, of clients whose service takes compressed requests.",
      ],
      [
        "`request_checksum_calculation`, `response_checksum_validation`",
        "`requestChecksumCalculation`, `responseChecksumValidation`, of clients whose service has checksums.",
      ],
    ],
  };
}
