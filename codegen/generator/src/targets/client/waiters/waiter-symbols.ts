import { symbol } from "../../../code/code.js";
import type { CodeSymbol } from "../../../code/code.js";
import { runtimePackage } from "../runtime-symbols.js";

const module = `${runtimePackage}/waiters`;

/** A value of the part of the runtime that waits. */
export function waiterRuntime(name: string): CodeSymbol {
  return symbol(name, module);
}

export function waiterRuntimeType(name: string): CodeSymbol {
  return symbol(name, module, { typeOnly: true });
}
