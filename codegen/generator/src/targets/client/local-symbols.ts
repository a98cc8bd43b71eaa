import type { OperationPlan, ServicePlan } from "@tinsmith/service";
import { symbol } from "../../code/code.js";
import type { CodeSymbol } from "../../code/code.js";

/** Names that the files of the client import from each other. */
export const endpointParametersType = symbol("EndpointParameters", "./endpoint-parameters.js", {
  typeOnly: true,
});
export const endpointParameters = symbol("endpointParameters", "./endpoint-parameters.js");
export const resolveEndpoint = symbol("resolveEndpoint", "./endpoint-resolver.js");
/** The defaults of members, with the types of the service. */
export const serviceDefaults = symbol("defaults", "./command.js");
export const commandFactory = symbol("command", "./command.js");

export function clientFile(plan: ServicePlan): string {
  return `${plan.names.file}-client`;
}

export function clientModule(plan: ServicePlan): string {
  return `./${clientFile(plan)}.js`;
}

export function clientClass(plan: ServicePlan): CodeSymbol {
  return symbol(plan.names.client, clientModule(plan));
}

/** Returns the class of the client for uses as a type only. */
export function clientType(plan: ServicePlan): CodeSymbol {
  return symbol(plan.names.client, clientModule(plan), { typeOnly: true });
}

export const paginationConfigModule = "./pagination/pagination-configuration.js";

export function paginationConfigType(plan: ServicePlan): CodeSymbol {
  return symbol(plan.names.paginationConfig, paginationConfigModule, { typeOnly: true });
}

export function paginatorModule({ file }: { readonly file: string }): string {
  return `./pagination/${file}.js`;
}

export function commandModule(operation: OperationPlan): string {
  return `./commands/${operation.names.file}-command.js`;
}

export function commandClass(operation: OperationPlan): CodeSymbol {
  return symbol(operation.names.command, commandModule(operation));
}

/**
 * The module with the types of the commands' inputs and outputs. It is separate because the
 * commands need the unions of these types, and would otherwise import each other.
 */
export const commandTypesModule = "./command-types.js";

export function commandInput(operation: OperationPlan): CodeSymbol {
  return symbol(operation.names.commandInput, commandTypesModule, { typeOnly: true });
}

export function commandOutput(operation: OperationPlan): CodeSymbol {
  return symbol(operation.names.commandOutput, commandTypesModule, { typeOnly: true });
}

/** The union of all inputs. */
export const serviceInputs = symbol("ServiceInputTypes", commandTypesModule, { typeOnly: true });

/** The union of all outputs. */
export const serviceOutputs = symbol("ServiceOutputTypes", commandTypesModule, { typeOnly: true });

/** Returns the class of an error, or the base class of all errors. */
export function exceptionClass(name: string): CodeSymbol {
  return symbol(name, "./errors.js");
}
