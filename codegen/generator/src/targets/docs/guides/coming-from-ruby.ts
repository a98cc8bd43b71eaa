import type { GuideNames, GuideSection } from "./guide.js";
import { rubyOptions } from "./ruby-options.js";

/** Returns the TypeScript counterpart of each feature and option of the Ruby client. */
export function comingFromRuby(names: GuideNames): readonly GuideSection[] {
  return [surface(names), stubs(names), plugins(names), parameters(), ...rubyOptions(names)];
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
        `\`client.${method}(params)\` of \`${aggregatedClient}\`, or \`client.send(new ${command}(params))\` of \`${client}\`, which keeps bundles small. Members are named as in the model.`,
      ],
      ["`response.data`, `response.member`", "The output that the promise resolves to."],
      [
        "`response.successful?`, `on_success`, `on(range)`, `error`",
        "`await`, `try` and `catch`: a failed call throws. Outputs and errors have the status in `$metadata.httpStatusCode`.",
      ],
      [
        "pageable responses, `each_page`",
        "The paginators of paginated operations: `for await` iterates over pages or items.",
      ],
      [
        "`client.wait_until(name, params)`",
        "A function for each waiter of the model, which takes the client and the maximum time to wait.",
      ],
      [
        "event streams, `on_…_event`, `on_error_event`",
        "`for await` iterates over the events of an output: each event is a member of its union, and errors of the model are thrown. Events of an input are any async iterable, such as a generator.",
      ],
      [
        "`response.context`, request id, retries",
        "`$metadata` of outputs and errors: `requestId`, `attempts`, `totalRetryDelay`.",
      ],
      [
        "`Errors::SomeException`, dynamic errors",
        `A class for each error of the model, for \`instanceof\`. An error with any other code is a \`${exception}\` with the code as its \`name\`.`,
      ],
      [
        "`error.code`, `message`, `data`, `context`",
        "`name`, `message`, the members of the error, `$metadata` and `$response`.",
      ],
      ["`raise_response_errors: false`", "`promise.catch((error) => error)`."],
      ["`operation_names`", "`operationNames` of the entry `/plugins`."],
      [
        "`build_request(name, params)`",
        `A command is a request that can be stored, has a separate middleware stack, and is sent later. \`buildRequest(client, new ${command}(params))\` of \`/plugins\` returns the signed HTTP request without sending it.`,
      ],
      [
        "`api`, `set_api`, `Client.define`",
        "`defineClient(model)` of `@tinsmith/dynamic-client` creates a client class from a JSON AST at run time. The model of an existing class cannot be replaced.",
      ],
      [
        "`config`",
        "`client.config`; the options passed to the constructor are in `client.initConfig`.",
      ],
      [
        "`handlers`",
        `\`client.middlewareStack\`, and the stack of a command. \`identify()\` lists it. Handlers that name operations in \`operations\` run for calls of these only.`,
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
        `\`new ${client}({ plugins: [createStubs({ … })] })\`, with \`createStubs\` of \`${clientPackage}/stubs\`. Parts that are not imported are not in a bundle.`,
      ],
      [
        "`client.stub_responses(:name, *stubs)`",
        `\`stubResponses(client, { ${operation}: [ … ] })\`: data, an error code, an error or its class, a function of the call, or \`{ statusCode, headers, body }\`. All are typed by operation.`,
      ],
      ["`client.stub_data(:name, data)`", `\`stubData("${operation}", data)\`.`],
      [
        "`client.api_requests`",
        "`apiRequests` of the stubs that `createStubs` and `stubResponses` return: `operationName`, `params`, `context`.",
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
        "The compiler checks types, required and unknown members. At run time, `plugins: [validateParams()]` of the entry `/params` also checks the constraints of the model, and reports all problems at once with their paths.",
      ],
      [
        "`convert_params`",
        "`plugins: [convertParams({ timestamp: true })]` of `/params`, for the named types only. Nothing is converted by default.",
      ],
      [
        "`simple_json`",
        "`defineClient(model, { simpleJson: true })` of `@tinsmith/dynamic-client`: inputs and outputs are plain JSON as sent and received. Generated clients guarantee the types of the model, so they have no such option.",
      ],
      [
        "an unknown option",
        "A compiler error that names it. At run time it is ignored, as code for the AWS SDK for JavaScript expects; the plugin `checkOptions()` of `/plugins` throws an error that lists all unknown options.",
      ],
    ],
  };
}
