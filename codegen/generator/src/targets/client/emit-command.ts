import { errorsOfCall } from "@tinsmith/service";
import type { OperationEndpointParameter, OperationPlan, ServicePlan } from "@tinsmith/service";
import { code, declare, raw, symbol } from "../../code/code.js";
import type { Code } from "../../code/code.js";
import { literal, propertyKey } from "../../code/literal.js";
import { commandDoc } from "./command-doc.js";
import { emitContextPath } from "./emit-context-path.js";
import type { ClientPackages } from "./client-packages.js";
import {
  commandFactory,
  commandInput,
  commandOutput,
  exceptionClass,
  serviceDefaults,
} from "./local-symbols.js";
import { clientStreamDefaults } from "../protocol-symbols.js";
import { correctsWhileReading } from "./protocol-factory.js";
import { runtime } from "./runtime-symbols.js";

/** Emits the class of an operation's command. */
export function emitCommand(
  plan: ServicePlan,
  operation: OperationPlan,
  packages: ClientPackages,
): Code {
  const { names } = operation;
  const schema = (name: string) => symbol(name, `${packages.types}/schemas`);
  return code`
    ${commandDoc(plan, operation, packages)}
    export class ${declare(names.command)} extends ${raw("/* @__PURE__ */")} ${commandFactory}<
      ${commandInput(operation)},
      ${commandOutput(operation)}
    >({
      schema: ${
        operation.labelInEndpoint !== undefined
          ? code`${raw("/* @__PURE__ */")} ${runtime("labelInEndpoint")}(${schema(names.schema)})`
          : schema(names.schema)
      },
      errors: [
        ${errorsOfCall(plan, operation).map(
          (error) => code`[${schema(error.schemaName ?? "")}, ${exceptionClass(error.typeName)}],`,
        )}
      ],
      ${operation.defaults.client && !correctsWhileReading(plan) && code`defaults: ${operation.outputEventStream ? clientStreamDefaults : serviceDefaults},`}
      ${endpointParameters(operation)}
      ${behavior(operation)}
    }) {}
  `;
}

/** Emits the settings of the runtime's features that traits of the operation require. */
function behavior(operation: OperationPlan): readonly Code[] {
  const { checksum, discovery, compression = [] } = operation;
  return [
    ...(checksum ? [code`checksum: ${literal(checksum)},`] : []),
    ...(discovery ? [code`discovery: ${literal(discovery)},`] : []),
    ...(compression.length > 0 ? [code`compression: ${literal(compression)},`] : []),
    ...(operation.unsignedPayload ? [code`unsignedPayload: true,`] : []),
    ...(operation.outputStream === undefined
      ? []
      : [code`outputStream: ${literal(operation.outputStream)},`]),
    ...(operation.outputPayload === undefined
      ? []
      : [code`outputPayload: ${literal(operation.outputPayload)},`]),
    ...(operation.headerTexts ? [code`headerTexts: ${literal(operation.headerTexts)},`] : []),
    ...(operation.outputEventStream === undefined
      ? []
      : [code`outputEventStream: ${literal(operation.outputEventStream.member)},`]),
  ];
}

/** Emits the endpoint parameters that the operation or members of its input set. */
function endpointParameters(operation: OperationPlan): Code | undefined {
  const { endpointParameters } = operation;
  if (endpointParameters.length === 0) return undefined;
  const entries = endpointParameters.map(
    (given) =>
      code`${propertyKey(given.parameter)}: { type: ${literal(given.type)}, ${parameterSource(given, operation)} },`,
  );
  return code`endpointParameters: {\n${entries}\n},`;
}

function parameterSource(given: OperationEndpointParameter, operation: OperationPlan): Code {
  switch (given.type) {
    case "contextParams":
      return code`name: ${literal(given.member)}`;
    case "staticContextParams":
      return code`value: ${literal(given.value)}`;
    case "operationContextParams": {
      if (given.path === undefined) {
        throw new Error(
          `The path "${given.expression}" of an endpoint parameter is not supported by clients.`,
        );
      }
      return code`get: (input: ${commandInput(operation)}) => ${emitContextPath(given.path)}`;
    }
  }
}
