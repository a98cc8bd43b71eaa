import type { NodeObject } from "@tinsmith/smithy";
import { dataMembers } from "@tinsmith/service";
import type {
  EventStreamPlan,
  EventStreamTestCase,
  OperationData,
  OperationPlan,
  ServicePlan,
} from "@tinsmith/service";
import { code, join, symbol } from "../../code/code.js";
import type { Code, Hole } from "../../code/code.js";
import { doc } from "../../code/doc.js";
import { literal, propertyKey } from "../../code/literal.js";
import { clientCall, createMockServer, operationCall } from "./emit-calls.js";
import { requiredPlaceholders } from "./placeholder.js";
import { runtime } from "./runtime-symbols.js";
import type { TestContext } from "./test-context.js";
import { memberProperties, membersCode, objectCode } from "./value-code.js";
import type { Side } from "./value-code.js";

/** Emits the tests of an event stream: the events that each side sends and receives. */
export function emitEventStreamTest(
  context: TestContext,
  operation: OperationPlan,
  test: EventStreamTestCase,
): Code {
  const { client, mockServer } = context.packages;
  return code`
    ${doc(test.documentation)}
    ${runtime.describe}(${literal(`events ${test.id}`)}, () => {
      ${join(
        [
          code`const test: ${runtime.eventStreamCase} = ${literal({
            ...(test.initialRequest && { initialRequest: test.initialRequest }),
            ...(test.initialResponse && { initialResponse: test.initialResponse }),
            requestEvents: messagesOf(test, "request"),
            responseEvents: messagesOf(test, "response"),
          })};`,
          client !== undefined &&
            test.appliesTo !== "server" &&
            clientTest(context, client, operation, test),
          mockServer !== undefined &&
            test.appliesTo !== "client" &&
            serverTest(context, mockServer, operation, test),
        ],
        "\n\n",
      )}
    });
  `;
}

function clientTest(
  context: TestContext,
  client: string,
  operation: OperationPlan,
  test: EventStreamTestCase,
): Code {
  const { plan } = context;
  const { input, output, inputEventStream, outputEventStream } = operation;
  const error =
    test.failure?.error === undefined ? undefined : plan.shapesById.get(test.failure.error);
  const type =
    error?.kind === "structure" ? code`type: ${symbol(error.typeName, client)}` : undefined;
  const given = message(plan, input, inputEventStream, test, "input");
  return code`
    ${runtime.it}("the client streams them", () =>
      ${runtime.clientStreams}(${clientCall(context, client, operation, test, given)}, test, {
        ${memberName(outputEventStream)}
        ${test.failure === undefined && test.initialResponseParams && code`output: ${opening(plan, output, test.initialResponseParams, "output")},`}
        events: ${test.failure === undefined ? eventList(plan, outputEventStream, test, "output") : code`[]`},
        ${test.failure && code`failure: { ${type} },`}
      }));
  `;
}

function serverTest(
  { plan }: TestContext,
  mockServer: string,
  operation: OperationPlan,
  test: EventStreamTestCase,
): Code {
  const { input, output, inputEventStream, outputEventStream } = operation;
  const error =
    test.failure?.error === undefined ? undefined : plan.shapesById.get(test.failure.error);
  const name = error?.kind === "structure" ? code`name: ${literal(error.name)}` : undefined;
  const call = operationCall(
    plan,
    mockServer,
    operation,
    test,
    message(plan, input, inputEventStream, { ...test, events: [] }, "input"),
  );
  return code`
    ${runtime.it}("the server streams them", () =>
      ${runtime.serverStreams}(
        (handler) => ${createMockServer(mockServer)}({
          handlers: {
            ${propertyKey(operation.name)}: async (input) => ${runtime.untyped}(await handler(input)),
          },
        }),
        ${call},
        test,
        {
          ${memberName(inputEventStream)}
          ${test.failure === undefined && test.initialRequestParams && code`input: ${opening(plan, input, test.initialRequestParams, "input")},`}
          events: ${test.failure === undefined ? eventList(plan, inputEventStream, test, "input") : code`[]`},
          output: ${message(plan, output, outputEventStream, test, "output")},
          ${test.failure && code`failure: { ${name} },`}
        },
      ));
  `;
}

function messagesOf(test: EventStreamTestCase, type: "request" | "response"): NodeObject[] {
  return test.events.filter((event) => event.type === type).map(({ message: said }) => said);
}

function memberName(stream: EventStreamPlan | undefined): Hole {
  return stream && code`member: ${literal(stream.member)},`;
}

/**
 * Emits a whole input or output: members of the case, required members, and the stream of events.
 */
function message(
  plan: ServicePlan,
  data: OperationData,
  stream: EventStreamPlan | undefined,
  test: EventStreamTestCase,
  side: Side,
): Code {
  const params = side === "input" ? test.initialRequestParams : test.initialResponseParams;
  // A failing case without initial parameters may fail because they are missing.
  const isBare =
    test.failure !== undefined && test.appliesTo === (side === "input" ? "server" : "client");
  const members =
    params !== undefined
      ? memberProperties(plan, params, dataMembers(plan, data), side).map((member) => member.code)
      : isBare
        ? []
        : requiredPlaceholders(plan, data, stream?.member);
  return objectCode([
    ...members,
    ...(stream
      ? [
          code`${propertyKey(stream.member)}: ${runtime.eventsOf}(${eventList(plan, stream, test, side)})`,
        ]
      : []),
  ]);
}

/** Emits the members other than the stream. */
function opening(plan: ServicePlan, data: OperationData, params: NodeObject, side: Side): Hole {
  return membersCode(plan, params, dataMembers(plan, data), side).code;
}

/** Emits a list of the events of one direction, without those that are not in the model. */
function eventList(
  plan: ServicePlan,
  stream: EventStreamPlan | undefined,
  test: EventStreamTestCase,
  side: Side,
): Code {
  const union = stream && plan.shapesById.get(stream.union);
  if (union?.kind !== "union") return code`[]`;
  const type = side === "input" ? "request" : "response";
  const events = test.events.flatMap((event) =>
    event.type === type && event.params !== undefined
      ? membersCode(
          plan,
          event.params,
          union.members.filter(({ name }) => Object.hasOwn(event.params ?? {}, name)),
          side,
        ).code
      : [],
  );
  return code`[${join(events, ", ")}]`;
}
