import type { ServerPlan, ServicePlan } from "@tinsmith/service";
import { code, declare, symbol } from "../../code/code.js";
import type { Code } from "../../code/code.js";
import { doc } from "../../code/doc.js";
import { literal } from "../../code/literal.js";
import { handlersName, runtime } from "./runtime-symbols.js";

/** Emits the class of the server, which adds the types of this service to the runtime. */
export function emitServer(plan: ServicePlan, server: ServerPlan, types: string): Code {
  const handlers = symbol(handlersName(plan), "./handlers.js", { typeOnly: true });
  const service = symbol("service", "./service.js");
  const examples = symbol("examples", "./examples.js");
  const constraints = symbol("constraints", `${types}/constraints`);
  const { pageTokens, settled } = server;
  const isStateful = plan.resources.length > 0;
  const resources = symbol("resources", "./resources.js");
  return code`
    ${doc(undefined, { notes: ["Options of {@link createMockServer}. All are optional."] })}
    export interface ${declare("MockServerOptions")} extends ${runtime.serverOptions}<${handlers}> {
      ${doc(undefined, {
        notes: [
          "The seed of the samples, which operations without a handler or example respond with.",
        ],
      })}
      readonly sampleSeed?: string;
      ${
        isStateful &&
        code`
          ${doc(undefined, {
            notes: [
              "Keeps created resources, so that they can be read, listed, updated and deleted. Default: true. A custom `behavior` replaces it.",
            ],
          })}
          readonly keepResources?: boolean;
        `
      }
    }

    ${doc(`A mock server of ${plan.title}.`, {
      notes: [
        ...(isStateful
          ? ["Resources that lifecycle operations create are kept, separately for each tenant."]
          : []),
        "Operations without a handler respond with an example of the model, or with a sample that is valid by the model.",
      ],
    })}
    export class ${declare("MockServer")} extends ${runtime.server}<${handlers}> {
      constructor(options: MockServerOptions = {}) {
        const { ${isStateful && code`keepResources, `}sampleSeed, ...serverOptions } = ${runtime.mockServerOptions}(options);
        super({
          ...${service},
          fallback: ${runtime.sampleResponder}({
            constraints: ${constraints},
            examples: ${examples},
            ${Object.keys(pageTokens).length > 0 && code`pageTokens: ${literal(pageTokens)},`}
            ${Object.keys(settled).length > 0 && code`settled: ${literal(settled)},`}
            seed: sampleSeed ?? "",
          }),
          ${
            isStateful &&
            code`
              ...(keepResources !== false && {
                behavior: ${runtime.resourceBehavior}<${handlers}>({
                  service: ${service},
                  resources: ${resources},
                  examples: ${examples},
                  seed: sampleSeed ?? "",
                }),
              }),
            `
          }
          ...serverOptions,
        });
      }
    }

    ${doc(undefined, {
      notes: [
        "Creates a mock server. It accepts requests after `listen()`, or in process through `handle`.",
      ],
    })}
    export function ${declare("createMockServer")}(options: MockServerOptions = {}): MockServer {
      return new MockServer(options);
    }
  `;
}
