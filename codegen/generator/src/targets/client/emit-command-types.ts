import type { OperationPlan, ServicePlan } from "@tinsmith/service";
import { code, declare, join, symbol } from "../../code/code.js";
import type { Code, CodeSymbol, Hole } from "../../code/code.js";
import { doc } from "../../code/doc.js";
import type { ClientPackages } from "./client-packages.js";
import { inputTypes } from "./emit-inputs.js";
import { serviceInputs, serviceOutputs } from "./local-symbols.js";
import { smithyType } from "./runtime-symbols.js";

/** Inputs and outputs of all commands, and their unions. */
export function emitCommandTypes(plan: ServicePlan, packages: ClientPackages): Code {
  const inputs = plan.operations.map(({ names }) => names.commandInput);
  const outputs = plan.operations.map(({ names }) => names.commandOutput);
  const types: DataTypes = {
    input: inputTypes(plan, packages),
    output: (name) => symbol(name, packages.types, { typeOnly: true }),
  };
  return code`
    ${plan.operations.map((operation) => emitTypes(operation, types))}

    ${doc(undefined, { notes: ["The inputs of the commands of the service."] })}
    export type ${declare(serviceInputs.name)} = ${union(inputs)};

    ${doc(undefined, { notes: ["The outputs of the commands of the service."] })}
    export type ${declare(serviceOutputs.name)} = ${union(outputs)};
  `;
}

/** The types of structures in inputs and in outputs, by name. */
type DataTypes = Readonly<Record<"input" | "output", (typeName: string) => CodeSymbol>>;

function emitTypes({ names, input, output }: OperationPlan, types: DataTypes): Code {
  const takes = input.kind === "structure" && types.input(input.typeName);
  const gives = output.kind === "structure" && types.output(output.typeName);
  return code`
    ${doc(undefined, { notes: [`The input of \`${names.command}\`.`] })}
    export interface ${declare(names.commandInput)} ${takes && code`extends ${takes}`} {}

    ${doc(undefined, { notes: [`The output of \`${names.command}\`.`] })}
    export interface ${declare(names.commandOutput)} extends ${join([gives, smithyType("MetadataBearer")], ", ")} {}

  `;
}

function union(types: readonly Hole[]): Hole {
  return types.length > 0 ? join(types, " | ") : "never";
}
