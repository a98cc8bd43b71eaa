import type { OperationPlan, StructurePlan } from "@tinsmith/service";
import { code, join } from "../../code/code.js";
import type { Code } from "../../code/code.js";
import { literal } from "../../code/literal.js";
import { clientProtocol } from "../protocol-symbols.js";
import {
  emitErrorTest,
  emitMalformedRequestTest,
  emitRequestTest,
  emitResponseTest,
} from "./emit-message-tests.js";
import { emitEventStreamTest } from "./emit-event-stream-tests.js";
import { runtime } from "./runtime-symbols.js";
import type { TestContext } from "./test-context.js";

/** Emits the tests of an operation, or `undefined` if it has no case that can run. */
export function emitOperationTests(
  context: TestContext,
  operation: OperationPlan,
): Code | undefined {
  const { mockServer } = context.packages;
  const { requests, responses, malformedRequests, eventStreams } = operation.protocolTests;
  return suite(operation.name, [
    ...runnable(context, requests).map((test) => emitRequestTest(context, operation, test)),
    ...runnable(context, responses).map((test) => emitResponseTest(context, operation, test)),
    ...runnable(context, eventStreams).map((test) => emitEventStreamTest(context, operation, test)),
    ...(mockServer === undefined
      ? []
      : runnable(context, malformedRequests).map((test) =>
          emitMalformedRequestTest(mockServer, test),
        )),
  ]);
}

/** Emits the tests of an error, with one of the operations that declare it. */
export function emitErrorTests(context: TestContext, error: StructurePlan): Code | undefined {
  const operation = context.plan.operations.find(({ errors }) => errors.includes(error.id));
  if (operation === undefined) return undefined;
  return suite(
    error.name,
    runnable(context, error.error?.responseTests ?? []).map((test) =>
      emitErrorTest(context, operation, error, test),
    ),
  );
}

interface Runnable {
  readonly protocol: string;
  readonly appliesTo?: "client" | "server" | undefined;
}

/** Returns the cases whose protocol is supported by the service and whose side is generated. */
function runnable<Case extends Runnable>(
  { plan, packages }: TestContext,
  cases: readonly Case[],
): readonly Case[] {
  return cases.filter(
    ({ protocol, appliesTo }) =>
      plan.protocols.some((one) => one.id === protocol && clientProtocol(one) !== undefined) &&
      !(appliesTo === "client" && packages.client === undefined) &&
      !(appliesTo === "server" && packages.mockServer === undefined),
  );
}

function suite(name: string, tests: readonly Code[]): Code | undefined {
  if (tests.length === 0) return undefined;
  return code`
    ${runtime.describe}(${literal(name)}, () => {
      ${join(tests, "\n\n")}
    });
  `;
}
