import type { ServicePlan } from "@tinsmith/service";
import { code, declare, symbol } from "../../code/code.js";
import type { Code } from "../../code/code.js";
import { doc } from "../../code/doc.js";
import { literal } from "../../code/literal.js";
import { handlersName, runtime } from "./runtime-symbols.js";

/** The server itself: what the runtime does, with the types of this service. */
export function emitServer(plan: ServicePlan, types: string): Code {
  const handlers = symbol(handlersName(plan), "./handlers.js", { typeOnly: true });
  const service = symbol("service", "./service.js");
  const examples = symbol("examples", "./examples.js");
  const constraints = symbol("constraints", `${types}/constraints`);
  const pageTokens = pageTokensOf(plan);
  const isStateful = plan.resources.length > 0;
  const resources = symbol("resources", "./resources.js");
  return code`
    ${doc(undefined, { notes: ["Options of {@link createMockServer}; each can be left out."] })}
    export interface ${declare("MockServerOptions")} extends ${runtime.serverOptions}<${handlers}> {
      ${doc(undefined, {
        notes: ["Another seed makes other samples, for operations without handler or example."],
      })}
      readonly sampleSeed?: string;
      ${
        isStateful &&
        code`
          ${doc(undefined, {
            notes: [
              "Whether what was made can be read, listed, changed and deleted. Default: true; a behavior of your own takes its place.",
            ],
          })}
          readonly keepResources?: boolean;
        `
      }
    }

    ${doc(`A mock server of ${plan.title}.`, {
      notes: [
        ...(isStateful
          ? ["What operations of a resource's lifecycle make is kept, for each tenant."]
          : []),
        "Operations without a handler answer an example of the model, or a model-valid sample.",
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
        "Makes a mock server. It takes requests after `listen()`, or in process through `handle`.",
      ],
    })}
    export function ${declare("createMockServer")}(options: MockServerOptions = {}): MockServer {
      return new MockServer(options);
    }
  `;
}

/** The member of each paginated operation's output that asks for another call. */
function pageTokensOf(plan: ServicePlan): Readonly<Record<string, string>> {
  return Object.fromEntries(
    plan.operations.flatMap(({ name, pagination }) =>
      pagination === undefined ? [] : [[name, pagination.outputToken]],
    ),
  );
}
