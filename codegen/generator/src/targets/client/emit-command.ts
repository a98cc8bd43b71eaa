import { isLabelInEndpoint, propertyOf, stringsOf } from "@tinsmith/service";
import type { OperationData, OperationPlan, ServicePlan } from "@tinsmith/service";
import { code, declare, join, raw, symbol } from "../../code/code.js";
import type { Code } from "../../code/code.js";
import { doc } from "../../code/doc.js";
import { literal, propertyKey } from "../../code/literal.js";
import { commandDoc } from "./command-doc.js";
import { contextPath } from "./context-path.js";
import { discoveredOperation } from "./endpoint-discovery.js";
import { operationChecksum } from "./operation-checksum.js";
import { errorsOf } from "./operation-errors.js";
import type { ClientPackages } from "./client-packages.js";
import { commandFactory, exceptionClass } from "./local-symbols.js";
import { clientDefaults, clientStreamDefaults } from "../protocol-symbols.js";
import { runtime, smithyType } from "./runtime-symbols.js";

/** A command of one operation: its class, its input and its output. */
export function emitCommand(
  plan: ServicePlan,
  operation: OperationPlan,
  packages: ClientPackages,
): Code {
  const { names } = operation;
  const schema = (name: string) => symbol(name, `${packages.types}/schemas`);
  const data = (of: OperationData) =>
    of.kind === "structure" ? symbol(of.typeName, packages.types, { typeOnly: true }) : undefined;
  const input = data(operation.input);
  const output = data(operation.output);
  return code`
    ${doc(undefined, { notes: [`What {@link ${names.command}} takes.`] })}
    export interface ${declare(names.commandInput)} ${input && code`extends ${input}`} {}

    ${doc(undefined, { notes: [`What {@link ${names.command}} gives.`] })}
    export interface ${declare(names.commandOutput)} extends ${join([output, smithyType("MetadataBearer")], ", ")} {}

    ${commandDoc(plan, operation, packages)}
    export class ${declare(names.command)} extends ${raw("/* @__PURE__ */")} ${commandFactory}<
      ${names.commandInput},
      ${names.commandOutput}
    >({
      schema: ${
        isLabelInEndpoint(plan, operation)
          ? code`${raw("/* @__PURE__ */")} ${runtime("labelInEndpoint")}(${schema(names.schema)})`
          : schema(names.schema)
      },
      errors: [
        ${errorsOf(plan, operation).map(
          (error) => code`[${schema(error.schemaName ?? "")}, ${exceptionClass(error.typeName)}],`,
        )}
      ],
      ${operation.defaults.client && code`defaults: ${operation.outputEventStream ? clientStreamDefaults : clientDefaults},`}
      ${endpointParameters(plan, operation)}
      ${behaviour(plan, operation)}
    }) {}
  `;
}

/** What traits of the operation ask of the runtime's features. */
function behaviour(plan: ServicePlan, operation: OperationPlan): readonly Code[] {
  const checksum = operationChecksum(plan, operation);
  const discovery = discoveredOperation(plan, operation);
  const compression = operation.traits.get("smithy.api#requestCompression");
  const encodings = stringsOf(propertyOf(compression, "encodings"));
  return [
    ...(checksum ? [code`checksum: ${literal(checksum)},`] : []),
    ...(discovery ? [code`discovery: ${literal(discovery)},`] : []),
    ...(encodings.length > 0 ? [code`compression: ${literal(encodings)},`] : []),
    ...(operation.unsignedPayload ? [code`unsignedPayload: true,`] : []),
    ...(operation.outputStream === undefined
      ? []
      : [code`outputStream: ${literal(operation.outputStream)},`]),
    ...(operation.outputEventStream === undefined
      ? []
      : [code`outputEventStream: ${literal(operation.outputEventStream.member)},`]),
  ];
}

/** Endpoint parameters that the operation itself or members of its input set. */
function endpointParameters(plan: ServicePlan, operation: OperationPlan): Code | undefined {
  const input =
    operation.input.kind === "structure" ? plan.shapesById.get(operation.input.id) : undefined;
  const members = input?.kind === "structure" ? input.members : [];
  const entries = [
    ...members.flatMap(({ name, contextParam }) =>
      contextParam === undefined
        ? []
        : code`${propertyKey(contextParam)}: { type: "contextParams", name: ${literal(name)} },`,
    ),
    ...operation.staticContextParams.map(
      ({ name, value }) =>
        code`${propertyKey(name)}: { type: "staticContextParams", value: ${literal(value)} },`,
    ),
    ...operation.operationContextParams.map(
      ({ name, path }) =>
        code`${propertyKey(name)}: { type: "operationContextParams", get: (input: ${operation.names.commandInput}) => ${contextPath(path)} },`,
    ),
  ];
  return entries.length > 0 ? code`endpointParameters: {\n${entries}\n},` : undefined;
}
