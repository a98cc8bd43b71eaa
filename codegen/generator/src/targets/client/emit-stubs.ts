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

/** Stubs of the service: the types of its operations, and what is needed to write their responses. */
export function emitStubs(plan: ServicePlan, packages: ClientPackages): Code {
  const { names } = plan;
  const type = (name: string) => symbol(name, stubsModule, { typeOnly: true });
  const operations = `${names.base}StubbedOperations`;
  const stubs = `${names.base}Stubs`;
  const schema = (name: string) => symbol(name, `${packages.types}/schemas`);
  const client = symbol(names.client, clientModule(plan), { typeOnly: true });
  return code`
    ${doc(undefined, { notes: ["What the operations take and give, for the types of their stubs."] })}
    export interface ${declare(operations)} {
      ${plan.operations.map(
        (operation) =>
          code`${propertyKey(operation.name)}: ${type("StubbedOperation")}<${commandInput(operation)}, ${commandOutput(operation)}, ${errorCodes(plan, operation)}>;`,
      )}
    }

    ${doc(undefined, { notes: ["Stubs of clients, and what was asked of them. They can be a plugin of a client or of its class."] })}
    export interface ${declare(stubs)} extends ${type("Stubs")}<${operations}> {}

    ${doc(undefined, { notes: ["What each operation is to answer."] })}
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
        "Makes stubs for clients that are yet to be constructed: they are a plugin.",
        "Clients with stubs go the whole way of a call, signatures and retries included, but for the wire: they send nothing and look nothing up. Where the code sets none, their region is `us-stubbed-1`, and they have credentials of their own.",
      ],
      tags: ["@throws TypeError where data does not fit the model; it names all the problems"],
    })}
    export const ${declare("createStubs")} = functions.createStubs;

    ${doc(undefined, {
      notes: [
        "Puts stubs into a client. Operations without one answer with default data; one stub answers again and again; several are used up in their order, the last again and again.",
      ],
      tags: ["@throws TypeError where data does not fit the model; it names all the problems"],
    })}
    export const ${declare("stubResponses")} = functions.stubResponses;

    ${doc(undefined, {
      notes: [
        "Data that an operation may answer: what is given, and for all the rest the name of its shape for a string, 0, `false`, the current time, empty lists and maps.",
      ],
    })}
    export const ${declare("stubData")} = functions.stubData;
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

/** Schemas do not have the names of plain strings and blobs. */
function shapeNames(plan: ServicePlan): readonly Code[] {
  return textShapes(plan).map(({ structure, members }) => {
    const entries = members.map(({ name, shape }) => code`${propertyKey(name)}: ${literal(shape)}`);
    return code`${propertyKey(structure)}: { ${join(entries, ", ")} },`;
  });
}
