import type { OperationData, OperationPlan, ServicePlan } from "@tinsmith/service";
import { code, declare, join, symbol } from "../../code/code.js";
import type { Code, Hole } from "../../code/code.js";
import { doc } from "../../code/doc.js";
import type { ClientPackages } from "./client-packages.js";
import { serviceInputs, serviceOutputs } from "./local-symbols.js";
import { smithyType } from "./runtime-symbols.js";

/** Inputs and outputs of all commands, and their unions. */
export function emitCommandTypes(plan: ServicePlan, packages: ClientPackages): Code {
  const inputs = plan.operations.map(({ names }) => names.commandInput);
  const outputs = plan.operations.map(({ names }) => names.commandOutput);
  return code`
    ${plan.operations.map((operation) => emitTypes(operation, packages))}

    ${doc(undefined, { notes: ["The inputs of the commands of the service."] })}
    export type ${declare(serviceInputs.name)} = ${union(inputs)};

    ${doc(undefined, { notes: ["The outputs of the commands of the service."] })}
    export type ${declare(serviceOutputs.name)} = ${union(outputs)};
  `;
}

function emitTypes({ names, input, output }: OperationPlan, packages: ClientPackages): Code {
  const takes = dataType(input, packages);
  const gives = dataType(output, packages);
  return code`
    ${doc(undefined, { notes: [`The input of \`${names.command}\`.`] })}
    export interface ${declare(names.commandInput)} ${takes && code`extends ${takes}`} {}

    ${doc(undefined, { notes: [`The output of \`${names.command}\`.`] })}
    export interface ${declare(names.commandOutput)} extends ${join([gives, smithyType("MetadataBearer")], ", ")} {}

  `;
}

function dataType(data: OperationData, packages: ClientPackages): Hole | undefined {
  return data.kind === "structure"
    ? symbol(data.typeName, packages.types, { typeOnly: true })
    : undefined;
}

function union(types: readonly Hole[]): Hole {
  return types.length > 0 ? join(types, " | ") : "never";
}
