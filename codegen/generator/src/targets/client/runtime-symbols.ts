import { symbol } from "../../code/code.js";
import type { CodeSymbol } from "../../code/code.js";

export const runtimePackage = "@tinsmith/client-runtime";

/** A value that the runtime of clients exports. */
export function runtime(name: string): CodeSymbol {
  return symbol(name, runtimePackage);
}

/** A type that the runtime of clients exports. */
export function runtimeType(name: string, alias?: string): CodeSymbol {
  return symbol(name, runtimePackage, { typeOnly: true, ...(alias !== undefined && { alias }) });
}

/** A type of `@smithy/types`. */
export function smithyType(name: string, alias?: string): CodeSymbol {
  return symbol(name, "@smithy/types", { typeOnly: true, ...(alias !== undefined && { alias }) });
}
