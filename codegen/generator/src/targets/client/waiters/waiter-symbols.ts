import { symbol } from "../../../code/code.js";
import type { CodeSymbol } from "../../../code/code.js";
import { runtimePart } from "../runtime-symbols.js";

const module = runtimePart("waiters");

/** Returns a symbol of the runtime's entry for waiters. */
export function waiterRuntime(name: string): CodeSymbol {
  return symbol(name, module);
}

export function waiterRuntimeType(name: string): CodeSymbol {
  return symbol(name, module, { typeOnly: true });
}
