import { symbol } from "../../../code/code.js";
import type { CodeSymbol } from "../../../code/code.js";
import { runtimePart } from "../runtime-symbols.js";

const module = runtimePart("batch");

/** Returns a value of the part of the runtime that sends batches. */
export function batchRuntime(name: string): CodeSymbol {
  return symbol(name, module);
}

export function batchRuntimeType(name: string): CodeSymbol {
  return symbol(name, module, { typeOnly: true });
}
