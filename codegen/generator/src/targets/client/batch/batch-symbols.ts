import { symbol } from "../../../code/code.js";
import type { CodeSymbol } from "../../../code/code.js";
import { runtimePackage } from "../runtime-symbols.js";

const module = `${runtimePackage}/batch`;

/** A value of the part of the runtime that sends batches. */
export function batchRuntime(name: string): CodeSymbol {
  return symbol(name, module);
}

export function batchRuntimeType(name: string): CodeSymbol {
  return symbol(name, module, { typeOnly: true });
}
