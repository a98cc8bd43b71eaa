import { symbol } from "../../code/code.js";
import type { CodeSymbol } from "../../code/code.js";

export const runtimePackage = "@tinsmith/client-runtime";

/** The entry of the runtime that is made for generated clients, and the only one they import. */
export const runtimeModule = `${runtimePackage}/generated/v1`;

/** An entry beside {@link runtimeModule}, for a part of the runtime that not all clients need. */
export function runtimePart(part: string): string {
  return `${runtimeModule}/${part}`;
}

/** A value that every generated client may import from the runtime. */
export function runtime(name: string): CodeSymbol {
  return symbol(name, runtimeModule);
}

/** A type that every generated client may import from the runtime. */
export function runtimeType(name: string, alias?: string): CodeSymbol {
  return symbol(name, runtimeModule, { typeOnly: true, ...(alias !== undefined && { alias }) });
}

/** A type of `@smithy/types`. */
export function smithyType(name: string, alias?: string): CodeSymbol {
  return symbol(name, "@smithy/types", { typeOnly: true, ...(alias !== undefined && { alias }) });
}
