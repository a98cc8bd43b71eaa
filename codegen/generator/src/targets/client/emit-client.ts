import type { ServicePlan } from "@tinsmith/service";
import { code, declare, join, symbol } from "../../code/code.js";
import type { Code } from "../../code/code.js";
import { doc } from "../../code/doc.js";
import { literal } from "../../code/literal.js";
import { shapeDoc } from "../types/member-doc.js";
import { distinct, emitOperationAuth, listOf } from "./client-description.js";
import { clientParts } from "./client-parts.js";
import { emitApiClient } from "./emit-api-client.js";
import {
  endpointParametersType,
  resolveEndpoint,
  serviceInputs,
  serviceOutputs,
} from "./local-symbols.js";
import { protocolFactory } from "./protocol-factory.js";
import { runtime, runtimeType, smithyType } from "./runtime-symbols.js";

/**
 * Emits the class of the client, its options, and the description of the service for the runtime.
 */
export function emitClient(plan: ServicePlan): Code {
  if (!plan.isAws) return emitApiClient(plan);
  const { names } = plan;
  const { auth, furtherAuth, features } = clientParts(plan);
  const parts = [...auth, ...furtherAuth, ...features];
  const extensions = code`readonly ${runtimeType("RuntimeExtension")}[]`;
  return code`
    ${doc(undefined, { notes: [`The options of {@link ${names.client}}. All are optional.`] })}
    export interface ${declare(names.clientConfig)} extends ${join(
      [
        code`${runtimeType("ServiceClientConfig")}<${endpointParametersType}>`,
        ...distinct(parts.map(({ config }) => config)),
        clientInputEndpointParameters,
      ],
      ", ",
    )} {
      ${doc(undefined, { notes: ["Extensions that change the options of the client, applied in order."] })}
      extensions?: ${extensions} | undefined;
    }

    ${doc(undefined, { notes: ["The resolved options in `client.config`: with defaults, and with functions for values that may resolve later."] })}
    export interface ${declare(names.clientResolvedConfig)} extends ${join(
      [
        code`${runtimeType("ResolvedServiceClientConfig")}<${endpointParametersType}>`,
        ...distinct(parts.map(({ resolvedConfig }) => resolvedConfig)),
      ],
      ", ",
    )} {}

    const ${declare("service")}: ${runtimeType("ServiceDescription")}<${endpointParametersType}> = {
      schema: ${literal(plan.schema)},
      serviceId: ${literal(plan.serviceId)},
      protocol: ${protocolFactory(plan)},
      resolveEndpoint: ${resolveEndpoint},
      authSchemes: [${join(
        auth.map(({ value }) => value),
        ", ",
      )}],
      ${listOf(
        "furtherAuthSchemes",
        furtherAuth.map(({ value }) => value),
      )}
      ${emitOperationAuth(plan)}
      ${listOf(
        "features",
        features.map(({ value }) => value),
      )}
    };

    ${shapeDoc(plan, [])}
    export class ${declare(names.client)} extends ${runtime("ServiceClient")}<
      ${serviceInputs},
      ${serviceOutputs},
      ${names.clientResolvedConfig},
      ${endpointParametersType}
    > {
      constructor(...[configuration]: ${smithyType("CheckOptionalClientConfig")}<${names.clientConfig}>) {
        super(service, configuration ?? {});
      }
    }
  `;
}

const clientInputEndpointParameters = symbol(
  "ClientInputEndpointParameters",
  "./endpoint-parameters.js",
  { typeOnly: true },
);
