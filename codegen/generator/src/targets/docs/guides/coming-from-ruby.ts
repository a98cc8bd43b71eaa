import type { GuideNames, GuideSection } from "./guide.js";
import { rubyOptions } from "./ruby-options.js";

/** What each feature and option of the Ruby client is in TypeScript. */
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
        "event streams, `on_…_event`, `on_error_event`",
        "An output with events is gone through by `for await`: each event is a member of its union, an error of the model is thrown. Events that are sent are any async iterable, such as a generator.",
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
        "The compiler checks types, required and unknown members. At run time, with the constraints of the model, `plugins: [validateParams()]` of the entry `/params` does, and names all problems at once with their paths.",
      ],
      [
        "`convert_params`",
        "`plugins: [convertParams({ timestamp: true })]` of `/params`, for the types that are named; nothing is converted unless it is asked for.",
      ],
      [
        "`simple_json`",
        "`defineClient(model, { simpleJson: true })` of `@tinsmith/dynamic-client`: inputs go out as the JSON that they are, outputs are what came in. The clients that are generated promise the types of the model, so they have no such option.",
      ],
      [
        "an unknown option",
        "An error of the compiler that names it. At run time it is let pass, as code for the AWS SDK for JavaScript counts on; with the plugin `checkOptions()` of `/plugins` it is an error that names all of them.",
      ],
    ],
  };
}
