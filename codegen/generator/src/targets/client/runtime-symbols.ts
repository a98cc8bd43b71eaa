import { symbol } from "../../code/code.js";
import type { CodeSymbol } from "../../code/code.js";

export const runtimePackage = "@tinsmith/client-runtime";

/** The entry of the runtime for generated clients, and the only one they import. */
export const runtimeModule = `${runtimePackage}/generated/v1`;

/**
 * Returns an entry below {@link runtimeModule}, for a part of the runtime that not all clients
 * need.
 */
export function runtimePart(part: string): string {
  return `${runtimeModule}/${part}`;
}

/** Returns a value that every generated client may import from the runtime. */
export function runtime(name: string): CodeSymbol {
  return symbol(name, runtimeModule);
}

/** Returns a type that every generated client may import from the runtime. */
export function runtimeType(name: string, alias?: string): CodeSymbol {
  return symbol(name, runtimeModule, { typeOnly: true, ...(alias !== undefined && { alias }) });
}

/** Returns a type of `@smithy/types`. */
export function smithyType(name: string, alias?: string): CodeSymbol {
  return symbol(name, "@smithy/types", { typeOnly: true, ...(alias !== undefined && { alias }) });
}
