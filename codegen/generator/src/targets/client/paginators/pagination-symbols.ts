import { symbol } from "../../../code/code.js";
import type { CodeSymbol } from "../../../code/code.js";
import { runtimePart } from "../runtime-symbols.js";

const module = runtimePart("pagination");

/** Returns a symbol of the runtime's entry for paginators. */
export function paginationRuntime(name: string): CodeSymbol {
  return symbol(name, module);
}

export function paginationRuntimeType(name: string): CodeSymbol {
  return symbol(name, module, { typeOnly: true });
}
