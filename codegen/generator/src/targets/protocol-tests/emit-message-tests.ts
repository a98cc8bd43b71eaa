import { entriesOf, propertyOf, stringOf } from "@tinsmith/smithy";
import type { NodeObject, NodeValue } from "@tinsmith/smithy";
import type {
  MalformedRequestCase,
  MessageCase,
  OperationData,
  OperationPlan,
  StructurePlan,
} from "@tinsmith/service";
import { code, join, symbol } from "../../code/code.js";
import type { Code, Hole } from "../../code/code.js";
import { doc } from "../../code/doc.js";
import { literal, propertyKey } from "../../code/literal.js";
import { clientCall, createMockServer, operationCall, serverWith } from "./emit-calls.js";
import { placeholderInput } from "./placeholder.js";
import { messageIn, receivedParams } from "./received-params.js";
import { runtime } from "./runtime-symbols.js";
import type { TestContext } from "./test-context.js";
import { omittedHeaders } from "./omitted-headers.js";
import { membersCode } from "./value-code.js";
import type { Side, ValueCode } from "./value-code.js";

/**
 * Emits the tests of a request: the message of the client, and the input of the server's handler.
 */
export function emitRequestTest(
  context: TestContext,
  operation: OperationPlan,
  test: MessageCase,
): Code {
  const { client, mockServer } = context.packages;
  const params = receivedParams(context.plan, operation, test);
  const received = params === test.params ? "input" : "received";
  return block(test, "request", [
    code`const request: ${runtime.requestCase} = ${literal(test.message)};`,
    dataFunction(context, "input", "input", operation.input, test.params),
    mockServer !== undefined &&
      test.appliesTo !== "client" &&
      received !== "input" &&
      dataFunction(context, received, "input", operation.input, params),
    client !== undefined &&
      test.appliesTo !== "server" &&
      code`
        ${runtime.it}("the client sends it", () =>
          ${runtime.clientSends}(${clientCall(context, client, operation, test, code`input()`)}, request));
      `,
    mockServer !== undefined &&
      test.appliesTo !== "client" &&
      code`
        ${runtime.it}("the server reads it", () =>
          ${runtime.serverReads}(
            (handler) => ${serverWith(mockServer, operation, "handler")},
            ${wholeRequest(context, operation, test)},
            ${withStream(received, operation.inputStream, test)},
            ${isCompressed(test) && code`${operationCall(context.plan, mockServer, operation, test, code`input()`)},`}
          ));
      `,
  ]);
}

/** Emits the tests of a response: the output of the client, and the message of the server. */
export function emitResponseTest(
  context: TestContext,
  operation: OperationPlan,
  test: MessageCase,
): Code {
  const { client, mockServer } = context.packages;
  const input = placeholderInput(context.plan, operation.input);
  return block(test, "response", [
    code`const response: ${runtime.responseCase} = ${literal(test.message)};`,
    dataFunction(context, "output", "output", operation.output, test.params),
    client !== undefined &&
      test.appliesTo !== "server" &&
      code`
        ${runtime.it}("the client reads it", () =>
          ${runtime.clientReads}(${clientCall(context, client, operation, test, input)}, response, ${withStream("output", operation.outputStream, test)}));
      `,
    mockServer !== undefined &&
      test.appliesTo !== "client" &&
      serverWritesTest(context, mockServer, operation, test, code`() => output()`),
  ]);
}

/** Emits the tests of an error: the error that the client throws, and the message of the server. */
export function emitErrorTest(
  context: TestContext,
  operation: OperationPlan,
  error: StructurePlan,
  test: MessageCase,
): Code {
  const { client, mockServer } = context.packages;
  const input = placeholderInput(context.plan, operation.input);
  const members = membersCode(context.plan, test.params, error.members, "output").code;
  const queryCode = stringOf(propertyOf(test.vendorParams, "code"));
  return block(test, "response", [
    code`const response: ${runtime.responseCase} = ${literal(test.message)};`,
    client !== undefined &&
      test.appliesTo !== "server" &&
      code`
        ${runtime.it}("the client reads it", () =>
          ${runtime.clientThrows}(${clientCall(context, client, operation, test, input)}, response, {
            type: ${symbol(error.typeName, client)},
            members: ${members},
            ${queryCode !== undefined && code`queryCode: ${literal(queryCode)},`}
          }));
      `,
    mockServer !== undefined &&
      test.appliesTo !== "client" &&
      serverWritesTest(
        context,
        mockServer,
        operation,
        test,
        thrower(context, mockServer, error, test),
      ),
  ]);
}

