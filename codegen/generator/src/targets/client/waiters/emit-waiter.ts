import type { AcceptorPlan, OperationPlan, ServicePlan, WaiterPlan } from "@tinsmith/service";
import { code, declare, join, symbol } from "../../../code/code.js";
import type { Code, Hole } from "../../../code/code.js";
import { doc } from "../../../code/doc.js";
import { literal } from "../../../code/literal.js";
import type { ClientPackages } from "../client-packages.js";
import { clientType, commandClass, commandInput, commandOutput } from "../local-symbols.js";
import { emitAcceptor } from "./emit-matcher.js";
import { waiterRuntime, waiterRuntimeType } from "./waiter-symbols.js";

/** A waiter and the operation that it calls. */
export interface WaiterParts {
  readonly operation: OperationPlan;
  readonly waiter: WaiterPlan;
}

/** Returns the waiters of a service. */
export function waiters(plan: ServicePlan): readonly WaiterParts[] {
  return plan.operations.flatMap((operation) =>
    operation.waiters.map((waiter) => ({ operation, waiter })),
  );
}

export const waiterModule = ({ waiter }: WaiterParts): string =>
  `./waiters/${waiter.names.file}.js`;

/** Emits the functions that wait for one state. */
export function emitWaiter(plan: ServicePlan, parts: WaiterParts, packages: ClientPackages): Code {
  const { operation, waiter } = parts;
  const { waitFor, waitUntil } = waiter.names;
  const client = clientType(plan);
  const input = commandInput(operation);
  const output = commandOutput(operation);
  const definition = code`${waiterRuntimeType("WaiterDefinition")}<${client}, ${input}, ${output}>`;
  const config = code`${waiterRuntimeType("WaiterConfiguration")}<${client}>`;
  const result = waiterRuntimeType("WaiterResult");
  const exception = symbol(plan.names.exception, "./errors.js", { typeOnly: true });
  return code`
    const ${declare("waiter")}: ${definition} = {
      minDelay: ${waiter.minDelay},
      maxDelay: ${waiter.maxDelay},
      call: (client, input) => client.send(new ${commandClass(operation)}(input)),
      acceptors: [
        ${waiter.acceptors.map((acceptor) => code`${emitAcceptor(plan, operation, acceptor)},`)}
      ],
    };

    ${doc(waiter.documentation, {
      notes: [
        `Polls {@link ${operation.names.command}} until the waiter succeeds or fails, and returns the outcome. It does not throw for a failed state.`,
      ],
      tags: [`@deprecated Use {@link ${waitUntil}}, which throws unless the waiter succeeds.`],
    })}
    export const ${declare(waitFor)} = (
      params: ${config},
      input: ${input},
    ): Promise<${result}<${output} | ${exception}>> => ${waiterRuntime("waitFor")}(waiter, params, input);

    ${doc(waiter.documentation, {
      notes: [
        `Polls {@link ${operation.names.command}} until the waiter succeeds or fails, with delays that grow from ${waiter.minDelay} to ${waiter.maxDelay} seconds.`,
      ],
      deprecated: waiter.deprecated ? "" : undefined,
      tags: [
        "@param params - the client, the maximum time to wait in seconds, and the delays",
        `@param input - the input of {@link ${operation.names.command}}`,
        "@throws Error named `TimeoutError` or `AbortError`, or with the final state of the waiter",
        example(plan, waitUntil, packages),
      ],
    })}
    export const ${declare(waitUntil)} = (
      params: ${config},
      input: ${input},
    ): Promise<${result}<${finalType(plan, parts)}>> => ${waiterRuntime("waitUntil")}(waiter, params, input);
  `;
}

/** Returns the type of a successful result: the output, or errors that the waiter waits for. */
export function finalType(plan: ServicePlan, { operation, waiter }: WaiterParts): Hole {
  const ends = waiter.acceptors.filter(({ state }) => state === "success");
  const names = ends.flatMap((end) => finalError(plan, end) ?? []);
  const hasOutput = ends.some(({ matcher }) =>
    matcher.kind === "success" ? matcher.success : matcher.kind !== "errorType",
  );
  const errors = [...new Set(names)].map((name) => symbol(name, "./errors.js", { typeOnly: true }));
  return join(
    [...(hasOutput || errors.length === 0 ? [commandOutput(operation)] : []), ...errors],
    " | ",
  );
}

function finalError(plan: ServicePlan, { matcher }: AcceptorPlan): string | undefined {
  if (matcher.kind === "success") return matcher.success ? undefined : plan.names.exception;
  if (matcher.kind !== "errorType") return undefined;
  const error = matcher.error === undefined ? undefined : plan.shapesById.get(matcher.error);
  return error?.typeName ?? plan.names.exception;
}

function example(plan: ServicePlan, waitUntil: string, packages: ClientPackages): string {
  return [
    "@example",
    "```ts",
    `import { ${plan.names.client}, ${waitUntil} } from ${literal(packages.client).text};`,
    "",
    `const client = new ${plan.names.client}();`,
    `await ${waitUntil}({ client, maxWaitTime: 300 }, input);`,
    "```",
  ].join("\n");
}
