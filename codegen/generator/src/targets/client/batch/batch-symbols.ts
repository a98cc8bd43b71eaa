import { symbol } from "../../../code/code.js";
import type { CodeSymbol } from "../../../code/code.js";
import { runtimePart } from "../runtime-symbols.js";

const module = runtimePart("batch");

/** Returns a symbol of the runtime's entry for batches. */
export function batchRuntime(name: string): CodeSymbol {
  return symbol(name, module);
}

export function batchRuntimeType(name: string): CodeSymbol {
  return symbol(name, module, { typeOnly: true });
}
