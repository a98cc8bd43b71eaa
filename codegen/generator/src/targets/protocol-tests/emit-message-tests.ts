import type { NodeValue } from "@tinsmith/smithy";
import { code, join, symbol } from "../../code/code.js";
import type { Code, Hole } from "../../code/code.js";
import { doc } from "../../code/doc.js";
import { literal, propertyKey } from "../../code/literal.js";
import type { OperationData, OperationPlan } from "../../plan/operation-plan.js";
import type { StructurePlan } from "../../plan/shape-plan.js";
import { propertyOf, stringOf } from "../../plan/trait-values.js";
import { clientProtocolSymbols } from "../protocol-symbols.js";
import { clientCall, createMockServer, serverWith } from "./emit-calls.js";
import { placeholderInput } from "./placeholder.js";
import type { MalformedRequestCase, MessageCase } from "./protocol-case.js";
import { runtime } from "./runtime-symbols.js";
import type { TestContext } from "./test-context.js";
import { unsaidHeaders } from "./unsaid-headers.js";
import { membersCode } from "./value-code.js";
import type { Side, ValueCode } from "./value-code.js";

/** The tests of a request: what the client sends, what reaches the server's handler. */
export function emitRequestTest(
  context: TestContext,
  operation: OperationPlan,
  test: MessageCase,
): Code {
  const { client, mockServer } = context.packages;
  return block(test, "request", [
    code`const request: ${runtime.requestCase} = ${literal(test.message)};`,
    dataFunction(context, "input", operation.input, test),
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
            ${withStream("input", operation.inputStream, test)},
          ));
      `,
  ]);
}

/** The tests of a response: what the client gives, what the server makes of a handler's output. */
export function emitResponseTest(
  context: TestContext,
  operation: OperationPlan,
  test: MessageCase,
): Code {
  const { client, mockServer } = context.packages;
  const input = placeholderInput(context.plan, operation.input);
  return block(test, "response", [
    code`const response: ${runtime.responseCase} = ${literal(test.message)};`,
    dataFunction(context, "output", operation.output, test),
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

/** The tests of an error's response: what the client throws, what the server makes of a thrown error. */
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

/** The test of a malformed request: what the server answers. */
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
  const unsaid = Object.entries(unsaidHeaders(plan, operation, test));
  if (unsaid.length === 0) return code`request`;
  const headers = unsaid.map(([name, value]) => code`${propertyKey(name)}: ${literal(value)}`);
  return code`{ ...request, headers: { ...request.headers, ${join(headers, ", ")} } }`;
}

/** What a reader gives: a streaming blob is always there, if only an empty one. */
function withStream(name: Side, member: string | undefined, { params }: MessageCase): Code {
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
  { plan }: TestContext,
  mockServer: string,
  operation: OperationPlan,
  { protocol }: MessageCase,
  handler: Code,
): Code {
  return code`
    ${runtime.it}("the server writes it", () =>
      ${runtime.serverWrites}(
        ${createMockServer(mockServer)}({
          constraints: {},
          handlers: { ${propertyKey(operation.name)}: ${handler} },
        }),
        {
          service: ${symbol("service", mockServer)},
          protocol: ${clientProtocolSymbols.get(protocol)},
          operation: ${literal(operation.name)},
          input: ${placeholderInput(plan, operation.input)},
        },
        response,
      ));
  `;
}

/** A handler that throws the error, made by the server's class for it. */
function thrower(
  { plan }: TestContext,
  mockServer: string,
  error: StructurePlan,
  { params }: MessageCase,
): Code {
  const message: NodeValue = params["message"] ?? params["Message"] ?? "";
  const data = membersCode(plan, { message, ...params }, error.members, "output");
  const hasAll = error.members.every(
    ({ name, required }) => !required || name === "message" || Object.hasOwn(params, name),
  );
  const type = symbol(error.typeName, mockServer, { alias: `${error.typeName}OfServer` });
  return code`() => {
    throw new ${type}(${hasAll ? data.code : code`${runtime.untyped}(${data.code})`});
  }`;
}

/** A function that gives the value of the case, a new one each time: streams can be read only once. */
function dataFunction(
  { plan, packages }: TestContext,
  name: Side,
  data: OperationData,
  { params }: MessageCase,
): Code {
  const shape = data.kind === "structure" ? plan.shapesById.get(data.id) : undefined;
  if (data.kind === "unit" || shape?.kind !== "structure") return code`const ${name} = () => ({});`;
  const value: ValueCode = membersCode(plan, params, shape.members, name);
  const type = symbol(data.typeName, packages.types, { typeOnly: true });
  return code`const ${name} = (): ${type} => ${
    value.isTyped ? code`(${value.code})` : code`${runtime.untyped}(${value.code})`
  };`;
}