/** Emits the test of a malformed request: the response of the server. */
export function emitMalformedRequestTest(mockServer: string, test: MalformedRequestCase): Code {
  return block(test, "malformed request", [
    code`const request: ${runtime.requestCase} = ${literal(test.request)};`,
    code`const response: ${runtime.refusalCase} = ${literal(test.response)};`,
    code`
      ${runtime.it}("the server refuses it", () =>
        ${runtime.serverRefuses}(${createMockServer(mockServer)}(), request, response));
    `,
  ]);
}

function wholeRequest({ plan }: TestContext, operation: OperationPlan, test: MessageCase): Code {
  const omitted = Object.entries(omittedHeaders(plan, operation, test));
  if (omitted.length === 0) return code`request`;
  const headers = omitted.map(([name, value]) => code`${propertyKey(name)}: ${literal(value)}`);
  return code`{ ...request, headers: { ...request.headers, ${join(headers, ", ")} } }`;
}

/**
 * Reports whether the body is compressed. Cases omit such bodies, because compression is not
 * unique.
 */
function isCompressed({ message }: MessageCase): boolean {
  return (
    message["body"] === undefined &&
    entriesOf(message["headers"]).some(([name]) => name.toLowerCase() === "content-encoding")
  );
}

/**
 * Adds the streaming blob to expected data, because readers always return one, even if it is empty.
 */
function withStream(name: string, member: string | undefined, { params }: MessageCase): Code {
  if (member === undefined || Object.hasOwn(params, member)) return code`${name}()`;
  return code`{ ...${name}(), ${propertyKey(member)}: ${runtime.bytes}("") }`;
}

function block(
  { id, documentation }: { readonly id: string; readonly documentation: string | undefined },
  kind: string,
  statements: readonly Hole[],
): Code {
  return code`
    ${doc(documentation)}
    ${runtime.describe}(${literal(`${kind} ${id}`)}, () => {
      ${join(statements, "\n\n")}
    });
  `;
}

function serverWritesTest(
  context: TestContext,
  mockServer: string,
  operation: OperationPlan,
  test: MessageCase,
  handler: Code,
): Code {
  const input = placeholderInput(context.plan, operation.input);
  return code`
    ${runtime.it}("the server writes it", () =>
      ${runtime.serverWrites}(
        ${createMockServer(mockServer)}({
          constraints: {},
          handlers: { ${propertyKey(operation.name)}: ${handler} },
        }),
        ${operationCall(context.plan, mockServer, operation, test, input)},
        response,
      ));
  `;
}

/** Emits a handler that throws the server's class of the error. */
function thrower(
  { plan }: TestContext,
  mockServer: string,
  error: StructurePlan,
  { params, message: response }: MessageCase,
): Code {
  const message: NodeValue =
    params["message"] ?? params["Message"] ?? messageIn(stringOf(response["body"]) ?? "");
  const data = membersCode(plan, { message, ...params }, error.members, "output");
  const hasAll = error.members.every(
    ({ name, required }) => !required || name === "message" || Object.hasOwn(params, name),
  );
  // Every error already has a property `name`, so its type cannot have a member of that name.
  const isTyped = hasAll && !Object.hasOwn(params, "name");
  const type = symbol(error.typeName, mockServer, { alias: `${error.typeName}OfServer` });
  return code`() => {
    throw new ${type}(${isTyped ? data.code : code`${runtime.untyped}(${data.code})`});
  }`;
}

/** Emits a function that creates the value of the case, because streams can be read only once. */
function dataFunction(
  { plan, packages }: TestContext,
  name: string,
  side: Side,
  data: OperationData,
  params: NodeObject,
): Code {
  const shape = data.kind === "structure" ? plan.shapesById.get(data.id) : undefined;
  if (data.kind === "unit" || shape?.kind !== "structure") return code`const ${name} = () => ({});`;
  const value: ValueCode = membersCode(plan, params, shape.members, side);
  const type = symbol(data.typeName, packages.types, { typeOnly: true });
  return code`const ${name} = (): ${type} => ${
    value.isTyped ? code`(${value.code})` : code`${runtime.untyped}(${value.code})`
  };`;
}
