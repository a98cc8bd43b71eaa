import { errorsOfCall, textShapes } from "@tinsmith/service";
import type { OperationPlan, ServicePlan } from "@tinsmith/service";
import { code, declare, join, symbol } from "../../code/code.js";
import type { Code, CodeSymbol } from "../../code/code.js";
import { doc } from "../../code/doc.js";
import { literal, propertyKey } from "../../code/literal.js";
import type { ClientPackages } from "./client-packages.js";
import { clientModule, commandInput, commandOutput } from "./local-symbols.js";
import { serverProtocolFactories } from "./protocol-factory.js";
import { runtimePart } from "./runtime-symbols.js";

const stubsModule = runtimePart("stubs");

/**
 * Emits the stubs of the service: the types of its operations, and the data to write their
 * responses.
 */
export function emitStubs(plan: ServicePlan, packages: ClientPackages): Code {
  const { names } = plan;
  const type = (name: string) => symbol(name, stubsModule, { typeOnly: true });
  const operations = `${names.base}StubbedOperations`;
  const stubs = `${names.base}Stubs`;
  const schema = (name: string) => symbol(name, `${packages.types}/schemas`);
  const client = symbol(names.client, clientModule(plan), { typeOnly: true });
  return code`
    ${doc(undefined, { notes: ["The inputs and outputs of the operations, for the types of their stubs."] })}
    export interface ${declare(operations)} {
      ${plan.operations.map(
        (operation) =>
          code`${propertyKey(operation.name)}: ${type("StubbedOperation")}<${commandInput(operation)}, ${commandOutput(operation)}, ${errorCodes(plan, operation)}>;`,
      )}
    }

    ${doc(undefined, { notes: ["Stubs for clients, and the requests that they received. Use them as a plugin of a client or of its class."] })}
    export interface ${declare(stubs)} extends ${type("Stubs")}<${operations}> {}

    ${doc(undefined, { notes: ["The stubbed responses of each operation."] })}
    export type ${declare(`${names.base}StubResponses`)} = ${type("StubResponses")}<${operations}>;

    const ${declare("functions")} = ${symbol("defineStubs", stubsModule)}<${operations}, ${client}>({
      schema: ${literal(plan.schema)},
      protocols: [${join(serverProtocolFactories(plan), ", ")}],
      operations: {
        ${plan.operations.map((operation) => emitOperation(plan, operation, schema))}
      },
      shapeNames: {
        ${shapeNames(plan)}
      },
    });

    ${doc(undefined, {
      notes: [
        "Creates stubs as a plugin, for clients that are constructed later.",
        plan.isAws
          ? "Stubbed clients run the whole pipeline of a call, including signatures and retries, but send nothing and do not look up a region or credentials. By default their region is `us-stubbed-1`, with stub credentials."
          : "Stubbed clients run the whole pipeline of a call, including authentication and retries, but send nothing.",
      ],
      tags: ["@throws TypeError if data does not fit the model; the message lists all problems"],
    })}
    export const ${declare("createStubs")} = functions.createStubs;

    ${doc(undefined, {
      notes: [
        "Stubs the responses of a client. Operations without a stub respond with default data. A single stub is used for every call; several are used in order, and the last one for all further calls.",
      ],
      tags: ["@throws TypeError if data does not fit the model; the message lists all problems"],
    })}
    export const ${declare("stubResponses")} = functions.stubResponses;

    ${doc(undefined, {
      notes: [
        "Returns output data for an operation: the given members, and defaults for the others. A string defaults to the name of its shape, numbers to 0, booleans to `false`, timestamps to the current time, lists and maps to empty ones.",
      ],
    })}
    export const ${declare("stubData")}: ${type("StubFunctions")}<${operations}, ${client}>["stubData"] = functions.stubData;
  `;
}

function errorCodes(plan: ServicePlan, operation: OperationPlan): Code {
  const codes = errorsOfCall(plan, operation).map(({ name }) => literal(name));
  return codes.length === 0 ? code`never` : code`${join(codes, " | ")}`;
}

function emitOperation(
  plan: ServicePlan,
  operation: OperationPlan,
  schema: (name: string) => CodeSymbol,
): Code {
  const errors = errorsOfCall(plan, operation).flatMap(({ schemaName }) =>
    schemaName === undefined ? [] : schema(schemaName),
  );
  return code`${propertyKey(operation.name)}: { schema: ${schema(operation.names.schema)}, errors: [${join(errors, ", ")}] },`;
}

/** Emits the names of the shapes of plain strings and blobs. Schemas do not contain these names. */
function shapeNames(plan: ServicePlan): readonly Code[] {
  return textShapes(plan).map(({ structure, members }) => {
    const entries = members.map(({ name, shape }) => code`${propertyKey(name)}: ${literal(shape)}`);
    return code`${propertyKey(structure)}: { ${join(entries, ", ")} },`;
  });
}
