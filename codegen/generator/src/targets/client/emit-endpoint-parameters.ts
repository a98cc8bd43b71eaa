import type { ClientContextParamPlan, EndpointParameterPlan, ServicePlan } from "@tinsmith/service";
import { code, declare, join } from "../../code/code.js";
import type { Code } from "../../code/code.js";
import { doc } from "../../code/doc.js";
import { literal, propertyKey } from "../../code/literal.js";
import { runtimeType, smithyType } from "./runtime-symbols.js";

/** Emits the parameters of the endpoint rules, and the client options that they come from. */
export function emitEndpointParameters({ endpoint, isAws }: ServicePlan): Code {
  const { parameters, clientContextParams } = endpoint;
  const sources = parameters.flatMap(({ name, source }) =>
    source === undefined ? [] : { name, source },
  );
  const options = optionNames.filter((name) =>
    sources.some(({ source }) => source.type === "builtInParams" && source.name === name),
  );
  return code`
    ${doc(undefined, { notes: ["The parameters of the endpoint rules."] })}
    export interface ${declare("EndpointParameters")} extends ${smithyType("EndpointParameters", "BaseEndpointParameters")} {
      ${parameters.map(
        (parameter) => code`
          ${doc(parameter.documentation)}
          ${propertyKey(parameter.name)}?: ${typeCode(parameter)} | undefined;
        `,
      )}
    }

    ${doc(undefined, { notes: ["The client options that determine the endpoint."] })}
    export interface ${declare("ClientInputEndpointParameters")} extends Pick<
      ${isAws ? code`${runtimeType("ServiceClientConfig")}<EndpointParameters>` : runtimeType("ApiClientConfig")},
      ${options.length > 0 ? join(options.map(literal), " | ") : "never"}
    > {
      ${clientContextParams.map(
        ({ option, type, documentation }) => code`
          ${doc(documentation)}
          ${propertyKey(option)}?: ${runtimeType("Configurable")}<${contextType(type)} | undefined> | undefined;
        `,
      )}
    }

    ${doc(undefined, { notes: ["The sources of the parameters."] })}
    export const ${declare("endpointParameters")} = {
      ${sources.map(
        ({ name, source }) =>
          code`${propertyKey(name)}: ${literal({ type: source.type, name: source.name })},`,
      )}
    } as const satisfies ${smithyType("EndpointParameterInstructions")};
  `;
}

/** The built-in options of every client. */
const optionNames = ["useDualstackEndpoint", "useFipsEndpoint", "endpoint", "region"];

function typeCode({ type }: EndpointParameterPlan): Code {
  if (type === "StringArray") return code`string[]`;
  return type === "Boolean" ? code`boolean` : code`string`;
}

function contextType(type: ClientContextParamPlan["type"]): Code {
  return type === "stringArray" ? code`string[]` : code`${type}`;
}
