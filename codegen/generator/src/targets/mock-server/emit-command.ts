import type { ServicePlan } from "@tinsmith/service";
import { code, declare } from "../../code/code.js";
import type { Code } from "../../code/code.js";
import { doc } from "../../code/doc.js";
import { literal } from "../../code/literal.js";

/** Emits the description of the command: its name, the service, and hints for clients. */
export function emitCommand(plan: ServicePlan, name: string): Code {
  const variable = endpointVariable(plan);
  return code`
    ${doc(undefined, {
      notes: [
        "Describes the command: its name, the service, and how clients reach it by environment variable or by code.",
      ],
    })}
    export const ${declare("command")} = {
      name: ${literal(name)},
      title: ${literal(plan.title)},
      environment: ${literal(variable === undefined ? [] : [variable])},
      clients: ${literal(clientsOf(plan))},
    } as const;
  `;
}

export function commandName(plan: ServicePlan, configured: string | undefined): string {
  return configured ?? `${plan.names.file}-mock`;
}

/**
 * Returns the endpoint variable of a service that uses AWS, named after its SDK id. Services
 * without an SDK id share a variable. Clients of services outside AWS read no variable.
 */
export function endpointVariable(plan: ServicePlan): string | undefined {
  if (plan.aws === undefined) return plan.isAws ? "AWS_ENDPOINT_URL" : undefined;
  return `AWS_ENDPOINT_URL_${plan.aws.sdkId.replaceAll(/[^A-Za-z0-9]+/g, "_").toUpperCase()}`;
}

/**
 * Returns code by language that constructs a client for an endpoint, for languages whose names
 * follow from the model.
 */
function clientsOf(plan: ServicePlan): Record<string, string> {
  const javaScript = `new ${plan.names.client}({ endpoint: "{url}" })`;
  if (plan.aws === undefined) return { JavaScript: javaScript };
  const compact = plan.aws.sdkId.replaceAll(/[^A-Za-z0-9]+/g, "");
  const go = compact.toLowerCase();
  return {
    JavaScript: javaScript,
    Java: `${compact}Client.builder().endpointOverride(URI.create("{url}")).build()`,
    Go: `${go}.NewFromConfig(cfg, func(o *${go}.Options) { o.BaseEndpoint = aws.String("{url}") })`,
  };
}
