import type { ServicePlan } from "@tinsmith/service";
import { code, declare, join } from "../../code/code.js";
import type { Code } from "../../code/code.js";
import { doc } from "../../code/doc.js";
import { literal, propertyKey } from "../../code/literal.js";
import { builtInOptions, optionName } from "./built-in-options.js";
import type { EndpointRules } from "./endpoint-rules/endpoint-rules.js";
import type { RuleParameter } from "./endpoint-rules/rule-set.js";
import { runtimeType, smithyType } from "./runtime-symbols.js";

/** What the endpoint rules are asked with, and which options of the client that comes from. */
export function emitEndpointParameters(plan: ServicePlan, rules: EndpointRules | undefined): Code {
  const parameters = rules?.parameters ?? [endpointParameter];
  const sources = parameters.flatMap((parameter) => {
    const source = sourceOf(plan, parameter);
    return source === undefined ? [] : { parameter, source };
  });
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

    ${doc(undefined, { notes: ["The options of the client that decide the endpoint."] })}
    export interface ${declare("ClientInputEndpointParameters")} extends Pick<
      ${runtimeType("ServiceClientConfig")}<EndpointParameters>,
      ${options.length > 0 ? join(options.map(literal), " | ") : "never"}
    > {
      ${plan.endpoint.clientContextParams.map(
        ({ name, type, documentation }) => code`
          ${doc(documentation)}
          ${propertyKey(optionName(name))}?: ${runtimeType("Configurable")}<${contextType(type)} | undefined> | undefined;
        `,
      )}
    }

    ${doc(undefined, { notes: ["Where the parameters come from."] })}
    export const ${declare("endpointParameters")} = {
      ${sources.map(
        ({ parameter, source }) =>
          code`${propertyKey(parameter.name)}: ${literal({ type: source.type, name: source.name })},`,
      )}
    } as const satisfies ${smithyType("EndpointParameterInstructions")};
  `;
}

/** A service without rules takes an endpoint, and that is all. */
const endpointParameter: RuleParameter = {
  name: "Endpoint",
  type: "String",
  builtIn: "SDK::Endpoint",
  required: false,
  default: undefined,
  documentation: undefined,
};

interface ParameterSource {
  readonly type: "builtInParams" | "clientContextParams";
  readonly name: string;
}

/** Parameters that neither are built in nor options of the client come from the operations. */
function sourceOf(plan: ServicePlan, parameter: RuleParameter): ParameterSource | undefined {
  if (parameter.builtIn !== undefined) {
    const name = builtInOptions[parameter.builtIn];
    return name === undefined ? undefined : { type: "builtInParams", name };
  }
  return plan.endpoint.clientContextParams.some(({ name }) => name === parameter.name)
    ? { type: "clientContextParams", name: optionName(parameter.name) }
    : undefined;
}

/** The built-in options that every client has. */
const optionNames = ["useDualstackEndpoint", "useFipsEndpoint", "endpoint", "region"];

function typeCode({ type }: RuleParameter): Code {
  if (type === "StringArray") return code`string[]`;
  return type === "Boolean" ? code`boolean` : code`string`;
}

function contextType(type: string): Code {
  const name = type.toLowerCase();
  if (name === "stringarray") return code`string[]`;
  return name === "boolean" ? code`boolean` : code`string`;
}
